"""Survey a version: what is in it, and how much."""

from dataclasses import dataclass

from clustergraph.model import Iri
from clustergraph.operations.consult import Row, consult
from clustergraph.operations.quote import REJECTED
from clustergraph.store.graph import GraphStore

__all__ = ["DocumentEntry", "Survey", "survey"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentEntry:
    """A document; what is not known is empty."""

    document: Iri
    publisher: str
    issued: str
    language: str
    passages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """How many statements and things of each class there are, and the newest 100 documents.

    ``reviews`` counts the accepted statements by what a person did about them.
    """

    statements: int
    reviews: tuple[tuple[Iri, int], ...]
    kinds: tuple[tuple[Iri, int], ...]
    documents: tuple[DocumentEntry, ...]


def survey(graph: GraphStore) -> Survey:
    """Count; linear in the number of statements."""
    kinds, reviews = consult(graph, "kinds"), consult(graph, "reviews")
    return Survey(
        statements=consult(graph, "statements")[0].number("total"),
        reviews=tuple(
            (row.iri("status"), row.number("total"))
            for row in reviews
            if row.iri("status") != REJECTED
        ),
        kinds=tuple((row.iri("class"), row.number("total")) for row in kinds),
        documents=tuple(_entry(row) for row in consult(graph, "documents")),
    )


def _entry(row: Row) -> DocumentEntry:
    return DocumentEntry(
        document=row.iri("document"),
        publisher=row.words("publisher"),
        issued=row.words("issued"),
        language=row.words("language"),
        passages=row.number("passages"),
    )
