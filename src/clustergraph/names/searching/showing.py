"""Which of an entity's names to show for what was found, and what explains the score."""

from collections.abc import Callable

from rapidfuzz.distance import Indel
from rapidfuzz.process import extractOne

from clustergraph.names.card import Card
from clustergraph.names.comparing.keys import comparable
from clustergraph.names.comparing.likeness import Likeness
from clustergraph.names.files.cards import Filed, Heard
from clustergraph.names.searching.found import NameHit
from clustergraph.names.searching.ranking import LEAST_NEAR, SCORES, Asked, Match

__all__ = ["hit_of", "near_hit"]

_ALL = 100.0
_AFTER_ALL_PARTS = SCORES[Match.ALL_WORDS_IN_OTHER_FORM] / LEAST_NEAR


def hit_of(filed: Filed, asked: Asked, match: Match, *, is_alone: Callable[[], bool]) -> NameHit:
    """Return the hit of an entity that matches at a step, by the name that is most alike.

    ``is_alone`` tells whether the one word asked for is in no other entity's names.
    """
    heard, likeness = _most_alike(filed.heard(asked.language), asked, match)
    return NameHit(
        card=filed.card,
        name=heard.name.text,
        language=heard.name.language,
        match=match,
        score=_score(asked, match, is_alone=is_alone),
        features={} if match is Match.LISTED else _features(likeness),
    )


def near_hit(card: Card, likeness: Likeness, match: Match) -> NameHit:
    """Return the hit of an entity that is near.

    What comes after those that hold all that was asked for has a lower score than these.
    """
    score = likeness.score if match is Match.NEAR else likeness.score * _AFTER_ALL_PARTS
    return NameHit(
        card=card,
        name=likeness.name.text,
        language=likeness.name.language,
        match=match,
        score=round(score, 1),
        features=likeness.features,
    )


def _features(spelling: float) -> dict[str, float]:
    """Explain a step: each of them finds only what has all that was asked for."""
    return {"asked": _ALL, "spelling": round(_ALL * spelling, 1)}


def _score(asked: Asked, match: Match, *, is_alone: Callable[[], bool]) -> float:
    """Score a step. A word that others bear too is no whole name without its company form."""
    keys = asked.keys
    if match is Match.COMPANY_FORM_ASIDE and not keys.company and len(keys.words) == 1:
        return SCORES[match if is_alone() else Match.SHORT_FORM]
    return SCORES[match]


def _most_alike(heard: tuple[Heard, ...], asked: Asked, match: Match) -> tuple[Heard, float]:
    """Return the name by which it was found, and how alike the letters are, from 0 to 1."""
    if match is Match.EXACT:
        same = (each for each in heard if comparable(each.name.text) == asked.keys.exact)
        return next(same, heard[0]), 1.0
    heard = tuple(each for each in heard if _holds(each.folded, asked, match)) or heard
    folded, likeness, _ = extractOne(
        asked.keys.folded, [each.folded for each in heard], scorer=Indel.normalized_similarity
    )
    return _alike_in_script([each for each in heard if each.folded == folded], asked), likeness


def _holds(folded: str, asked: Asked, match: Match) -> bool:
    """Tell whether it is for this name that its entity is found at that step."""
    if match is Match.PREFIX:
        return folded.startswith(asked.keys.folded)
    if match is not Match.ALL_WORDS:
        return True
    words, wanted = folded.split(), asked.keys.folded.split()
    begun = wanted.pop() if asked.unfinished else ""
    return {*wanted}.issubset(words) and any(word.startswith(begun) for word in words)


def _alike_in_script(heard: list[Heard], asked: Asked) -> Heard:
    """Choose among names that fold alike: whoever writes in Latin letters wants to read them."""
    text = asked.text.casefold()
    return max(heard, key=lambda each: Indel.normalized_similarity(text, each.name.text.casefold()))
