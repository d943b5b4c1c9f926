"""The dots of a map: what lies together, how large it is drawn, and which names have room."""

from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.labels import Labels
from clustergraph.operations.picturing.whereabouts import Spot
from clustergraph.store.graph import GraphStore
from clustergraph.web.linking import Linker
from clustergraph.web.pictures.charts import chart_of
from clustergraph.web.pictures.dots import DotView, draw_dots, gathered
from clustergraph.web.pictures.outlines import known_outlines
from clustergraph.web.wording.reader import ANYBODY

CITY = Iri(f"{BASE}id/karaganda-aaaaaaah")


def _spots(number: int, latitude: float = 49.8, longitude: float = 73.1) -> list[Spot]:
    things = (Iri(f"{BASE}id/thing-{at}-aaaaaaaa") for at in range(number))
    return [
        Spot(thing=thing, place=CITY, latitude=latitude, longitude=longitude)
        for thing in (CITY, *things)
    ]


def _drawn(graph: GraphStore, spots: list[Spot], subject: Iri | None = None) -> list[DotView]:
    dots = gathered(spots)
    chart = chart_of([(dot.latitude, dot.longitude) for dot in dots], known_outlines())
    return list(draw_dots(dots, chart, Linker(Labels(graph), ANYBODY), subject))


def test_what_lies_at_one_point_is_one_dot_that_counts_all_and_keeps_the_first() -> None:
    (dot,) = gathered(_spots(9))
    assert (dot.total, len(dot.things), dot.places) == (9, 5, (CITY,))
    assert dot.holds(CITY)
    assert dot.holds(dot.things[0])
    assert not dot.holds(Iri(f"{BASE}id/thing-8-aaaaaaaa"))


def test_a_dot_tells_the_only_thing_there_or_how_many_there_are(small_graph: GraphStore) -> None:
    told = [_drawn(small_graph, _spots(number))[0].link.text for number in (0, 1, 3)]
    assert told[0] == "Karaganda"
    assert told[1].startswith("Karaganda: ")
    assert told[2] == "Karaganda: 3 things"


def test_dots_grow_with_what_lies_there_and_never_hide_the_map(small_graph: GraphStore) -> None:
    small, large = (_drawn(small_graph, _spots(number))[0].radius for number in (1, 4_000))
    assert small < large <= 10


def test_what_a_map_is_about_is_told_from_what_is_only_related(small_graph: GraphStore) -> None:
    spots = [*_spots(1), *_spots(2, latitude=52.0)]
    aside = [dot.is_aside for dot in _drawn(small_graph, spots, Iri(f"{BASE}id/thing-1-aaaaaaaa"))]
    assert sorted(aside) == [False, True]


def test_a_name_without_room_is_left_out(small_graph: GraphStore) -> None:
    spots = [spot for at in range(12) for spot in _spots(1, 49.8 + at / 1000, 73.1)]
    named = [dot for dot in _drawn(small_graph, spots) if dot.name]
    assert 0 < len(named) < 12
