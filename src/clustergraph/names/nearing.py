"""Find what is near to what was asked for, where nothing is called so.

The index gathers whatever shares a word with it, by rough keys; how near each is then says
``likeness``. The work is bounded: words that are in too many names are passed over, and only the
most promising entities are compared.
"""

from collections.abc import Callable, Iterable
from math import log
from typing import Final, NamedTuple

import tantivy
from rapidfuzz import fuzz
from tantivy import Query

from clustergraph.names.card import Card, Name
from clustergraph.names.fields import Fields, some
from clustergraph.names.likeness import Likeness, likeness
from clustergraph.names.ranking import Asked
from clustergraph.names.spelling import initials
from clustergraph.names.storing import Filed, Heard
from clustergraph.names.surroundings import Surroundings
from clustergraph.names.terms import Keys, gist

__all__ = ["Ground", "Near", "near"]

_MOST_GATHERED: Final = 48
_MOST_COMPARED: Final = 12
_MOST_NAMES: Final = 2
_MOST_WORDS: Final = 8
_SAME: Final = 100.0
_COMMON: Final = 2000
"""A word in more names than these tells nothing while there are others."""
_LEAST_SCORE: Final = 30.0
_LEAST_LETTERS_FOR_ONE_SLIP: Final = 4
_LEAST_LETTERS_FOR_TWO_SLIPS: Final = 8
_LEAST_LETTERS_OF_A_BEGINNING: Final = 4


class Near(NamedTuple):
    """An entity and how near it is."""

    rank: int
    card: Card
    likeness: Likeness


class Ground(NamedTuple):
    """Where is searched: the index, what of it passes the filters, and how a card is read."""

    searcher: tantivy.Searcher
    fields: Fields
    filtered: Callable[[Query], Query]
    filed_at: Callable[[int], Filed]
    surroundings: Surroundings


def near(ground: Ground, asked: Asked) -> list[Near]:
    """Return what is near, the nearest first, at most a dozen; a few milliseconds."""
    query = ground.filtered(_gathering(ground, asked.keys, unfinished=asked.unfinished))
    hits = ground.searcher.search(query, limit=_MOST_GATHERED, count=False).hits
    ranks = [int(address.doc) for _, address in hits]
    found = [
        Near(rank, ground.filed_at(rank).card, _compared(ground, asked, rank, names))
        for rank, names in _promising(ground, asked, ranks)
    ]
    near = [each for each in found if each.likeness.score >= _LEAST_SCORE]
    return sorted(near, key=lambda each: (-each.likeness.score, each.rank))


def _compared(ground: Ground, asked: Asked, rank: int, names: tuple[Name, ...]) -> Likeness:
    return likeness(
        asked.text,
        ground.filed_at(rank).card,
        ground.surroundings,
        names=names,
        unfinished=asked.unfinished,
    )


def _promising(
    ground: Ground, asked: Asked, ranks: Iterable[int]
) -> list[tuple[int, tuple[Name, ...]]]:
    """Return the entities that look most alike at a glance, with the names that do."""
    wanted = gist(asked.keys.exact)
    glanced = []
    for rank in ranks:
        heard = ground.filed_at(rank).heard(asked.language)
        seen = sorted(
            ((_glance(asked.keys, wanted, each), each.name) for each in heard), reverse=True
        )
        glanced.append((-seen[0][0], rank, tuple(name for _, name in seen[:_MOST_NAMES])))
    return [(rank, names) for _, rank, names in sorted(glanced)[:_MOST_COMPARED]]


def _glance(keys: Keys, wanted: str, heard: Heard) -> float:
    """Compare a name roughly, and fast."""
    if _may_be_initials(keys, heard) and keys.joined in initials(heard.name.text):
        return _SAME
    shared = fuzz.token_set_ratio(wanted, heard.gist)
    spelled = fuzz.ratio(keys.folded, heard.folded) / _SAME
    return float(shared + fuzz.ratio(wanted, heard.gist)) / 2 + spelled


def _may_be_initials(keys: Keys, heard: Heard) -> bool:
    """Tell at no cost that something is no acronym of a name."""
    return len(keys.words) == 1 and 1 < len(keys.joined) <= heard.folded.count(" ") + 1


def _gathering(ground: Ground, keys: Keys, *, unfinished: bool) -> Query:
    """Match what shares a word, weighing rare ones more, or a key of the whole."""
    fields = ground.fields
    whole = [
        (fields.term("bare", keys.bare), 30.0),
        (fields.term("sound", keys.sound), 30.0),
        (fields.term("form", keys.form), 20.0),
        (fields.term("initials", keys.joined), 15.0),
    ]
    words = list(dict.fromkeys(zip(keys.words, keys.sounds, keys.stems, strict=True)))
    counted = sorted(
        (ground.fields.count("heard", sound), word, sound, stem) for word, sound, stem in words
    )
    rare = [each for each in counted if each[0] <= _COMMON] or counted[:1]
    parts = [
        _word(ground, word, sound, stem, count, unfinished=unfinished)
        for count, word, sound, stem in rare[:_MOST_WORDS]
    ]
    return some([*(Query.const_score_query(*each) for each in whole), *parts])


def _word(
    ground: Ground, word: str, sound: str, stem: str, count: int, *, unfinished: bool
) -> Query:
    """Match the names with a word like this one; the more like it, the more that weighs."""
    fields = ground.fields
    weight = log(1 + ground.searcher.num_docs / (1 + count))
    likely = [(fields.term("heard", sound), 1.0)]
    if ground.fields.count("stem", stem) <= _COMMON:
        likely.append((fields.term("stem", stem), 0.9))
    slips = _slips_allowed(sound, is_known=count > 0)
    if slips:
        likely.append((fields.alike("heard", sound, slips, unfinished=unfinished), 0.8))
    if not count:
        beginning = word[: max(_LEAST_LETTERS_OF_A_BEGINNING, len(word) - 3)]
        if ground.fields.count("start", beginning) <= _COMMON:
            likely.append((fields.term("start", beginning), 0.6))
    return Query.disjunction_max_query(
        [Query.const_score_query(query, share * weight) for query, share in likely]
    )


def _slips_allowed(word: str, *, is_known: bool) -> int:
    """Return how many slips to look for: a word that is in some name has been spelled with care."""
    if len(word) < _LEAST_LETTERS_FOR_ONE_SLIP:
        return 0
    return 2 if len(word) >= _LEAST_LETTERS_FOR_TWO_SLIPS and not is_known else 1
