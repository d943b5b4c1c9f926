"""Suggestions while somebody types, and flyouts beside them; both versions ask and answer alike."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from clustergraph.errors import InvalidParameter, NotFound
from clustergraph.model import Iri
from clustergraph.operations.reconciling.schema import Term, schema_of
from clustergraph.operations.reconciling.suggesting import (
    Suggestion,
    suggested_entities,
    suggested_properties,
    suggested_types,
)
from clustergraph.web.reconcile.call import Call
from clustergraph.web.reconcile.limits import SKIPPED, SUGGESTED, SUGGESTIONS
from clustergraph.web.reconcile.reading import fair

__all__ = ["KINDS", "suggested", "term_of"]


def suggested(call: Call, kind: str) -> Mapping[str, Any]:
    """Suggest things, types or properties for the ``prefix`` of a call.

    How many are skipped is ``cursor`` in 0.2, and ``offset`` in the draft.

    Raises:
        InvalidParameter: when a parameter has a value that can't be.
    """
    fair("prefix", call.word("prefix"))
    limit = call.number("limit", most=SUGGESTIONS) or SUGGESTED
    offset = call.number("cursor", most=SKIPPED) or call.number("offset", most=SKIPPED)
    found = KINDS[kind](call, limit, offset)
    return {"result": [_as_json(each, call.language) for each in found]}


def term_of(call: Call, kind: str, id_: str) -> Term:
    """Return the type or the property of that identifier.

    Raises:
        NotFound: when there is none.
    """
    schema = schema_of(call.opened)
    try:
        return schema.type(id_) if kind == "type" else schema.property(id_)
    except InvalidParameter:
        raise NotFound(id_) from None


def _entities(call: Call, limit: int, offset: int) -> Sequence[Suggestion]:
    type_ = call.word("type")
    kinds: frozenset[Iri] = schema_of(call.opened).type(type_).below if type_ else frozenset()
    return suggested_entities(
        call.opened,
        call.word("prefix"),
        language=call.language,
        limit=limit,
        offset=offset,
        kinds=kinds,
    )


def _types(call: Call, limit: int, offset: int) -> Sequence[Suggestion]:
    return suggested_types(
        call.opened, call.word("prefix"), language=call.language, limit=limit, offset=offset
    )


def _properties(call: Call, limit: int, offset: int) -> Sequence[Suggestion]:
    return suggested_properties(
        call.opened, call.word("prefix"), language=call.language, limit=limit, offset=offset
    )


KINDS: Final[Mapping[str, Callable[[Call, int, int], Sequence[Suggestion]]]] = {
    "entity": _entities,
    "type": _types,
    "property": _properties,
}
"""What can be suggested."""


def _as_json(suggestion: Suggestion, language: str) -> Mapping[str, Any]:
    told: dict[str, Any] = {"id": suggestion.id, "name": suggestion.name}
    if suggestion.description:
        told["description"] = suggestion.description
    if suggestion.types:
        types = suggestion.types
        told["notable"] = [{"id": each.id, "name": each.name(language)} for each in types]
    return told
