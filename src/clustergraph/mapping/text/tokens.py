"""Words, numbers and signs of a text, with their base forms."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import regex

from clustergraph.languages import LanguagePack, base_form
from clustergraph.model import Span

__all__ = ["Token", "in_one_line", "span_of", "tokenise", "without_genitive"]

_WORD = r"\p{L}[\p{L}\p{M}\p{N}]*(?:['’&/.-]?\p{L}[\p{L}\p{M}\p{N}]*)*\+?"
_GENITIVE = regex.compile(r"['’]s?$")
"""The apostrophe that parts an ending from a name."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a sign."""

    span: Span
    text: str
    base: str

    @property
    def lower(self) -> str:
        """The token in lower case."""
        return self.text.lower()

    @property
    def bare(self) -> str:
        """The token without the genitive's apostrophe."""
        return without_genitive(self.text)

    @property
    def is_word(self) -> bool:
        """Whether it begins with a letter."""
        return self.text[0].isalpha()

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def is_name_like(self) -> bool:
        """Whether it is a word with a capital."""
        return self.is_word and self.is_capital

    @property
    def is_acronym(self) -> bool:
        """Whether it is written in capitals throughout (two letters or more)."""
        return len(self.text) > 1 and self.text.isupper()


def tokenise(text: str, offset: int, pack: LanguagePack) -> tuple[Token, ...]:
    """Cut the text into tokens; ``offset`` is where it stands in the document."""
    return tuple(
        Token(
            Span(match.start() + offset, match.end() + offset),
            match.group(),
            base_form(match.group(), pack.code) if match.group()[0].isalpha() else match.group(),
        )
        for match in _pattern(pack).finditer(text)
    )


@cache
def _pattern(pack: LanguagePack) -> "regex.Pattern[str]":
    endings = "|".join(sorted(pack.ordinal_endings)) or "(?!)"
    return regex.compile(rf"{_WORD}|\d+(?:[.,]\d+)*(?:-?(?:{endings})(?!\p{{L}}))?|[^\s]")


def span_of(tokens: Sequence[Token]) -> Span:
    """Return the span from the first token to the last."""
    return Span(tokens[0].span.start, tokens[-1].span.end)


def without_genitive(text: str) -> str:
    """Return a name without the apostrophe, and the s, that its genitive ends with.

    >>> without_genitive("the Agency's"), without_genitive("Trainers’")
    ('the Agency', 'Trainers')
    """
    return _GENITIVE.sub("", text)


def in_one_line(text: str) -> str:
    """Return the text with one blank for each run of blanks and line breaks."""
    return " ".join(text.split())
