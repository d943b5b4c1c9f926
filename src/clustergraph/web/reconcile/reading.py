"""Read the values of messages that strangers send; each fault names its place in the message."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Any, Never, TypeVar

from clustergraph.errors import InvalidParameter
from clustergraph.operations.identifying.identify import LONGEST
from clustergraph.operations.reconciling.asking import CANDIDATES, Reference, Wanted
from clustergraph.web.limiting.json_texts import in_a_sentence
from clustergraph.web.reconcile.limits import MATCHES, VALUES

__all__ = [
    "choice_of",
    "fair",
    "fields_of",
    "limit_of",
    "list_of",
    "object_of",
    "refuse",
    "text_of",
    "values_of",
]

_Choice = TypeVar("_Choice", bound=StrEnum)


def refuse(where: str, value: Any, wanted: str) -> Never:
    """Refuse a value at a place of the message.

    Raises:
        InvalidParameter: always.
    """
    raise InvalidParameter(where, in_a_sentence(value), wanted)


def object_of(where: str, value: Any) -> Mapping[str, Any]:
    """Return an object's fields without those that are null.

    Raises:
        InvalidParameter: when it is no object.
    """
    if not isinstance(value, dict):
        refuse(where, value, "an object")
    return {name: field for name, field in value.items() if field is not None}


def fields_of(where: str, value: Any, known: Collection[str]) -> Mapping[str, Any]:
    """Return an object's fields, where nothing but these may stand: a slip would change the answer.

    Raises:
        InvalidParameter: when it is no object, or has another field.
    """
    fields = object_of(where, value)
    for name in fields:
        if name not in known:
            refuse(f"a field of {where}", name, f"one of {', '.join(known)}")
    return fields


def list_of(where: str, value: Any) -> list[Any]:
    """Return a list.

    Raises:
        InvalidParameter: when it is none.
    """
    if not isinstance(value, list):
        refuse(where, value, "a list")
    return value


def text_of(where: str, value: Any) -> str:
    """Return a text; a number is one too, since tables hold names such as 1968.

    Raises:
        InvalidParameter: when it is neither, or too long.
    """
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        refuse(where, value, "a text")
    return fair(where, str(value))


def fair(where: str, text: str) -> str:
    """Return a text that is no longer than one that is looked for may be.

    Raises:
        InvalidParameter: when it is longer.
    """
    if len(text) > LONGEST:
        refuse(where, text, f"no longer than {LONGEST:,} characters")
    return text


def choice_of(where: str, value: Any, choices: type[_Choice]) -> _Choice:
    """Return one of a few choices.

    Raises:
        InvalidParameter: when it is none of them.
    """
    try:
        return choices(value)
    except ValueError:
        refuse(where, value, f"one of {', '.join(choices)}")


def limit_of(where: str, value: Any) -> int:
    """Return how many candidates to give, a hundred at the most.

    Raises:
        InvalidParameter: when it is no whole number above 0.
    """
    if value is None:
        return CANDIDATES
    is_whole = (
        isinstance(value, int | float) and not isinstance(value, bool) and value == int(value)
    )
    if not is_whole or value < 1:
        refuse(where, value, "a whole number above 0")
    return min(int(value), MATCHES)


def values_of(where: str, value: Any) -> tuple[Wanted, ...]:
    """Return one value or several to compare with; empty ones say nothing.

    Raises:
        InvalidParameter: when one of them can't be compared with anything.
    """
    given = value if isinstance(value, list) else [value]
    if len(given) > VALUES:
        refuse(where, f"{len(given)} values", f"{VALUES} values at the most")
    values = (_value(where, each) for each in given)
    return tuple(each for each in values if each != "")


def _value(where: str, value: Any) -> Wanted:
    if value is None:
        return ""
    if isinstance(value, str | int | float):
        return fair(where, value.strip()) if isinstance(value, str) else value
    if isinstance(value, dict) and isinstance(value.get("id"), str) and value["id"]:
        name = value.get("name")
        return Reference(value["id"], name if isinstance(name, str) else "")
    refuse(where, value, "a text, a number, a truth value, or an object with an id")
