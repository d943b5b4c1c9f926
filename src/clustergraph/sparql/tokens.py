"""SPARQL text as tokens: enough to tell code from strings, IRIs, comments and names, and no more.

The engine's own parser decides what is SPARQL. It reads without tokens: it lets keywords touch what
stands beside them (``trueSERVICE<x>``, ``SERVICE:x``) and takes ``<`` for a comparison where an IRI
can't stand. So this reader may find more keywords than there are, never fewer; ``hidden_words``
gives those that it can't be sure of. A string that does not end is taken to its line's or text's
end: the engine refuses it.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

__all__ = ["Kind", "Token", "hidden_words", "placed_tokens", "tokens"]


class Kind(StrEnum):
    """What a token is; the values are the groups of the pattern below."""

    IRI = "iri"
    STRING = "string"
    VARIABLE = "variable"
    LANGUAGE = "language"
    BLANK = "blank"
    NAME = "name"
    NUMBER = "number"
    WORD = "word"
    MARK = "mark"


class Token(NamedTuple):
    """A piece of the text; ``text`` is as written."""

    kind: Kind
    text: str


_UCHAR = r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}"
_LOCAL = r"[\w:\-\u00b7]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%]"
_LONGEST_PREFIX, _MOST_DOTS = 64, 4
"""Without these, dots and letters that lead to no colon would be read again from each of them."""
_TOKEN = re.compile(
    rf"""
    (?P<space>   [\ \t\r\n]++ | \#[^\r\n]*+ )
  | (?P<variable> [?$]\w++ )
  | (?P<blank>   _:\w(?:\.*+[\w\-\u00b7])*+ )
  | (?P<name>    (?:[^\W\d_](?:\.{{0,{_MOST_DOTS}}}+[\w\-\u00b7]){{0,{_LONGEST_PREFIX}}}+)?+ :
                 (?:(?:(?!-|\u00b7)(?:{_LOCAL}))(?:\.*+(?:{_LOCAL}))*+)?+ )
  | (?P<word>    (?:[^\W\d]|{_UCHAR})(?:\w|{_UCHAR})*+ )
  | (?P<iri>     <(?:[^<>"{{}}|^`\\\x00-\x20]|{_UCHAR})*+> )
  | (?P<string>  \"{{3}}(?:\"{{0,2}}(?:[^"\\]|\\.))*+(?:\"{{3}})?+
               | '{{3}}(?:'{{0,2}}(?:[^'\\]|\\.))*+(?:'{{3}})?+
               | "(?:[^"\\\r\n]|\\.)*+"?+
               | '(?:[^'\\\r\n]|\\.)*+'?+ )
  | (?P<number>  (?:\d++\.?+\d*+|\.\d++)(?:[eE][+-]?\d++)?+ )
  | (?P<language> @[A-Za-z]++(?:-[A-Za-z0-9]++)*+(?:--[a-z]++)?+ )
  | (?P<mark>    <<\(? | \)>> | >> | \|\| | && | [<>!]= | \^\^ | . )
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(_UCHAR)
_WORD = re.compile(r"[^\W\d]\w*")
_KINDS = {kind.value: kind for kind in Kind}


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens, without white space and comments; linear in the text's length.

    >>> [token.text for token in tokens("ASK { ?s a 'x' } # SERVICE")]
    ['ASK', '{', '?s', 'a', "'x'", '}']
    """
    return (token for _, token in placed_tokens(text))


def placed_tokens(text: str, start: int = 0) -> Iterator[tuple[int, Token]]:
    """Yield each token from an offset on, with the offset of its first character."""
    for match in _TOKEN.finditer(text, start):
        kind = match.lastgroup
        if kind != "space" and kind is not None:
            yield match.start(), Token(_KINDS[kind], match.group())


def hidden_words(token: Token, following: str) -> tuple[str, ...]:
    """Return the words that the engine might read in this token, in capitals.

    Args:
        token: the token.
        following: the text of the next one.

    A word is itself, its escapes resolved. ``SERVICE:x`` before a brace may be a keyword and a
    name. What looks like an IRI may be two comparisons with code between them; then a bracket
    closes in it before that code.
    """
    if token.kind is Kind.WORD:
        return (_unescaped(token.text).upper(),)
    if token.kind is Kind.NAME and following == "{":
        return (token.text.partition(":")[0].upper(),)
    if token.kind is Kind.IRI and ")" in token.text:
        return tuple(_WORD.findall(token.text.partition(")")[2].upper()))
    return ()


def _unescaped(text: str) -> str:
    if "\\" not in text:
        return text
    return _ESCAPE.sub(lambda match: _character(match.group()), text)


def _character(escape: str) -> str:
    code = int(escape.lstrip("\\uU"), base=16)
    return chr(code) if code <= 0x10FFFF else "\ufffd"
