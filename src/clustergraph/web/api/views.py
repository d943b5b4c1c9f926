"""What the feed of changes shows."""

from dataclasses import dataclass

__all__ = ["AtomEntry", "AtomFeed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AtomEntry:
    """How it came to one version: ``told`` in lines, ``updated`` when."""

    iri: str
    title: str
    updated: str
    address: str
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AtomFeed:
    """The feed (RFC 4287); ``host`` stands before all addresses on this service."""

    iri: str
    host: str
    address: str
    updated: str
    entries: tuple[AtomEntry, ...]
