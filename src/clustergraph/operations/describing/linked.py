"""The links of a version, found again in its graph; how they are made is in ``link``."""

from collections.abc import Iterator

from clustergraph.iris import is_note
from clustergraph.model import Iri
from clustergraph.operations.consult import Row, consult
from clustergraph.rdf.sssom import Match
from clustergraph.store.graph import GraphStore

__all__ = ["annotated_thing", "link_rows", "links_of"]


def annotated_thing(graph: GraphStore, note: Iri) -> Iri | None:
    """Return what a note on a link or on a coordinate speaks of; None for all that is no note."""
    rows = consult(graph, "annotated-thing", note=note) if is_note(note) else []
    return rows[0].iri("thing") if rows else None


def link_rows(graph: GraphStore) -> Iterator[Match]:
    """Yield all links of a version, by subject, relation and object."""
    return map(_from_row, consult(graph, "links"))


def links_of(graph: GraphStore, entity: Iri) -> tuple[Match, ...]:
    """Return what one thing is elsewhere: the same first, then by relation and object."""
    found = map(_from_row, consult(graph, "links-of", entity=entity))
    return tuple(sorted(found, key=lambda match: not match.relation.endswith("exactMatch")))


def _from_row(row: Row) -> Match:
    confidence = row.words("confidence")
    return Match(
        subject=row.iri("entity"),
        subject_label=row.words("label"),
        relation=row.iri("relation"),
        object=row.iri("object"),
        object_label=row.words("objectLabel"),
        justification=row.iri("justification"),
        confidence=float(confidence) if confidence else None,
        tool=row.words("tool"),
        author=row.words("author"),
        on=row.words("on"),
        comment=row.words("comment"),
        object_source=row.iri("source") if "source" in row else "",
    )
