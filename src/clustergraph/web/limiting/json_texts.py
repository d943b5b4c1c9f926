r"""Read JSON that strangers send: all of it that can be answered, and a place for what can't.

Python's reader takes more than JSON is (``NaN``), makes text of it that can't be sent back (half a
character, ``"\ud800"``) and numbers past all bounds, keeps the last of several members of one name,
so that the others would get no answer, and ends in odd ways where brackets are nested deeply or a
number is very long. Here each of them is told as what it is.
"""

import json
import math
import re
from collections import Counter
from typing import Any, Final, Never

from clustergraph.errors import MalformedJson

__all__ = ["in_a_sentence", "read_json"]

_MOST_LEVELS: Final = 32
"""No request nests more than a handful."""
_LONGEST_NAME: Final = 60
"""What is told of a name at the most."""
_HALF_A_CHARACTER: Final = re.compile(r"\\u[dD][89a-fA-F]")
"""What may be one; most often it is the half of a pair."""


def read_json(text: bytes | str) -> Any:
    """Return what a text of JSON says; a byte order mark before it is passed over.

    >>> read_json(b'{"names": ["Brno", null]}')
    {'names': ['Brno', None]}

    Raises:
        MalformedJson: when it is none, or none that can be answered (RFC 8259, section 9).
    """
    written = _decoded(text)
    try:
        value = json.loads(
            written,
            object_pairs_hook=_object,
            parse_constant=_refuse_constant,
            parse_float=_finite,
        )
    except json.JSONDecodeError as error:
        raise MalformedJson(error.msg, line=error.lineno, column=error.colno) from None
    except RecursionError:
        _refuse_depth()
    except ValueError:  # more digits than Python makes a number of
        raise MalformedJson("A number in it has too many digits.") from None
    _check_depth(value)
    if _HALF_A_CHARACTER.search(written):
        _check_characters(value)
    return value


def in_a_sentence(value: Any) -> str:
    """Write what was sent so that a sentence can name it: a text as it is, all else as JSON.

    >>> in_a_sentence("Русе"), in_a_sentence({"name": "Русе"})
    ('Русе', '{"name": "Русе"}')
    """
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _decoded(text: bytes | str) -> str:
    if isinstance(text, str):
        return text.removeprefix("\ufeff")
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        at, byte = error.start, error.object[error.start]
        reason = f"It is not in UTF-8: byte {at + 1} is 0x{byte:02X}."
        raise MalformedJson(reason) from None


def _object(members: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object; none may have two members of one name (RFC 8259, section 4)."""
    made = dict(members)
    if len(made) < len(members):
        counts = Counter(name for name, _ in members)
        twice = next(name for name, count in counts.items() if count > 1)
        reason = f"An object in it has two members named {twice[:_LONGEST_NAME]!r}."
        raise MalformedJson(reason)
    return made


def _refuse_constant(name: str) -> Never:
    reason = f"{name} is no number of JSON."
    raise MalformedJson(reason)


def _finite(written: str) -> float:
    number = float(written)
    if not math.isfinite(number):
        reason = f"The number {written[:20]} is too large."
        raise MalformedJson(reason)
    return number


def _check_depth(value: Any) -> None:
    """Go down level by level; each has the objects and arrays that stand in those above."""
    level = [value]
    for _ in range(_MOST_LEVELS):
        level = [inner for outer in level for inner in _containers_in(outer)]
        if not level:
            return
    _refuse_depth()


def _containers_in(value: Any) -> list[Any]:
    """Return the objects and arrays directly in one of them; nothing else holds any."""
    if isinstance(value, dict):
        value = value.values()
    elif not isinstance(value, list):
        return []
    return [member for member in value if isinstance(member, dict | list)]


def _check_characters(value: Any) -> None:
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        half = f"\\u{ord(error.object[error.start]):x}"
        reason = f"{half} is half a character, and its other half is missing."
        raise MalformedJson(reason) from None


def _refuse_depth() -> Never:
    reason = f"It is nested more than {_MOST_LEVELS} levels deep."
    raise MalformedJson(reason)
