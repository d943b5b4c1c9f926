"""Places get coordinates from the gazetteer, with their source, apart from what documents say."""

from datetime import date
from decimal import Decimal

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store

from clustergraph.iris import BASE, graph_iri
from clustergraph.languages import load_gazetteer
from clustergraph.model import Iri
from clustergraph.operations.building.locate import coordinate_quads
from clustergraph.operations.describing.express import quads_about
from clustergraph.rdf.prefixes import expand
from clustergraph.resolving import Registry, resolve
from clustergraph.store.graph import GraphStore
from given.located import graph_of_triples, iri
from given.sketches import CG, Sketch

COMMENT = expand("rdfs:comment")
SOURCE = expand("prov:wasDerivedFrom")


def quads_of(kind: Iri, name: str, key: str) -> list[Quad]:
    sketch = Sketch(f"{name} is where they met.")
    sketch.entity(kind, name, gazetteer=key)
    graph = resolve([sketch.graph], Registry(), today=date(2026, 11, 22)).graph
    return list(coordinate_quads(graph))


def said(quads: list[Quad], predicate: str) -> set[str]:
    return {
        quad.object.value
        for quad in quads
        if quad.predicate == NamedNode(predicate) and isinstance(quad.object, Literal | NamedNode)
    }


def test_a_city_lies_where_geonames_says_and_tells_so() -> None:
    quads = quads_of(CG.City, "Shymkent", "city:1518980")
    assert said(quads, expand("geo:lat")) == {"42.30988"}
    assert said(quads, expand("geo:long")) == {"69.60042"}
    assert said(quads, SOURCE) == {"https://sws.geonames.org/1518980/"}
    assert said(quads, COMMENT) == {
        "By its name it is city:1518980 in the gazetteer; GeoNames says where that is."
    }


def test_a_country_lies_at_its_capital() -> None:
    quads = quads_of(CG.Country, "Kazakhstan", "country:KZ")
    assert said(quads, SOURCE) == {"https://sws.geonames.org/1526273/"}
    assert "GeoNames says where its capital is." in min(said(quads, COMMENT))


def test_a_region_lies_at_its_largest_city() -> None:
    quads = quads_of(CG.Region, "Catalonia", "region:ES-CT")
    assert said(quads, SOURCE) == {"https://sws.geonames.org/3128760/"}
    assert "GeoNames says where its largest city is." in min(said(quads, COMMENT))


def test_a_place_that_could_be_another_one_of_its_name_is_called_the_likeliest() -> None:
    comments = said(quads_of(CG.City, "Barcelona", "city:3128760"), COMMENT)
    assert min(comments).startswith("Of the places of its name the likeliest is city:3128760")


def test_a_place_that_nobody_looked_up_lies_where_the_only_one_of_its_name_and_class_lies() -> None:
    assert said(quads_of(CG.City, "Shymkent", ""), SOURCE) == {"https://sws.geonames.org/1518980/"}


def test_all_that_is_said_of_coordinates_stands_in_a_graph_of_its_own() -> None:
    quads = quads_of(CG.City, "Shymkent", "city:1518980")
    assert {quad.graph_name for quad in quads} == {NamedNode(graph_iri("places"))}


@pytest.mark.parametrize(
    ("kind", "name", "key"),
    [
        (CG.Region, "Shymkent", ""),
        (CG.City, "London", ""),
        (CG.Organisation, "Shymkent", "city:1518980"),
        (CG.Organisation, "UNDP", "organisation:undp"),
        (CG.City, "UNDP", "organisation:undp"),
        (CG.Region, "Western Balkans", "region:western-balkans"),
    ],
)
def test_what_is_no_place_or_has_no_point_has_no_coordinates(
    kind: Iri, name: str, key: str
) -> None:
    assert quads_of(kind, name, key) == []


def test_every_point_of_the_gazetteer_is_that_of_a_city_and_on_earth() -> None:
    gazetteer = load_gazetteer()
    keys = {key for keys in gazetteer.places_by_name.values() for key in keys}
    places = [gazetteer.place(key) for key in keys]
    cities = {(it.latitude, it.longitude) for it in places if it.kind == CG.City}
    points = {(it.latitude, it.longitude) for it in places if it.latitude is not None}
    assert points <= cities
    assert all(abs(north or 0) <= 90 and abs(east or 0) <= 180 for north, east in points)


def test_a_query_finds_places_in_a_box_of_degrees() -> None:
    store = Store()
    store.extend(quads_of(CG.City, "Shymkent", "city:1518980"))
    rows = store.query(
        "PREFIX geo: <http://www.w3.org/2003/01/geo/wgs84_pos#> SELECT ?lat ?long WHERE "
        "{ ?place geo:lat ?lat ; geo:long ?long . FILTER (?lat > 42 && ?long < 70) }",
        use_default_graph_as_union=True,
    )
    assert isinstance(rows, QuerySolutions)
    assert [row["lat"].value for row in rows] == ["42.30988"]


def test_our_places_have_coordinates_that_no_document_says(our_graph: GraphStore) -> None:
    quads = list(our_graph.quads(predicate=NamedNode(expand("geo:lat"))))
    assert len(quads) >= 20
    assert {quad.graph_name for quad in quads} == {NamedNode(graph_iri("places"))}
    assert all(isinstance(it.object, Literal) and Decimal(it.object.value) for it in quads)


def test_the_data_of_a_place_of_which_very_much_is_said_still_tell_where_it_is() -> None:
    mentioned = " , ".join(f"<{BASE}doc/{number:016x}>" for number in range(101))
    kazakhstan = f"id:kz a cg:Country ; cg:mentionedIn {mentioned} ."
    graph = graph_of_triples(kazakhstan, [("kz", 51.18, 71.44)])
    assert said(quads_about(graph, iri("kz")), expand("geo:lat")) == {"51.18"}
