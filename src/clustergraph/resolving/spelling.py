"""How a name is spelled, once what tells nothing about its bearer is left aside.

Articles, "and", company forms, accents and the way a number is written tell nothing. What two
spellings have to do with each other is decided in ``likeness`` and ``people``.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from clustergraph.folding import fold, without_company_form
from clustergraph.resolving.grammar import grammar_of

__all__ = ["Spelling", "folded_name", "sound", "spell"]

_NAMES_KEPT: Final = 100_000
"""Names come back in document after document."""
_LONGEST_ACRONYM: Final = 6
_ROMAN: Final = re.compile(r"\b(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3})\b")
_ROMAN_LETTERS: Final = {"I": 1, "V": 5, "X": 10}
_NUMBER: Final = re.compile(r"\d+")
_BLANK_BESIDE_LETTERS: Final = re.compile(r"(?<!\d) | (?!\d)")
_PLUS: Final = re.compile(r"(?<=\w)\+(?!\w)")
_CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]")
_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_ROMANISATIONS: Final = (
    ("shch|sht", "sht"),
    ("tsch|cz", "ch"),
    ("sch|sz", "sh"),
    ("kh", "h"),
    ("tz", "ts"),
    ("x", "ks"),
    ("w", "v"),
    ("[yj][eo]", "e"),
    ("[yj]", "i"),
    ("i+", "i"),
    ("ie", "e"),
)
"""What romanisations and transcriptions of one Cyrillic word differ in, in the order of use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """A name as it is compared.

    ``folded`` is all of it but a company form. ``words`` are those that tell something; numbers are
    in figures. ``wordings`` are ways to write them that mean the same, without blanks; ``inverted``
    is the wording that a name with "of" has without it ("warsawuniversity"), or empty. ``sounds``
    are the words as every romanisation of Cyrillic spells them.
    """

    text: str
    folded: str
    language: str
    words: tuple[str, ...]
    wordings: frozenset[str]
    inverted: str
    sounds: tuple[str, ...]
    is_cyrillic: bool

    @property
    def is_acronym(self) -> bool:
        """Whether it is one short word in capitals."""
        return self.text.isupper() and self.text.isalpha() and len(self.text) <= _LONGEST_ACRONYM

    @property
    def figures(self) -> str:
        """All numbers of the name: 1st and 4th, 2011-2012, and Roman ones.

        >>> spell("Central Asia Invest V, 2nd call", "en", "activity").figures
        '2 5'
        """
        numbers = {number.lstrip("0") for number in _NUMBER.findall(" ".join(self.words))}
        return " ".join(sorted(numbers))


def folded_name(text: str, of_family: str) -> str:
    """Fold a name for comparison; a name without a letter or digit stays as it is."""
    folded = fold(text) or " ".join(text.casefold().split())
    return without_company_form(folded) if of_family == "agent" else folded


@lru_cache(maxsize=_NAMES_KEPT)
def spell(text: str, language: str, of_family: str) -> Spelling:
    """Return how a name of something of that family is compared.

    >>> sorted(spell("The 3rd Cluster-Forum", "en", "activity").wordings)
    ['3clusterforum']
    """
    grammar = grammar_of(language)
    variants = (folded_name(each, of_family) for each in _variants(text, of_family))
    words, *others = (grammar.telling(variant.split()) for variant in variants)
    return Spelling(
        text=text,
        folded=folded_name(text, of_family),
        language=language,
        words=words,
        wordings=frozenset(map(_written, (words, *others))),
        inverted=_written(grammar.inverted(words)),
        sounds=tuple(map(sound, words)),
        is_cyrillic=bool(_CYRILLIC.search(text)),
    )


def _variants(text: str, of_family: str) -> Iterator[str]:
    """Yield the name with its numbers in figures, then the same with its umlauts spelled out."""
    in_figures = text if of_family == "person" else _in_figures(_PLUS.sub(" plus", text))
    yield in_figures
    if (umlauts_out := in_figures.translate(_UMLAUTS)) != in_figures:
        yield umlauts_out


def _written(words: Sequence[str]) -> str:
    """Write words without blanks, except where two numbers would become one.

    >>> _written(("hub", "11", "1"))
    'hub11 1'
    """
    return _BLANK_BESIDE_LETTERS.sub("", " ".join(words))


@lru_cache(maxsize=_NAMES_KEPT)
def sound(word: str) -> str:
    """Spell a folded word as every romanisation does.

    >>> sound("chebotarskiy") == sound("czebotarskij")
    True
    """
    for spellings, one in _ROMANISATIONS:
        word = re.sub(spellings, one, word)
    return word


def _in_figures(text: str) -> str:
    """Write Roman numerals below 40 in figures.

    >>> _in_figures("Phase XIV")
    'Phase 14'
    """
    return _ROMAN.sub(lambda roman: str(_from_roman(roman[0])), text)


def _from_roman(numeral: str) -> int:
    values = [_ROMAN_LETTERS[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(
        -value if value < after else value for value, after in zip(values, following, strict=True)
    )
