"""When two names that are not equal are names of one thing; the surest grounds come first.

A share of common words is no ground: "Competitiveness" is not "Cluster Competitiveness Group", nor
is the 1st module the 4th. A letter that is another letter is none either: printing is not painting.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import Prefix

from clustergraph.resolving.grammar import grammar_of
from clustergraph.resolving.members import Calling
from clustergraph.resolving.people import are_namesakes, is_whole, surname_sounds
from clustergraph.resolving.spelling import Spelling
from clustergraph.resolving.words import paradigms

__all__ = ["GROUNDS", "Ground"]

_BLOCK_LETTERS: Final = 3
_STEM_LETTERS: Final = 3
_LETTERS_FOR_A_SLIP: Final = 8
_LETTERS_FOR_A_SWAP: Final = 10
"""Complaint and compliant are two words, and nine letters long."""
_NEAR: Final = 3
"""Letters from the one that a typist has in mind while the hand writes another."""
_NAMED_BY_WORDS: Final = frozenset({"agent", "activity", "qualification"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A ground on which two names of one family are names of one thing.

    ``keys`` are such that names for which it ``holds`` share one; few others should.
    """

    reason: str
    families: frozenset[str]
    keys: Callable[[Calling], Iterator[Hashable]]
    holds: Callable[[Calling, Calling], bool]


def _witnessed(one: Calling, key: Hashable) -> Iterator[Hashable]:
    """Yield the key, with each witness of a name that is weak: the others are not compared."""
    for witness in one.witnesses if one.is_weak else ("",):
        yield key, witness


def _wordings(one: Calling) -> Iterator[Hashable]:
    for wording in one.spelling.wordings | {one.spelling.inverted, one.dated} - {""}:
        yield from _witnessed(one, wording)


def _are_one_wording(one: Calling, other: Calling) -> bool:
    """Tell whether both say the same words: "University of Warsaw" and "The Warsaw University"."""
    ours, theirs = one.spelling, other.spelling
    is_inverted = ours.inverted in theirs.wordings or theirs.inverted in ours.wordings
    is_dated = bool(one.dated) and one.dated == other.dated
    return is_inverted or is_dated or bool(ours.wordings & theirs.wordings)


def _sounds(one: Calling) -> Iterator[Hashable]:
    yield from _witnessed(one, one.spelling.sounds)


def _are_romanised(one: Calling, other: Calling) -> bool:
    """Tell whether the one name is the other's in Cyrillic."""
    ours, theirs = one.spelling, other.spelling
    return ours.is_cyrillic != theirs.is_cyrillic and ours.sounds == theirs.sounds


def _beginnings(one: Calling) -> Iterator[Hashable]:
    words = one.spelling.words
    if len(words) > 1:
        yield from _witnessed(one, tuple(sorted(word[:_BLOCK_LETTERS] for word in words)))


def _are_inflected(one: Calling, other: Calling) -> bool:
    """Tell whether one name is another case of the other, or its noun and adjective are turned."""
    ours, theirs = one.spelling, other.spelling
    if ours.language != theirs.language or len(ours.words) != len(theirs.words):
        return False
    if len(ours.words) == 2 and ours.words == theirs.words[::-1]:
        return _is_adjective(ours, 0) != _is_adjective(theirs, 0)
    pairs = list(zip(ours.words, theirs.words, strict=True))
    changed = [position for position, (a, b) in enumerate(pairs) if a != b]
    if not changed or not _shows_in_noun(ours, theirs, changed):
        return False
    return all(any(_forms(*pairs[position], ours.language)) for position in changed)


def _shows_in_noun(ours: Spelling, theirs: Spelling, changed: Sequence[int]) -> bool:
    """Tell whether what changed may be the case of the whole name: its noun and all before it.

    "Klaster Transportu" is no form of "Klaster Transportowy", nor "Nov Tech" one of "Nova Tech".
    """
    first = changed[0]
    if not all(_is_adjective(ours, position) for position in range(first)):
        return False
    is_adjective = first == 0 and _is_adjective(ours, 0) and _is_adjective(theirs, 0)
    is_noun = _is_noun(ours.words[first], theirs.words[first], ours.language)
    return len(changed) > 1 or is_adjective or is_noun


def _is_adjective(name: Spelling, position: int) -> bool:
    words = name.text.lower().split()
    return position < len(words) and grammar_of(name.language).is_adjective(words[position])


def _is_noun(one: str, other: str, language: str) -> bool:
    """Tell whether two words are forms of a noun that says what a thing is."""
    return not grammar_of(language).nouns.isdisjoint(_forms(one, other, language))


def _forms(one: str, other: str, language: str) -> Iterator[str]:
    """Yield the forms of each word that the two may be forms of."""
    for stem in range(Prefix.similarity(one, other), _STEM_LETTERS - 1, -1):
        for endings in paradigms().get(language, ()):
            if one[stem:] in endings and other[stem:] in endings:
                yield from (one[:stem] + ending for ending in endings)


def _differ_by_a_slip(one: Calling, other: Calling) -> bool:
    """Tell whether one long word has a slip of the hand in one of the names."""
    ours, theirs = one.spelling.words, other.spelling.words
    if len(ours) != len(theirs):
        return False
    pairs = [pair for pair in zip(ours, theirs, strict=True) if pair[0] != pair[1]]
    return len(pairs) == 1 and _is_slip(*sorted(pairs[0], key=lambda word: (len(word), word)))


def _is_slip(short: str, long: str) -> bool:
    """Tell whether a letter inside is left out or doubled, or two neighbours are swapped.

    >>> _is_slip("kazakstan", "kazakhstan"), _is_slip("contacts", "contracts")
    (True, False)
    """
    if not (short.isalpha() and long.isalpha()):
        return False
    at = Prefix.similarity(short, long)
    if len(short) == len(long):
        is_swapped = short[at : at + 2] == long[at : at + 2][::-1]
        return (
            len(short) >= _LETTERS_FOR_A_SWAP and is_swapped and short[at + 2 :] == long[at + 2 :]
        )
    is_inside = 0 < at < len(short) and short[at:] == long[at + 1 :]
    return len(short) >= _LETTERS_FOR_A_SLIP and is_inside and _is_easily_lost(long, at)


def _is_easily_lost(word: str, at: int) -> bool:
    """Tell whether a letter is silent, or one of those around it: nobody means another word."""
    around = word[max(0, at - _NEAR) : at] + word[at + 1 : at + 1 + _NEAR]
    return word[at] == "h" or word[at] in around


def _people(one: Calling) -> Iterator[Hashable]:
    if is_whole(one.spelling):
        yield tuple(sorted(one.spelling.sounds))
    for surname in surname_sounds(one.spelling):
        yield from ((surname, witness) for witness in one.witnesses)


def _are_one_person(one: Calling, other: Calling) -> bool:
    beside_one_body = bool(one.witnesses & other.witnesses)
    return are_namesakes(one.spelling, other.spelling, beside_one_body=beside_one_body)


GROUNDS: Final = (
    Ground(
        reason="the names mean the same words",
        families=_NAMED_BY_WORDS,
        keys=_wordings,
        holds=_are_one_wording,
    ),
    Ground(
        reason="the one name is the other in Latin letters",
        families=_NAMED_BY_WORDS | {"place"},
        keys=_sounds,
        holds=_are_romanised,
    ),
    Ground(
        reason="the names are names of one person",
        families=frozenset({"person"}),
        keys=_people,
        holds=_are_one_person,
    ),
    Ground(
        reason="the one name is the other in another case",
        families=_NAMED_BY_WORDS,
        keys=_beginnings,
        holds=_are_inflected,
    ),
    Ground(
        reason="the names differ by a slip of the hand",
        families=_NAMED_BY_WORDS,
        keys=_beginnings,
        holds=_differ_by_a_slip,
    ),
)
"""What joins names, in this order: a surer ground must not be spoilt by a weaker one."""
