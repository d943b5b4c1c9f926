from collections.abc import Iterator

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from clustergraph.errors import NotFound
from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.labels import Labels
from clustergraph.operations.quote import passage, passages_for, passages_in
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG

DOCUMENT = Iri(f"{BASE}doc/0123456789abcdef")
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def evidence(number: int) -> Iterator[Quad]:
    node = NamedNode(f"{BASE}ev/{number:016x}")
    thing = NamedNode(f"{BASE}id/thing-aaaaaaaa")
    for predicate, value in (
        (f"{RDF}subject", thing),
        (f"{RDF}predicate", NamedNode(CG.partOf)),
        (f"{RDF}object", thing),
        (CG.inDocument, NamedNode(DOCUMENT)),
        (CG.quote, Literal("words", language="en")),
        (CG.quoteStart, Literal(number * 10)),
        (CG.quoteEnd, Literal(number * 10 + 5)),
    ):
        yield Quad(node, NamedNode(predicate), value)


@pytest.fixture
def long_document() -> GraphStore:
    """A document with 250 passages, ten characters apart."""
    store = Store()
    store.extend(quad for number in range(250) for quad in evidence(number))
    return GraphStore(store)


def test_a_document_is_read_stretch_by_stretch_without_gap_or_overlap(
    long_document: GraphStore,
) -> None:
    starts = [
        each.start
        for begin in range(0, 2500, 700)
        for each in passages_in(long_document, Labels(long_document), DOCUMENT, begin, begin + 700)
    ]
    assert starts == [number * 10 for number in range(250)]


def test_who_decided_on_a_passage_when_and_why_is_told(small_graph: GraphStore) -> None:
    found = passage(small_graph, Labels(small_graph), Iri(f"{BASE}ev/0000000000000015"))
    assert found.is_rejected
    assert (found.reviewed_by, found.reviewed_on) == ("A reader", "2026-11-22")
    assert found.review_note == "It pays, it is no partner."


def test_a_rejected_passage_carries_nothing(small_graph: GraphStore) -> None:
    project = Iri(f"{BASE}id/kazakhstan-sme-project-aaaaaaaj")
    union = Iri(f"{BASE}id/european-union-aaaaaaad")
    assert passages_for(small_graph, Labels(small_graph), project, CG.partner, union) == ()


def test_what_a_passage_does_not_say_is_empty(long_document: GraphStore) -> None:
    found = passage(long_document, Labels(long_document), Iri(f"{BASE}ev/{7:016x}"))
    assert (found.start, found.end, found.quote.language) == (70, 75, "en")
    assert (found.confidence, found.rule, found.role, found.modality) == ("", "", None, None)
    assert not found.former
    assert not found.at_least
    assert (found.reviewed_by, found.reviewed_on, found.review_note) == ("", "", "")
    assert not found.is_rejected


def test_an_unheard_of_passage_is_not_found(long_document: GraphStore) -> None:
    with pytest.raises(NotFound):
        passage(long_document, Labels(long_document), Iri(f"{BASE}ev/ffffffffffffffff"))
