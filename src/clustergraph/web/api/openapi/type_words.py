"""Say in words what a JSON schema allows."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from clustergraph.web.api.openapi.views import Word

__all__ = ["bounds_of", "type_words"]

_SHAPES: Final = "#/components/schemas/"
_BOUNDS: Final = (
    ("default", "default"),
    ("minimum", "from"),
    ("maximum", "to"),
    ("minItems", "at least"),
    ("maxItems", "at most"),
    ("maxLength", "characters at most"),
)
_PLAIN: Final = {"string": "text", "integer": "whole number", "boolean": "true or false"}


def type_words(schema: Mapping[str, Any]) -> tuple[Word, ...]:
    """Name the type, each shape in it as a word of its own.

    >>> words = type_words({"type": "array", "items": {"type": "string"}})
    >>> " ".join(word.text for word in words)
    'list of text'
    """
    return tuple(_words(schema))


def bounds_of(schema: Mapping[str, Any]) -> str:
    """Say what its default and its limits are.

    >>> bounds_of({"type": "integer", "default": 10, "minimum": 1, "maximum": 100})
    'default 10, from 1, to 100'
    """
    told = [(words, schema.get(key)) for key, words in _BOUNDS]
    return ", ".join(f"{words} {value}" for words, value in told if value not in (None, "", []))


def _words(schema: Mapping[str, Any]) -> Iterator[Word]:
    match schema:
        case {"$ref": str(reference)}:
            name = reference.removeprefix(_SHAPES)
            yield Word(text=name, shape=name if name != reference else "")
        case {"anyOf": [first, *others]} | {"oneOf": [first, *others]}:
            yield from _words(first)
            for other in others:
                yield Word(text="or")
                yield from _words(other)
        case {"type": "array", **rest}:
            yield Word(text="list of")
            yield from _words(rest.get("items", {}))
        case {"type": "object", "additionalProperties": dict(values)}:
            yield Word(text="object of")
            yield from _words(values)
        case {"enum": [*values]}:
            yield Word(text=" or ".join(map(str, values)))
        case {"const": value}:
            yield Word(text=str(value))
        case _:
            kind = str(schema.get("type", "anything"))
            yield Word(text=_PLAIN.get(kind, kind))
