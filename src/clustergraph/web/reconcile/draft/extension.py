"""Data extension as the draft of 1.0 writes it."""

from collections.abc import Mapping, Sequence
from typing import Any

from clustergraph.operations.reconciling.extending import Cell
from clustergraph.web.reconcile.batches import error_part
from clustergraph.web.reconcile.call import Call
from clustergraph.web.reconcile.columns import Head, cell_as_json, table_of

__all__ = ["extended"]


def extended(call: Call, body: bytes) -> Mapping[str, Any]:
    """Answer a data extension query; faults stand beside what could be answered.

    Raises:
        InvalidParameter: when the query is none, or no column of it can be.
        NotFound: when no identifier leads anywhere.
        MalformedJson: when it is no JSON.
        TooManyAtOnce: when it asks for too much.
    """
    table = table_of(call, body)
    faults = table.found.faults
    rows = (
        {"id": id_, "properties": _row(table.heads, cells), **error_part(faults.get(id_))}
        for id_, cells in table.found.rows.items()
    )
    return {"meta": table.meta, "rows": list(rows)}


def _row(heads: Sequence[Head], cells: Sequence[Sequence[Cell]]) -> list[Mapping[str, Any]]:
    by_head = iter(cells)
    return [
        {"id": head.id, "values": [_cell(cell) for cell in next(by_head)] if head.column else []}
        for head in heads
    ]


def _cell(cell: Cell) -> Mapping[str, Any]:
    told = cell_as_json(cell)
    return (
        {**told, "lang": cell.language} if cell.language and {"str", "name"} & set(told) else told
    )
