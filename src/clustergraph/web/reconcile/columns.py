"""The columns that a table is extended by, and their cells, as both versions write them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from clustergraph.errors import ClusterGraphError, InvalidParameter, TooManyAtOnce
from clustergraph.operations.reconciling.extending import Cell, Column, Shown
from clustergraph.operations.reconciling.schema import EntityType, Property, Schema
from clustergraph.web.reconcile.batches import fault_as_json
from clustergraph.web.reconcile.limits import IDS, PROPERTIES
from clustergraph.web.reconcile.reading import list_of, object_of, refuse, text_of
from clustergraph.web.reconcile.settings import column_of

__all__ = ["Head", "cell_as_json", "heads_of", "ids_of", "proposed_as_json", "raise_if_all"]

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
            error = {"error": fault_as_json(self.fault)} if self.fault else {}
            return {"id": self.id, "name": self.id, **error}
        property_ = self.column.property
        told: dict[str, Any] = {"id": self.id, "name": property_.name(language)}
        if type_ := _common_type(schema, property_):
            told["type"] = {"id": type_.id, "name": type_.name(language)}
        return told


def ids_of(fields: Mapping[str, Any]) -> list[str]:
    """Return the identifiers that are asked for.

    Raises:
        InvalidParameter: when they are no list of texts.
        TooManyAtOnce: when there are too many.
    """
    listed = list_of("extend/ids", fields.get("ids"))
    if len(listed) > IDS:
        raise TooManyAtOnce("ids", len(listed), IDS)
    return [text_of(f"extend/ids/{at}", id_) for at, id_ in enumerate(listed)]


def heads_of(schema: Schema, where: str, fields: Mapping[str, Any]) -> list[Head]:
    """Return the columns that are asked for, in their order.

    Raises:
        InvalidParameter: when they are no list, or not one of them can be.
        TooManyAtOnce: when there are too many.
    """
    listed = list_of(f"{where}/properties", fields.get("properties"))
    if len(listed) > PROPERTIES:
        raise TooManyAtOnce("properties", len(listed), PROPERTIES)
    heads = [_head(schema, f"{where}/properties/{at}", said) for at, said in enumerate(listed)]
    faults = {head.id: head.fault for head in heads if head.fault}
    raise_if_all(faults, [head.id for head in heads])
    return heads


def raise_if_all(faults: Mapping[str, ClusterGraphError], asked: Sequence[str]) -> None:
    """Fail openly where nothing that was asked for can be answered.

    Raises:
        ClusterGraphError: the first fault.
    """
    if asked and set(faults) == set(asked):
        raise faults[asked[0]]


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


def proposed_as_json(
    properties: Sequence[Property], type_: EntityType | None, limit: int, language: str
) -> Mapping[str, Any]:
    """Write properties that are proposed for a type, with what was asked for."""
    proposed = properties[:limit] if limit else properties
    told: dict[str, Any] = {
        "properties": [
            {"id": each.id, "name": each.name(language), "description": each.comment(language)}
            for each in proposed
        ]
    }
    if type_:
        told["type"] = type_.id
    if limit:
        told["limit"] = limit
    return told


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


def _common_type(schema: Schema, property_: Property) -> EntityType | None:
    """Return the type that all values are of, where there is one."""
    values = set(property_.values)
    types = (schema.type_of(iri) for iri in property_.values)
    return next((type_ for type_ in types if type_ and values <= type_.below), None)
