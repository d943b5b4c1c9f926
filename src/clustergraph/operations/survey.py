"""Survey a version: what is in it, and how much."""

from dataclasses import dataclass

from clustergraph.operations.consult import Row, consult
from clustergraph.operations.labels import Labels, Thing
from clustergraph.store.graph import GraphStore

__all__ = ["DocumentEntry", "Survey", "survey"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentEntry:
    """A document; what is not known is empty."""

    document: Thing
    publisher: str
    issued: str
    language: str
    passages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """How many statements and things of each class there are, and the newest 100 documents."""

    statements: int
    kinds: tuple[tuple[Thing, int], ...]
    documents: tuple[DocumentEntry, ...]


def survey(graph: GraphStore, labels: Labels) -> Survey:
    """Count; linear in the number of statements."""
    kinds = consult(graph, "kinds")
    return Survey(
        statements=consult(graph, "statements")[0].number("total"),
        kinds=tuple((labels.thing(row.iri("class")), row.number("total")) for row in kinds),
        documents=tuple(_entry(row, labels) for row in consult(graph, "documents")),
    )


def _entry(row: Row, labels: Labels) -> DocumentEntry:
    return DocumentEntry(
        document=labels.thing(row.iri("document")),
        publisher=row.words("publisher"),
        issued=row.words("issued"),
        language=row.words("language"),
        passages=row.number("passages"),
    )
