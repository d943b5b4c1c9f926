"""Words, numbers and signs of a text, with their base forms."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import regex

from clustergraph.languages import LanguagePack, base_form
from clustergraph.model import Span

__all__ = ["Token", "in_one_line", "span_of", "tokenise", "without_genitive"]

_PART = r"\p{L}[\p{L}\p{M}\p{N}]*"
_FIGURES_INSIDE = r"-\p{N}+(?:\.\p{N}+)?(?=-\p{L})"
"""As in «COVID-19-Pandemie»."""
_WORD = rf"{_PART}(?:['’&/.-]?{_PART}|{_FIGURES_INSIDE})*\+?"
_THOUSANDS = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d\u00a0\u202f]| \d)"
_ORDINAL_STOP = r"\d{1,2}\.(?=\s+\p{L})"
_GENITIVE = regex.compile(r"['’]s$|(?<=\p{L}[sxzSXZ])['’]$")
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
            _base(match.group(), pack),
        )
        for match in _pattern(pack).finditer(text)
    )


def _base(word: str, pack: LanguagePack) -> str:
    if not word[0].isalpha():
        return word
    return pack.base_forms.get(word.lower()) or base_form(word, pack.code)


@cache
def _pattern(pack: LanguagePack) -> "regex.Pattern[str]":
    endings = "|".join(sorted(pack.ordinal_endings)) or "(?!)"
    figures = rf"\d+(?:[.,]\d+)*(?:-?(?:{endings})(?!\p{{L}}))?"
    stop = rf"{_ORDINAL_STOP}|" if pack.ordinal_stop else ""
    return regex.compile(rf"{_elision(pack)}{_WORD}|{_THOUSANDS}|{stop}{figures}|[^\s]")


def _elision(pack: LanguagePack) -> str:
    """Return a pattern for a word that leans on the next; with a capital it opens the sentence.

    Within it, «L’Aquila» and «Dell’Orto» are names.
    """
    if not pack.elisions:
        return ""
    words = "|".join(sorted(map(regex.escape, pack.elisions), key=len, reverse=True))
    return (
        rf"(?:{words})(?=[\p{{L}}\p{{N}}])|(?i:{words})(?<=^\W*\p{{L}}+['’])(?=[\p{{L}}\p{{N}}])|"
    )


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
