"""What could be a language tag is told from what could not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.recon_check.tags import is_language_tag


@pytest.mark.parametrize(
    "tag",
    [
        "de",
        "DE-at",
        "zh-Hant-TW",
        "sl-rozaj-biske",
        "de-1996",
        "en-a-bbb-x-a",
        "x-whatever",
        "i-klingon",
    ],
)
def test_a_well_formed_tag_is_one(tag: str) -> None:
    assert is_language_tag(tag)


@pytest.mark.parametrize("tag", ["", "d", "de_DE", "de-", "-de", "de-a", "x", "*", "deutschland"])
def test_what_is_malformed_is_none(tag: str) -> None:
    assert not is_language_tag(tag)


@given(st.text())
def test_a_tag_is_ascii_without_blanks(text: str) -> None:
    assert not is_language_tag(text) or (text.isascii() and not text.split()[1:])
