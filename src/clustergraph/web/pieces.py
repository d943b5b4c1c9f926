"""What many pages are made of: links, values and lists of them, as frozen dataclasses.

What is shown of quotes, of names and round a page is in ``views`` of its own part.
"""

from dataclasses import dataclass

__all__ = [
    "BranchView",
    "Heading",
    "Link",
    "LinkGroup",
    "Mark",
    "Number",
    "Property",
    "Section",
    "Value",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words that lead somewhere; nowhere where ``href`` is empty.

    ``language`` is that of the words, ``fell_back`` where the reader asked for another one.
    """

    text: str
    href: str = ""
    language: str = ""
    fell_back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkGroup:
    """Links under a title."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A source mark: the number of a quote, and where it stands."""

    number: int
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A value of a property with its source marks; ``notes`` say what is special about it.

    ``support`` tells how many passages of how many documents say it, where that is more than one;
    ``disagreement`` that others say otherwise. ``why`` leads to what speaks for it, or to how it
    follows from other values.
    """

    link: Link
    marks: tuple[Mark, ...] = ()
    notes: tuple[str, ...] = ()
    support: str = ""
    disagreement: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """A property and its values in a list of facts."""

    name: Link
    values: tuple[Value, ...]
    more: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The heading of a section: what the things stand in to this one, and what kind they are."""

    name: Link
    of: Link | None = None
    kind: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Some of the things that stand in one relation; ``more`` leads to all of them."""

    heading: Heading
    total: int
    values: tuple[Value, ...]
    more: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchView:
    """A concept or a class and those below it, with its notation before it or its name behind."""

    link: Link
    notation: str = ""
    name: str = ""
    narrower: tuple["BranchView", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """How many things of a kind there are."""

    name: Link
    total: int
