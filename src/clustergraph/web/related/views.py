"""What the page of a related list is made of."""

from dataclasses import dataclass

from clustergraph.web.framing.views import Frame
from clustergraph.web.pieces import Heading, Link

__all__ = ["KindView", "RelatedPage", "RelatedRow"]


@dataclass(frozen=True, slots=True, kw_only=True)
class KindView:
    """A class by which the list is parted, and how many it has; ``is_shown`` where it is here."""

    kind: Link
    total: int
    is_shown: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedRow:
    """A thing of the list with the first quote that puts it there, and the way to all of them.

    ``quote`` and ``source`` are None where it follows from others; ``more`` counts other passages.
    """

    link: Link
    kind: Link | None
    notes: tuple[str, ...]
    quote: Link | None
    source: Link | None
    more: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedPage:
    """A page of all that a thing is related to in one way."""

    frame: Frame
    thing: Link
    heading: Heading
    total: int
    start: int
    kinds: tuple[KindView, ...]
    rows: tuple[RelatedRow, ...]
    first: str
    next: str
    query: str
    forms: tuple[Link, ...]
