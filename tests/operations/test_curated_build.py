"""What people decided, from the tables to the published graph."""

from pathlib import Path

import pytest

from clustergraph.errors import BadCuration, GraphNotValid
from clustergraph.operations.building.inputs import default_registry
from clustergraph.store.versions import Home
from given.curated import STATEMENT, decide, holds, publish, write


def test_a_rejected_statement_keeps_its_evidence_and_has_no_triple(
    documents: Path, home: Home
) -> None:
    assert holds(publish(documents, home), "?alpha cg:fundedBy ?finland")
    decide(documents)
    built = publish(documents, home)
    assert built.is_new
    assert not holds(built, "?alpha cg:fundedBy|cg:fundingSource ?finland")
    assert holds(
        built,
        """?evidence rdf:predicate cg:fundedBy ; cg:reviewStatus status:rejected ;
             cg:reviewedBy "Ada" ; cg:reviewedOn "2026-11-22"^^xsd:date ;
             cg:reviewNote "it only said so" ; cg:quote ?quote""",
    )
    assert built.version.report["reviews"]["rejected"] == 1


def test_a_confirmed_statement_says_who_confirmed_it(documents: Path, home: Home) -> None:
    decide(documents, decision="confirm", why="")
    built = publish(documents, home)
    assert holds(built, "GRAPH graph:asserted { ?alpha cg:fundedBy ?finland }")
    assert holds(built, "?e cg:reviewStatus status:confirmed ; cg:reviewedBy 'Ada'")
    assert not holds(built, "?e cg:reviewNote ?note")


def test_an_added_statement_is_published_with_its_words(documents: Path, home: Home) -> None:
    decide(documents, decision="add", predicate="topic", object="wood", quote="Beta paid too")
    built = publish(documents, home)
    assert holds(built, "GRAPH graph:asserted { ?alpha cg:topic 'wood'@en }")
    assert holds(
        built,
        "?e cg:reviewStatus status:added ; cg:rule 'curation' ; cg:quote 'Beta paid too'@en",
    )


def test_what_nobody_decided_on_is_the_machines(documents: Path, home: Home) -> None:
    built = publish(documents, home)
    assert holds(built, "?e cg:reviewStatus status:machine")
    assert not holds(built, "?e cg:reviewedBy|cg:reviewedOn ?anybody")


def test_every_entity_says_which_document_mentions_it(documents: Path, home: Home) -> None:
    built = publish(documents, home)
    graph = "GRAPH graph:asserted { ?entity a ?class }"
    assert holds(built, f"{graph} ?entity cg:mentionedIn ?document")
    assert not holds(built, f"{graph} FILTER NOT EXISTS {{ ?entity cg:mentionedIn ?document }}")


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"quote": "paid by Finland"}, "news.txt does not hold the words 'paid by Finland'"),
        ({"predicate": "paidBy"}, "there is no relation 'paidBy'"),
        ({"object": "Austria", "decision": "add"}, "fundedBy does not lead to a Country"),
    ],
)
def test_a_bad_decision_stops_the_build_and_the_current_version_stays(
    documents: Path, home: Home, cells: dict[str, str], reason: str
) -> None:
    before = publish(documents, home).version
    decide(documents, **cells)
    with pytest.raises(BadCuration, match="Nothing was published, 1 decision can't") as caught:
        publish(documents, home)
    assert f"statements.tsv:2: {reason}" in str(caught.value)
    assert home.current() == before


def test_a_graph_that_breaks_a_rule_is_not_published(documents: Path, home: Home) -> None:
    before = publish(documents, home).version
    registry = default_registry(documents).read_text(encoding="utf-8")
    rows = [
        {
            "decision": "add",
            "document": "news.txt",
            "subject": "Alpha",
            "predicate": predicate,
            "object": value,
            "quote": "Beta paid too",
        }
        for predicate, value in (("startDate", "2019"), ("endDate", "2018"))
    ]
    write(documents, "statements.tsv", STATEMENT, *rows)
    with pytest.raises(GraphNotValid, match="Alpha"):
        publish(documents, home)
    assert home.current() == before
    assert default_registry(documents).read_text(encoding="utf-8") == registry


def test_what_is_worth_a_look_is_in_the_report(documents: Path, home: Home) -> None:
    results = publish(documents, home).version.report["validation"]
    assert {"warning"} <= {result["severity"] for result in results}
    assert not [result for result in results if result["severity"] == "violation"]


def test_bad_decisions_can_be_left_out_and_are_told(documents: Path, tmp_path: Path) -> None:
    decide(documents, quote="paid by Finland")
    built = publish(documents, Home(tmp_path / "empty"), skip_bad=True)
    (error,) = built.skipped
    assert "statements.tsv:2" in str(error)
    assert built.version.report["skipped"]


def test_a_stale_decision_is_in_the_report_and_stops_nothing(
    documents: Path, tmp_path: Path
) -> None:
    decide(documents, object="Vienna", predicate="locatedIn", quote="Beta paid too")
    (stale,) = publish(documents, Home(tmp_path / "empty")).version.report["stale"]
    assert "statements.tsv:2: news.txt no longer says this" in stale


def test_a_changed_decision_makes_a_new_version(documents: Path, home: Home) -> None:
    decide(documents, decision="confirm", why="")
    first = publish(documents, home)
    decide(documents)
    assert publish(documents, home).version != first.version
    assert not publish(documents, home).is_new
