"""What was written is told as a change too, and tells that no document says it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from clustergraph.operations.comparing import differing
from clustergraph.operations.comparing.change_feed import ChangeFeed
from clustergraph.operations.comparing.changes import Difference, Passing
from clustergraph.operations.comparing.diff import diff
from clustergraph.operations.comparing.tell_difference import tell_difference
from clustergraph.operations.dataset import Dataset
from clustergraph.store.versions import Home, Version
from given.drawn_versions import draw_version, thing
from given.handwritten import write_by_hand

PEOPLE = (thing("ada", "Person", label="Ada"), thing("eve", "Person", label="Eve"))
WEEK = thing("week", "Training", label="Week 4", said="cg:taughtBy id:ada")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    draw_version(tmp_path, *PEOPLE, WEEK, dumps=True)
    return Home(tmp_path)


def _told(difference: Difference) -> list[str]:
    return [line.strip() for line in tell_difference(difference)]


def _after(home: Home, added: str = "", *, removed: str = "") -> Difference:
    before = home.current()
    return diff(before, write_by_hand(home, added, removed=removed))


@pytest.mark.parametrize("graph", ["", "GRAPH our:ours"], ids=["default", "named"])
def test_a_statement_that_was_written_is_new(home: Home, graph: str) -> None:
    said = "id:week cg:taughtBy id:eve ."
    told = _told(_after(home, f"{graph} {{ {said} }}" if graph else said))
    assert "Training Week 4: now also taught by Eve (written, in no document)" in told


def test_a_statement_that_was_removed_is_gone(home: Home) -> None:
    write_by_hand(home, "id:week cg:taughtBy id:eve .")
    told = _told(_after(home, removed="id:week cg:taughtBy id:eve ."))
    assert "Training Week 4: no longer taught by Eve (written, in no document)" in told


def test_what_documents_say_already_is_no_news(home: Home) -> None:
    assert _after(home, "id:week cg:taughtBy id:ada .").is_empty
    assert _after(home, removed="id:week cg:taughtBy id:ada .").is_empty


def test_a_thing_that_was_written_is_new_and_goes_again(home: Home) -> None:
    said = 'GRAPH our:ours { our:lab a cg:Cluster ; skos:prefLabel "Lab"@en . }'
    (new,) = _after(home, said).entities
    assert (new.what, new.label, new.kind) == (Passing.NEW, "Lab", "Cluster")
    (gone,) = _after(home, removed=said).entities
    assert (gone.what, gone.label) == (Passing.GONE, "Lab")


def test_another_name_that_was_written_is_told(home: Home) -> None:
    (line,) = _told(_after(home, 'id:ada skos:altLabel "Lovelace"@en .'))[3:]
    assert line.startswith("Person Ada:")
    assert "Lovelace" in line


def test_a_class_that_is_said_in_another_graph_is_no_other_class(home: Home) -> None:
    write_by_hand(home, "GRAPH our:one { our:lab a cg:Cluster . }")
    moved = _after(
        home,
        "GRAPH our:two { our:lab a cg:Cluster . }",
        removed="GRAPH our:one { our:lab a cg:Cluster . }",
    )
    assert moved.is_empty


def test_what_words_can_not_tell_is_told_of_as_a_difference_only(home: Home) -> None:
    difference = _after(home, "[] our:says 1 . our:a our:says <<( our:b our:c our:d )>> .")
    assert (difference.is_empty, difference.rest_differs) == (True, True)
    assert "say the same" not in _told(difference)[0]


def test_what_was_written_since_a_build_is_told_together_with_what_was_built(home: Home) -> None:
    first = home.current()
    write_by_hand(home, "id:week cg:taughtBy id:eve .")
    draw_version(home.path, *PEOPLE, dumps=True)
    written = write_by_hand(home, "our:a our:says 1 .")
    told = _told(diff(first, written))
    assert any(line.startswith("Training Week 4: no longer taught by Ada") for line in told)
    assert any("says 1 (written" in line for line in told)


def test_what_was_built_is_not_read_again_for_a_write(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(version: Version) -> Iterator[bytes]:
        raise AssertionError(version)

    monkeypatch.setattr(differing, "_lines", refuse)
    first = home.current()
    write_by_hand(home, "id:week cg:taughtBy id:eve .")
    second = write_by_hand(home, "our:a our:says 1 .")
    assert len(diff(first, second).statements) == 2
    steps = list(ChangeFeed(Dataset(home), Dataset(home).current()).steps(most=5))
    assert [len(step.told) for step in steps] == [4, 4]
