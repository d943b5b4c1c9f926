import pytest

from clustergraph.languages import load_pack
from clustergraph.mapping.text.articles import has_definite_ending, without_articles
from clustergraph.mapping.text.tokens import tokenise


@pytest.mark.parametrize(
    ("language", "word", "is_definite"),
    [
        ("bg", "конференцията", True),
        ("bg", "проектът", True),
        ("bg", "конференция", False),
        ("bg", "място", False),
        ("en", "data", False),
        ("pl", "lata", False),
    ],
)
def test_an_article_at_the_end_of_a_word_is_seen(
    language: str, word: str, is_definite: bool
) -> None:
    pack = load_pack(language)
    assert has_definite_ending(tokenise(word, 0, pack)[0], pack) is is_definite


@pytest.mark.parametrize(
    ("language", "text", "kept"),
    [
        ("en", "held in the Agency", ["held", "in"]),
        ("fr", "tenu dans l’Agence", ["tenu", "dans"]),
        ("en", "the fair Agency", ["the", "fair"]),
        ("en", "the Agency", []),
    ],
)
def test_only_articles_right_before_a_name_are_left_out(
    language: str, text: str, kept: list[str]
) -> None:
    pack = load_pack(language)
    *before, _name = tokenise(text, 0, pack)
    assert [token.text for token in without_articles(before, pack)] == kept
