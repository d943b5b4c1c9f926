from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store

from clustergraph.model import Iri
from clustergraph.names import Card
from clustergraph.operations.labels import Labels
from clustergraph.operations.look_up import cards, cards_of
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import XSD


@pytest.fixture(scope="session")
def by_local_id(small_graph: GraphStore) -> dict[str, Card]:
    return {card.iri.local: card for card in cards(small_graph)}


def test_a_card_holds_all_names_the_preferred_first(by_local_id: dict[str, Card]) -> None:
    card = by_local_id["green-synergy-aaaaaaaa"]
    assert [tuple(name) for name in card.names] == [
        ("Клъстер „Зелена синергия“", "bg", "prefLabel"),
        ("Green Synergy Cluster", "en", "prefLabel"),
        ("Klaster Zielona Synergia", "pl", "prefLabel"),
        ("CGS", "", "altLabel"),
    ]
    assert card.cls.local == "Cluster"


def test_prominence_counts_statements_in_and_out(by_local_id: dict[str, Card]) -> None:
    assert by_local_id["trace-kei-aaaaaaab"].prominence == 6
    assert by_local_id["bulgaria-aaaaaaaf"].prominence == 1


def test_a_card_calls_things_as_everything_else_does(
    small_graph: GraphStore, by_local_id: dict[str, Card]
) -> None:
    for card, language in product(by_local_id.values(), ("en", "pl", "bg", "zh")):
        thing = Labels(small_graph, language).thing(card.iri)
        assert (card.label(language), card.cls) == (thing.label, thing.kind)


def test_a_card_says_where_a_thing_lies_in_the_language_asked_for(
    by_local_id: dict[str, Card],
) -> None:
    described = {local: card.description("en") for local, card in by_local_id.items()}
    assert described["karaganda-aaaaaaah"] == "Kazakhstan"
    assert described["european-union-aaaaaaad"] == ""


def test_a_card_knows_by_what_its_thing_is_found_in_lists(by_local_id: dict[str, Card]) -> None:
    training = by_local_id["4th-training-module-aaaaaaai"].aspects
    assert [programme.local for programme in training.programmes] == ["cluster-excellence-aaaaaaac"]
    assert (training.years, training.source_languages) == ((2018,), ("en",))
    cluster = by_local_id["green-synergy-aaaaaaaa"].aspects
    assert [sector.local for sector in cluster.sectors] == ["agriculture-aaaaaaap"]


def test_a_document_is_called_by_its_file_too(by_local_id: dict[str, Card]) -> None:
    names = by_local_id["71fb2550c3039bbf"].names
    assert names[-1].text == "000_71fb2550c3039bbf.txt"
    assert by_local_id["71fb2550c3039bbf"].aspects.source_languages == ("en",)


def test_the_cards_of_some_things_are_those_that_the_index_is_made_of(
    small_graph: GraphStore, by_local_id: dict[str, Card]
) -> None:
    things = [card.iri for card in by_local_id.values()]
    assert [*cards_of(small_graph, things)] == [*by_local_id.values()]
    some = [things[3], things[1], things[1], Iri("https://w3id.org/clustergraph/id/nobody")]
    assert [card.iri for card in cards_of(small_graph, some)] == [things[1], things[3]]


_ID = "https://w3id.org/clustergraph/id/"
_NS = "https://w3id.org/clustergraph/ns#"
_Value = NamedNode | BlankNode | Literal
_THINGS = [NamedNode(f"{_ID}{name}") for name in "abcd"]
_GRAPHS: list[NamedNode | DefaultGraph] = [
    NamedNode("https://w3id.org/clustergraph/graph/asserted"),
    NamedNode("https://w3id.org/clustergraph/graph/inferred"),
    NamedNode("https://example.org/written"),
    DefaultGraph(),
]
_ODD: list[_Value] = [
    BlankNode("x"),
    Literal("a", language="en"),
    Literal("b"),
    NamedNode("http://[::1]/x"),
]
_DAYS: list[_Value] = [
    Literal(day, datatype=NamedNode(XSD.date)) for day in ("2018-05-01", "2020-01-01", "soon")
]
_CLASSES: list[_Value] = [
    NamedNode(f"{_NS}{name}") for name in ("Document", "Programme", "City", "Country")
]
_PROPERTIES: dict[str, list[_Value]] = {
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#type": [*_CLASSES, *_ODD],
    "http://www.w3.org/2004/02/skos/core#prefLabel": _ODD,
    "http://www.w3.org/2004/02/skos/core#altLabel": _ODD,
    "http://purl.org/dc/terms/title": _ODD,
    "http://purl.org/dc/terms/identifier": _ODD,
    "http://purl.org/dc/terms/language": _ODD,
    "http://www.w3.org/2004/02/skos/core#exactMatch": [*_THINGS],
    "http://www.w3.org/2004/02/skos/core#broader": [*_THINGS, *_ODD],
    f"{_NS}sector": [*_THINGS, *_ODD],
    f"{_NS}locatedIn": [*_THINGS, *_ODD],
    f"{_NS}locatedInTransitive": [*_THINGS],
    f"{_NS}partOf": [*_THINGS, *_ODD],
    f"{_NS}fundedBy": [*_THINGS],
    f"{_NS}mentionedIn": [*_THINGS, *_ODD],
    f"{_NS}periodStart": [*_DAYS, *_ODD],
    f"{_NS}periodEnd": _DAYS,
}


@st.composite
def _said(draw: st.DrawFn) -> Quad:
    property_ = draw(st.sampled_from([*_PROPERTIES]))
    value = draw(st.sampled_from(_PROPERTIES[property_]))
    thing, graph = draw(st.sampled_from(_THINGS)), draw(st.sampled_from(_GRAPHS))
    return Quad(thing, NamedNode(property_), value, graph)


_CALLED = [
    Quad(thing, NamedNode(property_), value, graph)
    for thing, kind, graph in zip(_THINGS, _CLASSES, _GRAPHS, strict=True)
    for property_, value in (
        ("http://www.w3.org/1999/02/22-rdf-syntax-ns#type", kind),
        ("http://www.w3.org/2004/02/skos/core#prefLabel", Literal("A name")),
    )
]


@given(st.lists(_said(), max_size=40), st.booleans())
def test_cards_of_some_things_are_those_of_all_whatever_was_written(
    said: list[Quad], all_are_called: bool
) -> None:
    store = Store()
    store.extend([*said, *(_CALLED if all_are_called else [])])
    graph = GraphStore(store)
    all_cards = [*cards(graph)]
    assert [*cards_of(graph, [Iri(thing.value) for thing in _THINGS])] == all_cards
    for card in all_cards:
        assert [*cards_of(graph, [card.iri])] == [card]
