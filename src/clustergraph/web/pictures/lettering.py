"""Fit words into the room that a picture has for them."""

import unicodedata
from bisect import bisect_left

from clustergraph.web.linking import brief
from clustergraph.web.pictures.drawing import width_of

__all__ = ["about", "cut", "wrapped"]

_ELLIPSIS = "…"
_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp"})
"""Control characters and marks of direction, which would reorder what stands beside them."""


def cut(text: str, width: int, size: int) -> str:
    """Return the text, or as much of its beginning as fits.

    >>> cut("European Foundation for Cluster Excellence", 120, 14)
    'European Foun…'
    """
    seen = _on_one_line(text, width)
    if width_of(seen, size) <= width:
        return seen
    fitting = bisect_left(
        range(len(seen)), True, key=lambda end: width_of(seen[:end] + _ELLIPSIS, size) > width
    )
    return seen[: max(0, fitting - 1)].rstrip() + _ELLIPSIS


def about(name: str, shown: str) -> str:
    """Return what to tell of a name to who points at it: nothing where all of it is shown."""
    return brief(name) if shown.endswith(_ELLIPSIS) else ""


def wrapped(text: str, width: int, size: int, most: int) -> tuple[str, ...]:
    """Break the text between words into so many lines at the most; the last one may be cut.

    >>> wrapped("European Foundation for Cluster Excellence", 150, 14, 2)
    ('European Foundation', 'for Cluster Excellen…')
    """
    lines: list[str] = []
    words = _on_one_line(text, width * most).split(" ")
    while words and len(lines) < most - 1:
        taken = _fitting(words, width, size)
        lines.append(cut(" ".join(words[:taken]), width, size))
        words = words[taken:]
    return (*lines, cut(" ".join(words), width, size)) if words else tuple(lines)


def _fitting(words: list[str], width: int, size: int) -> int:
    """Count the words that fit on a line, at least one."""
    taken = 1
    while taken < len(words) and width_of(" ".join(words[: taken + 1]), size) <= width:
        taken += 1
    return taken


def _on_one_line(text: str, most: int) -> str:
    """Return the beginning of a text without what can't be seen; no letter is under a pixel."""
    seen = text[:most]
    if not seen.isprintable():
        seen = "".join(
            " " if unicodedata.category(letter) in _UNSEEN else letter for letter in seen
        )
    return " ".join(seen.split())
