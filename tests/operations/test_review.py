"""What a person should look at in a version, and what becomes of the decision."""

from pathlib import Path

import pytest

from clustergraph.decisions import Identity, Verdict
from clustergraph.errors import NotFound
from clustergraph.operations.building.inputs import default_curation
from clustergraph.operations.labels import Thing
from clustergraph.operations.review import decide_identity, decide_statements, to_review
from clustergraph.store.versions import Home
from given.curated import STATEMENT, TODAY, holds, publish, write


def test_what_the_mappers_are_unsure_of_is_listed_until_somebody_decides(
    documents: Path, home: Home
) -> None:
    version = publish(documents, home).version
    doubtful = to_review(version, below=1.0).doubtful
    assert "fundedBy" in {each.predicate.iri.local for each in doubtful}
    assert [float(each.confidence) for each in doubtful] == sorted(
        float(each.confidence) for each in doubtful
    )
    assert not to_review(version, below=0.01).doubtful
    curation = default_curation(documents)
    ids = [each.iri.local for each in doubtful]
    decide_statements(version, curation, Verdict.CONFIRM, ids, by="Ada", on=TODAY)
    after = publish(documents, home).version
    assert not to_review(after, below=1.0).doubtful
    assert not to_review(after).stale
    assert after.report["reviews"]["confirmed"] == len(ids)


def test_a_rejection_written_by_the_review_is_carried_out(documents: Path, home: Home) -> None:
    version = publish(documents, home).version
    (funding,) = (
        each
        for each in to_review(version, below=1.0).doubtful
        if each.predicate.iri.local == "fundedBy"
    )
    decide_statements(
        version,
        default_curation(documents),
        Verdict.REJECT,
        [funding.iri.local],
        by="Ada",
        on=TODAY,
        why="not paid yet",
    )
    assert not holds(publish(documents, home), "?alpha cg:fundedBy ?finland")


def test_an_unknown_passage_is_named_and_nothing_is_written(documents: Path, home: Home) -> None:
    version = publish(documents, home).version
    known = to_review(version, below=1.0).doubtful[0].iri.local
    curation = default_curation(documents)
    with pytest.raises(NotFound, match="0123456789abcdef"):
        decide_statements(
            version, curation, Verdict.CONFIRM, [known, "0123456789abcdef"], by="Ada", on=TODAY
        )
    assert not curation.exists()


def test_pairs_that_may_be_one_are_listed_and_decided(documents: Path, home: Home) -> None:
    (documents / "more.txt").write_text(
        "The European Foundation for Cluster Excellence organised a conference in Vienna.\n",
        "utf-8",
    )
    (documents / "third.txt").write_text("EFCE organised a conference in Paris.\n", "utf-8")
    version = publish(documents, home).version
    pairs = {(p.one.label.text, p.other.label.text): p for p in to_review(version).unsure}
    pair = pairs["EFCE", "European Foundation for Cluster Excellence"]
    assert "first letters" in pair.reason
    decide_identity(
        version,
        default_curation(documents),
        Identity.SAME,
        (pair.one.iri.local, pair.other.iri.local),
        by="Ada",
        on=TODAY,
        why="its acronym",
    )
    built = publish(documents, home)
    assert not to_review(built.version).unsure
    assert holds(
        built, f"<{pair.other.iri}> cg:organises ?one, ?other FILTER (?one != ?other)"
    ) or (holds(built, f"<{pair.one.iri}> cg:organises ?one, ?other FILTER (?one != ?other)"))


def test_an_unknown_thing_is_named(documents: Path, home: Home) -> None:
    version = publish(documents, home).version
    curation = default_curation(documents)
    for called in ("nobody-aaaaaaaa", "Nobody of Nowhere", "cg:Cluster"):
        pair = (called, "none-bbbbbbbb")
        with pytest.raises(NotFound, match=called):
            decide_identity(version, curation, Identity.SAME, pair, by="Ada", on=TODAY, why="no")
    assert not curation.exists()


def test_things_are_called_by_name_or_by_address_and_noted_by_local_id(
    documents: Path, home: Home
) -> None:
    version = publish(documents, home).version
    curation = default_curation(documents)
    finland = "Government of Finland"
    passages = to_review(version, below=1.0).doubtful
    ends = {end for found in passages for end in (found.subject, found.object)}
    (iri,) = {end.iri for end in ends if isinstance(end, Thing) and end.label.text == finland}
    decide_identity(
        version, curation, Identity.DIFFERENT, (finland, iri), by="Ada", on=TODAY, why="a try"
    )
    row = (curation / "identities.tsv").read_text("utf-8").splitlines()[-1]
    assert row.split("\t")[2:4] == [iri.local, iri.local]


def test_a_passage_is_named_as_it_is_shown_anywhere(documents: Path, home: Home) -> None:
    version = publish(documents, home).version
    found = to_review(version, below=1.0).doubtful[0]
    curation = default_curation(documents)
    shown = (found.iri.local, f"ev:{found.iri.local}", found.iri)
    decide_statements(version, curation, Verdict.CONFIRM, shown, by="Ada", on=TODAY)
    rows = (curation / "statements.tsv").read_text("utf-8").splitlines()[-len(shown) :]
    assert len(set(rows)) == 1
    assert rows[0].startswith("confirm\t")


def test_what_is_no_passage_is_named_as_it_was_given(documents: Path, home: Home) -> None:
    version = publish(documents, home).version
    curation = default_curation(documents)
    with pytest.raises(NotFound, match=r"called no passage\."):
        decide_statements(version, curation, Verdict.CONFIRM, ["no passage"], by="Ada", on=TODAY)


def test_two_values_of_one_date_are_a_conflict_and_a_month_of_the_day_is_none(
    documents: Path, home: Home
) -> None:
    rows = [
        {
            "decision": "add",
            "document": "news.txt",
            "subject": "Alpha",
            "predicate": "startDate",
            "object": value,
            "quote": quote,
        }
        for value, quote in (
            ("2018-02", "It began in Vienna"),
            ("2018-02-06", "Beta paid too"),
            ("2019", "The project Alpha"),
        )
    ]
    write(documents, "statements.tsv", STATEMENT, *rows)
    conflicts = to_review(publish(documents, home).version).conflicts
    assert {(each.one[0], each.other[0]) for each in conflicts} == {
        ("2018-02", "2019"),
        ("2018-02-06", "2019"),
    }
    assert {each.property.iri.local for each in conflicts} == {"startDate"}
    assert conflicts[0].thing.label.text == "Alpha"
    assert conflicts[0].one[1:] == ("It began in Vienna", "news.txt")
