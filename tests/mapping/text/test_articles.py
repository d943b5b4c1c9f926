import pytest

from clustergraph.languages import load_pack
from clustergraph.mapping.text.articles import has_definite_ending
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
