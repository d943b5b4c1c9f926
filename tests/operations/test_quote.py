from collections.abc import Iterator

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from clustergraph.errors import NotFound
from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.labels import Labels
from clustergraph.operations.quote import passage, passages_in
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


def test_a_long_document_is_read_page_by_page_without_gap_or_overlap(
    long_document: GraphStore,
) -> None:
    starts: list[int] = []
    following: int | None = 0
    pages = 0
    while following is not None:
        found, following = passages_in(long_document, Labels(long_document), DOCUMENT, following)
        starts += [each.start for each in found]
        pages += 1
    assert starts == [number * 10 for number in range(250)]
    assert pages == 3


def test_what_a_passage_does_not_say_is_empty(long_document: GraphStore) -> None:
    found = passage(long_document, Labels(long_document), Iri(f"{BASE}ev/{7:016x}"))
    assert (found.start, found.end, found.quote.language) == (70, 75, "en")
    assert (found.confidence, found.rule, found.role, found.modality) == ("", "", None, None)
    assert not found.former
    assert not found.at_least


def test_an_unheard_of_passage_is_not_found(long_document: GraphStore) -> None:
    with pytest.raises(NotFound):
        passage(long_document, Labels(long_document), Iri(f"{BASE}ev/ffffffffffffffff"))
