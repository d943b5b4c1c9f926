"""Link what documents name to the vocabularies: their sectors to the tree of sectors."""

from collections.abc import Iterator
from typing import Final

from pyoxigraph import NamedNode, Quad

from clustergraph.iris import graph_iri
from clustergraph.model import ResolvedGraph
from clustergraph.rdf.prefixes import PREFIXES
from clustergraph.rdf.vocabularies import read_concepts
from clustergraph.resolving import Vocabulary
from clustergraph.vocab import CG

__all__ = ["link_quads"]

_EXACT_MATCH: Final = NamedNode(PREFIXES["skos"] + "exactMatch")
_BROAD_MATCH: Final = NamedNode(PREFIXES["skos"] + "broadMatch")


def link_quads(graph: ResolvedGraph) -> Iterator[Quad]:
    """Yield into ``graph/links`` which concept each sector is, or which one is broader.

    A sector keeps its IRI and the words of its documents; one that no label fits has no link.
    """
    links = NamedNode(graph_iri("links"))
    sectors = Vocabulary(read_concepts("sectors"))
    for entity in graph.entities:
        names = (*entity.labels, *entity.alternatives)
        if entity.kind == CG.Sector and (match := sectors.match(names)):
            relation = _EXACT_MATCH if match.is_same else _BROAD_MATCH
            yield Quad(NamedNode(entity.iri), relation, NamedNode(match.concept), links)
