"""What is published of our documents: mappers and people together, against the gold."""

import json
from pathlib import Path

import pytest

from clustergraph.decisions import read_curation
from clustergraph.errors import NotFound
from clustergraph.locations import CURATION, DOCUMENTS
from clustergraph.operations.evaluating.evaluate import evaluate
from clustergraph.operations.evaluating.published import published
from clustergraph.operations.scoring import Report
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Home

GOLD = Path(__file__).parent.parent.parent / "gold" / "seeds"
LEAST_PRECISION, LEAST_RECALL = 0.98, 0.97


@pytest.fixture(scope="module")
def report(our_graph: GraphStore) -> Report:
    return evaluate(GOLD, DOCUMENTS, lambda path: published(our_graph, path))


def test_entities_are_what_a_careful_reader_would_publish(report: Report) -> None:
    assert report.micro.entity.precision >= LEAST_PRECISION
    assert report.micro.entity.recall >= LEAST_RECALL


def test_relations_are_what_a_careful_reader_would_publish(report: Report) -> None:
    assert report.micro.relation.precision >= LEAST_PRECISION
    assert report.micro.relation.recall >= LEAST_RECALL


def test_every_quote_is_what_the_document_holds(report: Report) -> None:
    assert report.micro.evidence_validity == 1.0


def test_a_document_is_given_in_the_shape_of_the_gold(our_graph: GraphStore) -> None:
    found = published(our_graph, next(DOCUMENTS.glob("003_*.txt")))
    assert json.loads(json.dumps(found)) == found
    known = {entity["id"]: entity["names"] for entity in found["entities"]}
    (count,) = (each for each in found["relations"] if each["p"] == "participantCount")
    assert count["v"] == 90
    (post,) = (
        each
        for each in found["relations"]
        if each["p"] == "affiliatedWith" and "Yury Chebotar" in known[each["s"]]
    )
    assert post["role"] == "wiceminister"
    assert "Ministerstwo Gospodarki RB" in known[post["o"]]


def test_what_a_person_rejected_is_not_published(our_graph: GraphStore) -> None:
    found = published(our_graph, next(DOCUMENTS.glob("004_*.txt")))
    known = {entity["id"]: entity["names"][0] for entity in found["entities"]}
    assert not [
        each
        for each in found["relations"]
        if each["p"] == "organisedBy" and known[each["s"]] == "TRACE-KEI"
    ]


def test_a_document_that_was_not_built_is_named(small_graph: GraphStore) -> None:
    path = next(DOCUMENTS.glob("001_*.txt"))
    with pytest.raises(NotFound, match=path.name):
        published(small_graph, path)


def test_every_decision_on_our_documents_finds_what_it_was_made_about(our_home: Home) -> None:
    assert our_home.current().report["stale"] == []
    assert our_home.current().report["skipped"] == []


def test_our_decisions_stand_in_the_order_of_the_documents() -> None:
    curation = read_curation(CURATION)
    assert curation.statements
    assert not curation.bad
    names = [decision.document for decision in curation.statements]
    assert names == sorted(names)
    texts = {name: (DOCUMENTS / name).read_bytes().decode() for name in set(names)}
    places = [
        (each.document, texts[each.document].find(each.quote)) for each in curation.statements
    ]
    assert places == sorted(places)
