"""How the fields of an index are asked, in one language or in all; ``files.schema`` has them."""

import re
from collections.abc import Callable
from typing import Final

from tantivy import Occur, Query, Schema

from clustergraph.names.files.schema import (
    ANY_LANGUAGE,
    LONGEST_BEGINNING,
    NO_LANGUAGE,
    PLACED_WORDS,
)

__all__ = ["Fields", "every", "some"]

_LANGUAGE: Final = re.compile(r"[A-Za-z0-9-]+")


class Fields:
    """Makes questions to the fields, in one language or in all.

    ``count`` counts what has a value in a field of the index.
    """

    def __init__(
        self, count: Callable[[str, str], int], schema: Schema, language: str | None
    ) -> None:
        self._count = count
        self._schema = schema
        self._asked = [ANY_LANGUAGE] if language is None else [*_known(language), NO_LANGUAGE]

    def term(self, field: str, value: str) -> Query:
        """Match the names whose field holds the value."""
        return some(
            [Query.term_query(self._schema, f"{field}.{tag}", value) for tag in self._asked]
        )

    def count(self, field: str, value: str) -> int:
        """Count the entities with such a name in any language, at no cost."""
        return self._count(f"{field}.{ANY_LANGUAGE}", value)

    def begun(self, field: str, value: str, slips: int) -> Query:
        """Match the names whose field holds what begins as the value, but for so many letters."""
        return some(
            [
                Query.fuzzy_term_query(
                    self._schema, f"{field}.{tag}", value, distance=slips, prefix=True
                )
                for tag in self._asked
            ]
        )

    def begins(self, words: list[str]) -> Query | None:
        """Match the names that begin with the words, the last of which may be unfinished.

        None where no name does in any language.
        """
        *whole, last = words[:PLACED_WORDS]
        terms = [("opened", f"{len(whole)} {last[:LONGEST_BEGINNING]}")]
        if whole:
            terms.append(("opening", " ".join(whole)))
        if not all(self.count(*each) for each in terms):
            return None
        return every([self.term(*each) for each in terms])


def some(queries: list[Query]) -> Query:
    """Match what any of the queries does."""
    if len(queries) == 1:
        return queries[0]
    return Query.boolean_query([(Occur.Should, query) for query in queries])


def every(queries: list[Query]) -> Query:
    """Match what all of the queries do."""
    if len(queries) == 1:
        return queries[0]
    return Query.boolean_query([(Occur.Must, query) for query in queries])


def _known(language: str) -> list[str]:
    """Return the language if it can be one: no name is kept under anything else."""
    return [language] if _LANGUAGE.fullmatch(language) else []
