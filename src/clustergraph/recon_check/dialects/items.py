"""The forms of what both dialects send: types, suggestions, proposals, settings, values."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from clustergraph.recon_check.shapes import (
    Shape,
    boolean,
    filled_text,
    list_of,
    number,
    one_of,
    record,
    shown,
    text,
    whole_number,
)

__all__ = [
    "COLUMN",
    "PROPOSAL",
    "SUGGESTIONS",
    "TYPE_REFERENCE",
    "setting_problems",
    "type_problems",
    "value_shape",
]

_DATE_TIME: Final = re.compile(
    r"-?(?:[1-9][0-9]*)?[0-9]{4}-(?:1[0-2]|0[1-9])-(?:3[01]|0[1-9]|[12][0-9])"
    r"T(?:2[0-3]|[01][0-9]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?"
    r"(?:Z|[+-](?:2[0-3]|[01][0-9]):[0-5][0-9])?"
)
_DESCRIBED: Final = {"description": text}
_NAMED: Final = {"id": filled_text, "name": filled_text}

TYPE_REFERENCE: Final = one_of(
    "an identifier or an object with one", filled_text, record({"id": filled_text}, {"name": text})
)


def type_problems(value: object, place: str) -> Iterator[str]:
    """Want a type, with the broader ones that it names."""
    yield from record(_NAMED, {**_DESCRIBED, "broader": list_of(type_problems)})(value, place)


SUGGESTIONS: Final[Mapping[str, Shape]] = {
    "entity": record(
        {"result": list_of(record(_NAMED, {**_DESCRIBED, "notable": list_of(TYPE_REFERENCE)}))}
    ),
    "property": record(
        {
            "result": list_of(
                record(_NAMED, {**_DESCRIBED, "matchQualifiers": list_of(record(_NAMED))})
            )
        }
    ),
    "type": record({"result": list_of(type_problems)}),
}
"""The answer of each suggest service."""

PROPOSAL: Final = record({"properties": list_of(record(_NAMED, _DESCRIBED))}, {"limit": number})

COLUMN: Final = record(
    _NAMED, {"type": record({"id": filled_text}, {"name": text}), "service": text}
)

_DEFAULTS: Final[Mapping[object, Shape]] = {
    "number": number,
    "text": text,
    "checkbox": boolean,
    "select": text,
}


def setting_problems(needed: Mapping[str, Shape], value: object, place: str) -> Iterator[str]:
    """Tell what is wrong with the definition of a setting."""
    if not isinstance(value, dict):
        yield f"{place} is {shown(value)}, not an object"
        return
    kind = value.get("type")
    if kind not in tuple(_DEFAULTS):
        yield f"{place}.type is {shown(kind)}, not one of {', '.join(map(str, _DEFAULTS))}"
        return
    choices = list_of(record({"value": text, "name": text}))
    wanted = {**needed, "choices": choices} if kind == "select" else needed
    fields = {**wanted, "default": _DEFAULTS[kind]} if "default" in needed else wanted
    yield from record(fields, {"default": _DEFAULTS[kind]})(value, place)


def value_shape(more: Mapping[str, Shape]) -> Shape:
    """Return the form of a value; ``more`` is what texts and entities may carry beside.

    Booleans are values by the prose (section 2.4) though the schemas forget them.
    """
    return one_of(
        "{} or one of id and name, str, int, float, bool, date with a time",
        record({}, closed=True),
        record({"id": filled_text, "name": text}, {**_DESCRIBED, **more}, closed=True),
        record({"str": text}, more, closed=True),
        record({"int": whole_number}, closed=True),
        record({"float": number}, closed=True),
        record({"bool": boolean}, closed=True),
        record({"date": _date_time}, closed=True),
    )


def _date_time(value: object, place: str) -> Iterator[str]:
    if not isinstance(value, str) or _DATE_TIME.fullmatch(value) is None:
        yield f"{place} is {shown(value)}, not a date with a time"
