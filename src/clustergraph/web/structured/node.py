"""The nodes of JSON-LD that pages are told in, and how small ones are made."""

from collections.abc import Mapping, Sequence
from typing import Final

from clustergraph.operations.labels import Thing
from clustergraph.web.structured.types import schema_type

__all__ = ["CONTEXT", "Node", "node", "reference", "shortened"]

Node = Mapping[str, object]

CONTEXT: Final = "https://schema.org/"
_LONGEST_TEXT: Final = 300
"""More than that nobody shows who reads nodes instead of pages."""


def node(type_: str | Sequence[str], id_: str, **parts: object) -> Node:
    """Make a node of what is known: parts that are empty are left out.

    >>> node("Person", "https://example.org/1", name="Ann", sameAs=[])
    {'@type': 'Person', '@id': 'https://example.org/1', 'name': 'Ann'}
    """
    known = {name: part for name, part in parts.items() if part not in ("", None, [], (), {})}
    return {"@type": type_, **({"@id": id_} if id_ else {}), **known}


def reference(thing: Thing) -> Node:
    """Name another thing, so that a reader need not fetch it to show it."""
    return node(schema_type(thing.kind), thing.iri, name=shortened(thing.label.text))


def shortened(text: str) -> str:
    """Cut a long text at the end of a word.

    >>> shortened("word " * 100)[-6:]
    'word …'
    """
    if len(text) <= _LONGEST_TEXT:
        return text
    return f"{text[:_LONGEST_TEXT].rpartition(' ')[0] or text[:_LONGEST_TEXT]} …"
