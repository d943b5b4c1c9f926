"""Keep what is forgotten out of what was written: its addresses, and the words that name it.

Which they are follows from the build; nothing of it is known here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final, TypeAlias

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from clustergraph.iris import skolem_iri
from clustergraph.operations.writing.log import Entry
from clustergraph.rdf.prefixes import expand
from clustergraph.resolving import Resolved
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG

__all__ = ["Veiling"]

_Term: TypeAlias = NamedNode | BlankNode | Literal | Triple

_TERMS_KEPT: Final = 100_000
_OF_PASSAGES: Final = tuple(
    map(NamedNode, (expand("rdf:subject"), expand("rdf:object"), CG.inDocument))
)
"""What tells which things a passage speaks of, and where it stands."""


class Veiling:
    """Tells what was written as the graph that a build made may tell it.

    A statement of what is forgotten goes, and so does one with an address in which it is named; in
    literals its name is hidden; what has another address now is told there. Blank nodes become
    IRIs, since nothing of a build is one.
    """

    def __init__(self, resolved: Resolved) -> None:
        self._now_at = {str(each.iri): each.replaced_by for each in resolved.graph.withheld}
        self._cover = resolved.cover
        self._term = lru_cache(_TERMS_KEPT)(self._seen)

    def torn(self, graph: GraphStore) -> frozenset[object]:
        """Return the passages that speak of what is kept out, or are of a document that is.

        As with those that builds read, nothing of them stays, neither their words.
        """
        gone = [NamedNode(iri) for iri, replaced_by in self._now_at.items() if not replaced_by]
        return frozenset(
            quad.subject
            for node in gone
            for property_ in _OF_PASSAGES
            for quad in graph.quads(None, property_, node)
        )

    def quads(self, quads: Iterable[Quad]) -> Iterator[Quad]:
        """Yield what is left of quads."""
        for quad in quads:
            if (veiled := self._quad(quad)) is not None:
                yield veiled

    def graphs(self, names: Iterable[NamedNode]) -> Iterator[NamedNode]:
        """Yield what is left of the names of graphs."""
        for name in names:
            if isinstance(veiled := self._term(name), NamedNode):
                yield veiled

    def entry(self, entry: Entry) -> Entry:
        """Return what is left of what is told of a write."""
        return replace(
            entry,
            by=self._cover(entry.by),
            graphs=tuple(self._named(entry.graphs)),
            warnings=tuple(
                {name: self._cover(text) for name, text in warning.items()}
                for warning in entry.warnings
            ),
        )

    def _quad(self, quad: Quad) -> Quad | None:
        triple = self._term(quad.triple)
        if not isinstance(triple, Triple):
            return None
        if isinstance(quad.graph_name, DefaultGraph):
            return Quad(triple.subject, triple.predicate, triple.object)
        graph = self._term(quad.graph_name)
        if not isinstance(graph, NamedNode):
            return None
        return Quad(triple.subject, triple.predicate, triple.object, graph)

    def _seen(self, term: _Term) -> _Term | None:
        match term:
            case NamedNode():
                return self._node(term)
            case BlankNode():
                return NamedNode(skolem_iri(term.value))
            case Literal():
                return self._literal(term)
            case _:
                return self._triple(term)

    def _node(self, node: NamedNode) -> NamedNode | None:
        if node.value in self._now_at:
            now = self._now_at[node.value]
            return NamedNode(now) if now else None
        return node if self._cover(node.value) == node.value else None

    def _literal(self, literal: Literal) -> Literal:
        text = self._cover(literal.value)
        if text == literal.value:
            return literal
        if literal.language:
            return Literal(text, language=literal.language, direction=literal.direction)
        return Literal(text, datatype=literal.datatype)

    def _triple(self, triple: Triple) -> Triple | None:
        subject, predicate = self._term(triple.subject), self._term(triple.predicate)
        value = self._term(triple.object)
        if isinstance(subject, NamedNode | Triple) and isinstance(predicate, NamedNode) and value:
            return Triple(subject, predicate, value)
        return None

    def _named(self, graphs: Iterable[str | None]) -> Iterator[str | None]:
        for graph in graphs:
            if graph is None:
                yield None
            else:
                yield from (name.value for name in self.graphs([NamedNode(graph)]))
