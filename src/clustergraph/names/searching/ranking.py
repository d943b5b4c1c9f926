"""How well a name matches what was asked for: the steps of the ranking, each a query of the index.

The order of the steps is the ranking; inside one step the more prominent comes first. What is only
near is gathered and put in order in ``nearing``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from tantivy import Query

from clustergraph.names.comparing.keys import Keys, keys_of
from clustergraph.names.files.schema import FIRST_TIER_LENGTH, LONGEST_BEGINNING, with_company_form
from clustergraph.names.searching.fields import Fields, every, some

__all__ = [
    "LEAST_NEAR",
    "SCORES",
    "WHOLE",
    "Asked",
    "Match",
    "Step",
    "match_of",
    "steps",
    "weight_of",
]

_MAXIMUM_WORDS: Final = 24


class Match(StrEnum):
    """How a name matches, from the best to the weakest; ``LISTED`` where none was asked for."""

    EXACT = "exact"
    FOLDED = "folded"
    COMPANY_FORM_ASIDE = "company form aside"
    SAME_WORDS = "same words"
    SHORT_FORM = "short form"
    NEAR = "near"
    PREFIX = "prefix"
    ALL_WORDS = "all words"
    ALL_WORDS_IN_OTHER_FORM = "all words in other form"
    FUZZY = "fuzzy"
    LISTED = "listed"


_STEPS: Final = tuple(Match)
_WEIGHTS: Final = {match: float(len(_STEPS) - place) for place, match in enumerate(_STEPS)}
WHOLE: Final = frozenset(_STEPS[:5])
"""The steps in which a whole name is what was asked for, however it is spelled."""
_PARTS: Final = frozenset({Match.PREFIX, Match.ALL_WORDS, Match.ALL_WORDS_IN_OTHER_FORM})
SCORES: Final = {
    Match.EXACT: 100.0,
    Match.FOLDED: 99.0,
    Match.COMPANY_FORM_ASIDE: 97.0,
    Match.SAME_WORDS: 96.0,
    Match.SHORT_FORM: 88.0,
    Match.PREFIX: 74.0,
    Match.ALL_WORDS: 72.0,
    Match.ALL_WORDS_IN_OTHER_FORM: 70.0,
    Match.LISTED: 0.0,
}
"""What a match is worth at the steps where all are worth the same."""

LEAST_NEAR: Final = 75.0
"""From this score on a near name comes before those that only hold what was asked for."""


class Step(NamedTuple):
    """What the index is asked, and how much a hit of it weighs; the heaviest step counts.

    A step is wide that may find a good part of the index.
    """

    weight: float
    query: Query
    is_wide: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is looked for by name: any text, in which language, and whether it is unfinished.

    ``parts`` says whether names are wanted that only hold it.
    """

    text: str
    language: str | None = None
    unfinished: bool = False
    parts: bool = True

    @property
    def keys(self) -> Keys:
        """What it is compared by."""
        return keys_of(self.text)


def weight_of(match: Match) -> float:
    """Return the weight of a step; weights between it and the next one are free."""
    return _WEIGHTS[match]


def match_of(weight: float) -> Match:
    """Return the step of that weight."""
    return _STEPS[len(_STEPS) - int(weight)]


def steps(fields: Fields, asked: Asked) -> list[Step]:
    """Return the steps, best first; none for a text without a character."""
    keys = asked.keys
    found: list[tuple[Match, Query]] = []
    if fields.count("exact", keys.exact):
        found.append((Match.EXACT, fields.term("exact", keys.exact)))
    if keys.folded:
        found += _whole(fields, keys)
    if keys.folded and asked.parts:
        found += _parts(fields, keys, unfinished=asked.unfinished)
    is_common = asked.parts and _is_common(fields, keys)
    return [Step(_WEIGHTS[match], query, is_common and match in _PARTS) for match, query in found]


def _is_common(fields: Fields, keys: Keys) -> bool:
    """Tell whether each of the words begins words of so many names that counting them costs."""
    words = keys.folded.split()[:_MAXIMUM_WORDS]
    return all(
        fields.count("start", word[:LONGEST_BEGINNING]) > FIRST_TIER_LENGTH for word in words
    )


def _whole(fields: Fields, keys: Keys) -> Iterator[tuple[Match, Query]]:
    """Yield the steps that compare whole names, where any is the same."""
    if fields.count("folded", keys.folded):
        yield Match.FOLDED, fields.term("folded", keys.folded)
    if fields.count("bare", keys.bare):
        yield Match.COMPANY_FORM_ASIDE, _company_form_aside(fields, keys)
    same = [key for key in dict.fromkeys((keys.same, keys.joined)) if fields.count("same", key)]
    if same:
        yield Match.SAME_WORDS, some([fields.term("same", key) for key in same])
    if fields.count("short", keys.folded):
        yield Match.SHORT_FORM, fields.term("short", keys.folded)


def _company_form_aside(fields: Fields, keys: Keys) -> Query:
    """Match the same name with the same company form, or with none, or whichever if none asked."""
    if not keys.company:
        return fields.term("bare", keys.bare)
    forms = (with_company_form(keys), f"{keys.bare}\t")
    return some([fields.term("bare", form) for form in forms])


def _parts(fields: Fields, keys: Keys, *, unfinished: bool) -> Iterator[tuple[Match, Query]]:
    """Yield the steps that find what was asked for within names, where each word is in some."""
    if begins := fields.begins(keys.folded.split()):
        yield Match.PREFIX, begins
    asked = [("word", word) for word in dict.fromkeys(keys.folded.split())][:_MAXIMUM_WORDS]
    if unfinished:
        asked[-1] = ("start", asked[-1][1][:LONGEST_BEGINNING])
    if all(fields.count(*each) for each in asked):
        yield Match.ALL_WORDS, every([fields.term(*each) for each in asked])
    stems = [*dict.fromkeys(keys.stems)][:_MAXIMUM_WORDS]
    if stems and not unfinished and all(fields.count("stem", each) for each in stems):
        forms = [fields.term("stem", each) for each in stems]
        yield Match.ALL_WORDS_IN_OTHER_FORM, every(forms)
