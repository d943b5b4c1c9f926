"""Data extension as the draft of 1.0 writes it."""

from collections.abc import Mapping, Sequence
from typing import Any

from clustergraph.errors import ClusterGraphError
from clustergraph.operations.reconciling.extending import Cell, extend
from clustergraph.operations.reconciling.schema import schema_of
from clustergraph.web.limiting.json_texts import read_json
from clustergraph.web.reconcile.batches import fault_as_json
from clustergraph.web.reconcile.call import Call
from clustergraph.web.reconcile.columns import Head, cell_as_json, heads_of, ids_of, raise_if_all
from clustergraph.web.reconcile.reading import object_of

__all__ = ["extended"]


def extended(call: Call, body: bytes) -> Mapping[str, Any]:
    """Answer a data extension query; faults stand beside what could be answered.

    Raises:
        InvalidParameter: when the query is none, or no column of it can be.
        NotFound: when no identifier leads anywhere.
        MalformedJson: when it is no JSON.
        TooManyAtOnce: when it asks for too much.
    """
    fields = object_of("extend", read_json(body))
    ids = ids_of(fields)
    heads = heads_of(schema_of(call.opened), "extend", fields)
    columns = [head.column for head in heads if head.column]
    found = extend(call.opened, ids, columns, language=call.language)
    raise_if_all(found.faults, ids)
    rows = (
        {"id": id_, "properties": _row(heads, cells), **_error(found.faults.get(id_))}
        for id_, cells in found.rows.items()
    )
    return {
        "meta": [head.as_json(schema_of(call.opened), call.language) for head in heads],
        "rows": list(rows),
    }


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


def _error(fault: ClusterGraphError | None) -> Mapping[str, Any]:
    return {"error": fault_as_json(fault)} if fault else {}
