"""What the fields of an index hold of a name."""

import pytest

from clustergraph.names.comparing.keys import keys_of
from clustergraph.names.files.schema import languages_of, terms_of, with_company_form


@pytest.mark.parametrize(
    ("tag", "kept"), [("en-GB", ["_", "en-GB", "en"]), ("pl", ["_", "pl"]), ("", ["_", "und"])]
)
def test_a_name_is_kept_under_its_language_with_and_without_the_region(
    tag: str, kept: list[str]
) -> None:
    assert [*languages_of(tag)] == kept


def test_a_short_form_is_no_whole_name() -> None:
    whole = terms_of(keys_of("Foundation"))
    short = terms_of(keys_of("Foundation"), is_short_form=True)
    assert whole.keys() - short.keys() == {"exact", "folded", "bare", "same"}
    assert short["short"] == whole["folded"] == ["foundation"]


def test_a_company_is_kept_without_its_form_and_with_its_kind() -> None:
    held = terms_of(keys_of("Alfa GmbH"))
    assert held["bare"] == ["alfa", "alfa\tlimited"]
    assert with_company_form(keys_of("Alfa")) == "alfa\t"


def test_words_are_kept_with_their_places_from_the_beginning_only() -> None:
    held = terms_of(keys_of(" ".join("abcdefghij")))
    assert held["opened"] == [f"{place} {letter}" for place, letter in enumerate("abcdefgh")]
    assert held["opening"][:2] == ["a", "a b"]
