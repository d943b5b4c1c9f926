from collections.abc import Sequence

import pytest

from clustergraph.languages import load_pack
from clustergraph.mapping.mentions.nouns import hangs_on_a_noun, head_of, is_plain_noun, noun
from clustergraph.mapping.text.tokens import Token, tokenise


def tokens(text: str, language: str = "en") -> Sequence[Token]:
    return tokenise(text, 0, load_pack(language))


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("en", "Alpine Wood Agency", "agency"),
        ("en", "Alpine Wood Agency Ltd. IV", "agency"),
        ("en", "Agency of Wood Clusters", "agency"),
        ("en", "Ministry of Wood", "ministry"),
        ("en", "Cluster Alpina", "cluster"),
        ("pl", "Fundacja Rozwoju Klastra", "fundacja"),
        ("de", "Holzcluster", "cluster"),
        ("es", "European Cluster Award", "award"),
    ],
)
def test_the_noun_of_a_name_is_the_last_before_its_of_or_the_first(
    language: str, text: str, word: str
) -> None:
    head = head_of(tokens(text, language), load_pack(language))
    assert head is not None
    assert head.word == word


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Cluster Management"),
        ("en", "Cluster Financing"),
        ("en", "Silver Birch"),
        ("fr", "Promotion des clusters"),
    ],
)
def test_a_subject_has_no_noun(language: str, text: str) -> None:
    assert head_of(tokens(text, language), load_pack(language)) is None


def test_where_nouns_have_capitals_a_small_word_is_none() -> None:
    (small, great) = tokens("cluster Cluster", "de")
    assert noun(small, load_pack("de")) is None
    assert noun(great, load_pack("de")) is not None


def test_a_noun_in_the_genitive_hangs_on_the_plain_noun_before_it() -> None:
    pack = load_pack("pl")
    assert hangs_on_a_noun(tokens("Wydział Agencji", "pl"), 1, pack)
    assert not hangs_on_a_noun(tokens("Wydział Agencja", "pl"), 1, pack)
    assert not hangs_on_a_noun(tokens("Leśnej Agencji", "pl"), 1, pack)
    assert not hangs_on_a_noun(tokens("Agencji", "pl"), 0, pack)


@pytest.mark.parametrize(
    ("word", "expected"), [("wydział", True), ("leśny", False), ("Kraków", False), ("PARP", False)]
)
def test_a_plain_noun_is_no_adjective_name_or_acronym(word: str, expected: bool) -> None:
    (token,) = tokens(word, "pl")
    assert is_plain_noun(token, load_pack("pl")) is expected
