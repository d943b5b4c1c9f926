import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.names.comparing.wording import spoken_initials, wording


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("E.F.C.E.", "EFCE"),
        ("the U.N. in", "the UN in"),
        ("S.p.A", "SpA"),
        ("J. Kowalski", "J. Kowalski"),
        ("www.example.org", "www.example.org"),
        ("У.Н.", "УН"),
    ],
)
def test_letters_with_full_stops_between_them_are_one_word(text: str, joined: str) -> None:
    assert spoken_initials(text) == joined


def test_the_company_form_is_set_aside_and_its_kind_kept() -> None:
    assert wording("Alfa Kft.").bare == wording("Alfa").words
    assert wording("Alfa Ltd").form == wording("Alfa GmbH").form
    assert wording("Alfa Ltd").form != wording("Alfa Inc.").form


def test_numbers_are_known_in_both_scripts() -> None:
    assert wording("4th Phase of Invest V (2018)").numbers == {"4th", "v", "2018"}


@given(st.text(max_size=400))
def test_any_text_has_a_wording_of_bounded_length(text: str) -> None:
    assert len(wording(text).words) <= 24
