"""How well an entity is meant by what was asked, from 0 to 100, and the numbers that explain it.

What has no partner on one side or the other lowers the score of a name; who goes with whom is said
in ``pairing``. Nothing is searched here.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise
from typing import Final, NamedTuple

from clustergraph.names.card import Card, Name
from clustergraph.names.comparing.keys import is_short_form
from clustergraph.names.comparing.pairing import Pairing, paired, weight_of
from clustergraph.names.comparing.spelling import initials, sound
from clustergraph.names.comparing.surroundings import Surroundings
from clustergraph.names.comparing.wording import Wording, wording
from clustergraph.names.comparing.words import alike
from clustergraph.vocab import CG

__all__ = ["AHEAD", "SURE", "Likeness", "likeness"]

SURE: Final = 90.0
"""From here on a name is that of the thing, unless another thing is as near."""
AHEAD: Final = 4.0
"""How far behind the next best must be for that."""

_SAME_TEXT = 100.0
_SAME_WORDS = 98.0
_OF_SLIPS = 57.0
"""What is lost with words that are not alike at all: one letter of eight leaves a name sure."""
_LEAST_LIKE = 0.85
"""How alike each word must be for that: one letter of seven, beside words without a slip."""
_UNSURE = 88.0
"""The most for a name that might be another's."""
_PART = 85.0
"""The most where words of the name, or of what was asked, have no partner."""
_INITIALS = 75.0
_FORM_ASIDE = 2.0
_ANOTHER_FORM = 10.0
_OUT_OF_ORDER = 2.0
_MORE_WORDS = 3.0
_WORDS_OF_THEIR_OWN = 0.85
"""Where both sides have words of their own, it is rather something else of the kind."""
_ANOTHER_NUMBER = 0.7
_SLIGHT_SHARE = 0.15
"""How much of what was asked may be short words of no name: «SC», "inż."."""
_LONGEST_SLIGHT_WORD = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """The name that fits best, how well it fits, and why.

    ``features`` say, from 0 to 100, how much of the name was asked for (``name``) and how much of
    what was asked is in the name (``asked``), however it is spelled, and how alike the words of
    both are spelled (``spelling``).
    """

    name: Name
    score: float
    features: Mapping[str, float]


class _Fit(NamedTuple):
    """How the words of what was asked and of a name fit together."""

    score: float = 0.0
    name: float = 0.0
    asked: float = 0.0
    spelling: float = 0.0


def likeness(
    text: str,
    card: Card,
    surroundings: Surroundings,
    *,
    names: Collection[Name] = (),
    unfinished: bool = False,
) -> Likeness:
    """Compare what was asked with the names of an entity, or with some of them.

    ``unfinished`` says that the last word may still be being typed. Some 10 µs for each name.
    """
    compared = _Compared(text, card, surroundings, unfinished=unfinished)
    fits = {name: compared.fit(name) for name in names or card.names}
    best = max(fits, key=lambda name: fits[name].score)
    fit = fits[best]
    features = {"name": fit.name, "asked": fit.asked, "spelling": fit.spelling}
    return Likeness(
        name=best,
        score=round(fit.score, 1),
        features={feature: round(100 * share, 1) for feature, share in features.items()},
    )


class _Compared:
    """What was asked, compared with names of one entity."""

    def __init__(
        self, text: str, card: Card, surroundings: Surroundings, *, unfinished: bool
    ) -> None:
        self._text = text
        self._asked = wording(text)
        self._card = card
        self._surroundings = surroundings
        self._unfinished = unfinished
        self._fits: dict[Wording, _Fit] = {}

    def fit(self, name: Name) -> _Fit:
        fit = self._fit(name)
        is_unsure = fit.score > _UNSURE and is_short_form(name, self._card.names)
        return fit._replace(score=_UNSURE) if is_unsure else fit

    def _fit(self, name: Name) -> _Fit:
        if self._text == name.text:
            return _Fit(_SAME_TEXT, 1.0, 1.0, 1.0)
        named = wording(name.text)
        if named not in self._fits:
            fits = (fit for fit in (self._by_initials(name.text), *self._by_words(named)))
            self._fits[named] = max(fits)
        return self._fits[named]

    def _by_initials(self, name: str) -> _Fit:
        """Score what may be an acronym that nobody stated."""
        if len(self._asked.bare) == 1 and self._asked.bare[0] in initials(name):
            return _Fit(_INITIALS, 1.0, 1.0, 1.0)
        return _Fit()

    def _by_words(self, named: Wording) -> Iterator[_Fit]:
        numbers = self._asked.numbers | named.numbers
        for one, other, lost in _readings(self._asked, named):
            pairing = paired(one, other, unfinished=self._unfinished)
            if pairing.pairs:
                score = self._score(pairing, numbers) - lost
                of_name = 1 - weight_of(pairing.less) / weight_of(pairing.named)
                of_asked = 1 - weight_of(pairing.more) / weight_of(pairing.asked)
                yield _Fit(max(score, 0.0), of_name, of_asked, pairing.spelling)

    def _score(self, pairing: Pairing, numbers: frozenset[str]) -> float:
        less = [word for word in pairing.less if word not in self._surroundings.small]
        unsaid = self._unsaid(pairing, numbers, is_whole=not less)
        lost = 0.0 if pairing.is_in_order else _OUT_OF_ORDER
        if not less and not unsaid:
            return self._whole(pairing) - lost - (_MORE_WORDS if pairing.more else 0.0)
        score = _part(pairing, unsaid) - lost
        if less and unsaid:
            score *= _WORDS_OF_THEIR_OWN
        return score * _ANOTHER_NUMBER if numbers.intersection((*less, *unsaid)) else score

    def _whole(self, pairing: Pairing) -> float:
        """Score a name of which every word was asked for, and nothing else was."""
        score = _SAME_WORDS - _OF_SLIPS * (1 - (pairing.spelling + pairing.worst) / 2)
        names_another = any(self._names_another(*words) for words in pairing.otherwise_spelled)
        may_be_anothers = pairing.is_broken_off or names_another
        is_sure = pairing.worst >= _LEAST_LIKE and not may_be_anothers
        return score if is_sure else min(score, _UNSURE)

    def _names_another(self, asked: str, named: str) -> bool:
        """Tell whether a word that looks like a slip is a name of its own."""
        if self._card.cls == CG.Person:
            are_forenames = self._surroundings.forenames.issuperset((asked, named))
            return are_forenames and sound(asked) != sound(named)
        names_another = self._surroundings.name_another_place(asked, named)
        return names_another and asked not in self._known_words

    def _unsaid(self, pairing: Pairing, numbers: frozenset[str], *, is_whole: bool) -> list[str]:
        """Return the words that were asked for and that nothing known of the entity explains."""
        unsaid = [word for word in pairing.more if word in numbers or not self._adds_nothing(word)]
        is_slight = weight_of(unsaid) <= _SLIGHT_SHARE * weight_of(pairing.asked)
        if not (is_whole and is_slight and pairing.is_in_order):
            return unsaid
        telling = numbers.union(self._introduced(pairing.asked))
        return [word for word in unsaid if word in telling or len(word) > _LONGEST_SLIGHT_WORD]

    def _introduced(self, words: tuple[str, ...]) -> Iterator[str]:
        """Yield what a small word leads to: «in K» says where, however short it is."""
        return (word for small, word in pairwise(words) if small in self._surroundings.small)

    def _adds_nothing(self, word: str) -> bool:
        """Tell whether a word that is not in the name says only what is known of the entity."""
        if self._surroundings.add_nothing(word, self._card.cls):
            return True
        return any(alike(word, known) >= _LEAST_LIKE for known in self._known_words)

    @cached_property
    def _known_words(self) -> frozenset[str]:
        """The words of all its names, and of where it lies."""
        names = chain(self._card.names, *(place.names for place in self._card.places))
        return frozenset(word for name in names for word in wording(name.text).words)


def _readings(
    asked: Wording, named: Wording
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...], float]]:
    """Yield the words as they are, without company forms, and written in one, with what it costs.

    Companies of two forms may bear one name.
    """
    if asked.words and named.words:
        yield asked.words, named.words, 0.0
        differ = asked.form and named.form and asked.form != named.form
        if (asked.bare, named.bare) != (asked.words, named.words):
            yield asked.bare, named.bare, _ANOTHER_FORM if differ else _FORM_ASIDE
        if (len(asked.words) == 1) != (len(named.words) == 1):
            yield ("".join(asked.words),), ("".join(named.words),), _FORM_ASIDE


def _part(pairing: Pairing, unsaid: Collection[str]) -> float:
    """Score a name that has more words, or fewer; those that add nothing count as found."""
    of_name = pairing.share_of_name
    explained = weight_of(pairing.more) - weight_of(unsaid)
    of_asked = pairing.share_of_asked + explained / weight_of(pairing.asked)
    return _PART * 2 * of_name * of_asked / (of_name + of_asked)
