"""What the hits of a search must be, whatever they are called."""

from collections.abc import Collection
from typing import NamedTuple

from tantivy import Query, Schema

from clustergraph.model import Iri
from clustergraph.names.fields import NO_LANGUAGE, every, some

__all__ = ["Filters", "filtering"]


class Filters(NamedTuple):
    """Of one of these leaf classes, in one of these places; any where there are none.

    ``language`` asks for a name in it, or one in no language.
    """

    kinds: tuple[Iri, ...] = ()
    places: tuple[Iri, ...] = ()
    language: str | None = None

    def narrow(self, schema: Schema, query: Query) -> Query:
        """Match what the query does, and passes."""
        must = [query]
        spoken = () if self.language is None else (self.language, NO_LANGUAGE)
        for field, values in (("cls", self.kinds), ("place", self.places), ("language", spoken)):
            if values:
                must.append(some([Query.term_query(schema, field, each) for each in values]))
        return every(must)


def filtering(
    kinds: Collection[Iri], places: Collection[Iri], language: str | None = None
) -> Filters:
    """Return the filters in one order, so that equal ones are the same."""
    return Filters(tuple(sorted(kinds)), tuple(sorted(places)), language)
