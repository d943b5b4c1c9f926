"""A home whose things bear identifiers of others, were merged, or are gone, for tests."""

from pathlib import Path

from pyoxigraph import RdfFormat, parse

from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.rdf.ontology import ontology_quads
from clustergraph.store.versions import Home
from given.homes import publish_quads

__all__ = ["ANDORRA", "ELM", "LARCH", "OAK", "PINE", "WOOD", "linked_home"]

ANDORRA = Iri(f"{BASE}id/andorra-aaaaaaaa")
OAK = Iri(f"{BASE}id/oak-cluster-bbbbbbbb")
ELM = Iri(f"{BASE}id/elm-cluster-cccccccc")
PINE = Iri(f"{BASE}id/pine-cluster-dddddddd")
LARCH = Iri(f"{BASE}id/larch-cluster-ffffffff")
WOOD = Iri(f"{BASE}id/wood-processing-eeeeeeee")

_GRAPH = """
PREFIX cg: <https://w3id.org/clustergraph/ns#>
PREFIX country: <http://publications.europa.eu/resource/authority/country/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX doc: <https://w3id.org/clustergraph/doc/>
PREFIX graph: <https://w3id.org/clustergraph/graph/>
PREFIX id: <https://w3id.org/clustergraph/id/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX sectors: <https://w3id.org/clustergraph/voc/sectors/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX wd: <http://www.wikidata.org/entity/>

GRAPH graph:asserted {
    id:andorra-aaaaaaaa a cg:Country ; skos:prefLabel "Andorra"@en, "Андора"@bg .
    id:oak-cluster-bbbbbbbb a cg:Cluster ; skos:prefLabel "Oak Cluster"@en .
    id:oak-cluster-bbbbbbbb cg:locatedIn id:andorra-aaaaaaaa .
    id:elm-cluster-cccccccc a cg:Cluster ; skos:prefLabel "Elm Cluster"@en .
    id:pine-cluster-dddddddd a cg:Cluster ; skos:prefLabel "Pine"@en .
    id:pine-project-dddddddd a cg:Project ; skos:prefLabel "Pine"@en .
    id:larch-cluster-ffffffff a cg:Cluster ; skos:prefLabel "Larch Cluster"@en .
    id:wood-processing-eeeeeeee a cg:Sector ; skos:prefLabel "Wood processing"@en .
}
GRAPH graph:doc\\/0123456789abcdef {
    doc:0123456789abcdef a cg:Document ;
        dcterms:identifier "trees.txt" ; dcterms:title "Trees and clusters"@en .
}
GRAPH graph:redirects {
    id:old-oak-cluster-bbbbbbba owl:deprecated true ; dcterms:isReplacedBy id:oak-cluster-bbbbbbbb .
    id:ash-cluster-dddddddd owl:deprecated true .
}
GRAPH graph:links {
    id:andorra-aaaaaaaa skos:exactMatch country:AND .
    id:oak-cluster-bbbbbbbb skos:exactMatch wd:Q5, <https://www.gleif.org/lei/5493001KJTIIGC8Y1R12>,
        <https://cluster.example/profiles/7/> .
    id:elm-cluster-cccccccc skos:exactMatch wd:Q6, <https://cluster.example/Wi%C4%85z> .
    id:larch-cluster-ffffffff skos:exactMatch wd:Q6 ; skos:closeMatch wd:Q7, country:FRA .
    id:pine-cluster-dddddddd skos:relatedMatch wd:Q8 .
    id:wood-processing-eeeeeeee skos:exactMatch sectors:wood-processing .
}
"""


def linked_home(folder: Path) -> Home:
    """Publish it in the folder."""
    home = Home(folder)
    publish_quads(home, [*parse(_GRAPH, format=RdfFormat.TRIG), *ontology_quads()])
    return home
