"""The documents that the graph rests on, and the passages that carry its statements."""

from dataclasses import dataclass

from clustergraph.client.entities import Evidence, Named

__all__ = [
    "Document",
    "DocumentEntry",
    "DocumentsPage",
    "Literal",
    "Mentioned",
    "Passage",
    "PassagesPage",
    "Statement",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentEntry(Named):
    """A document; what is not known of it is empty.

    Attributes:
        url: its address on the service.
        written_in: its language.
        issued: when it was published: a day, a month or a year.
        publisher: who published it.
        source: where it was found.
        quoted: how many passages of it carry statements.
    """

    url: str
    written_in: str = ""
    issued: str = ""
    publisher: str = ""
    source: str = ""
    quoted: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentioned:
    """What a document mentions: the first hundred, and how many there are."""

    total: int
    results: tuple[Named, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(DocumentEntry):
    """One document in full.

    Attributes:
        file: the name of its file.
        characters: how many code points its text has.
        sha256: the checksum of its file.
        passages_url: the address of its passages.
        entities: what it mentions, where that was asked for.
    """

    file: str = ""
    characters: int = 0
    sha256: str = ""
    passages_url: str = ""
    entities: Mentioned | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsPage:
    """Some of the documents, the newest first; ``next`` is the address of what follows."""

    total: int
    results: tuple[DocumentEntry, ...]
    next: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Literal:
    """A date, a number or words."""

    value: str
    language: str = ""
    datatype: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A statement of the graph, about ``subject``."""

    subject: Named
    property: str
    object: Named | Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage(Evidence):
    """A passage, and the statement that it carries, or does not where it was rejected."""

    statement: Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class PassagesPage:
    """Some passages of a document, by place; ``next`` is the address of what follows."""

    document: str
    total: int
    passages: tuple[Passage, ...]
    next: str | None = None

    @property
    def results(self) -> tuple[Passage, ...]:
        """The passages."""
        return self.passages
