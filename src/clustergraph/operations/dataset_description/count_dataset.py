"""Count what a version holds, for its description.

What is said of the dataset itself, in ``graph/meta``, is not counted.
"""

from dataclasses import dataclass

from clustergraph.iris import graph_iri
from clustergraph.model import Iri
from clustergraph.operations.consult import Row, consult
from clustergraph.store.graph import GraphStore

__all__ = ["DOCUMENT_GRAPHS", "Counts", "LanguageCount", "LinkCount", "count_dataset"]

DOCUMENT_GRAPHS = graph_iri("doc")
"""Stands for the graphs of all documents, of which there may be many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageCount:
    """How many documents are in a language, and how many passages of them are quoted."""

    language: str
    documents: int
    passages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkCount:
    """How many things are linked to an authority or vocabulary, by a mapping relation.

    ``target`` is what its IRIs begin with.
    """

    property: Iri
    target: Iri
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What a version holds.

    ``classes`` count a thing in each of its classes, also in those that follow; ``entities`` counts
    each once. ``first`` and ``last`` are days, or empty.
    """

    subjects: int
    objects: int
    entities: int
    graphs: tuple[tuple[Iri, int], ...]
    classes: tuple[tuple[Iri, int], ...]
    properties: tuple[tuple[Iri, int], ...]
    languages: tuple[LanguageCount, ...]
    links: tuple[LinkCount, ...]
    countries: tuple[Iri, ...]
    examples: tuple[Iri, ...]
    first: str
    last: str

    @property
    def triples(self) -> int:
        """How many triples there are; each stands in one graph."""
        return sum(total for _, total in self.graphs)


def count_dataset(graph: GraphStore) -> Counts:
    """Count; takes some two seconds for a million quads."""
    (nodes,), (period,) = consult(graph, "dataset-nodes"), consult(graph, "dataset-period")
    return Counts(
        subjects=nodes.number("subjects"),
        objects=nodes.number("objects"),
        entities=nodes.number("entities"),
        graphs=_graphs(consult(graph, "dataset-graphs")),
        classes=_totals("class", consult(graph, "dataset-classes")),
        properties=_totals("property", consult(graph, "dataset-properties")),
        languages=tuple(_language(row) for row in consult(graph, "dataset-languages")),
        links=tuple(_link(row) for row in consult(graph, "dataset-links")),
        countries=tuple(row.iri("country") for row in consult(graph, "dataset-countries")),
        examples=tuple(row.iri("example") for row in consult(graph, "dataset-examples")),
        first=period.words("first"),
        last=period.words("last"),
    )


def _graphs(rows: list[Row]) -> tuple[tuple[Iri, int], ...]:
    """Take the graphs of the documents together."""
    totals: dict[Iri, int] = {}
    for row in rows:
        name = row.iri("graph")
        whole = DOCUMENT_GRAPHS if name.startswith(f"{DOCUMENT_GRAPHS}/") else name
        totals[whole] = totals.get(whole, 0) + row.number("total")
    return tuple(sorted(totals.items()))


def _totals(variable: str, rows: list[Row]) -> tuple[tuple[Iri, int], ...]:
    return tuple((row.iri(variable), row.number("total")) for row in rows)


def _language(row: Row) -> LanguageCount:
    return LanguageCount(
        language=row.words("language"),
        documents=row.number("documents"),
        passages=row.number("passages"),
    )


def _link(row: Row) -> LinkCount:
    return LinkCount(
        property=row.iri("property"), target=Iri(row.words("target")), total=row.number("total")
    )
