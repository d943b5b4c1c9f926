"""Outline the vocabularies: which there are, and the concepts of one as a tree."""

from dataclasses import dataclass

from clustergraph.model import Iri
from clustergraph.operations.consult import Row, consult
from clustergraph.operations.labels import Labels, Thing
from clustergraph.store.graph import GraphStore

__all__ = ["Branch", "outline", "schemes"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A concept and those right below it, sorted by notation."""

    concept: Thing
    notation: str
    narrower: tuple["Branch", ...]


def schemes(graph: GraphStore, labels: Labels) -> list[tuple[Thing, int]]:
    """List the vocabularies with the number of their concepts, sorted by IRI."""
    rows = consult(graph, "schemes")
    return [(labels.thing(row.iri("scheme")), row.number("total")) for row in rows]


def outline(graph: GraphStore, labels: Labels, scheme: Iri) -> tuple[Branch, ...]:
    """Return the top concepts of a vocabulary, each with all that is below it."""
    below: dict[Iri | None, list[Row]] = {}
    for row in consult(graph, "concepts-of", scheme=scheme):
        below.setdefault(row.iri("broader") if "broader" in row else None, []).append(row)
    return _branches(below, None, labels)


def _branches(
    below: dict[Iri | None, list[Row]], above: Iri | None, labels: Labels
) -> tuple[Branch, ...]:
    return tuple(
        Branch(
            concept=labels.thing(row.iri("concept")),
            notation=row.words("notation"),
            narrower=_branches(below, row.iri("concept"), labels),
        )
        for row in below.get(above, ())
    )
