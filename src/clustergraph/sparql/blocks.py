"""Where what stands in braces ends: the data and templates of an update, and a group of patterns.

In data and templates nothing is compared and nothing calculated, so ``<`` always begins an IRI or a
triple; they are read strictly, and fast. In a group it depends on the place: behind a value in an
expression it is a comparison, also where ``<'>`` could be an IRI. Whether what stands inside is
SPARQL is for the engine to say.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from clustergraph.errors import BadUpdate
from clustergraph.sparql.gate import Limits
from clustergraph.sparql.tokens import Kind, Token, placed_tokens

__all__ = ["Block", "bad_update", "group_end", "read_block"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Data or a template that was found: the offset behind its brace, the labels of its nodes."""

    end: int
    labels: frozenset[str]


_UNCLOSED = "the brace that opens here is never closed."
_UCHAR = r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}"
_IN_NAME = r"(?<=[\w:.%\u00b7-])"
_PIECE = re.compile(
    rf"""
    (?P<plain> (?:
        [^"'<>\#{{}}()\[\]\\_]++ | \\. | _(?!:) | {_IN_NAME}_
      | <(?:[^<>"{{}}|^`\\\x00-\x20]|{_UCHAR})*+>
      | \"{{3}}(?:\"{{0,2}}(?:[^"\\]|\\.))*+\"{{3}} | '{{3}}(?:'{{0,2}}(?:[^'\\]|\\.))*+'{{3}}
      | "(?!"")(?:[^"\\\r\n]|\\.)*+" | '(?!'')(?:[^'\\\r\n]|\\.)*+'
      | \#[^\r\n]*+ )++ )
  | (?P<label> _:[\w\-\u00b7]++(?:\.++[\w\-\u00b7]++)*+ )
  | (?P<opening> <<\(? | [\[({{] )
  | (?P<closing> \)>> | >> | [\])}}] )
    """,
    re.VERBOSE | re.DOTALL,
)


def read_block(text: str, start: int, limits: Limits) -> Block:
    """Find where the data or the template ends whose brace stands at an offset; linear.

    Raises:
        BadUpdate: when it has no end, holds what no data hold, or is nested too deeply.
    """
    braces, depth, at = 0, 0, start
    labels: set[str] = set()
    while match := _PIECE.match(text, at):
        at = match.end()
        if match.lastgroup == "label":
            labels.add(match.group())
        elif match.lastgroup == "opening":
            depth += 1
            braces += match.group() == "{"
            _check_depth(depth, limits, text, at)
        elif match.lastgroup == "closing":
            depth -= 1
            braces -= match.group() == "}"
            if not braces:
                return Block(end=at, labels=frozenset(labels))
    if at < len(text):
        raise bad_update(text, at, "this can't stand in data or in a template.")
    raise bad_update(text, start, _UNCLOSED)


def group_end(text: str, start: int, limits: Limits) -> int:
    """Find the offset behind the group of patterns whose brace stands at an offset; linear.

    Raises:
        BadUpdate: when it has no end, is nested too deeply or is too long.
    """
    group = _Group()
    for count, (offset, token) in enumerate(_tokens_of(group, text, start), start=1):
        group.add(token)
        _check_depth(len(group.places), limits, text, offset)
        if count > limits.tokens:
            reason = f"its patterns have more than {limits.tokens} words and signs."
            raise bad_update(text, offset, reason)
        if not group.places:
            return offset + len(token.text)
    raise bad_update(text, start, _UNCLOSED)


def bad_update(text: str, offset: int, reason: str) -> BadUpdate:
    """Make the error that says where in the text something is wrong."""
    line = text.count("\n", 0, offset) + 1
    return BadUpdate(reason, line=line, column=offset - text.rfind("\n", 0, offset))


def _check_depth(depth: int, limits: Limits, text: str, offset: int) -> None:
    if depth > limits.depth:
        reason = f"it has more than {limits.depth} brackets inside each other."
        raise bad_update(text, offset, reason)


class _Place(StrEnum):
    """What stands directly in a pair of brackets."""

    PATTERNS = "patterns"
    SELECTION = "selection"
    EXPRESSION = "expression"


_OPENING = frozenset("{([") | {"<<", "<<("}
_CLOSING = frozenset("})]") | {">>", ")>>"}
_VALUES = frozenset(
    (Kind.IRI, Kind.NAME, Kind.VARIABLE, Kind.STRING, Kind.NUMBER, Kind.BLANK, Kind.LANGUAGE)
)
_BEFORE_CALLS = frozenset(("FILTER", "BY", "HAVING"))
_NOTHING = Token(Kind.MARK, "")
_LESS = Token(Kind.MARK, "<")


@dataclass(slots=True)
class _Group:
    """The brackets that are open in a group of patterns, while its tokens go by."""

    places: list[_Place] = field(default_factory=list)
    last: Token = _NOTHING
    before_last: Token = _NOTHING

    def add(self, token: Token) -> None:
        """Go by one token."""
        if token.kind is Kind.MARK and token.text in _OPENING:
            self.places.append(self._place(token.text))
        elif token.kind is Kind.MARK and token.text in _CLOSING:
            self.places.pop()
        elif token.text.upper() == "SELECT" and self.last.text == "{":
            self.places[-1] = _Place.SELECTION
        self.before_last, self.last = self.last, token

    def compares(self, token: Token) -> bool:
        """Tell whether the token, which comes next, begins with a comparison."""
        return (
            token.text[0] == "<"
            and self.places[-1:] == [_Place.EXPRESSION]
            and self._is_behind_value()
        )

    def _is_behind_value(self) -> bool:
        match self.last.kind:
            case Kind.MARK:
                return self.last.text in {")", ")>>"}
            case Kind.WORD:
                return self.last.text.upper() in {"TRUE", "FALSE"}
            case kind:
                return kind in _VALUES

    def _place(self, bracket: str) -> _Place:
        if bracket != "(" or not self.places:
            return _Place.PATTERNS
        is_expression = self.places[-1] is not _Place.PATTERNS or self._is_call()
        return _Place.EXPRESSION if is_expression else _Place.PATTERNS

    def _is_call(self) -> bool:
        if self.last.kind is Kind.WORD:
            return self.last.text != "a"
        return self.before_last.text.upper() in _BEFORE_CALLS


def _tokens_of(group: _Group, text: str, start: int) -> Iterator[tuple[int, Token]]:
    """Yield the tokens; of one that begins with a comparison its sign, and on from behind that."""
    at: int | None = start
    while at is not None:
        rest, at = placed_tokens(text, at), None
        for offset, token in rest:
            if group.compares(token):
                yield offset, _LESS
                at = offset + 1
                break
            yield offset, token
