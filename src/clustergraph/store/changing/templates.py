"""Quads with variables, and what becomes of them with the values of a solution."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, QuerySolution, Triple

__all__ = ["Pattern"]

Node = NamedNode | BlankNode
Value = NamedNode | BlankNode | Literal | Triple


class Pattern:
    """Quads of which some terms stand for variables.

    Its blank nodes are new ones in each solution (SPARQL 1.1 Update, section 3.1.3).
    """

    def __init__(self, quads: Iterable[Quad], variables: Mapping[str, str]) -> None:
        """Keep the quads, and the variables' names by the IRIs that stand for them."""
        self.quads: Final = tuple(dict.fromkeys(quads))
        self._parts = [
            (quad.subject, quad.predicate, quad.object, quad.graph_name) for quad in self.quads
        ]
        self._variables = variables

    @property
    def graphs(self) -> list[Node | DefaultGraph]:
        """The graphs of its quads that are no variables, each once."""
        names = (quad.graph_name for quad in self.quads)
        return [*dict.fromkeys(name for name in names if not self._is_variable(name))]

    @property
    def makes_nodes(self) -> bool:
        """Whether it has blank nodes."""
        return any(_is_nameless(quad.subject) or _is_nameless(quad.object) for quad in self.quads)

    def filled(self, solution: QuerySolution) -> Iterator[Quad]:
        """Yield the quads with a solution's values.

        Left out are those with a place for which there is no value, or one that can't stand there.
        """
        if not self._parts:
            return
        filling = _Filling({iri: solution[name] for iri, name in self._variables.items()})
        for subject, predicate, value, graph in self._parts:
            filled = filling.terms(subject, predicate, value)
            name = filling.graph(graph)
            if filled is not None and name is not None:
                yield Quad(*filled, name)

    def _is_variable(self, graph: Node | DefaultGraph) -> bool:
        return isinstance(graph, NamedNode) and graph.value in self._variables


def _is_nameless(term: Value) -> bool:
    if isinstance(term, Triple):
        return _is_nameless(term.subject) or _is_nameless(term.object)
    return isinstance(term, BlankNode)


class _Filling:
    """Puts values for variables, and new blank nodes for a template's."""

    def __init__(self, values: Mapping[str, Value | None]) -> None:
        self._values = values
        self._nodes: dict[BlankNode, BlankNode] = {}

    def terms(
        self, subject: Value, predicate: Value, value: Value
    ) -> tuple[Node, NamedNode, Value] | None:
        """Return a triple's terms with the values, or None where they make none."""
        node, property_, other = self._term(subject), self._term(predicate), self._term(value)
        if not isinstance(node, NamedNode | BlankNode) or not isinstance(property_, NamedNode):
            return None
        return None if other is None else (node, property_, other)

    def graph(self, name: Node | DefaultGraph) -> Node | DefaultGraph | None:
        """Return the graph, or None where there can be none."""
        if not isinstance(name, NamedNode):
            return name
        value = self._values.get(name.value, name)
        return value if isinstance(value, NamedNode) else None

    def _term(self, term: Value) -> Value | None:
        match term:
            case NamedNode():
                return self._values.get(term.value, term)
            case BlankNode():
                return self._nodes.setdefault(term, BlankNode())
            case Triple():
                filled = self.terms(term.subject, term.predicate, term.object)
                return None if filled is None else Triple(*filled)
            case _:
                return term
