"""What a list shows of something found by a name, an address or an identifier."""

import pytest

from clustergraph.model import Iri
from clustergraph.names import Card, Match, Name, NameHit, Place
from clustergraph.operations.identifying.identify import Identified, Via
from clustergraph.operations.identifying.standing import Status
from clustergraph.operations.labels import Labels
from clustergraph.operations.look_up.hits import hit_by_identifier, hit_by_name, lies_in
from clustergraph.store.graph import GraphStore
from given.named_things import card

_BULGARIA = Iri("https://w3id.org/clustergraph/id/bulgaria")
_NAMES = (Name("Green", "en"), Name("Green", "pl"), Name("Зелен", "bg"))
_CARD = card("green", *_NAMES, places=(Place(_BULGARIA, (Name("България", "bg"),)),))


def _found(match: Match) -> NameHit:
    return NameHit(card=_CARD, name="Green", language="en", match=match, score=99.0, features={})


def test_a_name_of_several_languages_is_shown_in_the_spoken_one() -> None:
    hit = hit_by_name(_found(Match.EXACT), "bg", "pl")
    assert (hit.name, hit.language, hit.thing.label.text) == ("Green", "pl", "Зелен")
    assert (hit.description, hit.score) == ("България", 99.0)


def test_what_is_only_listed_is_shown_by_its_label() -> None:
    assert hit_by_name(_found(Match.LISTED), "bg", "bg").name == "Зелен"


@pytest.mark.parametrize(("via", "match"), [(Via.IDENTIFIER, "identifier"), (Via.IRI, "address")])
def test_an_identifier_of_others_is_told_from_an_address(
    via: Via, match: str, small_graph: GraphStore
) -> None:
    meant = Identified(asked="wd:Q1", via=via, status=Status.FOUND, iri=_CARD.iri)
    hit = hit_by_identifier(_CARD.iri, _CARD, meant, Labels(small_graph, "bg"), name="wd:Q1")
    assert (hit.match, hit.name, hit.language, hit.score) == (match, "wd:Q1", "", 100.0)


def test_what_the_index_does_not_know_is_called_by_its_iri(small_graph: GraphStore) -> None:
    iri = Iri("https://w3id.org/clustergraph/id/nobody")
    meant = Identified(asked="x", via=Via.IRI, status=Status.FOUND, iri=iri)
    hit = hit_by_identifier(iri, None, meant, Labels(small_graph, "en"), name="x")
    assert (hit.thing.label.text, hit.description) == ("nobody", "")


@pytest.mark.parametrize(
    ("thing", "places", "lies"),
    [
        (_CARD, [_BULGARIA], True),
        (_CARD, [], True),
        (_CARD, [_CARD.iri], False),
        (None, [], True),
        (None, [_BULGARIA], False),
    ],
)
def test_only_what_is_known_to_lie_there_does(
    thing: Card | None, places: list[Iri], lies: bool
) -> None:
    assert lies_in(thing, places) is lies
