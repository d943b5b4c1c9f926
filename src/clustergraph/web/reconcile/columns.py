"""The columns that a table is extended by, and their cells, as both versions write them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from clustergraph.errors import ClusterGraphError, InvalidParameter, TooManyAtOnce
from clustergraph.operations.reconciling.extending import (
    Cell,
    Column,
    Content,
    Extension,
    Shown,
    extend,
)
from clustergraph.operations.reconciling.schema import EntityType, Property, Schema, schema_of
from clustergraph.vocab import CG
from clustergraph.web.limiting.batches import batches_for
from clustergraph.web.limiting.json_texts import read_json
from clustergraph.web.reconcile.batches import error_part
from clustergraph.web.reconcile.call import Call
from clustergraph.web.reconcile.limits import IDS, PROPERTIES
from clustergraph.web.reconcile.reading import list_of, object_of, refuse, text_of
from clustergraph.web.reconcile.settings import column_of

__all__ = ["Head", "Table", "cell_as_json", "table_of"]

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The head of a column that was asked for; it has a fault where it can't be."""

    id: str
    column: Column | None = None
    fault: ClusterGraphError | None = None

    def as_json(self, schema: Schema, language: str) -> Mapping[str, Any]:
        """Tell what stands in the column, or why nothing does."""
        if self.column is None:
            return {"id": self.id, "name": self.id, **error_part(self.fault)}
        property_ = self.column.property
        told: dict[str, Any] = {"id": self.id, "name": property_.name(language)}
        if type_ := _type_in(schema, self.column):
            told["type"] = {"id": type_.id, "name": type_.name(language)}
        return told


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What a table is extended by: the heads of its columns, as JSON too, and what is in them."""

    heads: Sequence[Head]
    meta: Sequence[Mapping[str, Any]]
    found: Extension


def table_of(call: Call, query: bytes | str) -> Table:
    """Read a data extension query, in JSON, and find what it asks for.

    Raises:
        InvalidParameter: when the query is none, or no column of it can be.
        NotFound: when no identifier leads anywhere.
        MalformedJson: when it is no JSON.
        TooManyAtOnce: when it asks for too much.
    """
    fields = object_of("extend", read_json(query))
    ids, schema = _ids(fields), schema_of(call.opened)
    heads = _heads(schema, fields)
    columns = [head.column for head in heads if head.column]
    in_time = batches_for(call.visit.request).in_time(ids)
    found = extend(call.opened, in_time, columns, language=call.language)
    _raise_if_all(found.faults, ids)
    meta = [head.as_json(schema, call.language) for head in heads]
    return Table(heads=heads, meta=meta, found=found)


def cell_as_json(cell: Cell) -> dict[str, Any]:
    """Write a cell as one of the values that there are."""
    match cell.shown:
        case Shown.THING:
            return {"id": cell.id, "name": cell.text}
        case Shown.WHOLE:
            return {"int": int(cell.text)}
        case Shown.FRACTION:
            return {"float": float(cell.text)}
        case Shown.DAY if _DAY.fullmatch(cell.text):
            return {"date": f"{cell.text}T00:00:00Z"}
        case _:
            return {"str": cell.text}


def _ids(fields: Mapping[str, Any]) -> list[str]:
    listed = list_of("extend/ids", fields.get("ids"))
    if len(listed) > IDS:
        raise TooManyAtOnce("ids", len(listed), IDS)
    return [text_of(f"extend/ids/{at}", id_) for at, id_ in enumerate(listed)]


def _heads(schema: Schema, fields: Mapping[str, Any]) -> list[Head]:
    listed = list_of("extend/properties", fields.get("properties"))
    if len(listed) > PROPERTIES:
        raise TooManyAtOnce("properties", len(listed), PROPERTIES)
    heads = [_head(schema, f"extend/properties/{at}", said) for at, said in enumerate(listed)]
    faults = {head.id: head.fault for head in heads if head.fault}
    _raise_if_all(faults, [head.id for head in heads])
    return heads


def _raise_if_all(faults: Mapping[str, ClusterGraphError], asked: Sequence[str]) -> None:
    """Fail openly where nothing that was asked for can be answered."""
    if asked and set(faults) == set(asked):
        raise faults[asked[0]]


def _head(schema: Schema, where: str, said: Any) -> Head:
    fields = object_of(where, said)
    if "id" not in fields:
        refuse(where, said, "an object with an id")
    id_ = text_of(f"{where}/id", fields["id"])
    try:
        property_ = schema.property(id_, f"{where}/id")
        column = column_of(f"{where}/settings", property_, fields.get("settings"))
    except InvalidParameter as fault:
        return Head(id=id_, fault=fault)
    return Head(id=id_, column=column)


def _type_in(schema: Schema, column: Column) -> EntityType | None:
    """Return the type of what stands in the cells; plain texts have none."""
    match column.content:
        case Content.VALUES:
            return _common_type(schema, column.property)
        case Content.DOCUMENTS:
            return schema.type_of(CG.Document)
        case _:
            return None


def _common_type(schema: Schema, property_: Property) -> EntityType | None:
    """Return the type that all values are of, where there is one."""
    values = set(property_.values)
    types = (schema.type_of(iri) for iri in property_.values)
    return next((type_ for type_ in types if type_ and values <= type_.below), None)
