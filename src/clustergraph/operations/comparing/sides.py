"""One of two versions that are compared: its graph, and the quads that it alone holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from clustergraph.iris import BASE, graph_iri
from clustergraph.model import Iri
from clustergraph.operations.comparing.changes import Quote
from clustergraph.operations.consult import told
from clustergraph.operations.labels import Labels
from clustergraph.rdf.prefixes import expand
from clustergraph.store.graph import GraphStore
from clustergraph.store.written import is_written
from clustergraph.vocab import CG

__all__ = ["Node", "Passage", "Side", "Term"]

Node = NamedNode
Term = NamedNode | BlankNode | Literal | Triple

_ASSERTED: Final = NamedNode(graph_iri("asserted"))
_DOCUMENT: Final = NamedNode(CG.Document)
_IN_DOCUMENT: Final = NamedNode(CG.inDocument)
_STATUS: Final = NamedNode(CG.reviewStatus)
_TYPE: Final = NamedNode(expand("rdf:type"))
_PREF_LABEL: Final = NamedNode(expand("skos:prefLabel"))
_NAMES: Final = {
    _PREF_LABEL,
    NamedNode(expand("skos:altLabel")),
    NamedNode(expand("rdfs:label")),
}
_ENDS: Final = tuple(NamedNode(expand(f"rdf:{end}")) for end in ("subject", "predicate", "object"))
_DOCUMENTS: Final = f"{BASE}doc/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A passage as a side has it: which statement it carries, in which words, and its status."""

    node: Node
    statement: Triple
    quote: Quote
    status: str


class Side:
    """A version that is compared with another.

    Args:
        graph: its store.
        quads: what it holds and the other does not.
    """

    def __init__(self, graph: GraphStore, quads: tuple[Quad, ...]) -> None:
        self.quads = quads
        self._graph = graph
        self._labels = Labels(graph)

    # -- What differs

    @cached_property
    def typed(self) -> frozenset[Node]:
        """The entities that this side alone gives one of their classes."""
        return self._subjects(quad for quad in self._stated if quad.predicate == _TYPE)

    @cached_property
    def named(self) -> frozenset[Node]:
        """The entities that this side alone gives one of their preferred names."""
        return self._subjects(quad for quad in self._stated if quad.predicate == _PREF_LABEL)

    @cached_property
    def statements(self) -> frozenset[Triple]:
        """The statements, apart from classes and names; other names that somebody wrote are in."""
        return frozenset(quad.triple for quad in self._stated if not _is_apart(quad))

    def documents_here_only(self) -> dict[str, Node]:
        """Return the documents that the other side has not, by the names of their files."""
        found = (quad for quad in self._built if quad.predicate == _TYPE)
        documents = self._subjects(quad for quad in found if quad.object == _DOCUMENT)
        return {self.words(document, "dcterms:identifier"): document for document in documents}

    def said_of_documents(self) -> Iterator[tuple[Node, Node]]:
        """Yield documents, and by which predicate something else is said of them here."""
        for quad in self._built:
            if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(_DOCUMENTS):
                yield quad.subject, quad.predicate

    def passages_that_differ(self) -> Iterator[Passage]:
        """Yield the passages that the other side has not, or about which it decided otherwise."""
        decisive = (_IN_DOCUMENT, _STATUS)
        nodes = self._subjects(quad for quad in self._built if quad.predicate in decisive)
        for node in sorted(nodes, key=str):
            if (passage := self.passage(node)) is not None:
                yield passage

    # -- What there is

    def has_document(self, document: Node) -> bool:
        """Tell whether the document is among those of this side."""
        return any(self._graph.quads(document, _TYPE, _DOCUMENT))

    def has_entity(self, entity: Node) -> bool:
        """Tell whether some document of this side speaks of the entity, or somebody wrote of it."""
        return any(_is_stated(quad) for quad in self._graph.quads(entity, _TYPE))

    def states(self, statement: Triple) -> bool:
        """Tell whether the statement holds on this side."""
        ends = statement.subject, statement.predicate, statement.object
        return any(map(_is_stated, self._graph.quads(*ends)))

    def is_written(self, statement: Triple) -> bool:
        """Tell whether the statement holds only because somebody wrote it."""
        ends = statement.subject, statement.predicate, statement.object
        found = [quad.graph_name for quad in self._graph.quads(*ends)]
        return _ASSERTED not in found and any(map(is_written, found))

    def states_something(self, subject: Node, predicate: Node) -> bool:
        """Tell whether anything is stated of the subject by the predicate."""
        return any(map(_is_stated, self._graph.quads(subject, predicate)))

    def passage(self, node: Node) -> Passage | None:
        """Return the passage; None where this side has it not."""
        said = {quad.predicate: quad.object for quad in self._graph.quads(node)}
        subject, predicate, value = (said.get(end) for end in _ENDS)
        if not isinstance(subject, NamedNode) or not isinstance(predicate, NamedNode) or not value:
            return None
        return Passage(
            node=node,
            statement=Triple(subject, predicate, value),
            quote=Quote(
                passage=node.value,
                text=_text(said.get(NamedNode(CG.quote))),
                document=self.label(said.get(_IN_DOCUMENT)),
            ),
            status=_text(said.get(_STATUS)),
        )

    # -- How it is called

    def label(self, term: Term | None) -> str:
        """Say what a thing is called, or what a literal says."""
        if isinstance(term, NamedNode):
            iri = Iri(term.value)
            return self._labels.thing(iri).label.text or term.value
        return _text(term)

    def kind(self, entity: Term) -> str:
        """Say of which class an entity is; empty where it has none."""
        kind = self._labels.thing(Iri(_text(entity))).kind
        return self._labels.thing(kind).label.text if kind else ""

    def kind_iri(self, entity: Term) -> str:
        """Return the IRI of the class of an entity; empty where it has none."""
        return self._labels.thing(Iri(_text(entity))).kind or ""

    def words(self, node: Node, property_: str) -> str:
        """Return a literal that is said of a node by a property such as ``dcterms:title``."""
        quads = self._graph.quads(node, NamedNode(expand(property_)))
        return min((_text(quad.object) for quad in quads), default="")

    @cached_property
    def _stated(self) -> tuple[Quad, ...]:
        """What is said of things, where words can tell it."""
        return tuple(quad for quad in self.quads if _is_stated(quad) and _can_be_told(quad))

    @cached_property
    def _built(self) -> tuple[Quad, ...]:
        return tuple(quad for quad in self.quads if not is_written(quad.graph_name))

    @staticmethod
    def _subjects(quads: Iterator[Quad]) -> frozenset[Node]:
        nodes = (quad.subject for quad in quads)
        return frozenset(node for node in nodes if isinstance(node, NamedNode))


def _is_stated(quad: Quad) -> bool:
    return quad.graph_name == _ASSERTED or is_written(quad.graph_name)


def _is_apart(quad: Quad) -> bool:
    apart = {_TYPE, _PREF_LABEL} if is_written(quad.graph_name) else {_TYPE, *_NAMES}
    return quad.predicate in apart


def _can_be_told(quad: Quad) -> bool:
    """Tell whether all of it has an address that is one, or is a literal."""
    ends = (quad.subject, quad.predicate, quad.object)
    return all(told(end) is not None for end in ends) and isinstance(quad.subject, NamedNode)


def _text(term: Term | None) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else ""
