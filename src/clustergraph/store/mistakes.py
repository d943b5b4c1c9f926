"""What the engine says of a text that is not SPARQL, made a sentence that helps its writer."""

import re

from clustergraph.errors import MalformedQuery
from clustergraph.rdf.prefixes import PREFIXES
from clustergraph.sparql.hints import hint

__all__ = ["malformed"]

_POSITION = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_NOISE = re.compile(r"\[[^\]]*\]")
"""Character classes of the engine's grammar, which tell a reader of the message nothing."""
_KEYWORD = re.compile(r"[A-Za-z_]{2,}")


def malformed(message: str, text: str) -> MalformedQuery:
    """Make an error of the engine's words about a text: where, what, and what to do."""
    match = _POSITION.fullmatch(message)
    if match is None:
        return MalformedQuery(message)
    line, column = int(match[1]), int(match[2])
    said = hint(text, match[3], line=line, column=column, prefixes=PREFIXES)
    column = max(1, column - _read_ahead(match[3]))
    return MalformedQuery(said or _readable(match[3]), line=line, column=column)


def _read_ahead(reason: str) -> int:
    """Count the characters that the engine compared with a keyword, and reports as read.

    >>> _read_ahead("expected one of OFFSET, OPTIONAL")
    6
    >>> _read_ahead('expected one of "{", FILTER')
    0
    """
    wanted = reason.removeprefix("expected ").removeprefix("one of ").split(", ")
    lengths = [len(word) if _KEYWORD.fullmatch(word) else 0 for word in wanted]
    return min(lengths)


def _readable(reason: str) -> str:
    """Drop the character classes from "expected one of …", and what then holds nothing.

    >>> _readable("expected one of LATERAL, SERVICE, [_]")
    'expected one of LATERAL, SERVICE'
    """
    words = [word for word in _NOISE.sub("", reason).split(", ") if word.strip()]
    kept = ", ".join(words).strip()
    is_empty = kept in ("", "expected", "expected one of")
    return "it can't go on like this." if is_empty else kept
