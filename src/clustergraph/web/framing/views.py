"""What stands round every page: a frozen dataclass of words and addresses."""

from collections.abc import Mapping
from dataclasses import dataclass

from clustergraph.web.pieces import Link

__all__ = ["Frame", "Preview"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands round every page about something: its title, languages, formats and version."""

    title: str
    version: str
    language: str
    is_plain: bool = False
    """Whether the version holds what people write and nothing else."""
    languages: tuple[Link, ...] = ()
    """Those of the interface."""
    name_languages: tuple[Link, ...] = ()
    """Those in which the interface is not, but names on the page are."""
    any_language: str = ""
    """The address that leaves the choice of language to the browser."""
    canonical: str = ""
    formats: tuple[Link, ...] = ()
    media_types: tuple[str, ...] = ()
    """Those of ``formats``, in the same order."""
    preview: "Preview | None" = None
    structured: Mapping[str, object] | None = None
    """The page in the words of schema.org, as JSON-LD."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What others show of a page when somebody shares it (the Open Graph protocol)."""

    title: str
    description: str
    address: str
    locale: str
    other_locales: tuple[str, ...]
