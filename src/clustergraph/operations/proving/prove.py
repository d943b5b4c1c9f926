"""Find how a statement follows by the rules from statements that are made, the shortest way first.

Which rule gives what is asked of the rules themselves: each is run with what it adds bound, and
tells the statements that it was added for. Terms, labels and quotes are ``why``'s.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode, Triple

from clustergraph.iris import graph_iri
from clustergraph.sparql.rules import Pattern, Rule
from clustergraph.store.graph import GraphStore, Term

__all__ = ["Inference", "Proof", "prove"]

_INFERRED: Final = NamedNode(graph_iri("inferred"))
_MOST_LOOKED_AT: Final = 500
"""Past so many statements, no more are looked at once a way was found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inference:
    """One use of a rule: the values of its variables, and the statements that it rests on."""

    rule: Rule
    values: Mapping[str, Term]
    premises: tuple[Triple, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A way from statements that are made to the first of ``steps``.

    ``steps`` hold each statement once, what a rule gives before what it rests on; None stands for
    one that is made.
    """

    steps: Mapping[Triple, Inference | None]


def prove(graph: GraphStore, statement: Triple, rules: Sequence[Rule]) -> list[Proof]:
    """Find the ways in which a statement holds, one for each last step, the shortest first.

    None of them goes in a circle. Asks each rule once for each statement on the way.

    Returns:
        Nothing where the statement does not hold.
    """
    search = _Search(graph, rules)
    search.look_at(statement)
    return search.proofs(statement)


class _Search:
    """What was found so far: which statements are made, and how the others follow."""

    def __init__(self, graph: GraphStore, rules: Sequence[Rule]) -> None:
        self._graph = graph
        self._rules = rules
        self._ways: dict[Triple, list[Inference]] = {}
        self._made: set[Triple] = set()

    def look_at(self, statement: Triple) -> None:
        """Find what the statement may rest on, level by level."""
        level = [statement]
        while level and not (len(self._ways) > _MOST_LOOKED_AT and statement in self._costs()):
            for each in level:
                self._find_ways(each)
            premises = (
                it for each in level for way in self._ways.get(each, ()) for it in way.premises
            )
            level = [it for it in dict.fromkeys(premises) if not self._is_known(it)]

    def proofs(self, statement: Triple) -> list[Proof]:
        """Return the ways that end in statements that are made, the shortest first.

        Of those as short, a rule that gives one comes before a rule that gives many.
        """
        if statement in self._made:
            return [Proof(steps={statement: None})]
        costs = self._costs()
        ways = [way for way in self._ways.get(statement, ()) if _is_open(way, costs)]
        uses = Counter(way.rule.name for way in ways)
        ways.sort(key=lambda way: (uses[way.rule.name], _order(way)))
        found = (self._proof(statement, way, costs) for way in ways)
        return sorted((proof for proof in found if proof), key=lambda it: len(it.steps))

    def _is_known(self, statement: Triple) -> bool:
        return statement in self._made or statement in self._ways

    def _find_ways(self, statement: Triple) -> None:
        quads = self._graph.quads(statement.subject, statement.predicate, statement.object)
        if any(quad.graph_name != _INFERRED for quad in quads):
            self._made.add(statement)
        else:
            ways = (way for rule in self._rules for way in _uses(self._graph, rule, statement))
            self._ways[statement] = list(
                {(way.rule.name, way.premises): way for way in ways}.values()
            )

    def _costs(self) -> dict[Triple, int]:
        """Count the steps of the shortest way to each statement that has one.

        A statement costs more than each that it rests on, so the shortest ways hold no circle.
        """
        costs = dict.fromkeys(self._made, 1)
        changed = True
        while changed:
            changed = False
            for statement, ways in self._ways.items():
                sums = [_cost(way, costs) for way in ways if _is_open(way, costs)]
                if sums and min(sums) < costs.get(statement, min(sums) + 1):
                    costs[statement] = min(sums)
                    changed = True
        return costs

    def _proof(self, statement: Triple, way: Inference, costs: dict[Triple, int]) -> Proof | None:
        steps: dict[Triple, Inference | None] = {statement: way}
        waiting = list(reversed(way.premises))
        while waiting:
            premise = waiting.pop()
            if premise == statement:
                return None
            if premise not in steps:
                steps[premise] = best = self._best(premise, costs)
                waiting += reversed(best.premises if best else ())
        return Proof(steps=steps)

    def _best(self, statement: Triple, costs: dict[Triple, int]) -> Inference | None:
        ways = [way for way in self._ways.get(statement, ()) if _is_open(way, costs)]
        return min(ways, key=lambda way: (_cost(way, costs), _order(way)), default=None)


def _order(way: Inference) -> tuple[str, str]:
    """Order ways that are equally short, so that the answer is always the same."""
    return way.rule.name, str(way.premises)


def _is_open(way: Inference, costs: Mapping[Triple, int]) -> bool:
    return all(premise in costs for premise in way.premises)


def _cost(way: Inference, costs: Mapping[Triple, int]) -> int:
    return 1 + sum(costs[premise] for premise in way.premises)


def _uses(graph: GraphStore, rule: Rule, statement: Triple) -> Iterator[Inference]:
    """Yield the uses of a rule that give a statement."""
    for pattern in rule.head:
        bindings = _match(pattern, statement)
        if bindings is not None:
            yield from _grouped(rule, bindings, graph.derivations(rule, bindings), statement)


def _grouped(
    rule: Rule, bindings: Mapping[str, Term], rows: list[dict[str, Term]], statement: Triple
) -> Iterator[Inference]:
    rows = [{**row, **bindings} for row in rows]
    premises = [tuple(_filled(pattern, row) for pattern in rule.because) for row in rows]
    if rule.takes_all and rows:
        rows, premises = (
            rows[:1],
            [tuple(sorted({it for each in premises for it in each}, key=str))],
        )
    for row, each in zip(rows, premises, strict=True):
        if statement not in each:
            yield Inference(rule=rule, values=row, premises=tuple(dict.fromkeys(each)))


def _match(pattern: Pattern, statement: Triple) -> dict[str, Term] | None:
    """Return the values of the pattern's variables, or None where it gives no such statement."""
    found: dict[str, Term] = {}
    terms = (statement.subject, statement.predicate, statement.object)
    for name, term in zip(pattern, terms, strict=True):
        if name.startswith("?"):
            if found.setdefault(name[1:], term) != term:
                return None
        elif name != str(term):
            return None
    return found


def _filled(pattern: Pattern, values: Mapping[str, Term]) -> Triple:
    subject, predicate, object_ = (_term(name, values) for name in pattern)
    if not isinstance(subject, NamedNode) or not isinstance(predicate, NamedNode):
        message = f"{pattern} becomes no statement of this graph"
        raise TypeError(message)
    return Triple(subject, predicate, object_)


def _term(name: str, values: Mapping[str, Term]) -> NamedNode | Literal:
    term = values[name[1:]] if name.startswith("?") else NamedNode(name[1:-1])
    if not isinstance(term, NamedNode | Literal):
        message = f"{name} stands for {term}, which is neither an IRI nor a literal"
        raise TypeError(message)
    return term
