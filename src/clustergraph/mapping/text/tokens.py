"""Words, numbers and signs of a text, with their base forms."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

import regex

from clustergraph.languages import LanguagePack, base_form
from clustergraph.model import Span

__all__ = [
    "Token",
    "Word",
    "in_one_line",
    "is_acronym",
    "span_of",
    "tokenise",
    "without_gender",
    "without_genitive",
]

_PART = r"\p{L}[\p{L}\p{M}\p{N}]*"
_ALTERNATIVE = r"(?<=\p{Ll})/\p{Lu}\p{Ll}"
"""As in «Rostock/Germany», which are two words, unlike «VDI/VDE»."""
_FIGURES_INSIDE = r"-\p{N}+(?:\.\p{N}+)?(?=-\p{L})"
"""As in «COVID-19-Pandemie»."""
_WORD = rf"{_PART}(?:(?!{_ALTERNATIVE})['’&/.-]?{_PART}|[:*]in(?:nen)?\b|{_FIGURES_INSIDE})*\+?"
"""A German noun for women and men («Manager:innen») is one word."""
_ADDRESS = (
    r"(?:https?://|www\.)[^\s<>»”]*[^\s<>»”.,;:!?)]|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}"
)
"""Of a page or of a mailbox."""
_THOUSANDS = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d\u00a0\u202f]| \d)"
_ORDINAL_STOP = r"(?:\d{1,2}|[IVX]{1,5})\.(?=\s+\p{L})"
_MADE_UP = regex.compile(
    r"(?=.{5})\p{Ll}[\p{Ll}\p{N}]*\p{Lu}[\p{L}\p{N}]*|\p{Lu}\p{Ll}+\p{Lu}[\p{L}\p{N}]*(?<!Innen)"
)
_LONGEST_WORD = 8
"""Letters and figures; a longer one with figures may be a code."""
_CODE = r"\p{Lu}[\p{L}\p{N}]*\p{N}[\p{L}\p{N}]*(?:[-./][\p{L}\p{N}]*\p{N}[\p{L}\p{N}]*){2,}"
"""What offices number projects with: «BG16RFOP002-2.009-0026-C01»."""
_CODES = regex.compile(_CODE)
_GENITIVE = regex.compile(r"['’]s$|(?<=\p{L}[sxzSXZ])['’]$")
"""The apostrophe that parts an ending from a name."""
_REMEMBERED = 100_000
"""Words whose looks are kept."""
_WOMEN_AND_MEN = regex.compile(r"(?<=\p{L})[:*]in(?:nen)?$")


Word = tuple[str, str]
"""A token wherever it stands: its text and its base form."""


@lru_cache(maxsize=_REMEMBERED)
def _looks(text: str) -> tuple[tuple[str, object], ...]:
    """Return what the letters of a word show, by name."""
    is_word, is_capital = text[0].isalpha(), text[0].isupper()
    is_code = len(text) > _LONGEST_WORD and _CODES.fullmatch(text) is not None
    is_made_up = _MADE_UP.fullmatch(text) is not None
    is_address = "@" in text or "//" in text
    return (
        ("lower", text.lower()),
        ("bare", without_genitive(text)),
        ("is_word", is_word),
        ("is_capital", is_capital),
        ("is_name_like", ((is_word and is_capital) or is_made_up) and not (is_address or is_code)),
        ("is_code", is_code),
        ("is_made_up", is_made_up),
        ("is_acronym", is_acronym(text)),
    )


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a sign.

    What its letters show is asked many times and so found once: ``lower`` is the token in lower
    case, ``bare`` without the genitive's apostrophe. It is a word that begins with a letter. A
    ``name_like`` one is a word with a capital; the address of a page or a mailbox is none. A
    ``code`` is what an office has numbered something with. One ``made_up`` has capitals where no
    word has any: «BioM», «cyberLago». An ``acronym`` is written in capitals throughout (two letters
    or more).
    """

    span: Span
    text: str
    base: str
    lower: str = field(init=False, repr=False, compare=False)
    bare: str = field(init=False, repr=False, compare=False)
    is_word: bool = field(init=False, repr=False, compare=False)
    is_capital: bool = field(init=False, repr=False, compare=False)
    is_name_like: bool = field(init=False, repr=False, compare=False)
    is_code: bool = field(init=False, repr=False, compare=False)
    is_made_up: bool = field(init=False, repr=False, compare=False)
    is_acronym: bool = field(init=False, repr=False, compare=False)

    @property
    def word(self) -> Word:
        """The token without its place."""
        return self.text, self.base

    def __post_init__(self) -> None:
        for name, value in _looks(self.text):
            object.__setattr__(self, name, value)


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
    words = rf"{_elision(pack)}{stop}{_WORD}"
    return regex.compile(rf"{_ADDRESS}|{_CODE}|{words}|{_THOUSANDS}|{figures}|[^\s]")


def _elision(pack: LanguagePack) -> str:
    """Return a pattern for a word that leans on the next; with a capital it opens the sentence.

    Within it, «L’Aquila» and «Dell’Orto» are names.
    """
    if not pack.elisions:
        return ""
    words = "|".join(sorted(map(regex.escape, pack.elisions), key=len, reverse=True))
    opens = r"(?<=(?:^\W*|[«“„\"(]\s?)\p{L}+['’])"
    follows = r"(?=[\p{L}\p{N}])"
    return rf"(?:{words}){follows}|(?i:{words}){opens}{follows}|"


def span_of(tokens: Sequence[Token]) -> Span:
    """Return the span from the first token to the last."""
    return Span(tokens[0].span.start, tokens[-1].span.end)


def is_acronym(text: str) -> bool:
    """Tell whether it is written in capitals throughout (two letters or more)."""
    return len(text) > 1 and text.isupper()


def without_genitive(text: str) -> str:
    """Return a name without the apostrophe, and the s, that its genitive ends with.

    >>> without_genitive("the Agency's"), without_genitive("Trainers’")
    ('the Agency', 'Trainers')
    """
    return _GENITIVE.sub("", text)


def without_gender(text: str) -> str:
    """Return a German noun for women and men without the ending that says so.

    >>> without_gender("Manager:innen"), without_gender("Partner*in"), without_gender("Team")
    ('Manager', 'Partner', 'Team')
    """
    return _WOMEN_AND_MEN.sub("", text)


def in_one_line(text: str) -> str:
    """Return the text with one blank for each run of blanks and line breaks."""
    return " ".join(text.split())
