"""A document as it was read: its text never changes, and all offsets point into it."""

import hashlib
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, Self

from clustergraph.model.values import PartialDate, Span

__all__ = ["HIDDEN", "Document", "Zone", "ZoneKind", "document_id"]

HIDDEN: Final = "\u2588"
"""What is published for each character of words that somebody asked to be forgotten."""


def document_id(data: bytes) -> str:
    """Return the id of the document that a file with these bytes holds."""
    return hashlib.sha256(data).hexdigest()[:16]


class ZoneKind(StrEnum):
    """What a stretch of a document is for."""

    TITLE = "title"
    HEADING = "heading"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    TEASER = "teaser"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A stretch of a document, a line as a rule, without blanks round it and a bullet's sign.

    ``language`` is empty where it is the document's.
    """

    kind: ZoneKind
    span: Span
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A source text, as a rule in one language; ``language`` is that of most of it.

    ``id`` is the first 16 hexadecimal digits of the SHA-256 of the file's bytes, ``name`` the
    file's name. ``text`` is what was read out of the file, of a text file its bytes as decoded,
    line ends untouched. Empty strings stand for what is not known. ``zones`` are sorted and do not
    overlap.

    Raises:
        ValueError: when the text is blank or the id does not begin the hash.
    """

    id: str
    sha256: str
    name: str
    text: str
    language: str
    title: str = ""
    published: PartialDate | None = None
    publisher: str = ""
    source: str = ""
    zones: tuple[Zone, ...] = ()

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("a document needs text")
        if not self.sha256.startswith(self.id) or len(self.id) != 16:
            raise ValueError("a document's id is the first 16 digits of its hash")

    @property
    def languages(self) -> tuple[str, ...]:
        """The document's language, then those of zones in another, each once, in their order."""
        return tuple(
            dict.fromkeys((self.language, *(z.language for z in self.zones if z.language)))
        )

    def part_in(self, language: str) -> Self:
        """Return the document as if only its zones in that language were there."""
        zones = (zone for zone in self.zones if (zone.language or self.language) == language)
        own = tuple(replace(zone, language="") for zone in zones)
        return replace(self, language=language, zones=own)

    def __getitem__(self, span: Span) -> str:
        """Return the exact characters at the span."""
        return self.text[span.start : span.end]
