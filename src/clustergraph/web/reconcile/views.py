"""What the pages of the service show: a frozen dataclass for each template."""

from collections.abc import Sequence
from dataclasses import dataclass

from clustergraph.operations.reconciling.features import Feature
from clustergraph.web.framing.views import Frame
from clustergraph.web.pieces import Link
from clustergraph.web.things.views import ElsewhereView

__all__ = ["AboutPage", "FlyoutView", "PreviewLine", "PreviewPage", "TermRow"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewLine:
    """A property of a thing: what it is called, its first values, and words that say it."""

    property: Link
    values: tuple[Link, ...]
    more: int
    quote: Link | None
    source: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewPage:
    """A thing in a few lines; it stands in a frame of somebody else's page."""

    language: str
    label: Link
    kind: Link | None
    place: str
    names: tuple[Link, ...]
    lines: tuple[PreviewLine, ...]
    elsewhere: tuple[ElsewhereView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FlyoutView:
    """A thing, a type or a property in two lines."""

    label: Link
    kind: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TermRow:
    """A type or a property of the service."""

    id: str
    name: Link
    description: str
    takes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutPage:
    """How to use the service."""

    frame: Frame
    service: str
    draft: str
    languages: Sequence[Link]
    batch: int
    types: Sequence[TermRow]
    properties: Sequence[TermRow]
    features: Sequence[Feature]
    examples: Sequence[Link]
