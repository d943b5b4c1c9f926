"""What a dictionary knows of single words: base forms, readings, plurals.

Morfeusz is asked for Polish, simplemma for base forms of the other inflecting languages. How the
words of a name agree is the mapping's business.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import morfeusz2
import regex
from simplemma import Lemmatizer
from simplemma.strategies import DefaultStrategy, DictionaryLookupStrategy
from simplemma.strategies.dictionaries import DefaultDictionaryFactory

__all__ = [
    "Reading",
    "base_form",
    "inflect",
    "is_dictionary_word",
    "is_listed_word",
    "is_plural",
    "readings",
]

_SIMPLEMMA = frozenset({"bg", "cs", "de", "en", "es", "fr", "it", "ro", "ru"})
"""The languages that simplemma is asked for: those that have a pack or shall have one."""

_REMEMBERED = 100_000
"""Words whose answers are kept; a language has about so many in its news."""

_INNER_CAPITAL = regex.compile(r"\p{Ll}(?!I(?:n|nnen)$)\p{Lu}")
"""What only names have, save «ManagerInnen»."""

_SHORTEST_PART = 4
"""Letters of a part of a compound."""
_COMMON_ENDING = regex.compile(
    r"\p{L}{2}(?:ung(?:en|s)?|heit(?:en)?|keit(?:en)?|schaft(?:en)?|tion(?:en)?|tät(?:en)?"
    r"|ismus|ment[se]?|anz(?:en)?|enz(?:en)?)$"
)
"""How German nouns end that are no names."""

_NUMBER, _CASE, _GENDER = 1, 2, 3
"""Where these stand in the tag of a noun or an adjective."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read an inflected word: its base form, and what its form says.

    ``tags`` are the parts of the tag of the National Corpus of Polish, ``subst:sg:gen:f`` as
    ``("subst", "sg", "gen", "f")``; a part may hold alternatives with dots. ``classes`` are the
    dictionary's words for what kind of name it is.
    """

    base: str
    tags: tuple[str, ...]
    classes: tuple[str, ...] = ()

    @property
    def is_noun(self) -> bool:
        """Whether it is a noun."""
        return self.tags[0] == "subst"

    @property
    def is_adjective(self) -> bool:
        """Whether it is an adjective, or a participle that is inflected like one."""
        return self.tags[0] in {"adj", "ppas", "pact"}

    @property
    def is_plain_adjective(self) -> bool:
        """Whether it is an adjective that compares nothing."""
        return self.tags[0] == "adj" and self.tags[-1] == "pos"

    @property
    def is_given_name(self) -> bool:
        """Whether the dictionary has it as a given name."""
        return "imię" in self.classes

    @property
    def is_surname(self) -> bool:
        """Whether the dictionary has it as a surname."""
        return "nazwisko" in self.classes

    @property
    def is_singular(self) -> bool:
        """Whether it may be a singular."""
        return "sg" in self._part(_NUMBER)

    @property
    def is_plural(self) -> bool:
        """Whether it may be a plural."""
        return "pl" in self._part(_NUMBER)

    @property
    def is_nominative(self) -> bool:
        """Whether it may be a nominative."""
        return "nom" in self._part(_CASE)

    @property
    def cases(self) -> tuple[str, ...]:
        """The cases that it may stand in."""
        return self._part(_CASE)

    @property
    def genders(self) -> tuple[str, ...]:
        """The genders that it may have; a noun has one."""
        return self._part(_GENDER)

    def _part(self, index: int) -> tuple[str, ...]:
        return tuple(self.tags[index].split(".")) if index < len(self.tags) else ()


@lru_cache(maxsize=_REMEMBERED)
def readings(word: str, language: str) -> tuple[Reading, ...]:
    """Return all readings of a word, case counting; empty where no dictionary knows it."""
    if language != "pl":
        return ()
    return tuple(
        Reading(lemma.split(":")[0], tuple(tag.split(":")), tuple(classes))
        for _, _, (_, lemma, tag, classes, *_) in _morfeusz().analyse(word)
        if tag != "ign"
    )


@lru_cache(maxsize=_REMEMBERED)
def inflect(base: str, language: str) -> tuple[tuple[str, Reading], ...]:
    """Return the forms of a base form, each with its reading; empty where no dictionary knows it.

    >>> [form for form, reading in inflect("klub", "pl") if "inst" in reading.cases]
    ['klubem', 'klubami']
    """
    if language != "pl":
        return ()
    return tuple(
        (form, Reading(base, tuple(tag.split(":"))))
        for form, _, tag, *_ in _morfeusz().generate(base)
        if tag != "ign"
    )


@lru_cache(maxsize=_REMEMBERED)
def base_form(word: str, language: str) -> str:
    """Return the base form of one word, lower case; the word itself where none is known.

    >>> base_form("Fundacji", "pl"), base_form("trainings", "en"), base_form("проекта", "bg")
    ('fundacja', 'training', 'проект')
    """
    lower = word.lower()
    if any(map(str.isdigit, lower)):
        return lower  # «CLUSTERS9» is no form of "cluster"
    if _INNER_CAPITAL.search(word):
        return lower  # nor is «ClusterFY»
    if language == "pl":
        return _polish_base(lower)
    if language == "en" and not lower.endswith("s"):
        return lower  # an English noun changes in the plural only; "funded" is no form of "fund"
    if language in _SIMPLEMMA:
        known_as = word if language == "de" else lower  # German nouns have a capital
        return _lemmatizer().lemmatize(known_as, language).lower()
    return lower


def is_plural(word: str, language: str) -> bool:
    """Tell whether a noun stands in the plural, as far as its form shows; False where it may not.

    >>> is_plural("trainings", "en"), is_plural("szkolenia", "pl"), is_plural("klastry", "pl")
    (True, False, True)
    """
    lower = word.lower()
    if language == "en":
        return lower.endswith("s") and base_form(lower, language) != lower
    nouns = [reading for reading in readings(lower, language) if reading.is_noun]
    return bool(nouns) and all(reading.is_plural for reading in nouns)


@lru_cache(maxsize=_REMEMBERED)
def is_dictionary_word(word: str, language: str) -> bool:
    """Tell whether a dictionary knows the word, or each of the two parts it is put together of.

    >>> [is_dictionary_word(word, "de") for word in ("Erfolg", "Netzwerkpartner", "Minalogic")]
    [True, True, False]
    """
    last = word.rpartition("-")[2] or word
    if _is_known(last, language) or _COMMON_ENDING.search(last):
        return True
    cuts = range(_SHORTEST_PART, len(last) - _SHORTEST_PART + 1)
    return any(
        _is_known(last[cut:].capitalize(), language)
        and any(_is_known(first, language) for first in _without_joint(last[:cut]))
        for cut in cuts
    )


@lru_cache(maxsize=_REMEMBERED)
def is_listed_word(word: str, language: str) -> bool:
    """Tell whether a dictionary of the language has the whole word.

    >>> [is_listed_word(word, "en") for word in ("agency", "minalogic")]
    [True, False]
    """
    if language == "pl":
        return bool(readings(word, language))
    return language in _SIMPLEMMA and _is_known(word, language)


def _is_known(word: str, language: str) -> bool:
    look_up = _dictionaries().get_lemma
    composed = unicodedata.normalize("NFC", word)
    return any(look_up(form, language) is not None for form in (composed, composed.lower()))


def _without_joint(part: str) -> tuple[str, ...]:
    """Return the first part of a compound as it may stand by itself: «Förderungs» without its s."""
    shorter = (part.removesuffix(joint) for joint in ("s", "es", "n", "en"))
    return (part, *(word for word in shorter if len(word) >= _SHORTEST_PART - 1))


def _polish_base(lower: str) -> str:
    known = readings(lower, "pl")
    nouns = [reading for reading in known if reading.is_noun]
    return next(iter(nouns or known), Reading(lower, ())).base.lower()


@cache
def _morfeusz() -> Any:
    return morfeusz2.Morfeusz()


@cache
def _dictionaries() -> DictionaryLookupStrategy:
    return DictionaryLookupStrategy(_dictionary_files())


@cache
def _lemmatizer() -> Lemmatizer:
    """Return simplemma; the caches of this module remember its answers."""
    strategy = DefaultStrategy(dictionary_factory=_dictionary_files())
    return Lemmatizer(cache_max_size=0, lemmatization_strategy=strategy)


@cache
def _dictionary_files() -> DefaultDictionaryFactory:
    """Return what reads the dictionaries; it keeps them all, for reading one takes a second."""
    return DefaultDictionaryFactory(cache_max_size=len(_SIMPLEMMA))
