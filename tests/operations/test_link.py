"""The sectors of our documents are linked to the tree of sectors, and questions go down it."""

import pytest
from pyoxigraph import Literal, NamedNode

from clustergraph.iris import concept_iri, graph_iri
from clustergraph.model import Iri, LangString, MentionPlace, ResolvedEntity, ResolvedGraph, Span
from clustergraph.operations.link import link_quads
from clustergraph.sparql.catalogue import find_query
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG

LINKS = NamedNode(graph_iri("links"))
TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
PREF_LABEL = NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
RIGHT = {
    ("Agricultural Machinery", "exactMatch", "agricultural-machinery"),
    ("Clothing Design", "exactMatch", "fashion-design"),
    ("Contract Manufacturing (furniture)", "broadMatch", "furniture"),
    ("Gourmet Food", "broadMatch", "food"),
    ("Interior Design", "exactMatch", "interior-design"),
    ("Microelectronics", "exactMatch", "microelectronics"),
    ("Nature Tourism", "exactMatch", "nature-tourism"),
    ("Technical Textile", "exactMatch", "technical-textiles"),
    ("Wedding Textile", "broadMatch", "textiles"),
    ("Wedding Tourism", "broadMatch", "tourism"),
    ("Wicker", "exactMatch", "wickerwork"),
    ("agribusiness", "exactMatch", "agrifood"),
    ("agriculture", "exactMatch", "agriculture"),
    ("energy efficiency", "exactMatch", "energy-efficiency"),
    ("metalworking", "exactMatch", "metalworking"),
}
"""What a person who knows the documents would link; a new sector is to be judged and added."""


def _label(graph: GraphStore, iri: NamedNode) -> str:
    labels = (quad.object for quad in graph.quads(iri, PREF_LABEL))
    (english,) = (v for v in labels if isinstance(v, Literal) and v.language == "en")
    return english.value


def _local(term: object) -> str:
    assert isinstance(term, NamedNode)
    return Iri(term.value).local


def _labels(graph: GraphStore, branch: str) -> list[str]:
    """The sectors of the clusters in a branch."""
    rows = graph.select(find_query("clusters-in-branch"), branch=concept_iri("sectors", branch))
    sectors = {row["sector"] for row in rows}
    return sorted(_label(graph, sector) for sector in sectors if isinstance(sector, NamedNode))


def _graph_of(kind: Iri, name: str) -> ResolvedGraph:
    entity = ResolvedEntity(
        iri=Iri("https://w3id.org/clustergraph/id/it-aaaaaaaa"),
        kind=kind,
        labels=(LangString(name, "en"),),
        mentions=(MentionPlace("d1", Span(0, 1)),),
    )
    return ResolvedGraph(documents=(), entities=(entity,), statements=())


def test_every_sector_of_our_documents_is_linked_as_a_person_would(our_graph: GraphStore) -> None:
    sectors = [quad.subject for quad in our_graph.quads(None, TYPE, NamedNode(CG.Sector))]
    links = {
        (_label(our_graph, sector).lower(), _local(link.predicate), _local(link.object))
        for sector in sectors
        if isinstance(sector, NamedNode)
        for link in our_graph.quads(sector, graph=LINKS)
    }
    assert links == {(name.lower(), relation, concept) for name, relation, concept in RIGHT}
    assert len(sectors) == len(links)


@pytest.mark.parametrize(
    ("branch", "sectors"),
    [
        ("textiles", ["Technical Textile", "Wedding Textile"]),
        ("textiles-and-clothing", ["Clothing Design", "Technical Textile", "Wedding Textile"]),
        ("creative-industries", ["Clothing Design", "Interior Design"]),
        ("tourism", ["Nature Tourism", "Wedding Tourism"]),
        ("mining", []),
    ],
)
def test_the_clusters_of_a_branch_are_found_down_the_tree(
    our_graph: GraphStore, branch: str, sectors: list[str]
) -> None:
    assert _labels(our_graph, branch) == sectors


def test_a_sector_that_no_label_fits_has_no_link() -> None:
    assert list(link_quads(_graph_of(CG.Sector, "Party supplies"))) == []


def test_only_sectors_are_linked() -> None:
    assert list(link_quads(_graph_of(CG.Cluster, "Tourism"))) == []
    assert len(list(link_quads(_graph_of(CG.Sector, "Tourism")))) == 1
