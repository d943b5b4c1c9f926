"""The words beside names are kept with an index, and say nothing of which thing is meant."""

from pathlib import Path

import pytest

from clustergraph.names.comparing.surroundings import Surroundings
from clustergraph.vocab import CG

_KNOWN = Surroundings(
    small=frozenset({"the"}),
    places={"vienna": frozenset({"wien"}), "vienne": frozenset({"wien", "isere"})},
    forenames=frozenset({"ada"}),
    beside={CG.Person: frozenset({"ceo"})},
)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    _KNOWN.write(tmp_path / "words.json")
    assert Surroundings.read(tmp_path / "words.json") == _KNOWN


def test_a_small_word_adds_nothing_anywhere_and_a_calling_to_its_class_only() -> None:
    assert _KNOWN.add_nothing("the", CG.City)
    assert _KNOWN.add_nothing("ceo", CG.Person)
    assert not _KNOWN.add_nothing("ceo", CG.City)


def test_a_place_is_another_unless_it_is_called_the_other_too() -> None:
    assert _KNOWN.name_another_place("vienne", "vienna")
    assert not _KNOWN.name_another_place("vienna", "vienne")
    assert not _KNOWN.name_another_place("nowhere", "vienna")


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
