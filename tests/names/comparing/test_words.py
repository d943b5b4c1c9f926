import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.names.comparing.words import alike, numerals, weight

WORDS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("klastrze", "klaster"),
        ("rynkiewiczem", "rynkiewicz"),
        ("ambasadzie", "ambasada"),
        ("zlatniya", "zlaten"),
        ("evropeyskiya", "evropeyski"),
        ("karagande", "karaganda"),
        ("managements", "management"),
        ("europaischen", "europaische"),
        ("comisiei", "comisia"),
    ],
)
def test_forms_of_one_word_are_nearly_the_same(one: str, other: str) -> None:
    assert alike(one, other) >= 0.86


@pytest.mark.parametrize(
    ("one", "other"),
    [("chebotar", "tschebotar"), ("dworak", "dvorak"), ("sinergiya", "synergia")],
)
def test_ways_to_write_one_sound_are_nearly_the_same(one: str, other: str) -> None:
    assert alike(one, other) >= 0.86


@pytest.mark.parametrize(
    ("one", "other"),
    [("excelence", "excellence"), ("balitc", "baltic"), ("killarny", "killarney")],
)
def test_a_slip_of_the_pen_is_nearly_the_same(one: str, other: str) -> None:
    assert alike(one, other) >= 0.86


@pytest.mark.parametrize(
    ("one", "other"),
    [("slovenia", "slovakia"), ("australia", "austria"), ("baltic", "batlci")],
)
def test_words_that_look_alike_are_not_the_same(one: str, other: str) -> None:
    assert alike(one, other) < 0.86


@pytest.mark.parametrize(
    ("one", "other"),
    [("2018", "2019"), ("4th", "5th"), ("iv", "v"), ("of", "on"), ("drewna", "metali")],
)
def test_numbers_and_short_words_are_the_same_or_not_at_all(one: str, other: str) -> None:
    assert alike(one, other) == 0


@given(WORDS, WORDS)
def test_words_are_as_alike_one_way_as_the_other(one: str, other: str) -> None:
    assert alike(one, other) == alike(other, one)
    assert 0 <= alike(one, other) <= alike(one, one) == 1


def test_long_words_and_numbers_count_more_than_short_ones() -> None:
    assert weight("of") < weight("metali") < weight("competitiveness")
    assert weight("5th") == 1


def test_only_capitals_make_a_roman_numeral() -> None:
    assert numerals("Invest IV, vi, MIX and V.") == {"iv", "v"}
