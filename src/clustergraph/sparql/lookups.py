"""Lookups: queries of one triple pattern, told apart from all others by their text alone.

Such a query is one walk along an index that gives a row at every step. So whoever writes its rows
down can end it at any of them, and it never works long without giving one.
"""

import re

__all__ = ["is_lookup"]

_MOST_CHARACTERS = 600
_NAME = r"[A-Za-z][A-Za-z0-9_-]*"
_IRI = r'<[^\x00-\x20<>"{}|^`\\\x7f-\U0010ffff]*>'
_PREFIXED = rf"(?:{_NAME})?:[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?"
_STRING = r'"[^"\\\x00-\x1f\x7f-\x9f\ud800-\udfff]*"'
_LITERAL = rf"{_STRING}(?:@[A-Za-z]{{2,8}}(?:-[A-Za-z0-9]{{2,8}})*|\^\^(?:{_IRI}|{_PREFIXED}))?"
_VARIABLE = r"\?[A-Za-z0-9_]+"
_LOOKUP = re.compile(
    rf"""
    \s* (?: PREFIX \s+ (?:{_NAME})?: \s* {_IRI} \s* )*+
    (?: SELECT (?: \s+ {_VARIABLE} )++ \s* | SELECT \s* \* \s* | ASK \s* )
    (?: WHERE \s* )? \{{
      \s* ( {_IRI} | {_PREFIXED} | {_VARIABLE} )
      \s+ ( {_IRI} | {_PREFIXED} | {_VARIABLE} | a )
      \s+ ( {_IRI} | {_PREFIXED} | {_VARIABLE} | {_LITERAL} )
      \s* (?: \. \s* )?
    \}} \s* (?: LIMIT \s+ [0-9]{{1,9}} \s* )?
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)


def is_lookup(text: str) -> bool:
    """Tell whether a query is a lookup; many that could be written as one are not.

    A variable that comes twice would make the engine look at rows that it does not give.

    >>> is_lookup("SELECT ?p ?o { <urn:x> ?p ?o }"), is_lookup("SELECT * { ?x ?p ?x }")
    (True, False)
    """
    if len(text) > _MOST_CHARACTERS:
        return False
    found = _LOOKUP.fullmatch(text)
    if found is None:
        return False
    variables = [term for term in found.groups() if term.startswith("?")]
    return len(set(variables)) == len(variables)
