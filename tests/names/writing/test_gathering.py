"""The words that stand beside names come from the language packs and the gazetteer."""

import pytest

from clustergraph.names.comparing.surroundings import Surroundings
from clustergraph.names.writing.gathering import known_surroundings
from clustergraph.vocab import CG


@pytest.fixture(scope="module")
def known() -> Surroundings:
    return known_surroundings()


def test_titles_and_positions_add_nothing_to_a_persons_name_only(known: Surroundings) -> None:
    for word in ("dr", "ceo", "koordynator", "director"):
        assert known.add_nothing(word, CG.Person)
    assert not known.add_nothing("koordynator", CG.Organisation)


def test_the_noun_of_a_kind_adds_nothing_to_its_names(known: Surroundings) -> None:
    assert known.add_nothing("klaster", CG.Cluster)
    assert known.add_nothing("proekt", CG.Project)
    assert known.add_nothing("city", CG.City)
    assert not known.add_nothing("city", CG.Project)


@pytest.mark.parametrize("noun", ["bank", "ministry", "parliament", "agency", "foundation"])
def test_the_noun_of_a_body_always_says_which(known: Surroundings, noun: str) -> None:
    assert not known.add_nothing(noun, CG.Organisation)


def test_articles_and_prepositions_add_nothing_anywhere(known: Surroundings) -> None:
    for word in ("the", "of", "der", "des", "w", "v", "ot"):
        assert known.add_nothing(word, CG.Organisation)


def test_places_of_the_world_are_known_by_one_word(known: Surroundings) -> None:
    for place in ("ireland", "australia", "niger", "nigeria"):
        assert known.name_another_place(place, "alfa")
    assert not known.name_another_place("northern ireland", "alfa")
    assert not known.name_another_place("alfa", "ireland")


def test_what_one_place_is_called_names_no_other(known: Surroundings) -> None:
    assert known.name_another_place("niger", "nigeria")
    assert known.name_another_place("vienne", "vienna"), "Vienna in French, and a town in France"
    assert not known.name_another_place("vienna", "vienne")
    assert not known.name_another_place("bolgariya", "balgariya")
    assert not known.name_another_place("ireland", "ireland")
