"""Run the rules of inference on a store until they add nothing more.

Each rule is asked for what it adds, and that is written into ``graph/inferred`` before the next one
is asked. Then only what follows from the additions is asked for, again and again, and at last once
more for everything, since a rule may also look at what it does not name as its reason. What a rule
may say is checked where its file is read, in ``sparql.rules``.

Rules that only join things and values that are there end by themselves, however many rounds that
takes; only those that make new ones, out of those that they made, never do.
"""

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pyoxigraph import BlankNode, NamedNode, Quad, QueryTriples, Store, Triple

from clustergraph.errors import MalformedQuery, QueryError, RuleError
from clustergraph.locations import ONTOLOGY
from clustergraph.sparql.rules import INFERRED, NEW, Rule, read_rules
from clustergraph.store.engine import Term, run_query, translated

__all__ = ["RULES", "infer"]

RULES: Final = ONTOLOGY / "rules"
"""The folder of the rules."""

_MOST_ROUNDS: Final = 100
"""Rules that made new things or values in this many rounds feed on their own results."""
_MOST_PER_STATED: Final = 100
"""Rules that make more of them than this for every quad that was there make up ever more, too."""
_INFERRED: Final = NamedNode(INFERRED.strip("<>"))
_NEW: Final = NamedNode(NEW.strip("<>"))
_LONGEST_REASON: Final = 120


def infer(store: Store, rules: Path = RULES) -> int:
    """Run the rules of a folder on the store until they add nothing.

    Returns:
        How many quads were added; no triple among them stands in another graph.

    Raises:
        RuleError: when a file is no rule, a rule adds what is already there, or the rules come to
            no end.
    """
    run = _Run(store, read_rules(rules))
    while new := run.ask_for_all():
        while new:
            new = run.ask_for_what_follows(new)
    return run.total


class _Run:
    """One run of the rules on a store, round by round."""

    def __init__(self, store: Store, rules: Sequence[Rule]) -> None:
        self._store = store
        self._rules = rules
        self._most = _MOST_PER_STATED * (len(store) + _MOST_ROUNDS)
        self._making_rounds = 0
        self._made = 0
        self.total = 0

    def ask_for_all(self) -> set[Triple]:
        """Let each rule add whatever it can; return all that was added."""
        return self._round({rule.name: (rule.addition,) for rule in self._rules})

    def ask_for_what_follows(self, new: set[Triple]) -> set[Triple]:
        """Let each rule add what follows from what is new; return all that was added."""
        self._store.extend(_quads(new, _NEW))
        added = self._round({rule.name: rule.follow_ups for rule in self._rules})
        self._store.remove_graph(_NEW)
        return added

    def _round(self, queries: Mapping[str, tuple[str, ...]]) -> set[Triple]:
        added = {rule.name: _apply(rule, queries[rule.name], self._store) for rule in self._rules}
        triples, made = _joined(added.values())
        self.total += len(triples)
        self._made += made
        self._making_rounds += made > 0
        if self._making_rounds >= _MOST_ROUNDS or self._made > self._most:
            raise self._endless([rule for rule in self._rules if added[rule.name].made])
        return triples

    def _endless(self, adding: Sequence[Rule]) -> RuleError:
        """Name the rules that go on alone, or else all that still add."""
        rule, *others = [
            it for it in adding if _goes_on_alone(it, self._store, self._most)
        ] or adding
        too = f" (so do {', '.join(other.name for other in others)})" if others else ""
        return RuleError(
            rule.location,
            f"the rules come to no end: after {self._making_rounds} rounds and {self.total} "
            f"statements this one still adds more{too}; it must not make new things or values out "
            "of those that it added.",
        )


@dataclass(frozen=True, slots=True)
class _Added:
    """What a rule added, and how many things and values in it stood nowhere before."""

    triples: set[Triple]
    made: int


def _joined(added: Iterable[_Added]) -> tuple[set[Triple], int]:
    added = tuple(added)
    triples: set[Triple] = set().union(*(each.triples for each in added))
    return triples, sum(each.made for each in added)


def _apply(rule: Rule, queries: Iterable[str], store: Store) -> _Added:
    """Write what the rule adds, and return it."""
    triples = set().union(*(_additions(rule, query, store) for query in queries))
    for triple in triples:
        _refuse_repeated(rule, store, triple)
    terms = {term for triple in triples for term in (triple.subject, triple.object)}
    made = sum(_is_new(term, store) for term in terms)
    store.extend(_quads(triples, _INFERRED))
    return _Added(triples, made)


def _is_new(term: Term, store: Store) -> bool:
    if next(store.quads_for_pattern(None, None, term), None):
        return False
    if not isinstance(term, NamedNode | BlankNode):
        return True
    return next(store.quads_for_pattern(term, None, None), None) is None


def _quads(triples: Iterable[Triple], graph: NamedNode) -> Iterator[Quad]:
    return (Quad(it.subject, it.predicate, it.object, graph) for it in triples)


def _additions(rule: Rule, query: str, store: Store) -> set[Triple]:
    try:
        with translated():
            answer = run_query(store, query, {})
            return set(answer) if isinstance(answer, QueryTriples) else set()
    except QueryError as error:
        raise _no_update(rule) from error


def _refuse_repeated(rule: Rule, store: Store, triple: Triple) -> None:
    for quad in store.quads_for_pattern(triple.subject, triple.predicate, triple.object, None):
        raise RuleError(
            rule.location,
            f"it adds what already stands in {quad.graph_name}, such as {triple}; let its USING "
            "name that graph, and its last FILTER NOT EXISTS look for all that it adds.",
        )


def _no_update(rule: Rule) -> RuleError:
    """Say where the file is no SPARQL; the parser is asked again, for the line in the file."""
    path = rule.location.rpartition(":")[0]
    try:
        with translated():
            Store().update(rule.text)
    except MalformedQuery as error:
        reason = textwrap.shorten(error.reason, _LONGEST_REASON, placeholder=" …")
        return RuleError(f"{path}:{error.line}", f"the rule is no SPARQL Update: {reason}.")
    return RuleError(rule.location, "its WHERE { … } must be one pattern, with nothing after it.")


def _goes_on_alone(rule: Rule, store: Store, most: int) -> bool:
    """Tell whether the rule adds ever more without the others; the store is lost by then."""
    total = 0
    for _ in range(2 * _MOST_ROUNDS):
        made = _apply(rule, (rule.addition,), store).made
        total += made
        if not made:
            return False
        if total > most:
            break
    return True
