"""Find out by what each thing can be found in a list; where it lies is told by its card."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from clustergraph.model import Iri
from clustergraph.names import NO_ASPECTS, Aspects
from clustergraph.operations.consult import Row, Text, consult, consult_about
from clustergraph.store.graph import GraphStore

__all__ = ["aspects", "aspects_of"]

_Ask = Callable[[str], list[Row]]
"""Asks a query of that name, of everything or of one thing."""


def aspects(graph: GraphStore) -> Mapping[Iri, Aspects]:
    """Return the aspects of everything that has any; linear in the number of statements."""
    return _aspects(lambda query: consult(graph, query))


def aspects_of(graph: GraphStore, thing: Iri) -> Aspects:
    """Return the aspects of one thing, which are those that ``aspects`` has of it."""
    found = _aspects(lambda query: consult_about(graph, query, thing=thing))
    return found.get(thing, NO_ASPECTS)


def _aspects(ask: _Ask) -> Mapping[Iri, Aspects]:
    sectors = _iris(ask("sectors-of-all"), "sector")
    programmes = _iris(ask("programmes-of-all"), "programme")
    years = {row.iri("thing"): tuple(_years(row)) for row in ask("years-of-all")}
    languages = _texts(ask("source-languages-of-all"), "language")
    return {
        iri: Aspects(
            sectors=sectors.get(iri, ()),
            programmes=programmes.get(iri, ()),
            years=years.get(iri, ()),
            source_languages=languages.get(iri, ()),
        ).ordered()
        for iri in {*sectors, *programmes, *years, *languages}
    }


def _iris(rows: list[Row], variable: str) -> Mapping[Iri, tuple[Iri, ...]]:
    """Return the values by thing; one that is none of the kind was written unchecked."""
    found: dict[Iri, tuple[Iri, ...]] = defaultdict(tuple)
    for row in rows:
        if isinstance(value := row[variable], Iri):
            found[row.iri("thing")] += (value,)
    return found


def _texts(rows: list[Row], variable: str) -> Mapping[Iri, tuple[str, ...]]:
    found: dict[Iri, tuple[str, ...]] = defaultdict(tuple)
    for row in rows:
        if isinstance(value := row[variable], Text):
            found[row.iri("thing")] += (value.text,)
    return found


def _years(row: Row) -> Iterator[int]:
    yield from range(row.number("first"), row.number("last") + 1)
