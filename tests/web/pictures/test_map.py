"""The map: a dot for each point, names where there is room, and the same as a list."""

import re
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from clustergraph.operations.labels import Labels
from clustergraph.operations.picturing.whereabouts import Atlas
from clustergraph.store.graph import GraphStore
from clustergraph.web.linking import Linker
from clustergraph.web.pictures.charts import chart_of
from clustergraph.web.pictures.dots import Dot, DotView, draw_dots, gathered
from clustergraph.web.pictures.drawing import width_of
from clustergraph.web.pictures.map import MapView, map_view
from clustergraph.web.pictures.outlines import Outlines
from clustergraph.web.wording.reader import Reader
from given.clients import BROWSER
from given.located import graph_of_triples, iri

NAMES = ("Sofia", "Plovdiv", "Ruse", "Varna", "Burgas", "Pleven", "Sliven", "Dobrich")
ASSERTED = """
    id:kz a cg:Country ; skos:prefLabel "Kazakhstan"@en .
    id:astana a cg:City ; skos:prefLabel "Astana"@en ; cg:locatedIn id:kz .
    id:karaganda a cg:City ; skos:prefLabel "Karaganda"@en ; cg:locatedIn id:kz .
    id:training a cg:Training ; skos:prefLabel "4th training week"@en ; cg:locatedIn id:karaganda .
    id:visit a cg:Event ; skos:prefLabel "Visit"@en ; cg:locatedIn id:karaganda .
    id:kick-off a cg:Event ; skos:prefLabel "Kick-off"@en ; cg:locatedIn id:astana .
    id:bg a cg:Country ; skos:prefLabel "Bulgaria"@en .
    id:adrift a cg:City ; skos:prefLabel "Adrift"@en .
""" + "".join(f'id:{name} a cg:City ; skos:prefLabel "{name}"@en .' for name in NAMES)
PLACES = (
    ("kz", 51.18, 71.44),
    ("astana", 51.18, 71.44),
    ("karaganda", 49.8, 73.1),
    ("bg", 42.7, 23.3),
    ("adrift", 10.0, 60.0),
)


@pytest.fixture(scope="module")
def graph() -> GraphStore:
    return graph_of_triples(ASSERTED, PLACES)


def map_of(
    graph: GraphStore, *things: str, most: int = 10, reader: Reader | None = None
) -> MapView:
    atlas = Atlas(graph)
    dots = gathered(spot for thing in things for spot in atlas.spots(iri(thing)))
    linker = Linker(Labels(graph), reader or Reader())
    drawn = map_view(dots, linker, atlas, most=most, geojson="/map/it.geojson")
    assert drawn is not None
    return drawn


def only_dot(graph: GraphStore, *things: str) -> DotView:
    (dot,) = map_of(graph, *things).panels[0].dots
    return dot


# -- Dots ------------------------------------------------------------------------------------------


def test_a_dot_leads_to_the_only_thing_that_lies_there(graph: GraphStore) -> None:
    link = only_dot(graph, "training").link
    assert (link.text, link.href) == ("Karaganda: 4th training week", "/id/training")


def test_a_dot_of_many_things_leads_to_their_place_and_counts_them(graph: GraphStore) -> None:
    link = only_dot(graph, "training", "visit").link
    assert (link.text, link.href) == ("Karaganda: 2 things", "/id/karaganda")


def test_a_dot_of_a_place_leads_to_the_place(graph: GraphStore) -> None:
    link = only_dot(graph, "karaganda").link
    assert (link.text, link.href) == ("Karaganda", "/id/karaganda")


def test_places_at_one_point_share_a_dot_that_bears_the_name_of_the_nearest(
    graph: GraphStore,
) -> None:
    dot = only_dot(graph, "kz", "astana", "kick-off")
    assert (dot.name, dot.is_area) == ("Astana", False)


def test_a_country_is_a_ring_since_its_point_only_stands_for_it(graph: GraphStore) -> None:
    assert only_dot(graph, "kz").is_area
    assert map_of(graph, "kz").has_areas
    assert not map_of(graph, "karaganda").has_areas


def test_a_dot_is_the_larger_the_more_lies_there(graph: GraphStore) -> None:
    one, two = only_dot(graph, "training"), only_dot(graph, "training", "visit")
    assert one.radius < two.radius


def test_of_too_many_points_the_first_ones_given_are_shown(graph: GraphStore) -> None:
    drawn = map_of(graph, "bg", "training", "visit", most=1)
    assert [dot.name for dot in drawn.panels[0].dots] == ["Bulgaria"]
    assert drawn.left_out == 1


def test_a_dot_says_no_more_than_the_beginning_of_a_very_long_name() -> None:
    named = f'id:far a cg:City ; skos:prefLabel "{"Far " * 1250}"@en .'
    dot = only_dot(graph_of_triples(named, [("far", 10.0, 10.0)]), "far")
    assert len(dot.link.text) < 200
    assert len(dot.name) < 40


def test_links_keep_the_language_asked_for(graph: GraphStore) -> None:
    drawn = map_of(graph, "bg", reader=Reader(language="pl", is_asked=True))
    assert drawn.panels[0].dots[0].link.href == "/id/bg?lang=pl"


def test_without_a_place_there_is_no_map(graph: GraphStore) -> None:
    linker = Linker(Labels(graph), Reader())
    assert map_view((), linker, Atlas(graph), most=10, geojson="") is None


# -- Names -----------------------------------------------------------------------------------------

POINTS = st.lists(
    st.tuples(st.floats(41, 44), st.floats(22, 29)),
    min_size=1,
    max_size=len(NAMES),
    unique=True,
)


@given(POINTS)
def test_no_name_lies_on_another_or_beyond_the_edge(
    graph: GraphStore, points: list[tuple[float, float]]
) -> None:
    chart = chart_of(points, Outlines())
    dots = [
        Dot(latitude=north, longitude=east, places=(iri(name),), things=(), total=0)
        for name, (north, east) in zip(NAMES, points, strict=False)
    ]
    boxes = [box_of(dot) for dot in draw_dots(dots, chart, Linker(Labels(graph), Reader()))]
    for one, other in combinations(filter(None, boxes), 2):
        assert one[0] >= other[2] or other[0] >= one[2] or one[1] >= other[3] or other[1] >= one[3]
    for left, top, right, bottom in filter(None, boxes):
        assert left >= 0 <= top
        assert right <= chart.width
        assert bottom <= chart.height


def box_of(dot: DotView) -> tuple[float, float, float, float] | None:
    """Return where the name stands, letters of 13 units; they may touch by a rounding."""
    width = width_of(dot.name, 13) - 0.2
    left = dot.name_x - width * {"start": 0, "middle": 0.5, "end": 1}[dot.anchor]
    return (left, dot.name_y - 7.9, left + width, dot.name_y - 0.1) if dot.name else None


def test_a_name_that_has_no_room_is_left_out_but_its_dot_is_not(graph: GraphStore) -> None:
    dots = [
        Dot(latitude=42 + n / 1000, longitude=23, places=(iri(name),), things=(), total=0)
        for n, name in enumerate(NAMES)
    ]
    chart = chart_of([(dot.latitude, dot.longitude) for dot in dots], Outlines())
    drawn = draw_dots(dots, chart, Linker(Labels(graph), Reader()))
    assert len(drawn) == len(NAMES)
    assert any(not dot.name for dot in drawn)


# -- Near and far ----------------------------------------------------------------------------------


def test_much_of_the_world_is_shown_from_nearby_too(graph: GraphStore) -> None:
    near = [(42 + n, 23.0) for n in range(6)]
    dots = [
        Dot(latitude=north, longitude=east, places=(iri("bg"),), things=(), total=0)
        for north, east in (*near, (-24.0, 150.0))
    ]
    drawn = map_view(dots, Linker(Labels(graph), Reader()), Atlas(graph), most=10, geojson="")
    assert drawn is not None
    assert [len(panel.dots) for panel in drawn.panels] == [7, 6]
    assert [panel.chart.is_of_world for panel in drawn.panels] == [True, False]


# -- The same as a list ----------------------------------------------------------------------------


def test_the_list_has_the_places_of_each_country_with_what_lies_there(graph: GraphStore) -> None:
    drawn = map_of(graph, "training", "visit", "kick-off", "bg", "adrift")
    listed = [
        (
            each.country.text if each.country else "",
            [([it.text for it in at.places], [it.text for it in at.things]) for at in each.points],
        )
        for each in drawn.countries
    ]
    assert listed == [
        ("Bulgaria", [(["Bulgaria"], [])]),
        (
            "Kazakhstan",
            [(["Astana"], ["Kick-off"]), (["Karaganda"], ["4th training week", "Visit"])],
        ),
        ("", [(["Adrift"], [])]),
    ]


def test_of_many_things_at_a_place_the_list_counts_those_left_out(graph: GraphStore) -> None:
    dot = Dot(
        latitude=42.7,
        longitude=23.3,
        places=(iri("bg"),),
        things=tuple(iri(f"thing-{n}") for n in range(12)),
        total=100,
    )
    drawn = map_view([dot], Linker(Labels(graph), Reader()), Atlas(graph), most=10, geojson="")
    assert drawn is not None
    (point,) = drawn.countries[0].points
    assert len(point.things) + point.more == 100


# -- On a page -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def page(located_site: TestClient) -> str:
    answer = located_site.get("/page/project", headers={"Accept": BROWSER})
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.text)


def test_the_page_of_a_thing_has_a_map_of_what_is_round_it(page: str) -> None:
    (figure,) = re.findall(r'<figure class="map">.*?</figure>', page)
    assert figure.count("<circle") == 3
    assert "<title>Karaganda: 4th &lt;training&gt; week</title>" in figure
    assert "<summary>The map as a list</summary>" in figure
    assert '<a href="https://www.geonames.org/">GeoNames</a>' in figure
    assert 'href="/map/project.geojson"' in figure


def test_the_map_as_data_is_in_the_language_of_the_page(located_site: TestClient) -> None:
    page = located_site.get("/page/project?lang=pl", headers={"Accept": BROWSER}).text
    assert 'href="/map/project.geojson?lang=pl"' in page


def test_a_map_says_whose_places_it_shows_where_they_are_not_of_the_thing_alone(
    located_site: TestClient,
) -> None:
    """The project lies nowhere, the cluster that coordinates it in Bulgaria and Kazakhstan."""
    page = located_site.get("/page/project", headers={"Accept": BROWSER}).text
    assert "None of these is its own place" in page
    assert page.count('class="area aside"') == 2
    page = located_site.get("/page/training", headers={"Accept": BROWSER}).text
    assert "own place" not in page


def test_what_lies_elsewhere_than_the_thing_itself_is_drawn_aside(graph: GraphStore) -> None:
    dots = gathered(spot for thing in ("visit", "bg") for spot in Atlas(graph).spots(iri(thing)))
    chart = chart_of([(dot.latitude, dot.longitude) for dot in dots], Outlines())
    drawn = draw_dots(dots, chart, Linker(Labels(graph), Reader()), iri("visit"))
    assert {dot.link.href: dot.is_aside for dot in drawn} == {"/id/visit": False, "/id/bg": True}


def test_a_map_needs_no_style_or_script_inside_of_the_page(page: str) -> None:
    (figure,) = re.findall(r'<figure class="map">.*?</figure>', page)
    assert not re.search(r"<style|<script|\sstyle=|\son[a-z]+=", figure)


def test_coordinates_are_no_fact_that_a_document_tells(located_site: TestClient) -> None:
    page = located_site.get("/page/karaganda", headers={"Accept": BROWSER}).text
    facts = re.findall(r'<dl class="facts.*?</dl>', page, re.DOTALL)
    assert not any("49.80187" in each or ">lat<" in each.lower() for each in facts)
    assert "49.802, 73.102" in page
    told = located_site.get("/api/entities/karaganda").json()
    assert "49.80187" not in str(told)


@pytest.mark.parametrize("extension", ["ttl", "nt", "rdf", "jsonld", "trig", "nq"])
def test_the_data_of_a_place_tell_its_coordinates(located_site: TestClient, extension: str) -> None:
    answer = located_site.get(f"/data/karaganda.{extension}")
    assert answer.status_code == 200
    assert "49.80187" in answer.text


def test_the_page_of_what_lies_nowhere_has_no_map(located_site: TestClient) -> None:
    page = located_site.get("/page/idea", headers={"Accept": BROWSER}).text
    assert 'class="map"' not in page
