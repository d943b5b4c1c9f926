"""Properties that a table may be extended by, proposed for a type; both versions ask alike."""

from collections.abc import Mapping
from typing import Any

from clustergraph.operations.reconciling.schema import schema_of
from clustergraph.operations.reconciling.suggesting import proposed_properties
from clustergraph.web.reconcile.call import Call
from clustergraph.web.reconcile.limits import PROPERTIES

__all__ = ["proposed"]


def proposed(call: Call) -> Mapping[str, Any]:
    """Propose properties for the ``type`` of a call, and tell what was asked for.

    Raises:
        InvalidParameter: when there is no such type, or ``limit`` is none.
    """
    id_ = call.word("type")
    type_ = schema_of(call.opened).type(id_) if id_ else None
    limit = call.number("limit", most=PROPERTIES)
    found = proposed_properties(call.opened, type_)
    told: dict[str, Any] = {
        "properties": [
            {
                "id": each.id,
                "name": each.name(call.language),
                "description": each.comment(call.language),
            }
            for each in found[: limit or None]
        ]
    }
    if type_:
        told["type"] = type_.id
    if limit:
        told["limit"] = limit
    return told
