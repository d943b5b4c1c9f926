"""Short JSON answers of an engine to our own queries, read."""

import json
from typing import Final

from clustergraph.errors import EngineFailed

__all__ = ["JSON", "rows_in", "truth_in", "version_in"]

JSON: Final = "application/sparql-results+json"
"""The media type to ask for."""


def rows_in(body: bytes) -> list[dict[str, str]]:
    """Read the rows of a SELECT: for each variable that is bound what stands in its term.

    Raises:
        EngineFailed: when there are none.
    """
    try:
        bindings = json.loads(body)["results"]["bindings"]
        return [{name: term["value"] for name, term in row.items()} for row in bindings]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise EngineFailed("its answer to a SELECT is no table") from error


def version_in(body: bytes) -> str:
    """Read the hash of the version that is held; empty where none is whole, or several are told.

    Raises:
        EngineFailed: when the answer is no table.
    """
    found = {row["told"] for row in rows_in(body)}
    return found.pop() if len(found) == 1 else ""


def truth_in(body: bytes) -> bool:
    """Read the answer to an ASK, also where it is a table with a number, as Virtuoso 7 has it.

    Raises:
        EngineFailed: when it is none.
    """
    try:
        answer = json.loads(body)
        if "boolean" in answer:
            return bool(answer["boolean"])
    except (ValueError, TypeError) as error:
        raise EngineFailed("its answer to an ASK is no truth value") from error
    return [value for row in rows_in(body) for value in row.values()] == ["1"]
