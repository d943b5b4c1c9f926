"""What may be asked of reconciliation, whatever the message it came in looked like."""

from dataclasses import dataclass
from enum import StrEnum

from clustergraph.model import Iri
from clustergraph.operations.reconciling.schema import Property

__all__ = [
    "CANDIDATES",
    "Condition",
    "Kind",
    "Quantifier",
    "Query",
    "Reference",
    "Strictness",
    "Wanted",
    "identifier_in",
    "text_in",
]

CANDIDATES = 10
"""How many candidates are given where a query says nothing of it."""


class Kind(StrEnum):
    """What of a thing a condition speaks of; a name may be an identifier as well."""

    NAME = "name"
    ID = "id"
    PROPERTY = "property"


class Quantifier(StrEnum):
    """How many of its values a condition is about."""

    ANY = "any"
    ALL = "all"
    NONE = "none"


class Strictness(StrEnum):
    """What a thing must be: best of the types asked for, one of them, or all of them."""

    SHOULD = "should"
    ANY = "any"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Reference:
    """A value that is a thing, by its identifier, and perhaps by its name."""

    id: str
    name: str = ""


Wanted = str | int | float | bool | Reference
"""A value to compare with."""


def identifier_in(wanted: Wanted) -> str:
    """Return what may identify the value: the identifier of a thing, or whatever was written."""
    return wanted.id if isinstance(wanted, Reference) else str(wanted)


def text_in(wanted: Wanted) -> str:
    """Return how the value is written: the name of a thing where it has one."""
    return wanted.name or wanted.id if isinstance(wanted, Reference) else str(wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What is known of the thing that is looked for.

    ``property`` is None but in a condition about one. What ``is_required`` and doesn't hold keeps
    a candidate out; else it lowers its score.
    """

    kind: Kind
    values: tuple[Wanted, ...]
    property: Property | None = None
    quantifier: Quantifier = Quantifier.ANY
    is_required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is known of one thing, what it should be, and how many candidates to give for it."""

    conditions: tuple[Condition, ...]
    types: tuple[Iri, ...] = ()
    strictness: Strictness = Strictness.SHOULD
    limit: int = CANDIDATES
