"""A document as it was read: its text never changes, and all offsets point into it."""

from dataclasses import dataclass
from enum import StrEnum

from clustergraph.model.values import PartialDate, Span

__all__ = ["Document", "Zone", "ZoneKind"]


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
    """A stretch of a document, a line as a rule, without blanks round it and a bullet's sign."""

    kind: ZoneKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A source text in one language.

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

    def __getitem__(self, span: Span) -> str:
        """Return the exact characters at the span."""
        return self.text[span.start : span.end]
