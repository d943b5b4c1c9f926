"""Which of many patterns may match a text, found in one pass over it.

Written patterns look around, which costs a search of the whole text each. RE2 searches for all of
them at once and in linear time, but cannot look around: it is asked without that, so it may name
too many patterns and never too few.
"""

from collections.abc import Iterable
from functools import cached_property

import re2
import regex

__all__ = ["PatternFilter"]

_MEMORY = 64 << 20
"""Bytes that a filter may take; when they are used up, RE2 forgets what it learned.

With a quarter of them it forgets at nearly every sentence and is ten times as slow."""

_IN_CLASS = r"(?:\\.|[^\]\\])*"
_PART = regex.compile(
    rf"""
    (?P<property> \\[pP]\{{ [^}}]* \}} )
    | (?P<escape> \\. )
    | (?P<class> \[ {_IN_CLASS} \] )
    | (?P<around> \( \? <? [=!] (?P<inner> (?: \\. | \[{_IN_CLASS}\] | \((?&inner)\) | [^()\[\\] )* ) \) )
    | (?P<possessive> (?: [*+?] | \{{ \d* ,? \d* \}} ) \+ )
    | (?P<atomic> \(\?> )
    """,  # noqa: E501
    regex.VERBOSE,
)
_BLANK = r"\s\p{Z}\x{0b}\x{1c}-\x{1f}\x{85}"
_CLASSES = {r"\s": _BLANK, r"\d": r"\p{Nd}", r"\w": r"\p{L}\p{M}\p{N}\p{Pc}"}
"""What RE2 takes for ASCII only."""


class PatternFilter:
    """Patterns of the ``regex`` module that ignore case, to be asked which of them may match."""

    def __init__(self, patterns: Iterable[str]) -> None:
        """Take the patterns; they are compiled, together, when it is first asked."""
        self._patterns = tuple(patterns)

    def candidates(self, text: str) -> list[int]:
        """Return the places of the patterns that may match anywhere in the text, in order."""
        together, places, always = self._compiled
        found = together.Match(text) or ()
        return sorted([*(places[number] for number in found), *always])

    @cached_property
    def _compiled(self) -> tuple[re2.Set, list[int], list[int]]:
        """The set that RE2 searches for, the place of each pattern in it, and those it can't read.

        The last are always candidates.
        """
        options = re2.Options()
        options.case_sensitive = False
        options.log_errors = False
        options.max_mem = _MEMORY
        together = re2.Set.SearchSet(options)
        places: list[int] = []
        always: list[int] = []
        for place, pattern in enumerate(self._patterns):
            try:
                together.Add(_without_looking_around(pattern))
                places.append(place)
            except re2.error:
                always.append(place)
        together.Compile()
        return together, places, always


def _without_looking_around(pattern: str) -> str:
    """Write a pattern for RE2; it matches wherever the pattern does, and maybe elsewhere."""
    return _PART.sub(_part, pattern)


def _part(match: "regex.Match[str]") -> str:
    part = match.group()
    match match.lastgroup:
        case "escape":
            return _escape(part)
        case "class":
            return regex.sub(r"\\.", lambda escape: _CLASSES.get(escape[0], escape[0]), part)
        case "around":
            return ""
        case "possessive":
            return part[:-1]
        case "atomic":
            return "(?:"
        case _:
            return part


def _escape(part: str) -> str:
    """Return an escape for RE2; the bounds of words, which it knows in ASCII only, are left out."""
    if part in {r"\b", r"\B"}:
        return ""
    return f"[{_CLASSES[part]}]" if part in _CLASSES else part
