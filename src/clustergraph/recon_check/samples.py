"""What to ask of a service about which nothing is known: words that many hold, and what came."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from clustergraph.recon_check.dialects import Record

__all__ = ["BEGINNINGS", "TEXTS", "Sample", "identifiers_of", "samples_of", "score_of"]

TEXTS: Final = (
    "university",
    "Germany",
    "museum",
    "London",
    "energy",
    "Smith",
    "science",
    "city",
    "a",
    "1",
)
"""Words that are in the names of people, places, organisations or subjects of many collections."""

BEGINNINGS: Final = ("a", "e", "s", "1")
"""Prefixes for services that complete what is typed; they are tried one after the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """Something that the service itself named: an entity, a type or a property.

    Attributes:
        types: identifiers, of an entity.
    """

    identifier: str
    name: str
    types: tuple[str, ...] = ()


def samples_of(records: Iterable[Record]) -> list[Sample]:
    """Return those that have what a sample needs, the ones with types first."""
    whole = (_sample(one) for one in records)
    return sorted((one for one in whole if one.identifier and one.name), key=_has_no_type)


def identifiers_of(records: Iterable[Record]) -> list[str]:
    """Return the identifiers that are texts, in their order."""
    return [text for one in records if isinstance(text := one.get("id"), str)]


def _types_of(record: Record) -> tuple[str, ...]:
    """Return the identifiers of a candidate's types, however they are given."""
    given = record.get("type")
    return tuple(_type_identifiers(given if isinstance(given, list) else []))


def score_of(candidate: Record) -> float | None:
    """Return the score, where it is a number."""
    score = candidate.get("score")
    if isinstance(score, bool) or not isinstance(score, int | float):
        return None
    return score


def _type_identifiers(given: Sequence[object]) -> Iterator[str]:
    for one in given:
        identifier = one.get("id") if isinstance(one, dict) else one
        if isinstance(identifier, str) and identifier:
            yield identifier


def _sample(record: Record) -> Sample:
    identifier, name = record.get("id"), record.get("name")
    return Sample(
        identifier=identifier if isinstance(identifier, str) else "",
        name=name if isinstance(name, str) else "",
        types=_types_of(record),
    )


def _has_no_type(sample: Sample) -> bool:
    return not sample.types
