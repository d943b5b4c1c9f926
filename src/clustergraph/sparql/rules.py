"""The rules of inference as their files say them: what each adds, why, and in which words.

A rule is a file of SPARQL Update with one ``INSERT { GRAPH graph:inferred { … } }`` that ends with
``FILTER NOT EXISTS { … }`` of what it adds. Its first comment line says in one sentence what
follows from what; ``{?name}`` in it stands for a value of the rule. A line ``# because: ?a cg:topic
?b`` names the statements from which it follows, ``# because all: …`` where all that match do so
together, as for a sum. Comment lines after these are for people who read the file.

A file that is no such rule is told by its line. Rules are run in ``store.inferring``; whether what
they say is right is not known here.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final, NoReturn

from clustergraph.errors import RuleError
from clustergraph.sparql.tokens import Kind, Token, placed_tokens

__all__ = ["INFERRED", "NEW", "Pattern", "Rule", "read_rule", "read_rules"]

INFERRED: Final = "<https://w3id.org/clustergraph/graph/inferred>"
"""The only graph into which a rule may write."""
NEW: Final = "<https://w3id.org/clustergraph/graph/new>"
"""Where a run of the rules keeps what was added last, a copy."""

_TYPE: Final = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_BECAUSE: Final = re.compile(r"because( all)?: (.+)")
_SAID: Final = re.compile(r"\{(\?\w+)\}")
"""A variable in the sentence of a rule."""
_REASON: Final = "# because"
_FORM: Final = "a rule is one INSERT { GRAPH graph:inferred { … } } WHERE { … }"
_GUARD: Final = ("FILTER", "NOT", "EXISTS", "{")

_UNGUARDED: Final = (
    "it must end with FILTER NOT EXISTS { … } of what it adds, so that it asserts nothing that is "
    "already there"
)

Pattern = tuple[str, str, str]
"""Subject, predicate and object: each a variable, or a term with its IRI in full."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule, taken apart.

    Attributes:
        name: of its file, without the ending.
        location: file and line of its INSERT.
        sentence: what follows from what; ``{?name}`` stands for a value.
        head: the triples that it adds.
        because: the triples from which they follow.
        takes_all: whether all that match ``because`` are the reason together, not one by one.
        addition: a CONSTRUCT of what it adds.
        follow_ups: the same for each of ``because``, where that one stands in ``graph/new``.
        derivation: a SELECT that finds, its variables bound, how something follows that is there.
        names_dataset: whether it says which graphs it reads as one; else it names each in place.
        text: the whole file.
    """

    name: str
    location: str
    sentence: str
    head: tuple[Pattern, ...]
    because: tuple[Pattern, ...]
    takes_all: bool
    addition: str
    follow_ups: tuple[str, ...]
    derivation: str
    names_dataset: bool
    text: str


def read_rules(folder: Path) -> list[Rule]:
    """Read the rules of a folder (``*.rq``), sorted by name.

    Raises:
        RuleError: when a file is no rule.
    """
    return [read_rule(path) for path in sorted(folder.glob("*.rq"))]


def read_rule(path: Path) -> Rule:
    """Read one rule.

    Raises:
        RuleError: when the file is no rule.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(str(path), f"the rule can't be read: {error}") from error
    return _File(path, text).rule()


class _File:
    """A rule's file while it is read, token by token."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._text = text
        self._tokens = list(placed_tokens(text))
        self._at = 0

    def rule(self) -> Rule:
        sentence, takes_all, because = self._header()
        prologue, prefixes = self._prologue()
        location, insert = f"{self._path}:{self._line()}", self._offset()
        head = self._head(prefixes)
        dataset = self._dataset()
        body, guarded = self._body(head, prefixes)
        self._check_bound(f"{body} {because}", _SAID.findall(sentence), at=0)
        self._check_bound(body, chain.from_iterable(head), at=insert)
        triples = " . ".join(" ".join(pattern) for pattern in head)
        reasons = self._triples(
            [token for _, token in placed_tokens(because)], prefixes, at=self._text.index(_REASON)
        )
        addition = f"{prologue}CONSTRUCT {{ {triples} }} {dataset}"
        fresh = f"FROM NAMED {NEW} " if dataset else ""
        return Rule(
            name=self._path.stem,
            location=location,
            sentence=sentence,
            head=head,
            because=reasons,
            takes_all=takes_all,
            addition=f"{addition}WHERE {{ {guarded}\n}}",
            follow_ups=tuple(
                f"{addition}{fresh}WHERE {{ GRAPH {NEW} {{ {' '.join(each)} }} {guarded}\n}}"
                for each in ([] if takes_all else reasons)
            ),
            derivation=f"{prologue}SELECT * {dataset}WHERE {{ {{ {body}\n}} {because} }}",
            text=self._text,
            names_dataset=bool(dataset),
        )

    # -- The parts, in their order -----------------------------------------------------------------

    def _header(self) -> tuple[str, bool, str]:
        lines = [line[1:].strip() for line in self._text.splitlines() if line.startswith("#")]
        reasons = [(bool(m[1]), m[2]) for line in lines if (m := _BECAUSE.fullmatch(line))]
        if not lines or not lines[0] or _BECAUSE.fullmatch(lines[0]):
            self._fail("the first line must be a comment that says what follows from what", at=0)
        if not reasons:
            self._fail("a comment line `# because: …` must name what it follows from", at=0)
        takes_all = any(all_ for all_, _ in reasons)
        return lines[0], takes_all, " . ".join(patterns for _, patterns in reasons)

    def _prologue(self) -> tuple[str, Mapping[str, str]]:
        prefixes: dict[str, str] = {}
        while self._next_is("PREFIX"):
            _, name, iri = (self._take() for _ in range(3))
            prefixes[name.text.removesuffix(":")] = iri.text.strip("<>")
        lines = (f"PREFIX {name}: <{iri}>\n" for name, iri in prefixes.items())
        if not self._next_is("INSERT"):
            self._fail(f"{self._seen()} stands where INSERT should: {_FORM}")
        return "".join(lines), prefixes

    def _head(self, prefixes: Mapping[str, str]) -> tuple[Pattern, ...]:
        for word in ("INSERT", "{", "GRAPH"):
            self._expect(word)
        graph = _term(self._take(), prefixes)
        if graph != INFERRED:
            self._back()
            self._fail(f"it writes into {graph}, but a rule may only write into {INFERRED}")
        self._expect("{")
        start = self._at
        while not self._next_is("}"):
            self._take()
        head = self._triples([token for _, token in self._tokens[start : self._at]], prefixes)
        self._expect("}")
        self._expect("}")
        return head

    def _dataset(self) -> str:
        named = []
        while self._next_is("USING"):
            self._take()
            if self._next_is("NAMED"):
                self._take()
                named.append(f"FROM NAMED {self._take().text} ")
            else:
                named.append(f"FROM {self._take().text} ")
        return "".join(named)

    def _body(self, head: tuple[Pattern, ...], prefixes: Mapping[str, str]) -> tuple[str, str]:
        """Return the pattern without its last filter, and with it."""
        self._expect("WHERE")
        self._expect("{")
        start, last = self._at, len(self._tokens) - 1
        if last < start or self._tokens[last][1].text != "}":
            self._fail(f"it does not end with the brace of WHERE: {_FORM}", at=len(self._text))
        for offset, token in self._tokens[start:last]:
            if token.kind is Kind.WORD and token.text.upper() == "SERVICE":
                self._fail("a rule may not ask another service", at=offset)
        guard = self._guard(start, last)
        if not self._predicates(guard, last, prefixes) & {pattern[1] for pattern in head}:
            self._fail(_UNGUARDED, at=self._tokens[last][0])
        first, filtered, end = (self._tokens[at][0] for at in (start, guard, last))
        return self._text[first:filtered], self._text[first:end]

    def _check_bound(self, pattern: str, terms: Iterable[str], *, at: int) -> None:
        """Refuse a variable that stands for nothing: with it a rule would add nothing at all."""
        bound = {token.text for _, token in placed_tokens(pattern)}
        for term in terms:
            if term.startswith("?") and term not in bound:
                self._fail(f"{term} is not among the variables of WHERE or its reasons", at=at)

    def _guard(self, start: int, end: int) -> int:
        """Return where the last filter that something does not exist begins, or the end."""
        words = [token.text.upper() for _, token in self._tokens]
        starts = range(end - len(_GUARD), start - 1, -1)
        found = (at for at in starts if tuple(words[at : at + len(_GUARD)]) == _GUARD)
        return next(found, end)

    def _predicates(self, start: int, end: int, prefixes: Mapping[str, str]) -> set[str]:
        terms = (_term(token, prefixes) for _, token in self._tokens[start:end])
        return {term for term in terms if term.startswith(("<", "?"))}

    def _triples(
        self, tokens: list[Token], prefixes: Mapping[str, str], *, at: int | None = None
    ) -> tuple[Pattern, ...]:
        """Read triples of three terms each, with dots between."""
        terms = [_term(token, prefixes) for token in tokens if token.text != "."]
        if not terms or len(terms) % 3 or any(term in ";,{}[]()|/^*+" for term in terms):
            self._fail("its triples must be three terms each, with dots between", at=at)
        return tuple(zip(terms[::3], terms[1::3], terms[2::3], strict=True))

    # -- Token by token ----------------------------------------------------------------------------

    def _next_is(self, word: str) -> bool:
        return self._at < len(self._tokens) and self._seen() == word

    def _seen(self) -> str:
        if self._at >= len(self._tokens):
            return "the end"
        token = self._tokens[self._at][1]
        return token.text.upper() if token.kind is Kind.WORD else token.text

    def _take(self) -> Token:
        if self._at >= len(self._tokens):
            self._fail(f"it ends too early: {_FORM}")
        self._at += 1
        return self._tokens[self._at - 1][1]

    def _back(self) -> None:
        self._at -= 1

    def _expect(self, word: str) -> None:
        if not self._next_is(word):
            self._fail(f"{self._seen()} stands where {word} should: {_FORM}")
        self._take()

    def _offset(self) -> int:
        return self._tokens[self._at][0] if self._at < len(self._tokens) else len(self._text)

    def _line(self, at: int | None = None) -> int:
        return self._text.count("\n", 0, self._offset() if at is None else at) + 1

    def _fail(self, reason: str, *, at: int | None = None) -> NoReturn:
        location = f"{self._path}:{self._line(at)}"
        raise RuleError(location, f"{reason}.")


def _term(token: Token, prefixes: Mapping[str, str]) -> str:
    """Write a term with its IRI in full; what is no name of one stays as it is."""
    if token.kind is Kind.WORD and token.text == "a":
        return _TYPE
    if token.kind is Kind.NAME:
        prefix, _, local = token.text.partition(":")
        return f"<{prefixes.get(prefix, '')}{local}>"
    return token.text
