"""Where in an update that is wrong which the engine refuses in a part of it, and what is wrong."""

from collections.abc import Iterator
from typing import Final

from pyoxigraph import Store

from clustergraph.errors import BadUpdate, MalformedQuery
from clustergraph.rdf.prefixes import PREFIXES
from clustergraph.sparql.blocks import bad_update
from clustergraph.sparql.tokens import Kind, Token, placed_tokens
from clustergraph.sparql.update_operations import Form, Operation, Place
from clustergraph.store.engine import translated

__all__ = ["bad_operation"]

_LONGEST_REASON: Final = 120
_NO_SPARQL: Final = " " * 40 + "\x00"
"""With this at its end no text runs; the engine looks ahead by less than the spaces."""


def bad_operation(error: MalformedQuery, operation: Operation) -> BadUpdate:
    """Make the error of an operation of which the engine refuses a part; linear in the update."""
    return _own_finding(operation) or _finding_of_engine(error, operation.place)


def _own_finding(operation: Operation) -> BadUpdate | None:
    """Look for what the engine has no good words for."""
    whole = operation.place.whole
    declared = set(operation.place.prologue.split())
    for offset, token in _tokens(operation.place):
        if token.kind is Kind.VARIABLE and operation.form is Form.DATA:
            return bad_update(whole, offset, "there can be no variables in data.")
        prefix = token.text.partition(":")[0] + ":"
        if token.kind is Kind.NAME and prefix not in declared:
            iri = PREFIXES.get(prefix[:-1], "…")
            reason = f"the prefix {prefix} is not declared; write PREFIX {prefix} <{iri}> before."
            return bad_update(whole, offset, reason)
    return None


def _tokens(place: Place) -> Iterator[tuple[int, Token]]:
    """Yield the operation's tokens, where nothing before them is read wrongly."""
    for offset, token in placed_tokens(place.whole, place.start):
        if offset >= place.end:
            return
        yield offset, token


def _finding_of_engine(error: MalformedQuery, place: Place) -> BadUpdate:
    whole = place.whole
    reason = _readable(error.reason)
    ending = "\n" if "#" in whole.rpartition("\n")[2] else ""
    try:
        with translated():
            Store().update(whole + ending + _NO_SPARQL, base_iri=place.base or None)
    except MalformedQuery as found:
        lines = whole.split("\n")
        if (
            found.line is not None
            and found.column is not None
            and found.line <= len(lines)
            and found.column <= len(lines[found.line - 1])
        ):
            return BadUpdate(reason, line=found.line, column=found.column)
    return BadUpdate(reason)


def _readable(reason: str) -> str:
    """Leave out what the engine expected where that is a long list."""
    return reason if len(reason) <= _LONGEST_REASON else "this can't stand here."
