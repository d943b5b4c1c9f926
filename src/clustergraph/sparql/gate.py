"""What is looked at before the engine reads a query: may it run, can it hurt, what kind is it?

The engine's parser and its drop code recurse (some thousand nested braces or chained ``+`` end its
process), and its optimiser takes time that grows with the cube of the patterns in one group. So
nesting, chains and patterns are counted here. What passes by mistake costs a reader process, never
the service. Whether the text is SPARQL is for the engine to say.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from clustergraph.errors import MalformedQuery, QueryTooLarge, RefusedQuery
from clustergraph.sparql.hints import nearest_form
from clustergraph.sparql.lookups import is_lookup
from clustergraph.sparql.tokens import Kind, Token, hidden_words, tokens

__all__ = ["Form", "Limits", "Outline", "examine"]


class Form(StrEnum):
    """The four kinds of query."""

    SELECT = "SELECT"
    ASK = "ASK"
    CONSTRUCT = "CONSTRUCT"
    DESCRIBE = "DESCRIBE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How large a query may be.

    ``characters`` of text; ``depth`` of brackets in brackets; ``terms`` in graph patterns (three
    make a triple pattern); ``links``: operators and joined groups, each of which makes the engine's
    tree one step deeper; ``tokens``: words and signs in all, which take this process's time.
    """

    characters: int = 1_000_000
    depth: int = 100
    terms: int = 600
    links: int = 1_000
    tokens: int = 120_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What is known of a query before it runs.

    ``names_dataset``: it has its own FROM or FROM NAMED. ``is_volatile``: it may answer otherwise
    next time on the same data (NOW, RAND, UUID, STRUUID, BNODE). ``is_lookup``: it surely is one
    (see ``lookups``).
    """

    form: Form
    names_dataset: bool
    is_volatile: bool
    is_lookup: bool = False


_UPDATES = ("INSERT", "DELETE", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH")
_VOLATILE = ("NOW", "RAND", "UUID", "BNODE")

_PLAIN_CHARACTERS = 600
_PLAIN_BEGINNING = re.compile(
    r"""\s* (?: (?: PREFIX \s+ (?:[A-Z][\w-]{0,40})? : | BASE ) \s*
             <[^<>"{}|^`\\\x00-\x20]*> \s* )*+
    (SELECT|ASK|CONSTRUCT|DESCRIBE) (?![\w:.\-\x80-\U0010ffff])""",
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
"""A form is taken for one only where no token can be longer: ``SELECTée:`` is a name."""
_TELLING = ("\\", "SERVICE", "LOAD", "FROM", *_VOLATILE)
"""Words that decide something, and the sign by which one may be spelled otherwise."""


def examine(text: str, limits: Limits, *, allow_service: bool = False) -> Outline:
    """Read the query's tokens and tell what it is; linear in its length.

    Raises:
        QueryTooLarge: when it is past a limit.
        RefusedQuery: when it holds SERVICE or LOAD, however spelled (SERVICE passes with
            ``allow_service``).
        MalformedQuery: when it is no query at all (empty, an update, or without one of the four
            forms).
    """
    if len(text) > limits.characters:
        raise QueryTooLarge("characters", limits.characters)
    return _outline_of_plain(text, limits) or _outline_by_tokens(text, limits, allow_service)


def _outline_of_plain(text: str, limits: Limits) -> Outline | None:
    """Tell what a query is that is too short and too simple to be past a limit; None of others.

    Most queries are: this saves them the tokens. It looks at characters only, so that a word that
    matters in a string or a name is enough to have the tokens read.
    """
    if len(text) > min(_PLAIN_CHARACTERS, limits.terms, limits.links) or "(" in text:
        return None
    if sum(map(text.count, "{[<")) > limits.depth:
        return None
    found = _PLAIN_BEGINNING.match(text)
    capitals = text.upper()
    if found is None or any(word in capitals for word in _TELLING):
        return None
    return Outline(
        form=Form(found[1].upper()),
        names_dataset=False,
        is_volatile=False,
        is_lookup=is_lookup(text),
    )


def _outline_by_tokens(text: str, limits: Limits, allow_service: bool) -> Outline:
    words: set[str] = set()
    form: Form | None = None
    measure = _Measure(limits)
    for token, following in pairwise(_with_end(text)):
        measure.add(token)
        found = hidden_words(token, following.text)
        words.update(found)
        if form is None and token.kind is Kind.WORD:
            form = _form(found[0])
    if measure.has_doubtful_iri and "SERVICE" in text.upper():
        words.add("SERVICE")
    _refuse(words, allow_service=allow_service)
    if form is None:
        raise MalformedQuery(_why_formless(words, text))
    return Outline(
        form=form,
        names_dataset=_any_holds(words, ("FROM",)),
        is_volatile=_any_holds(words, _VOLATILE),
    )


_NOTHING = Token(Kind.MARK, "")


def _with_end(text: str) -> Iterator[Token]:
    yield from tokens(text)
    yield _NOTHING


def _form(word: str) -> Form | None:
    return next((form for form in Form if word.startswith(form)), None)


def _any_holds(words: set[str], parts: tuple[str, ...]) -> bool:
    """Tell whether a word holds one of the parts: keywords may touch, as in ``ASKFROM``."""
    return any(part in word for word in words for part in parts)


def _refuse(words: set[str], *, allow_service: bool) -> None:
    if not allow_service and _any_holds(words, ("SERVICE",)):
        raise RefusedQuery(
            "SERVICE is not run here, because it would make this server call others; "
            "ask the other endpoint yourself, or use `clustergraph query --allow-service`."
        )
    if "LOAD" in words:
        raise RefusedQuery("LOAD is not run here, because it would make this server call others.")


def _why_formless(words: set[str], text: str) -> str:
    if next(tokens(text), None) is None:
        return "it is empty."
    if words.intersection(_UPDATES):
        return "it is an update, and updates are not taken here."
    why = "there is no SELECT, ASK, CONSTRUCT or DESCRIBE in it"
    near = nearest_form(text)
    return f"{why}; {near}" if near else f"{why}."


class _Place(StrEnum):
    """What the brackets around a token hold; OTHER stands for expressions and clauses."""

    PATTERNS = "patterns"
    LIST = "list"
    DATA = "data"
    OTHER = "other"


_OPENING = frozenset("{([") | {"<<", "<<("}
_CLOSING = frozenset("})]") | {">>", ")>>"}
_TERMS = frozenset((Kind.IRI, Kind.NAME, Kind.VARIABLE, Kind.STRING, Kind.NUMBER, Kind.BLANK))
_LINKS = frozenset("{+-*/|^!=<>~") | {"<=", ">=", "!=", "||", "&&"}
_LINKING_WORDS = frozenset(("FILTER", "BIND"))
_BEFORE_CALLS = frozenset(("FILTER", "BY", "HAVING"))
_WEIGHT_OF_LIST_ITEM = 6
"""An item of a list makes two triple patterns, of three terms each."""


@dataclass(slots=True)
class _Measure:
    """Counts nesting, links and terms while the tokens go by."""

    limits: Limits
    terms: int = 0
    links: int = 0
    tokens: int = 0
    has_doubtful_iri: bool = False
    places: list[_Place] = field(default_factory=lambda: [_Place.OTHER])
    last: Token = _NOTHING
    before_last: Token = _NOTHING
    is_data_next: bool = False

    def add(self, token: Token) -> None:
        """Count one token."""
        self.tokens += 1
        if self.tokens > self.limits.tokens:
            raise QueryTooLarge("words and signs", self.limits.tokens)
        if token.kind is Kind.MARK:
            self._add_mark(token.text)
        elif token.kind is Kind.WORD:
            self._add_word(token.text.upper())
        elif token.kind in _TERMS:
            self._add_term()
            if token.kind is Kind.IRI and self._may_compare(token.text):
                self.has_doubtful_iri = True
        self.before_last, self.last = self.last, token

    def _add_mark(self, text: str) -> None:
        if text in _LINKS and self.places[-1] is not _Place.DATA:
            self._add_link()
        if text in _OPENING:
            self._open(text)
        elif text in _CLOSING:
            self._close()

    def _add_word(self, word: str) -> None:
        if word in _LINKING_WORDS:
            self._add_link()
        if word == "VALUES":
            self.is_data_next = True

    def _add_term(self) -> None:
        place = self.places[-1]
        if place is _Place.OTHER or place is _Place.DATA:
            return
        self.terms += _WEIGHT_OF_LIST_ITEM if place is _Place.LIST else 1
        if self.terms > self.limits.terms:
            raise QueryTooLarge(
                "terms in its patterns (VALUES and IN may hold more)", self.limits.terms
            )

    def _may_compare(self, iri: str) -> bool:
        """Tell whether what looks like an IRI may be a comparison and the beginning of a string.

        Or of a comment: as in ``1<'>'``, or ``1<2#>``. Then all that follows may be read wrongly.
        """
        if "'" not in iri and "#" not in iri:
            return False
        is_in_brackets = self.places[-1] is _Place.LIST or (
            self.places[-1] is _Place.OTHER and len(self.places) > 1
        )
        return is_in_brackets and self._is_after_operand()

    def _is_after_operand(self) -> bool:
        match self.last.kind:
            case Kind.MARK:
                return self.last.text == ")"
            case Kind.WORD:
                return self.last.text.upper().endswith(("TRUE", "FALSE"))
            case _:
                return True

    def _add_link(self) -> None:
        self.links += 1
        if self.links > self.limits.links:
            raise QueryTooLarge("operators and groups", self.limits.links)

    def _open(self, bracket: str) -> None:
        if bracket != "{":
            self._add_term()
        self.places.append(self._place(bracket))
        self.is_data_next = self.is_data_next and bracket != "{"
        if len(self.places) - 1 > self.limits.depth:
            raise QueryTooLarge("brackets inside each other", self.limits.depth)

    def _close(self) -> None:
        if len(self.places) > 1:
            self.places.pop()

    def _place(self, bracket: str) -> _Place:
        around = self.places[-1]
        if self.is_data_next or around is _Place.DATA:
            return _Place.DATA
        if bracket == "{":
            return _Place.PATTERNS
        if around is _Place.OTHER or self._is_call():
            return _Place.OTHER
        return _Place.LIST if bracket == "(" else _Place.PATTERNS

    def _is_call(self) -> bool:
        """Tell whether the bracket that opens belongs to a call or keyword, not to a pattern."""
        if self.last.kind is Kind.WORD:
            return self.last.text != "a"
        return self.before_last.text.upper() in _BEFORE_CALLS
