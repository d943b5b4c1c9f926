from collections.abc import Set as AbstractSet
from dataclasses import fields

import pytest
import regex

from clustergraph.languages import LanguagePack, load_pack, pack_languages

each_pack = pytest.mark.parametrize("code", pack_languages())
AS_WRITTEN = {"abbreviations", "given_names", "organisation_forms"}
OF_PHRASES = {
    *("abbreviations", "at_least", "conjunctions", "no_portfolios"),
    *("organisation_forms", "titles"),
}
"""Sets that hold not only single words."""


def sets_of(code: str) -> dict[str, AbstractSet[str]]:
    """The sets of words of a pack by name."""
    pack = load_pack(code)
    values = {field.name: getattr(pack, field.name) for field in fields(LanguagePack)}
    return {
        name: value
        for name, value in values.items()
        if isinstance(value, AbstractSet) and name != "roles"
    }


@each_pack
def test_words_are_lower_case_unless_their_case_matters(code: str) -> None:
    for name, words in sets_of(code).items():
        if name not in AS_WRITTEN:
            assert [word for word in words if word != word.lower()] == [], name


@each_pack
def test_sets_that_are_compared_word_by_word_hold_single_words(code: str) -> None:
    for name, words in sets_of(code).items():
        if name not in OF_PHRASES:
            assert [word for word in words if " " in word] == [], name


@each_pack
def test_no_pattern_matches_the_empty_string(code: str) -> None:
    pack = load_pack(code)
    for field in fields(LanguagePack):
        value = getattr(pack, field.name)
        if isinstance(value, regex.Pattern):
            assert value.fullmatch("") is None, field.name


@each_pack
def test_a_description_of_an_initiative_names_its_sector_and_place(code: str) -> None:
    text = load_pack(code).initiative.format(sector="toys", place="Lyon")
    assert "toys" in text
    assert "Lyon" in text


@each_pack
def test_every_cue_speaks_of_kinds_and_is_no_certainty(code: str) -> None:
    for cue in load_pack(code).cues:
        assert cue.subjects, cue.id
        assert 0 < cue.prior < 1, cue.id


def test_a_noun_is_found_by_any_of_its_forms() -> None:
    pack = load_pack("en")
    head = pack.head("agencies", "agency")
    assert head is not None
    assert head.word == "agency"
    assert pack.head("toys", "toy") is None


def test_a_demonym_leads_to_its_place() -> None:
    assert load_pack("en").demonym("polish") == "country:PL"
    assert load_pack("en").demonym("wooden", "wood") == ""


@pytest.mark.parametrize("word", ["Mr", "Mr.", "prof", "Dr."])
def test_a_title_is_known_with_its_stop_or_without(word: str) -> None:
    assert load_pack("en").is_title(word)


def test_a_legal_form_is_known_with_its_stop_or_without() -> None:
    pack = load_pack("en")
    assert pack.is_company_form("Ltd")
    assert pack.is_company_form("Ltd.")
    assert not pack.is_company_form("ltd")
