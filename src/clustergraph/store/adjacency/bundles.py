"""What is told of a thing's relations: bundles of one property each."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeAlias

from clustergraph.model import Iri

__all__ = ["Bundle", "Key", "Way"]


class Way(IntEnum):
    """How what is in a bundle belongs to the thing that has it; the last four are only counted."""

    RELATED = 0
    INCOMING = 1
    FOLLOWING = 2
    MENTIONED = 3
    SAID = 4
    INFERRED = 5
    INFERRED_INCOMING = 6
    CITED = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """All that is related to a thing by one property, and by one class where that parts them.

    ``total`` may be more than ``members``: texts, and passages, are only counted.
    """

    thing: Iri
    way: Way
    property: Iri
    kind: Iri | None = None
    total: int
    members: Sequence[Iri] = ()


Key: TypeAlias = tuple[Way, str, str]
"""A way, a property, and a class or an empty string."""
