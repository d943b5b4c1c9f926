"""Many names and identifiers looked up at once, and what became of each."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, Literal, TypeAlias

from clustergraph.client.filters import Words, several
from clustergraph.client.found import Hit

__all__ = [
    "MOST_ITEMS",
    "Batch",
    "Candidate",
    "Identifier",
    "Item",
    "Outcome",
    "Status",
    "batched",
]

MOST_ITEMS = 1_000
"""How many items a batch may have."""

Status: TypeAlias = Literal["found", "merged", "gone", "ambiguous", "unknown", "invalid"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Something to look up, where more is known of it than a text.

    Attributes:
        text: a name, or an identifier in any shape; with a scheme, as that writes it.
        scheme: the register that gave the identifier, such as ``wikidata``.
        kind: classes that it may be of, with all below them.
        place: places in which it may lie.
        language: keeps the names in this language and those without one.
        key: your own, which comes back with the outcome.
    """

    text: str
    scheme: str = ""
    kind: Words = ()
    place: Words = ()
    language: str = ""
    key: str | int | None = None

    def as_json(self) -> dict[str, Any]:
        """Say it as the service takes it."""
        what = {"scheme": self.scheme, "value": self.text} if self.scheme else {"text": self.text}
        more = {"type": [*several(self.kind)], "place": [*several(self.place)]}
        rest = {"lang": self.language, "key": self.key}
        given = {
            name: value for name, value in (more | rest).items() if value not in ("", [], None)
        }
        return what | given


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate(Hit):
    """Something that may be meant.

    Attributes:
        relation: how it is linked to the identifier that was given, such as ``skos:closeMatch``.
    """

    relation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """An identifier of others as its register writes it."""

    scheme: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one item.

    Attributes:
        status: found; merged: found by a former address; gone: it was removed; ambiguous: nothing
            is certain, see the candidates; unknown: nothing there is that; invalid: it can't be
            answered, see ``detail``.
        asked: the text or identifier that was asked for.
        key: your own, where you gave one.
        entity: what was found.
        via: in which shape it was named: name, iri, local, curie or identifier; or empty.
        identifier: the identifier that it was read as.
        was: the former address, where it was merged, or empty.
        candidates: what may be meant.
        detail: what is wrong, where something is, or empty.
    """

    status: Status
    asked: str = ""
    key: str | int | None = None
    entity: Hit | None = None
    via: str = ""
    identifier: Identifier | None = None
    was: str = ""
    candidates: tuple[Candidate, ...] = ()
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """An outcome for each item, in their order.

    Attributes:
        version: the version of the graph that answered.
        counts: how many items have each status.
        results: the outcomes.
    """

    version: str
    counts: Mapping[str, int]
    results: tuple[Outcome, ...]


def batched(items: Iterable[str | Item], size: int) -> Iterator[list[str | Item]]:
    """Part items into batches, the last of which may be smaller.

    >>> list(batched("abc", 2))
    [['a', 'b'], ['c']]
    """
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch
