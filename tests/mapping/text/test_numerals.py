import pytest

from clustergraph.languages import load_pack
from clustergraph.mapping.text.numerals import (
    is_roman,
    number_in,
    number_of,
    ordinal_of,
    roman_number,
)
from clustergraph.mapping.text.tokens import tokenise


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "4th", 4),
        ("en", "21st", 21),
        ("en", "First", 1),
        ("en", "4", None),
        ("en", "4ти", None),
        ("de", "3. Messe", 3),
        ("pl", "drugim", 2),
        ("bg", "4-ти", 4),
        ("bg", "втория", 2),
    ],
)
def test_an_ordinal_is_read_in_figures_and_words(
    language: str, text: str, number: int | None
) -> None:
    pack = load_pack(language)
    assert ordinal_of(tokenise(text, 0, pack)[0], pack) == number


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "13", 13),
        ("en", "1,200", 1200),
        ("en", "1 200", 1200),
        ("en", "six", 6),
        ("en", "sixth", None),
        ("en", "10000", None),
        ("pl", "trzech", 3),
        ("bg", "шест", 6),
    ],
)
def test_a_cardinal_is_read_in_figures_and_words(
    language: str, text: str, number: int | None
) -> None:
    pack = load_pack(language)
    assert number_of(tokenise(text, 0, pack)[0], pack) == number


def test_the_number_in_a_text_may_be_of_either_kind() -> None:
    pack = load_pack("en")
    assert [number_in(text, pack) for text in ("six", "sixth", "6", "none")] == [6, 6, 6, None]


def test_small_roman_numerals_are_told_from_words() -> None:
    assert is_roman("IV")
    assert not is_roman("IVth")
    assert not is_roman("MIX")


@pytest.mark.parametrize(("text", "number"), [("III", 3), ("IV", 4), ("XIX", 19)])
def test_a_roman_numeral_has_a_value(text: str, number: int) -> None:
    assert roman_number(text) == number


@pytest.mark.parametrize(
    ("language", "text"), [("de", "9" * 5000 + "."), ("en", "9" + ",999" * 2000)]
)
def test_a_row_of_thousands_of_figures_is_no_number(language: str, text: str) -> None:
    assert number_in(text, load_pack(language)) is None
