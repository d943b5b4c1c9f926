"""Forms of JSON: a shape tells what is wrong with a value, and where; nothing is wrong otherwise.

::

    entity = record({"id": filled_text}, {"description": text})
    problems = list(entity(value, "$.q0.result[0]"))

What the messages of the specification look like is in ``dialects``, not here.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Final, TypeAlias
from urllib.parse import urlsplit

from clustergraph.recon_check.tags import is_language_tag

__all__ = [
    "Shape",
    "anything",
    "boolean",
    "choice",
    "dictionary",
    "filled_text",
    "is_uri",
    "language_tag",
    "list_of",
    "number",
    "one_of",
    "positive",
    "record",
    "shown",
    "text",
    "unique",
    "uri",
    "web_address",
    "whole_number",
]

Shape: TypeAlias = Callable[[object, str], Iterator[str]]
"""From a value and its place (``$.meta[0].id``) to what is wrong."""

_URI: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?:[!#$&-;=?-Z_a-z~\[\]]|%[0-9A-Fa-f]{2})+")
"""A scheme, and after it only what RFC 3986 lets stand in a URI (appendix A)."""

_MOST_SHOWN: Final = 60


def shown(value: object) -> str:
    """Return the beginning of a value as Python writes it."""
    told = repr(value)
    return told if len(told) <= _MOST_SHOWN else f"{told[:_MOST_SHOWN]}…"


def is_uri(value: str) -> bool:
    """Tell whether a text is a URI, with its scheme.

    >>> is_uri("urn:isbn:1"), is_uri("a page"), is_uri("https://example.org/a b")
    (True, False, False)
    """
    return _URI.fullmatch(value) is not None


def anything(value: object, place: str) -> Iterator[str]:
    """Let any value be."""
    del value, place
    yield from ()


def text(value: object, place: str) -> Iterator[str]:
    """Want a text."""
    if not isinstance(value, str):
        yield f"{place} is {shown(value)}, not a text"


def filled_text(value: object, place: str) -> Iterator[str]:
    """Want a text that is not empty."""
    yield from text(value, place)
    if value == "":
        yield f"{place} is empty"


def uri(value: object, place: str) -> Iterator[str]:
    """Want a URI."""
    if not isinstance(value, str) or not is_uri(value):
        yield f"{place} is {shown(value)}, not a URI"


def web_address(value: object, place: str) -> Iterator[str]:
    """Want a URI that a browser opens."""
    if not isinstance(value, str) or not is_uri(value) or not _is_of_web(value):
        yield f"{place} is {shown(value)}, not a URL"


def boolean(value: object, place: str) -> Iterator[str]:
    """Want true or false."""
    if not isinstance(value, bool):
        yield f"{place} is {shown(value)}, not true or false"


def number(value: object, place: str) -> Iterator[str]:
    """Want a number; Python takes true for one, JSON does not."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        yield f"{place} is {shown(value)}, not a number"


def whole_number(value: object, place: str) -> Iterator[str]:
    """Want a number without a fraction; 3.0 is one, as in JSON schemas."""
    if isinstance(value, float) and value.is_integer():
        return
    if isinstance(value, bool) or not isinstance(value, int):
        yield f"{place} is {shown(value)}, not a whole number"


def positive(value: object, place: str) -> Iterator[str]:
    """Want a whole number of one or more."""
    problems = list(whole_number(value, place))
    if not problems and isinstance(value, int | float) and value < 1:
        problems.append(f"{place} is {shown(value)}, less than one")
    yield from problems


def language_tag(value: object, place: str) -> Iterator[str]:
    """Want a language tag of the form of BCP 47."""
    if not isinstance(value, str) or not is_language_tag(value):
        yield f"{place} is {shown(value)}, not a language tag"


def choice(*values: str) -> Shape:
    """Want one of a few texts."""

    def shape(value: object, place: str) -> Iterator[str]:
        if value not in values:
            yield f"{place} is {shown(value)}, not one of {', '.join(values)}"

    return shape


def list_of(member: Shape) -> Shape:
    """Want a list whose every member has a shape."""

    def shape(value: object, place: str) -> Iterator[str]:
        if not isinstance(value, list):
            yield f"{place} is {shown(value)}, not a list"
            return
        for number_of_member, one in enumerate(value):
            yield from member(one, f"{place}[{number_of_member}]")

    return shape


def unique(members: Shape, key: str | None = None) -> Shape:
    """Want a list of which no two members are the same, or have the same under a key."""

    def shape(value: object, place: str) -> Iterator[str]:
        yield from members(value, place)
        if isinstance(value, list):
            yield from _twice(value, key, place)

    return shape


def dictionary(member: Shape) -> Shape:
    """Want an object whose every value has a shape, whatever its keys are."""

    def shape(value: object, place: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield f"{place} is {shown(value)}, not an object"
            return
        for key, one in value.items():
            yield from member(one, f"{place}[{shown(key)}]")

    return shape


def record(
    needed: Mapping[str, Shape],
    allowed: Mapping[str, Shape] | None = None,
    *,
    closed: bool = False,
) -> Shape:
    """Want an object with certain fields; others are let be unless it is closed."""
    fields = {**needed, **(allowed or {})}

    def shape(value: object, place: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield f"{place} is {shown(value)}, not an object"
            return
        yield from (f"{place} lacks {key!r}" for key in needed if key not in value)
        for key, one in value.items():
            if key in fields:
                yield from fields[key](one, f"{place}.{key}")
            elif closed:
                yield f"{place} has {shown(key)}, which does not belong there"

    return shape


def one_of(what: str, *shapes: Shape) -> Shape:
    """Want any of several shapes, which together are called something."""

    def shape(value: object, place: str) -> Iterator[str]:
        if all(next(one(value, place), None) is not None for one in shapes):
            yield f"{place} is {shown(value)}, not {what}"

    return shape


def _is_of_web(value: str) -> bool:
    try:
        parts = urlsplit(value)
    except ValueError:  # brackets that hold no address
        return False
    return parts.scheme.lower() in {"http", "https"} and bool(parts.netloc)


def _twice(members: Collection[object], key: str | None, place: str) -> Iterator[str]:
    seen: set[str] = set()
    for member in members:
        named = repr(member if key is None else member.get(key) if isinstance(member, dict) else "")
        if named in seen:
            yield f"{place} has {shown(member)} twice"
        seen.add(named)
