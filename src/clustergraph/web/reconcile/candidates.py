"""Candidates for the queries of a batch, and what both versions write of one."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from clustergraph.errors import TooManyAtOnce
from clustergraph.operations.reconciling.asking import Query
from clustergraph.operations.reconciling.matching import Candidate, match
from clustergraph.operations.reconciling.schema import Schema, schema_of
from clustergraph.web.limiting.batches import batches_for
from clustergraph.web.reconcile.batches import Answered, answer_each
from clustergraph.web.reconcile.call import Call
from clustergraph.web.reconcile.limits import BATCH, VALUES
from clustergraph.web.reconcile.reading import refuse

__all__ = ["Read", "candidate_parts", "candidates_for"]

_Key = TypeVar("_Key")

Read = Callable[[Schema, str, Any], Query]
"""Makes a query of what was sent, whose place in the message is told beside it."""


def candidates_for(
    call: Call, queries: Mapping[_Key, Any], read: Read
) -> dict[_Key, Answered[list[Candidate]]]:
    """Find candidates for each query, or what is wrong with it.

    Raises:
        ClusterGraphError: what is wrong with the first, when something is with all of them.
        TooManyAtOnce: when there are too many of them.
    """
    if len(queries) > BATCH:
        raise TooManyAtOnce("queries", len(queries), BATCH)
    schema = schema_of(call.opened)

    def answer(key: _Key, said: Any) -> list[Candidate]:
        where = f"queries/{key}"
        query = read(schema, where, said)
        values = sum(len(condition.values) for condition in query.conditions)
        if values > VALUES:
            refuse(where, f"a query with {values} values", f"one with {VALUES} values at the most")
        return match(call.opened, query, language=call.language)

    return answer_each(batches_for(call.visit.request).in_time(queries.items()), answer)


def candidate_parts(candidate: Candidate, language: str) -> dict[str, Any]:
    """Write a candidate down, but for its features."""
    return {
        "id": candidate.id,
        "name": candidate.name,
        **({"description": candidate.description} if candidate.description else {}),
        "type": [{"id": type_.id, "name": type_.name(language)} for type_ in candidate.types],
        "score": candidate.score,
        "match": candidate.is_match,
    }
