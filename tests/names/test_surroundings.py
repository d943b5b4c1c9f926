from pathlib import Path

import pytest

from clustergraph.names.gathering import known_surroundings
from clustergraph.names.surroundings import Surroundings
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


def test_what_is_written_is_read_again(known: Surroundings, tmp_path: Path) -> None:
    known.write(tmp_path / "words.json")
    assert Surroundings.read(tmp_path / "words.json") == known


def test_without_a_file_nothing_is_known(tmp_path: Path) -> None:
    assert Surroundings.read(tmp_path / "words.json") == Surroundings()


@pytest.mark.parametrize("content", ["", "[", "[]", "{}"])
def test_a_damaged_file_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "words.json").write_text(content)
    with pytest.raises(ValueError, match=r"Expecting value|words\.json"):
        Surroundings.read(tmp_path / "words.json")


def test_what_many_versions_have_is_kept_in_memory_once(tmp_path: Path) -> None:
    words = Surroundings(small=frozenset({"the"}), places={"ruse": frozenset({"q1"})})
    for name in ("one", "two"):
        words.write(tmp_path / name)
    assert Surroundings.read(tmp_path / "one") is Surroundings.read(tmp_path / "two")
    Surroundings(small=frozenset({"a"})).write(tmp_path / "two")
    assert Surroundings.read(tmp_path / "one") == words != Surroundings.read(tmp_path / "two")
