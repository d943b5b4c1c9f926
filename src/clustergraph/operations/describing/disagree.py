"""Find where passages disagree: on a date or a number, on whether it still holds, or is a plan.

Nothing is decided here: both sides stay, with their words. The same rules stand as a query in
``queries/curators/documents-disagree.rq``, for all things at once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import Final

from clustergraph.model import Iri, Modality
from clustergraph.operations.consult import Text
from clustergraph.operations.labels import Thing
from clustergraph.operations.quote import Passage
from clustergraph.vocab import CG

__all__ = [
    "COMPARED",
    "Claim",
    "Disagreement",
    "Ground",
    "Side",
    "dates_agree",
    "disagreements",
    "is_between_documents",
]

_DATES: Final = frozenset({CG.startDate, CG.endDate})
_NUMBERS: Final = frozenset(
    {
        *(CG.sequenceNumber, CG.moduleCount),
        *(CG.participantCount, CG.graduateCount, CG.partnerCount),
    }
)
COMPARED: Final = _DATES | _NUMBERS
"""Properties whose values stand against each other where a thing has several."""


class Ground(StrEnum):
    """What passages disagree about."""

    VALUE = "value"
    FORMER = "former"
    PLANNED = "planned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A statement, and the passages that carry it."""

    subject: Thing
    property: Thing
    value: Thing | Text
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What some passages say."""

    value: Thing | Text
    passages: tuple[Passage, ...]

    @property
    def documents(self) -> frozenset[Iri]:
        """The documents that say it."""
        return frozenset(passage.document.iri for passage in self.passages)


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Two sides that can't both hold of one thing, or not at one time.

    The side that says less is ``one``: the smaller value, or what is over, or only planned.
    """

    subject: Thing
    property: Thing
    ground: Ground
    one: Side
    other: Side


def disagreements(claims: Iterable[Claim]) -> tuple[Disagreement, ...]:
    """Find them among the statements, in their order; those on two values come first.

    Quadratic in the number of values that one property of a thing has.
    """
    claims = tuple(claims)
    return (*_on_values(claims), *(found for claim in claims for found in _on_state(claim)))


def is_between_documents(found: Disagreement) -> bool:
    """Tell whether documents disagree, or one contradicts itself."""
    return len(found.one.documents | found.other.documents) > 1


def dates_agree(one: str, other: str) -> bool:
    """Tell whether two dates may be the same day, as far as each is known.

    >>> dates_agree("2018", "2018-02-19"), dates_agree("--02-19", "2018-02-19")
    (True, True)
    >>> dates_agree("2018-02", "2018-03"), dates_agree("--02-19", "2018-03")
    (False, False)
    """
    pairs = zip(_parts(one), _parts(other), strict=True)
    return all(not here or not there or here == there for here, there in pairs)


def _parts(date: str) -> tuple[str, str, str]:
    """Return year, month and day as written; what is not told is empty."""
    year, month, day = (date.replace("--", "-", 1) + "--").split("-")[:3]
    return year, month, day


def _on_values(claims: Iterable[Claim]) -> Iterator[Disagreement]:
    rivals: dict[tuple[Iri, Iri], list[Claim]] = {}
    for claim in claims:
        if claim.property.iri in COMPARED:
            rivals.setdefault((claim.subject.iri, claim.property.iri), []).append(claim)
    for several in rivals.values():
        for one, other in combinations(sorted(several, key=_size), 2):
            if not _agree(one, other):
                yield _disagreement(one, Ground.VALUE, one.passages, other, other.passages)


def _size(claim: Claim) -> tuple[int, str]:
    """Order dates as written, and numbers by their digits: what is none breaks no page."""
    text = _written(claim)
    return (len(text) if claim.property.iri in _NUMBERS else 0), text


def _agree(one: Claim, other: Claim) -> bool:
    """Tell whether both values may be true; ``other`` is the greater one."""
    if one.property.iri in _DATES:
        return dates_agree(_written(one), _written(other))
    return bool(one.passages) and all(passage.at_least for passage in one.passages)


def _written(claim: Claim) -> str:
    return claim.value.text if isinstance(claim.value, Text) else claim.value.iri


def _on_state(claim: Claim) -> Iterator[Disagreement]:
    """Compare the passages of one statement."""
    former = tuple(passage for passage in claim.passages if passage.former)
    current = tuple(passage for passage in claim.passages if not passage.former)
    planned, done = (
        tuple(passage for passage in claim.passages if _modality(passage) == modality)
        for modality in (Modality.PLANNED, Modality.FACT)
    )
    if _stand_apart(former, current):
        yield _disagreement(claim, Ground.FORMER, former, claim, current)
    if _stand_apart(planned, done):
        yield _disagreement(claim, Ground.PLANNED, planned, claim, done)


def _modality(passage: Passage) -> str:
    return passage.modality.iri.local if passage.modality else Modality.FACT


def _stand_apart(some: Iterable[Passage], others: Iterable[Passage]) -> bool:
    """Tell whether two documents say it: one may well tell first of a plan and then of its end."""
    others = tuple(others)
    return any(one.document.iri != other.document.iri for one in some for other in others)


def _disagreement(
    one: Claim,
    ground: Ground,
    said: tuple[Passage, ...],
    other: Claim,
    said_otherwise: tuple[Passage, ...],
) -> Disagreement:
    return Disagreement(
        subject=one.subject,
        property=one.property,
        ground=ground,
        one=Side(value=one.value, passages=said),
        other=Side(value=other.value, passages=said_otherwise),
    )
