"""What has a page of its own: terms, concepts, documents and entities, all of them, in order.

Lists of them for people are facetted and come by pages (``look_up``).
"""

from collections.abc import Iterable, Iterator
from typing import Final

from pyoxigraph import NamedNode

from clustergraph.iris import BASE, graph_iri, is_entity
from clustergraph.model import Iri
from clustergraph.rdf.prefixes import expand
from clustergraph.store.graph import GraphStore
from clustergraph.store.written import written_quads
from clustergraph.vocab import CG

__all__ = ["inventory"]

_TYPE: Final = NamedNode(expand("rdf:type"))
_SCHEME: Final = NamedNode(expand("skos:ConceptScheme"))
_CONCEPT: Final = NamedNode(expand("skos:Concept"))
_DOCUMENT: Final = NamedNode(CG.Document)
_DEFINED: Final = NamedNode(expand("rdfs:isDefinedBy"))
_ASSERTED: Final = NamedNode(graph_iri("asserted"))
_ONTOLOGY: Final = NamedNode(graph_iri("ontology"))


def inventory(graph: GraphStore) -> list[Iri]:
    """Return the IRIs of all that the base names and that has a page, the few before the many.

    Cost: linear in the number of entities, and a sort of them.
    """
    parts = (
        {quad.subject for quad in graph.quads(None, _DEFINED, None, _ONTOLOGY)},
        {quad.subject for quad in graph.quads(None, _TYPE, _SCHEME)},
        {quad.subject for quad in graph.quads(None, _TYPE, _CONCEPT)},
        {quad.subject for quad in graph.quads(None, _TYPE, _DOCUMENT)},
        {quad.subject for quad in graph.quads(None, _TYPE, None, _ASSERTED)},
        set(_written_things(graph)),
    )
    return list(dict.fromkeys(iri for part in parts for iri in _ours(part)))


def _written_things(graph: GraphStore) -> Iterator[NamedNode]:
    """Yield what people gave a class and an address like that of an entity."""
    for quad in written_quads(graph, _TYPE):
        if isinstance(quad.subject, NamedNode) and is_entity(quad.subject.value):
            yield quad.subject


def _ours(nodes: Iterable[object]) -> Iterator[Iri]:
    named = (node.value for node in nodes if isinstance(node, NamedNode))
    return (Iri(iri) for iri in sorted(named) if iri.startswith(BASE))
