"""Show what one named graph holds, or the default graph, a subject at a time.

Whole graphs go to programs by the Graph Store Protocol; who wrote to one is in ``written``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from pyoxigraph import DefaultGraph, NamedNode, Triple

from clustergraph.model import Iri
from clustergraph.operations.consult import Text, told
from clustergraph.store.graph import GraphStore

__all__ = ["GraphContent", "Value", "show_graph"]

Value = Iri | Text
"""An IRI, a literal, or in words what is neither: a blank node, a triple, or an odd IRI."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphContent:
    """The values of each property of each subject; ``is_whole`` where nothing is left out."""

    subjects: Mapping[Value, Mapping[Value, Sequence[Value]]]
    is_whole: bool


def show_graph(graph: GraphStore, name: Iri | None, *, most: int) -> GraphContent:
    """Return the first statements of a graph, ``most`` of them; None is the default graph."""
    of = DefaultGraph() if name is None else NamedNode(name)
    quads = list(islice(graph.quads(graph=of), most + 1))
    subjects: dict[Value, dict[Value, list[Value]]] = {}
    for quad in quads[:most]:
        said = subjects.setdefault(_plain(quad.subject), {})
        said.setdefault(_plain(quad.predicate), []).append(_plain(quad.object))
    return GraphContent(subjects=subjects, is_whole=len(quads) <= most)


def _plain(term: object) -> Value:
    if isinstance(term, Triple):
        return Text(f"<<( {term} )>>")
    found = told(term)
    return Text(str(term)) if found is None else found
