"""Graphs in which places have coordinates, for tests of maps and timelines."""

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad, RdfFormat, Store, parse

from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.rdf.ontology import ontology_quads
from clustergraph.store.graph import GraphStore
from clustergraph.store.inferring import infer

__all__ = ["graph_of_triples", "iri", "located_quads"]

_PREFIXES = f"""
PREFIX cg: <{BASE}ns#>
PREFIX geo: <http://www.w3.org/2003/01/geo/wgs84_pos#>
PREFIX graph: <{BASE}graph/>
PREFIX id: <{BASE}id/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""


def iri(local: str) -> Iri:
    """Return the IRI of a thing."""
    return Iri(f"{BASE}id/{local}")


def located_quads(
    asserted: str, places: Iterable[tuple[str, float | str, float]] = ()
) -> Iterator[Quad]:
    """Yield what is asserted, in Turtle, and the coordinates of places by latitude, longitude."""
    points = " . ".join(
        f"id:{place} geo:lat {north} ; geo:long {east}" for place, north, east in places
    )
    text = f"{_PREFIXES} GRAPH graph:asserted {{ {asserted} }} GRAPH graph:places {{ {points} }}"
    return parse(text, format=RdfFormat.TRIG)


def graph_of_triples(
    asserted: str, places: Iterable[tuple[str, float | str, float]] = ()
) -> GraphStore:
    """Return a graph with these, the ontology, and what follows."""
    store = Store()
    store.extend(ontology_quads())
    store.extend(located_quads(asserted, places))
    infer(store)
    return GraphStore(store)
