"""One line of JSON-LD for each entity: what is said of it, its passages, and their documents."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import IO, Final

from pyoxigraph import BlankNode, NamedNode, Triple

from clustergraph.iris import graph_iri
from clustergraph.rdf.jsonld import to_jsonld
from clustergraph.rdf.prefixes import expand
from clustergraph.rdf.sorting import sorted_quads
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG

__all__ = ["write_entity_lines"]

Subject = NamedNode | BlankNode | Triple

_ASSERTED: Final = NamedNode(graph_iri("asserted"))
_TYPE: Final = NamedNode(expand("rdf:type"))
_SUBJECT: Final = NamedNode(expand("rdf:subject"))
_REIFIES: Final = NamedNode(expand("rdf:reifies"))
_IN_DOCUMENT: Final = NamedNode(CG.inDocument)


def write_entity_lines(graph: GraphStore, output: IO[bytes]) -> None:
    """Write all entities, sorted by IRI; the first node of each line's graph is the entity."""
    typed = sorted_quads(graph.quads(None, _TYPE, None, _ASSERTED))
    for entity, _ in groupby(typed, key=lambda quad: quad.subject):
        output.write(to_jsonld(_about(graph, entity), indent=None) + b"\n")


def _about(graph: GraphStore, entity: Subject) -> Iterator[Triple]:
    yield from _said_of(graph, entity)
    passages = _sorted({quad.subject for quad in graph.quads(None, _SUBJECT, entity)})
    for passage in passages:
        yield from _said_of(graph, passage)
    for document in _sorted(_documents(graph, passages)):
        yield from _said_of(graph, document)


def _said_of(graph: GraphStore, subject: Subject) -> list[Triple]:
    triples = {quad.triple for quad in graph.quads(subject) if quad.predicate != _REIFIES}
    return sorted(triples, key=str)


def _documents(graph: GraphStore, passages: Iterable[Subject]) -> set[Subject]:
    return {
        quad.object
        for passage in passages
        for quad in graph.quads(passage, _IN_DOCUMENT)
        if isinstance(quad.object, NamedNode)
    }


def _sorted(terms: Iterable[Subject]) -> list[Subject]:
    return sorted(terms, key=str)
