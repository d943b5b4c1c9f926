"""What lists show: rows, facets, and classes as a tree."""

from dataclasses import dataclass

from clustergraph.web.framing.views import Frame
from clustergraph.web.pictures.map import MapView
from clustergraph.web.pictures.timeline import TimelineView
from clustergraph.web.pieces import Link

__all__ = [
    "BrowsePage",
    "ChosenView",
    "ClassBranch",
    "EmptyView",
    "FacetValue",
    "FacetView",
    "ListPage",
    "RowView",
    "SearchPage",
    "WayOut",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """A thing in a list; ``kind`` is empty where all are of one class.

    ``found_as`` is the name that matched, where it is not the one shown; ``place`` and ``years``
    tell in a few words where and when it is.
    """

    link: Link
    kind: Link | None = None
    found_as: Link | None = None
    place: str = ""
    years: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    """A value by which a list can be narrowed, and how many things have it.

    Its link adds it, or takes it away where it is chosen.
    """

    link: Link
    total: int
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetView:
    """A way to narrow a list; ``more`` are the values that are folded away, of ``total`` in all.

    ``without`` leads to the list that it doesn't narrow, where it does, else it is empty.
    """

    title: str
    values: tuple[FacetValue, ...]
    more: tuple[FacetValue, ...]
    total: int
    without: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenView:
    """A value that narrows the list; its link takes it away."""

    title: str
    value: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class WayOut:
    """What there would be without one of the facets of an empty list."""

    title: str
    href: str
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EmptyView:
    """Why a list is empty: which facets keep all away; ``whole`` is it without any of them."""

    ways_out: tuple[WayOut, ...]
    whole: Link
    whole_total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What pages with a list have in common: its rows, and what narrows it.

    ``clear`` leads to the whole of it, ``first`` and ``next`` to its first page and the one after
    this; they are empty where that is no other page. ``query`` is the same in SPARQL, ``forms`` are
    the same for programs.
    """

    frame: Frame
    total: int
    rows: tuple[RowView, ...]
    chosen: tuple[ChosenView, ...]
    clear: str
    facets: tuple[FacetView, ...]
    empty: EmptyView | None
    first: str
    next: str
    query: str
    forms: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage(Listed):
    """All things of a class that pass some filters, in the order of what they are called."""

    title: Link
    definition: Link | None
    crumbs: tuple[Link, ...]
    term: str
    """The address of what the class means."""
    narrower: tuple[tuple[Link, int], ...]
    """The classes below this one, narrowed in the same way."""
    map: MapView | None
    """Where the rows of the page lie."""
    timeline: TimelineView | None
    """When they took place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage(Listed):
    """What was found; ``kept`` are the parameters that another search keeps."""

    text: str
    asked: Link
    """The same, as data."""
    kinds: tuple[tuple[str, str, bool], ...]
    """What can be searched for: how addresses call it, its label, whether it is chosen."""
    kept: tuple[tuple[str, str], ...]
    is_asked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassBranch:
    """A class with the number of its things, and the classes below it."""

    link: Link
    definition: Link | None
    total: int
    narrower: tuple["ClassBranch", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BrowsePage:
    """All classes of which there is anything, as a tree."""

    frame: Frame
    classes: tuple[ClassBranch, ...]
    total: int
    forms: tuple[Link, ...]
