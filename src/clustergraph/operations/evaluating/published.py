"""What a version says of one document, in the shape of the gold annotations.

Mappers and curation together, and entities as they are across documents; what the mappers alone
find in a document by itself is ``gold_shape``'s.
"""

from collections.abc import Iterable
from pathlib import Path

from clustergraph.errors import NotFound
from clustergraph.iris import document_iri
from clustergraph.model import Iri, document_id
from clustergraph.operations.consult import INTEGER, Row, Text, consult
from clustergraph.operations.evaluating.gold_shape import Json, gold_predicate, gold_type
from clustergraph.store.graph import GraphStore

__all__ = ["published"]


def published(graph: GraphStore, path: Path) -> Json:
    """Return what the version says of the document in a file.

    Raises:
        NotFound: when the version was built without it.
    """
    document = document_iri(document_id(path.read_bytes()))
    entities = _entities(consult(graph, "published-entities", document=document))
    if not entities:
        raise NotFound(path.name)
    statements = consult(graph, "published-statements", document=document)
    return {
        "doc": document.local,
        "file": path.name,
        "entities": list(entities.values()),
        "relations": _relations(statements, entities.keys()),
    }


def _entities(rows: Iterable[Row]) -> dict[Iri, Json]:
    """Collect the names of each entity whose class the gold knows, labels first."""
    entities: dict[Iri, Json] = {}
    for row in rows:
        iri, type_ = row.iri("entity"), gold_type(row.iri("class"))
        if type_:
            entity = entities.setdefault(iri, {"id": iri, "type": type_, "names": []})
            entity["names"].append(row.text("name").text)
    return entities


def _relations(rows: Iterable[Row], known: Iterable[Iri]) -> list[Json]:
    """Return each statement once, with its surest passage; finer ones as the gold has them."""
    entities = frozenset(known)
    found: dict[tuple[Iri, str, str], Json] = {}
    for row in rows:
        subject, predicate = row.iri("subject"), gold_predicate(row.iri("predicate"))
        value = row["object"]
        if predicate and subject in entities and (isinstance(value, Text) or value in entities):
            relation = _relation(row, predicate)
            found.setdefault((subject, predicate, str(value)), relation)
    return list(found.values())


def _relation(row: Row, predicate: str) -> Json:
    value = row["object"]
    evidence = {name: row.number(name) for name in ("start", "end")}
    return {
        "s": row.iri("subject"),
        "p": predicate,
        **({"o": value} if isinstance(value, Iri) else {"v": _literal(value)}),
        **({"role": row.words("role")} if "role" in row else {}),
        "evidence": {"quote": row.words("quote"), **evidence},
    }


def _literal(value: Text) -> str | int:
    return int(value.text) if value.datatype == INTEGER else value.text
