from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clustergraph.languages import load_pack, pack_languages
from clustergraph.mapping.text.tokens import tokenise

ENGLISH = load_pack("en")


def words(text: str, language: str = "en") -> list[str]:
    return [token.text for token in tokenise(text, 0, load_pack(language))]


def test_words_keep_their_hyphens_apostrophes_and_ampersands() -> None:
    text = "R&D of the city's Train-the-Trainers cluster4smart U.S. 3M"
    assert words(text) == [
        *("R&D", "of", "the", "city's", "Train-the-Trainers", "cluster4smart", "U.S", ".", "3", "M")
    ]


def test_ordinals_and_numbers_are_one_token() -> None:
    assert words("the 4th of 1,500.5 (2nd)") == ["the", "4th", "of", "1,500.5", "(", "2nd", ")"]
    assert words("4-ти и 2ра", "bg") == ["4-ти", "и", "2ра"]


def test_thousands_and_figures_within_a_word_do_not_part_it() -> None:
    assert words("1 200 or 12\u00a0500 of 2018 200") == [
        *("1 200", "or", "12\u00a0500", "of", "2018", "200")
    ]
    assert words("the COVID-19-crisis") == ["the", "COVID-19-crisis"]


def test_a_word_that_leans_on_the_next_is_one_by_itself() -> None:
    assert words("L’idée d’aujourd'hui à L’Aquila", "fr") == [
        *("L’", "idée", "d’", "aujourd'hui", "à", "L’Aquila")
    ]


def test_a_stop_makes_an_ordinal_where_the_language_writes_it_so() -> None:
    assert words("die 3. Messe am 5.", "de") == ["die", "3.", "Messe", "am", "5", "."]


def test_a_token_stands_where_its_offset_says() -> None:
    token = tokenise("in Łódź", 100, load_pack("pl"))[1]
    assert (token.span.start, token.span.end, token.base) == (103, 107, "łódź")


@pytest.mark.parametrize(
    ("text", "bare"),
    [("Agency's", "Agency"), ("Trainers’", "Trainers"), ("Alpha", "Alpha"), ("it's", "it")],
)
def test_a_bare_word_is_without_its_genitive(text: str, bare: str) -> None:
    assert tokenise(f"{text}", 0, ENGLISH)[0].bare == bare.removesuffix("'")


@settings(deadline=None)  # the first word of a language loads its pack
@given(text=st.text(max_size=80), language=st.sampled_from(pack_languages()))
def test_tokens_are_in_order_and_hold_all_but_blanks(text: str, language: str) -> None:
    tokens = tokenise(text, 0, load_pack(language))
    spans = [token.span for token in tokens]
    assert all(text[t.span.start : t.span.end] == t.text for t in tokens)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    inside = {i for span in spans for i in range(span.start, span.end)}
    assert all(char.isspace() for i, char in enumerate(text) if i not in inside)


def test_addresses_codes_and_nouns_for_all_are_one_token() -> None:
    assert words("Info@Zorvo.com, www.zorvo.com/a?b=1.") == [
        *("Info@Zorvo.com", ",", "www.zorvo.com/a?b=1", ".")
    ]
    assert words("BG16ZOR002-2.009-0026-C01 of 2021") == ["BG16ZOR002-2.009-0026-C01", "of", "2021"]
    assert words("die Manager:innen und Forscher*in", "de") == [
        *("die", "Manager:innen", "und", "Forscher*in")
    ]


def test_a_slash_joins_acronyms_but_no_words() -> None:
    assert words("VDI/VDE of Rostock/Germany") == ["VDI/VDE", "of", "Rostock", "/", "Germany"]


@pytest.mark.parametrize(
    ("word", "is_name"),
    [("mobiZorvo", True), ("ZorvoTech", True), ("Info@Zorvo.com", False), ("wood", False)],
)
def test_capitals_inside_make_a_name_and_addresses_are_none(word: str, is_name: bool) -> None:
    (token,) = tokenise(word, 0, ENGLISH)
    assert token.is_name_like is is_name
