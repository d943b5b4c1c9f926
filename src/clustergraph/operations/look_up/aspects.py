"""Find out by what each thing can be found in a list; where it lies is told by its card."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from clustergraph.model import Iri
from clustergraph.names import Aspects
from clustergraph.operations.consult import Row, consult
from clustergraph.store.graph import GraphStore

__all__ = ["aspects"]


def aspects(graph: GraphStore) -> Mapping[Iri, Aspects]:
    """Return the aspects of everything that has any; linear in the number of statements."""
    parts = (
        _values(graph, "sectors-of-all", "sector"),
        _values(graph, "programmes-of-all", "programme"),
        {row.iri("thing"): tuple(_years(row)) for row in consult(graph, "years-of-all")},
        _texts(graph, "source-languages-of-all", "language"),
    )
    sectors, programmes, years, languages = parts
    return {
        iri: Aspects(
            sectors=sectors.get(iri, ()),
            programmes=programmes.get(iri, ()),
            years=years.get(iri, ()),
            source_languages=languages.get(iri, ()),
        ).ordered()
        for iri in {*sectors, *programmes, *years, *languages}
    }


def _values(graph: GraphStore, query: str, variable: str) -> Mapping[Iri, tuple[Iri, ...]]:
    found: dict[Iri, tuple[Iri, ...]] = defaultdict(tuple)
    for row in consult(graph, query):
        found[row.iri("thing")] += (row.iri(variable),)
    return found


def _texts(graph: GraphStore, query: str, variable: str) -> Mapping[Iri, tuple[str, ...]]:
    found: dict[Iri, tuple[str, ...]] = defaultdict(tuple)
    for row in consult(graph, query):
        found[row.iri("thing")] += (row.words(variable),)
    return found


def _years(row: Row) -> Iterator[int]:
    yield from range(row.number("first"), row.number("last") + 1)
