"""A name and a question meet in the keys where they agree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.names import Name
from clustergraph.names.comparing.keys import comparable, gist, is_short_form, keys_of


@pytest.mark.parametrize(
    ("key", "one", "other"),
    [
        ("folded", "Клъстер „Зелена синергия“", "klaster zelena sinergiya"),
        ("bare", "Alfa GmbH", "ALFA Ltd."),
        ("same", "Green Synergy", "synergy, green"),
        ("same", "the E.F.C.E.", "EFCE the"),
        ("joined", "Green Synergy", "greensynergy"),
        ("sound", "Zelena sinergija", "synergia zelena"),
        ("form", "zielonej klastra", "zielona klaster"),
    ],
)
def test_two_ways_to_write_a_name_share_a_key(key: str, one: str, other: str) -> None:
    assert getattr(keys_of(one), key) == getattr(keys_of(other), key)


def test_the_kind_of_company_is_a_key_of_its_own() -> None:
    assert [keys_of(name).company for name in ("Alfa GmbH", "Alfa Ltd", "Alfa")] == [
        *("limited", "limited", "")
    ]


@given(st.text())
def test_any_text_has_keys_with_a_sound_and_a_stem_for_each_word(text: str) -> None:
    keys = keys_of(text)
    assert len(keys.words) == len(keys.sounds) == len(keys.stems)
    assert isinstance(gist(text), str)


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=400))
def test_what_is_compared_is_short_and_can_be_written_down(text: str) -> None:
    assert len(comparable(text).encode()) <= 4 * 300


def test_the_gist_of_a_name_of_short_words_holds_them_all() -> None:
    assert gist("the sea") == keys_of("the sea").form != ""


@pytest.mark.parametrize(
    ("text", "kind_of_name", "is_short"),
    [
        ("Foundation", "altLabel", True),
        ("the foundation", "altLabel", False),
        ("Growth Foundation for", "altLabel", False),
        ("Foundation", "prefLabel", False),
    ],
)
def test_a_short_form_is_an_alternative_name_with_some_words_of_another(
    text: str, kind_of_name: str, is_short: bool
) -> None:
    names = [Name("Foundation for Growth", "en"), Name(text, "en", kind_of_name)]
    assert is_short_form(names[1], names) is is_short
