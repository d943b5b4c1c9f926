"""What the gazetteer knows of words in names: whether they name a place, or a well-known body."""

from functools import lru_cache
from typing import Final

from clustergraph.languages.gazetteer import load_gazetteer
from clustergraph.resolving.grammar import grammar_of

__all__ = ["is_body", "is_place"]

_ANSWERS_KEPT: Final = 100_000


@lru_cache(maxsize=_ANSWERS_KEPT)
def is_place(words: str, language: str) -> bool:
    """Tell whether a place is called so, or the words are an adjective that belongs to one."""
    is_of_a_place = bool(grammar_of(language).demonym(words.lower()))
    return is_of_a_place or (words[:1].isupper() and bool(load_gazetteer().places(words, language)))


@lru_cache(maxsize=_ANSWERS_KEPT)
def is_body(words: str, language: str) -> bool:
    """Tell whether a well-known institution or programme is called so."""
    return bool(load_gazetteer().bodies(words, language))
