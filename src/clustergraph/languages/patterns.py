"""Patterns as packs write them, each compiled when it is first asked for.

A pack has hundreds, of which a few hundred documents need a few dozen. What all of them may match
is asked of ``pattern_filter``.
"""

from functools import cache

import regex

__all__ = ["compiled"]


@cache
def compiled(written: str) -> "regex.Pattern[str]":
    """Return the pattern, which ignores case, ready for use."""
    return regex.compile(written, regex.IGNORECASE)
