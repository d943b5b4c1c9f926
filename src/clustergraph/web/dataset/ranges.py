"""Which parts of a file somebody asks for; how they are sent is the framework's."""

import re

__all__ = ["is_range"]

_RANGE = re.compile(r"(\d{1,18})-(\d{0,18})|-\d{1,18}")


def is_range(asked: str) -> bool:
    """Tell whether a Range header asks for bytes; any other is ignored (RFC 9110, section 14.2).

    >>> is_range("bytes=0-9, -5"), is_range("bytes=9-5"), is_range("lines=1-2")
    (True, False, False)
    """
    unit, _, ranges = asked.partition("=")
    return unit.strip().lower() == "bytes" and all(map(_is_in_order, ranges.split(",")))


def _is_in_order(text: str) -> bool:
    found = _RANGE.fullmatch(text.strip())
    return found is not None and (not found[2] or int(found[1]) <= int(found[2]))
