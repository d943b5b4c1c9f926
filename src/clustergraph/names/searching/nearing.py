"""Find what is near to what was asked for, where nothing is called so.

The index gathers whatever shares a word with it, by rough keys; how near each is then says
``likeness``. The work is bounded: words that are in too many names are passed over, and only the
most promising entities are compared.
"""

from collections.abc import Callable, Iterable
from math import log
from typing import Final, NamedTuple

from rapidfuzz import fuzz
from tantivy import Query

from clustergraph.names.card import Card, Name
from clustergraph.names.comparing.keys import Keys, gist
from clustergraph.names.comparing.likeness import Likeness, likeness
from clustergraph.names.comparing.spelling import initials
from clustergraph.names.comparing.surroundings import Surroundings
from clustergraph.names.files.cards import Filed, Glimpse
from clustergraph.names.files.parts import Parts
from clustergraph.names.files.slips import slips_allowed
from clustergraph.names.searching.fields import Fields, some
from clustergraph.names.searching.ranking import Asked

__all__ = ["Ground", "Near", "near"]

_MOST_GATHERED: Final = 48
_FEW_GATHERED: Final = 24
_MOST_COMPARED: Final = 12
_FEW_COMPARED: Final = 6
_MUCH: Final = 15.0
"""What looks so much less alike at a glance is none of the best."""
_MOST_NAMES: Final = 2
_MOST_WORDS: Final = 8
_SAME: Final = 100.0
_COMMON: Final = 2000
"""A word in more names than these tells nothing while there are others."""
_LEAST_SCORE: Final = 30.0
_LEAST_LETTERS_OF_A_BEGINNING: Final = 4


class Near(NamedTuple):
    """An entity and how near it is."""

    rank: int
    card: Card
    likeness: Likeness


class Ground(NamedTuple):
    """Where is searched: the index, what of it passes the filters, and the words beside names."""

    parts: Parts
    fields: Fields
    filtered: Callable[[Query], Query]
    surroundings: Surroundings


def near(ground: Ground, asked: Asked, *, few: bool = False) -> list[Near]:
    """Return what is near, the nearest first, at most a dozen; a few milliseconds.

    With ``few`` what is much less alike than the best is left out, in a third of the time.
    """
    query = ground.filtered(_gathering(ground, asked.keys, unfinished=asked.unfinished))
    gathered = _FEW_GATHERED if few else _MOST_GATHERED
    ranks = [rank for _, rank in ground.parts.hits(query, gathered)]
    found = [
        Near(rank, ground.parts.filed_at(rank).card, _compared(ground, asked, rank, names))
        for rank, names in _promising(ground, asked, ranks, few=few)
    ]
    near = [each for each in found if each.likeness.score >= _LEAST_SCORE]
    return sorted(near, key=lambda each: (-each.likeness.score, ground.parts.place(each.rank)))


def _compared(ground: Ground, asked: Asked, rank: int, names: tuple[Name, ...]) -> Likeness:
    return likeness(
        asked.text,
        ground.parts.filed_at(rank).card,
        ground.surroundings,
        names=names,
        unfinished=asked.unfinished,
    )


def _promising(
    ground: Ground, asked: Asked, ranks: Iterable[int], *, few: bool
) -> list[tuple[int, tuple[Name, ...]]]:
    """Return the entities that look most alike at a glance, with the names that do."""
    seen = ((rank, _seen(asked, ground.parts.filed_at(rank))) for rank in ranks)
    glanced = sorted(
        ((-names[0][0], rank, tuple(place for _, place in names)) for rank, names in seen),
        key=lambda each: (each[0], ground.parts.place(each[1])),
    )
    if few:
        glanced = [each for each in glanced[:_FEW_COMPARED] if each[0] <= glanced[0][0] + _MUCH]
    return [
        (rank, tuple(ground.parts.filed_at(rank).card.names[place] for place in places))
        for _, rank, places in glanced[:_MOST_COMPARED]
    ]


def _seen(asked: Asked, filed: Filed) -> list[tuple[float, int]]:
    """Glance at the names, and return the places of those that look most alike."""
    wanted = gist(asked.keys.exact)
    glimpses = filed.glimpses(asked.language)
    seen = ((_glance(asked.keys, wanted, filed, each), -each.place) for each in glimpses)
    best = sorted(seen, reverse=True)[:_MOST_NAMES]
    return [(degree, -place) for degree, place in best if degree >= best[0][0] - _MUCH]


def _glance(keys: Keys, wanted: str, filed: Filed, seen: Glimpse) -> float:
    """Compare a name roughly, and fast."""
    if _may_be_initials(keys, seen) and keys.joined in initials(filed.card.names[seen.place].text):
        return _SAME
    shared = fuzz.token_set_ratio(wanted, seen.gist)
    spelled = fuzz.ratio(keys.folded, seen.folded) / _SAME
    return float(shared + fuzz.ratio(wanted, seen.gist)) / 2 + spelled


def _may_be_initials(keys: Keys, seen: Glimpse) -> bool:
    """Tell at no cost that something is no acronym of a name."""
    return len(keys.words) == 1 and 1 < len(keys.joined) <= seen.folded.count(" ") + 1


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
        _word(ground, word, sound, stem, count, unfinished=unfinished and word == keys.words[-1])
        for count, word, sound, stem in rare[:_MOST_WORDS]
    ]
    return some([*(Query.const_score_query(*each) for each in whole), *parts])


def _word(
    ground: Ground, word: str, sound: str, stem: str, count: int, *, unfinished: bool
) -> Query:
    """Match the names with a word like this one; the more like it, the more that weighs."""
    fields = ground.fields
    weight = log(1 + ground.parts.size / (1 + count))
    likely = [(fields.term("heard", sound), 1.0)]
    if ground.fields.count("stem", stem) <= _COMMON:
        likely.append((fields.term("stem", stem), 0.9))
    if slips := slips_allowed(sound, is_known=count > 0):
        if unfinished:
            likely.append((fields.begun("heard", sound, slips), 0.8))
        else:
            alike = ground.parts.alike(sound, slips)
            likely += [(fields.term("heard", each), 0.8) for each in alike]
    if not count:
        beginning = word[: max(_LEAST_LETTERS_OF_A_BEGINNING, len(word) - 3)]
        if ground.fields.count("start", beginning) <= _COMMON:
            likely.append((fields.term("start", beginning), 0.6))
    return Query.disjunction_max_query(
        [Query.const_score_query(query, share * weight) for query, share in likely]
    )
