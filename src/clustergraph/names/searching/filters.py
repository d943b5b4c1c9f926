"""What the hits of a search must be, whatever they are called."""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from tantivy import Query, Schema

from clustergraph.model import Iri
from clustergraph.names.aspects import NO_ASPECTS, Aspects
from clustergraph.names.files.schema import NO_LANGUAGE
from clustergraph.names.searching.fields import every, some

__all__ = ["Filters", "filtering"]

_COUNTED_AS: Mapping[str, str] = {"place": "country"}
"""How a field is counted, where that is another one than things are filtered by."""


class Filters(NamedTuple):
    """Of one of these leaf classes, in one of these places, with one of each kind of aspect.

    Any where there are none. ``language`` asks for a name in it, or one in no language.
    """

    kinds: tuple[Iri, ...] = ()
    places: tuple[Iri, ...] = ()
    language: str | None = None
    aspects: Aspects = NO_ASPECTS

    def narrow(self, schema: Schema, query: Query, *, but_for: str = "") -> Query:
        """Match what the query does, and passes; all filters, or all but that of a facet."""
        must = [query]
        for field, values in self._wanted():
            if values and _COUNTED_AS.get(field, field) != but_for:
                must.append(some([Query.term_query(schema, field, each) for each in values]))
        return every(must)

    def facets(self) -> frozenset[str]:
        """Return the facets that are narrowed already; but for classes, which have others below."""
        narrowed = (field for field, values in self._wanted() if values and field != "cls")
        return frozenset(_COUNTED_AS.get(field, field) for field in narrowed)

    def _wanted(self) -> Iterator[tuple[str, Collection[str]]]:
        yield "cls", self.kinds
        yield "place", self.places
        yield "language", () if self.language is None else (self.language, NO_LANGUAGE)
        yield from self.aspects.fields().items()


def filtering(
    kinds: Collection[Iri],
    places: Collection[Iri],
    language: str | None = None,
    aspects: Aspects = NO_ASPECTS,
) -> Filters:
    """Return the filters in one order, so that equal ones are the same."""
    return Filters(tuple(sorted(kinds)), tuple(sorted(places)), language, aspects.ordered())
