"""How ``/openapi.json`` tells the shapes of bodies that are read or written piece by piece."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from clustergraph.web.offers import JSON

__all__ = ["any_of", "body_of", "lift_shapes"]

_DEFINITIONS: Final = "$defs"
_PLACE: Final = "#/components/schemas/{model}"


def any_of(*models: type[BaseModel]) -> dict[str, Any]:
    """Return the schema of what has one of these shapes."""
    _, told = models_json_schema([(model, "validation") for model in models], ref_template=_PLACE)
    references = [{"$ref": _PLACE.format(model=model.__name__)} for model in models]
    schema = references[0] if len(models) == 1 else {"anyOf": references}
    return {**schema, _DEFINITIONS: told[_DEFINITIONS]}


def body_of(model: type[BaseModel]) -> dict[str, Any]:
    """Return what to say of an operation (``openapi_extra``) that takes a body of that shape."""
    return {"requestBody": {"required": True, "content": {JSON: {"schema": any_of(model)}}}}


def lift_shapes(described: dict[str, Any]) -> None:
    """Move the shapes of such bodies to those of the whole description, where they are looked for.

    FastAPI puts only those there that it reads or writes itself.
    """
    shapes = described.setdefault("components", {}).setdefault("schemas", {})
    for schema in _schemas(described):
        shapes.update(schema.pop(_DEFINITIONS, {}))


def _schemas(described: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for item in described["paths"].values():
        for operation in item.values():
            bodies = [operation.get("requestBody", {}), *operation["responses"].values()]
            contents = (each for body in bodies for each in body.get("content", {}).values())
            yield from (content["schema"] for content in contents if "schema" in content)
