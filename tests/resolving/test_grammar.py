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


@pytest.mark.parametrize(
    ("words", "telling"),
    [
        ("the wood hub", "wood hub"),
        ("the", "the"),
        ("wood and paper", "wood paper"),
        ("and wood", "and wood"),
        ("wood and", "wood and"),
        ("the and wood", "and wood"),
        ("third hub", "3 hub"),
        ("21st hub", "21 hub"),
        ("21 st hub", "21 hub"),
        ("st hub", "st hub"),
        ("training centre", "training center"),
    ],
)
def test_articles_joints_and_ways_to_spell_tell_nothing(words: str, telling: str) -> None:
    assert grammar_of("en").telling(words.split()) == tuple(telling.split())


@pytest.mark.parametrize(
    ("words", "inverted"),
    [
        ("university of warsaw", "warsaw university"),
        ("university of the aegean", "aegean university"),
        ("university of aegean the", "aegean the university"),
        ("university of the", "the university"),
        ("of warsaw", ""),
        ("university of", ""),
        ("school of art of warsaw", ""),
        ("warsaw university", ""),
    ],
)
def test_what_stands_behind_of_may_stand_before_the_rest(words: str, inverted: str) -> None:
    assert grammar_of("en").inverted(words.split()) == tuple(inverted.split())


def test_a_language_without_a_pack_tells_of_nothing() -> None:
    grammar = grammar_of("xx")
    assert grammar.telling(("the", "21st", "centre")) == ("the", "21st", "centre")
    assert grammar.inverted(("university", "of", "warsaw")) == ()
    assert not grammar.demonym("polish")
    assert not grammar.is_adjective("polish")
