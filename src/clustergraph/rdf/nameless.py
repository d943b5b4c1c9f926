"""Names that stand for blank nodes, taken away again for tools that want nodes without a name.

How such names are made is in ``iris``; the store holds no blank node.
"""

from typing import Final, TypeVar

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from clustergraph.iris import skolem_iri

__all__ = ["without_names"]

Other = TypeVar("Other", NamedNode | BlankNode | Triple, NamedNode | BlankNode | Literal | Triple)

_NAMES: Final = skolem_iri("")
_LETTER: Final = "b-"
"""XML has no labels that begin with a digit."""


def without_names(quad: Quad) -> Quad:
    """Make blank nodes of the names that stand for such (RDF 1.1 Concepts, section 3.5)."""
    subject, value = _nameless(quad.subject), _nameless(quad.object)
    return Quad(subject, quad.predicate, value, quad.graph_name)


def _nameless(term: Other) -> Other | BlankNode:
    if not isinstance(term, NamedNode) or not term.value.startswith(_NAMES):
        return term
    return BlankNode(_LETTER + term.value.removeprefix(_NAMES))
