"""What a dialect is told to say, and what it makes of an answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

__all__ = ["Asked", "Manifest", "Query", "Record", "Results", "Rows", "records_of", "values_query"]

Record: TypeAlias = Mapping[str, object]
"""An object of JSON."""

Manifest: TypeAlias = Record

Asked: TypeAlias = Mapping[str, Record]
"""Properties to fetch by identifier, each with its settings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """One query of a batch.

    Attributes:
        text: the name that is looked for; empty where only properties or an identifier are known.
        identifier: that of the entity that is looked for.
        type: one type, or several in a list (0.1 and 0.2).
        strictness: ``type_strict`` (0.1 and 0.2).
        properties: identifiers and values.
        quantifier: ``matchQuantifier`` of the properties (1.0).
    """

    text: str = ""
    identifier: str = ""
    type: str | tuple[str, ...] = ""
    strictness: str = ""
    limit: int | None = None
    properties: tuple[tuple[str, object], ...] = ()
    quantifier: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """What was read of the answer to a batch.

    Attributes:
        candidates: those of each query that has a readable result, by key.
        problems: what is wrong with the form of the answer.
        strays: queries without result, and results without query.
    """

    candidates: Mapping[str, Sequence[Record]] = field(default_factory=dict)
    problems: Sequence[str] = ()
    strays: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """What was read of the answer to a query for values.

    Attributes:
        columns: ``meta``, as far as it is a list.
        values: of each entity, by property.
        problems: what is wrong with the form of the answer.
    """

    columns: Sequence[object] = ()
    values: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    problems: Sequence[str] = ()


def values_query(identifiers: Sequence[str], asked: Asked) -> Record:
    """Write a query for values, which both dialects write alike."""
    properties = [
        {"id": pid, **({"settings": settings} if settings else {})}
        for pid, settings in asked.items()
    ]
    return {"ids": list(identifiers), "properties": properties}


def records_of(value: object) -> list[Record]:
    """Return the objects of what should be a list of them."""
    members = value if isinstance(value, list) else []
    return [member for member in members if isinstance(member, dict)]
