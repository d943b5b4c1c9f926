"""Quote the documents: the passages that carry a statement, or that stand in a document."""

from dataclasses import dataclass

from clustergraph.errors import NotFound
from clustergraph.model import Iri
from clustergraph.operations.consult import Row, Text, consult
from clustergraph.operations.labels import Labels, Thing
from clustergraph.store.graph import GraphStore

__all__ = ["Passage", "passage", "passages_for", "passages_in"]

_INTEGER = Iri("http://www.w3.org/2001/XMLSchema#integer")
_PAGE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A quote and the statement that it carries. Offsets are code points of the document's text."""

    iri: Iri
    subject: Thing
    predicate: Thing
    object: Thing | Text
    document: Thing
    quote: Text
    start: int
    end: int
    confidence: str
    modality: Thing | None
    status: Thing | None
    rule: str
    role: Text | None
    former: bool
    at_least: bool


def passages_for(
    graph: GraphStore, labels: Labels, subject: Iri, predicate: Iri, value: Iri | Text
) -> tuple[Passage, ...]:
    """Return the passages that carry the statement, by document and place, 20 at most."""
    rows = consult(graph, "passages-for", subject=subject, predicate=predicate, object=value)
    return tuple(passage(graph, labels, row.iri("evidence")) for row in rows)


def passages_in(
    graph: GraphStore, labels: Labels, document: Iri, start: int
) -> tuple[list[Passage], int | None]:
    """Return the next 100 passages of a document, and where those after them begin.

    Args:
        graph: the version's store.
        labels: for a reader's language.
        document: its IRI.
        start: the first character at which a quote may begin.
    """
    first = Text(str(start), datatype=_INTEGER)
    rows = consult(graph, "passages-in", document=document, **{"from": first})
    passages = [passage(graph, labels, row.iri("evidence")) for row in rows[:_PAGE]]
    return passages, rows[_PAGE].number("start") if len(rows) > _PAGE else None


def passage(graph: GraphStore, labels: Labels, iri: Iri) -> Passage:
    """Return the passage of that IRI.

    Raises:
        NotFound: when there is none.
    """
    found = consult(graph, "passage", evidence=iri)
    if not found:
        raise NotFound(iri)
    return _passage(found[0], labels)


def _passage(row: Row, labels: Labels) -> Passage:
    value = row["object"]
    return Passage(
        iri=row.iri("evidence"),
        subject=labels.thing(row.iri("subject")),
        predicate=labels.thing(row.iri("predicate")),
        object=labels.thing(value) if isinstance(value, Iri) else value,
        document=labels.thing(row.iri("document")),
        quote=row.text("quote"),
        start=row.number("start"),
        end=row.number("end"),
        confidence=row.words("confidence"),
        modality=labels.thing(row.iri("modality")) if "modality" in row else None,
        status=labels.thing(row.iri("status")) if "status" in row else None,
        rule=row.words("rule"),
        role=row.text("role") if "role" in row else None,
        former=row.words("former") == "true",
        at_least=row.words("atLeast") == "true",
    )
