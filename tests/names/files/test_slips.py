"""Misspelled words find what they may have been."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from clustergraph.names.files.slips import Slips, most_alike, slips_allowed, write_slips

_WORDS = ("karaganda", "karagandi", "grin", "green", "greenhaus", "synergia", "klaster", "at")


@pytest.fixture(scope="module")
def slips(tmp_path_factory: pytest.TempPathFactory) -> Slips:
    folder = tmp_path_factory.mktemp("slips")
    write_slips(folder, _WORDS)
    return Slips.open(folder)


@pytest.mark.parametrize(
    ("asked", "most", "found"),
    [
        ("gren", 1, ["green", "grin"]),
        ("gren", 0, []),
        ("klatser", 1, ["klaster"]),
        ("karagannda", 1, ["karaganda"]),
        ("karaganda", 1, ["karagandi"]),
        ("sinergija", 2, ["synergia"]),
        ("qwxyzqwx", 2, []),
        ("", 1, []),
    ],
)
def test_a_word_finds_those_from_which_so_many_slips_lead_to_it(
    slips: Slips, asked: str, most: int, found: list[str]
) -> None:
    assert most_alike(slips.differing(asked, most)) == found


def test_the_most_alike_come_first(slips: Slips) -> None:
    assert most_alike(slips.differing("karagandii", 2)) == ["karagandi", "karaganda"]


def test_an_index_without_words_knows_none(tmp_path: Path) -> None:
    write_slips(tmp_path, [])
    assert Slips.open(tmp_path).differing("karaganda", 2) == {}


_LETTERS = st.text(alphabet="abc", min_size=3, max_size=12)


@given(words=st.sets(_LETTERS, max_size=30), asked=_LETTERS)
def test_nothing_is_missed_that_comparing_all_would_find(words: set[str], asked: str) -> None:
    most = slips_allowed(asked, is_known=False)
    alike = {word: differs for word in words if 0 < (differs := OSA.distance(asked, word)) <= most}
    with TemporaryDirectory() as folder:
        write_slips(Path(folder), words)
        assert Slips.open(Path(folder)).differing(asked, most) == alike


def test_short_words_and_known_ones_are_allowed_fewer_slips() -> None:
    assert [slips_allowed(word, is_known=False) for word in ("abc", "abcd", "abcdefgh")] == [
        0,
        1,
        2,
    ]
    assert slips_allowed("abcdefgh", is_known=True) == 1
