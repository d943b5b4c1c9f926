"""Look up many things at once, names and identifiers mixed; each gets an answer of its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from clustergraph.errors import InvalidParameter
from clustergraph.model import Iri
from clustergraph.operations.dataset import OpenVersion
from clustergraph.operations.identifying.identify import LONGEST, Identified, identify
from clustergraph.operations.identifying.standing import Status
from clustergraph.operations.labels import Labels
from clustergraph.operations.look_up.certain import certain
from clustergraph.operations.look_up.hits import CERTAIN, Hit, hit_by_identifier, lies_in
from clustergraph.operations.look_up.search import Question, named

__all__ = ["Item", "Outcome", "Possible", "look_up_batch", "look_up_identifier"]

_EMPTY: Final = "There is nothing in it to look up: give a name or an identifier."
_TOO_LONG: Final = f"It is longer than {LONGEST:,} characters."
_OTHER_CLASS: Final = "What bears it is of another class than was asked for."
_OTHER_PLACE: Final = "What bears it does not lie where it should."
_LEAST_LOOKED_AT: Final = 2
"""How many hits it takes to tell whether the first is certain."""
_NEAR: Final = 50.0
"""The score of what an identifier comes near to: below all at which a name is certain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to look up: a name or an identifier, or one of a ``scheme``.

    ``kinds`` are leaf classes and ``places`` where it may lie, any where empty. ``names_in`` keeps
    the names of one language.
    """

    text: str
    scheme: str | None = None
    kinds: frozenset[Iri] = frozenset()
    places: frozenset[Iri] = frozenset()
    names_in: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Possible:
    """Something that may be meant; ``relation`` is that to an identifier of others, if any."""

    hit: Hit
    relation: Iri | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one item.

    ``hit`` is what was found, also by a former address. ``candidates`` are what may be meant where
    nothing is certain. ``identified`` says what the item was read as; None for a name. ``why`` says
    in a sentence what is wrong.
    """

    status: Status
    hit: Hit | None = None
    candidates: tuple[Possible, ...] = ()
    identified: Identified | None = None
    why: str = ""


def look_up_batch(
    opened: OpenVersion, items: Iterable[Item], *, language: str, most_candidates: int
) -> list[Outcome]:
    """Look up each item; what is asked twice is looked up once. ``language`` is that of labels.

    A scheme that there is not makes its own item invalid, and harms no other.
    """
    known: dict[Item, Outcome] = {}
    batch = _Batch(opened, language, most_candidates)
    outcomes = []
    for item in items:
        if item not in known:
            known[item] = batch.look_up(item)
        outcomes.append(known[item])
    return outcomes


def look_up_identifier(
    opened: OpenVersion, item: Item, *, language: str, most_candidates: int
) -> Outcome | None:
    """Look up one item that is an identifier; None for what may as well be a name.

    Raises:
        InvalidParameter: when there is no such scheme.
    """
    identified = identify(opened, item.text, scheme=item.scheme)
    batch = _Batch(opened, language, most_candidates)
    return batch.identified(item, identified) if identified else None


class _Batch:
    def __init__(self, opened: OpenVersion, language: str, most_candidates: int) -> None:
        self._opened = opened
        self._language = language
        self._most = most_candidates
        self._labels = Labels(opened.graph, language)

    def look_up(self, item: Item) -> Outcome:
        if not item.text.strip():
            return Outcome(status=Status.INVALID, why=_EMPTY)
        if len(item.text) > LONGEST:
            return Outcome(status=Status.INVALID, why=_TOO_LONG)
        try:
            identified = identify(self._opened, item.text, scheme=item.scheme)
        except InvalidParameter as error:
            return Outcome(status=Status.INVALID, why=str(error))
        return self.identified(item, identified) if identified else self._named(item)

    def identified(self, item: Item, identified: Identified) -> Outcome:
        possible = tuple(
            Possible(
                hit=self._hit(each.iri, identified, score=CERTAIN if each.is_same else _NEAR),
                relation=each.relation,
            )
            for each in identified.candidates[: self._most]
        )
        if identified.iri is None:
            return Outcome(
                status=identified.status,
                candidates=possible,
                identified=identified,
                why=identified.why,
            )
        hit = self._hit(identified.iri, identified)
        if why := self._contradiction(item, hit):
            others = (Possible(hit=hit),)
            return Outcome(status=Status.UNKNOWN, candidates=others, identified=identified, why=why)
        return Outcome(status=identified.status, hit=hit, identified=identified)

    def _contradiction(self, item: Item, hit: Hit) -> str:
        """Say why what bears the identifier is not what was asked for."""
        if item.kinds and hit.thing.kind not in item.kinds:
            return _OTHER_CLASS
        card = self._opened.names.card(hit.thing.iri)
        return "" if lies_in(card, item.places) else _OTHER_PLACE

    def _named(self, item: Item) -> Outcome:
        question = Question(
            text=item.text,
            kinds=item.kinds,
            names_in=item.names_in,
            places=item.places,
            parts=False,
        )
        limit = max(self._most, _LEAST_LOOKED_AT)
        hits = named(self._opened, question, language=self._language, limit=limit).hits
        if not hits:
            return Outcome(status=Status.UNKNOWN)
        if (hit := certain(hits)) is not None:
            return Outcome(status=Status.FOUND, hit=hit)
        possible = tuple(Possible(hit=hit) for hit in hits[: self._most])
        return Outcome(status=Status.AMBIGUOUS, candidates=possible)

    def _hit(self, iri: Iri, identified: Identified, *, score: float = CERTAIN) -> Hit:
        card = self._opened.names.card(iri)
        return hit_by_identifier(
            iri, card, identified, self._labels, name=identified.asked, score=score
        )
