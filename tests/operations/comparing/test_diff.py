"""What changed from one version to another is told as a curator would tell it."""

import json
from pathlib import Path

import pytest

from clustergraph.errors import StoreError
from clustergraph.operations.comparing.changes import Difference, Passing
from clustergraph.operations.comparing.diff import diff
from clustergraph.operations.comparing.tell_difference import tell_difference
from given.drawn_versions import document, draw_version, passage, thing

ONE, TWO = "aaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbb"
TAUGHT = ("id:week", "cg:taughtBy", "id:ada")
PEOPLE = (thing("ada", "Person", label="Ada"), thing("eve", "Person", label="Eve"))
WEEK = thing("week", "Training", label="Week 4", said="cg:taughtBy id:ada")
FIRST = document(ONE, file="one.txt", title="First news")


def _diff(tmp_path: Path, old: tuple[str, ...], new: tuple[str, ...]) -> Difference:
    """Compare two versions, of which one has dumps and the other has none."""
    return diff(draw_version(tmp_path, *old, dumps=True), draw_version(tmp_path, *new))


def _told(difference: Difference, most: int | None = None) -> list[str]:
    return [line.strip() for line in tell_difference(difference, most=most)]


def test_two_versions_that_say_the_same_are_told_in_one_sentence(tmp_path: Path) -> None:
    version = draw_version(tmp_path, *PEOPLE, WEEK)
    (sentence,) = _told(diff(version, version))
    assert sentence.endswith("say the same.")


def test_two_versions_that_differ_in_what_follows_are_not_called_the_same(tmp_path: Path) -> None:
    other = "GRAPH graph:links { id:ada skos:exactMatch <https://example.org/ada> }"
    (sentence,) = _told(_diff(tmp_path, PEOPLE, (*PEOPLE, other)))
    assert "the same documents, things, statements and reviews; they differ in" in sentence


def test_dumps_and_stores_give_the_same_lines(tmp_path: Path) -> None:
    with_dumps = draw_version(tmp_path, *PEOPLE, WEEK, FIRST, dumps=True)
    without = draw_version(tmp_path, *PEOPLE, WEEK, FIRST)
    assert with_dumps != without
    assert diff(with_dumps, without).is_empty


def test_a_new_statement_is_told_with_its_words_and_their_document(tmp_path: Path) -> None:
    more = (
        "GRAPH graph:asserted { id:week cg:taughtBy id:eve }",
        passage("1", ("id:week", "cg:taughtBy", "id:eve"), "Eve coached", of=ONE),
    )
    difference = _diff(tmp_path, (*PEOPLE, WEEK, FIRST), (*PEOPLE, WEEK, FIRST, *more))
    told = _told(difference)
    assert "Training Week 4: now also taught by Eve («Eve coached», First news)" in told


def test_what_is_said_of_a_new_thing_is_not_called_new(tmp_path: Path) -> None:
    told = _told(_diff(tmp_path, PEOPLE, (*PEOPLE, WEEK)))
    assert "new: Training Week 4" in told
    assert "Training Week 4: taught by Ada" in told


def test_a_first_value_is_now_and_a_lost_one_no_longer(tmp_path: Path) -> None:
    bare = thing("week", "Training", label="Week 4")
    assert "Training Week 4: now taught by Ada" in _told(
        _diff(tmp_path / "more", (*PEOPLE, bare), (*PEOPLE, WEEK))
    )
    told = _told(
        _diff(
            tmp_path / "fewer",
            (*PEOPLE, WEEK, FIRST, passage("1", TAUGHT, "Ada taught", of=ONE)),
            (*PEOPLE, bare, FIRST),
        )
    )
    assert "Training Week 4: no longer taught by Ada («Ada taught», First news)" in told


def test_more_and_fewer_passages_of_a_statement_are_told(tmp_path: Path) -> None:
    base = (*PEOPLE, WEEK, FIRST)
    old, new = passage("1", TAUGHT, "by Ada", of=ONE), passage("2", TAUGHT, "Ada taught", of=ONE)
    more = _diff(tmp_path / "more", (*base, old), (*base, old, new))
    assert "Training Week 4: taught by Ada, said also («Ada taught», First news)" in _told(more)
    fewer = _diff(tmp_path / "fewer", (*base, old, new), (*base, new))
    assert "Training Week 4: taught by Ada, said no longer («by Ada», First news)" in _told(fewer)


def test_things_that_came_went_or_changed_their_class_or_name_are_told(tmp_path: Path) -> None:
    old = (thing("a", "Project"), thing("b", "Person", label="Bea"), thing("c", "City"))
    new = (thing("a", "Programme"), thing("b", "Person", label="Beate"), thing("d", "City"))
    difference = _diff(tmp_path, old, new)
    assert {(change.what, change.label, change.now) for change in difference.entities} == {
        (Passing.RETYPED, "a", "Programme"),
        (Passing.RENAMED, "Bea", "Beate"),
        (Passing.GONE, "c", ""),
        (Passing.NEW, "d", ""),
    }
    told = _told(difference)
    assert "of another class: Project a is a Programme now" in told
    assert "renamed: Person Bea is called Beate now" in told


def test_a_merged_thing_keeps_its_statements_under_its_new_name(tmp_path: Path) -> None:
    """They are the same words; only the IRI of what they speak of is another."""
    old = (*PEOPLE, WEEK, FIRST, passage("1", TAUGHT, "A. taught", of=ONE))
    moved = ("id:week", "cg:taughtBy", "id:eve")
    new = (
        PEOPLE[1],
        thing("week", "Training", label="Week 4", said="cg:taughtBy id:eve"),
        FIRST,
        passage("1", moved, "A. taught", of=ONE),
        "GRAPH graph:redirects { id:ada dcterms:isReplacedBy id:eve ; owl:deprecated true }",
    )
    difference = _diff(tmp_path, old, new)
    assert difference.statements == ()
    assert _told(difference)[-1] == "merged: Person Ada is one with Eve now"


def test_documents_are_told_by_the_names_of_their_files(tmp_path: Path) -> None:
    one = document("1111111111111111", file="one.txt", title="One")
    corrected = document("2222222222222222", file="one.txt", title="One")
    retitled = document("1111111111111111", file="one.txt", title="The first")
    other = document("3333333333333333", file="other.txt")
    told = _told(_diff(tmp_path / "a", (one,), (corrected, other)))
    assert "changed: One (one.txt, en): text" in told
    assert "new: News (other.txt, en)" in told
    assert "gone: News (other.txt, en)" in _told(_diff(tmp_path / "b", (one, other), (one,)))
    assert "changed: The first (one.txt, en): title" in _told(
        _diff(tmp_path / "c", (one,), (retitled,))
    )


def test_words_that_stand_in_the_corrected_text_too_are_no_change(tmp_path: Path) -> None:
    base = (*PEOPLE, WEEK)
    old = (document(ONE, file="one.txt"), passage("1", TAUGHT, "Ada taught", of=ONE))
    new = (document(TWO, file="one.txt"), passage("2", TAUGHT, "Ada taught", of=TWO))
    difference = _diff(tmp_path, (*base, *old), (*base, *new))
    assert difference.statements == ()
    assert [change.what for change in difference.documents] == [Passing.CHANGED]


def test_a_decision_of_a_person_is_told_with_the_words_decided_on(tmp_path: Path) -> None:
    base = (*PEOPLE, FIRST)
    bare = thing("week", "Training", label="Week 4")
    difference = _diff(
        tmp_path,
        (*base, WEEK, passage("1", TAUGHT, "met Ada", of=ONE)),
        (
            *base,
            bare,
            passage("1", TAUGHT, "met Ada", of=ONE, status="rejected"),
            f'GRAPH graphdoc:{ONE} {{ ev:1 cg:reviewedBy "Bo" ; cg:reviewNote "a guest" }}',
        ),
    )
    told = _told(difference)
    assert "Training Week 4: no longer taught by Ada («met Ada», First news)" in told
    decided = "Week 4 taught by Ada («met Ada», First news): machine → rejected by Bo: a guest"
    assert decided in told


def test_a_passage_that_was_rejected_all_along_changes_nothing(tmp_path: Path) -> None:
    rejected = passage("1", TAUGHT, "met Ada", of=ONE, status="rejected")
    base = (*PEOPLE, WEEK, FIRST)
    assert _diff(tmp_path, base, (*base, rejected)).is_empty


def test_another_run_of_the_same_changes_nothing(tmp_path: Path) -> None:
    def run(name: str) -> str:
        return f"GRAPH graphdoc:{ONE} {{ ev:1 prov:wasGeneratedBy <urn:run:{name}> }}"

    base = (*PEOPLE, WEEK, FIRST, passage("1", TAUGHT, "Ada taught", of=ONE))
    assert _diff(tmp_path, (*base, run("a")), (*base, run("b"))).is_empty


def test_long_lists_are_cut_and_say_so(tmp_path: Path) -> None:
    many = tuple(thing(f"t{number:02}", "City") for number in range(30))
    difference = _diff(tmp_path, (), many)
    assert "… and 28 more; --all lists them." in _told(difference, most=2)
    assert len([line for line in _told(difference) if line.startswith("new: City")]) == 30


def test_all_of_it_can_be_written_as_json(tmp_path: Path) -> None:
    difference = _diff(tmp_path, PEOPLE, (*PEOPLE, WEEK, FIRST))
    values = json.loads(json.dumps(difference.as_values()))
    assert values["statements"][0]["subject"] == "Week 4"
    assert values["documents"][0]["file"] == "one.txt"


def test_a_damaged_file_is_one_sentence(tmp_path: Path) -> None:
    old = draw_version(tmp_path, *PEOPLE, dumps=True)
    new = draw_version(tmp_path, *PEOPLE, WEEK)
    path = old.dumps_path / "clustergraph.nq.gz"
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(StoreError, match=r"clustergraph\.nq\.gz is damaged"):
        diff(old, new)
