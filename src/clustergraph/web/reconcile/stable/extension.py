"""Data extension as version 0.2 writes it (section 7)."""

from collections.abc import Mapping, Sequence
from typing import Any

from clustergraph.operations.reconciling.extending import Cell
from clustergraph.web.reconcile.batches import fault_as_json
from clustergraph.web.reconcile.call import Call
from clustergraph.web.reconcile.columns import Head, cell_as_json, table_of

__all__ = ["extended"]


def extended(call: Call, query: str) -> Mapping[str, Any]:
    """Answer a data extension query, in JSON.

    A column that can't be has an ``error`` in its place in ``meta``, and no values; identifiers
    that lead nowhere are told in ``errors``.

    Raises:
        InvalidParameter: when the query is none, or no column of it can be.
        NotFound: when no identifier leads anywhere.
        MalformedJson: when it is no JSON.
        TooManyAtOnce: when it asks for too much.
    """
    table = table_of(call, query)
    answer: dict[str, Any] = {
        "meta": table.meta,
        "rows": {id_: _row(table.heads, cells) for id_, cells in table.found.rows.items()},
    }
    if faults := table.found.faults:
        answer["errors"] = {id_: fault_as_json(fault) for id_, fault in faults.items()}
    return answer


def _row(heads: Sequence[Head], cells: Sequence[Sequence[Cell]]) -> Mapping[str, Any]:
    """Part the cells of one thing by property; two columns of one property fall together."""
    row: dict[str, list[Mapping[str, Any]]] = {head.id: [] for head in heads}
    by_head = iter(cells)
    for head in heads:
        if head.column:
            row[head.id] += [cell_as_json(cell) for cell in next(by_head)]
    return row
