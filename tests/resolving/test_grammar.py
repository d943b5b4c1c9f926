"""What a language's pack tells of names."""

import pytest

from clustergraph.folding import fold
from clustergraph.languages import load_pack
from clustergraph.resolving.grammar import grammar_of, is_given_name


@pytest.mark.parametrize(
    ("word", "language"),
    [("katarzyna", "pl"), ("katarzyna", "de"), ("ivan", "bg"), ("grace", "fr"), ("john", "xx")],
)
def test_a_folded_given_name_of_the_language_or_of_english_is_one(word: str, language: str) -> None:
    assert is_given_name(word, language)


@pytest.mark.parametrize(("word", "language"), [("agency", "en"), ("klaster", "pl"), ("", "en")])
def test_another_word_is_no_given_name(word: str, language: str) -> None:
    assert not is_given_name(word, language)


def test_what_is_asked_word_by_word_is_what_all_given_names_fold_to() -> None:
    names = load_pack("en").given_names
    words = set(map(fold, names.candidates))
    known = {word for word in words if grammar_of("en").is_given_name(word)}
    assert known == set(map(fold, names))
    assert known < words
