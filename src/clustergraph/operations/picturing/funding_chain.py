"""Follow the money: who pays for a thing, at any remove, and what it pays for itself.

The steps are those that documents state: something is paid for by another, or is a part of it. What
follows from them at once is the property ``cg:fundingSource``.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from pyoxigraph import NamedNode

from clustergraph.iris import graph_iri
from clustergraph.model import Iri
from clustergraph.operations.labels import Labels, Thing
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG

__all__ = ["FundingChain", "FundingStep", "funding_chain"]

_MOST_THINGS = 12
"""In a chain; a picture of more is no longer read step by step."""
_MOST_OF_ONE = 6
"""How many payers, or how many of those paid, are followed from one thing."""
_INFERRED = NamedNode(graph_iri("inferred"))
_STEPS = (CG.fundedBy, CG.partOf)

_Step = tuple[Iri, Iri, Iri]


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingStep:
    """A statement that the lower thing is paid for by the upper one, or is a part of it."""

    lower: Thing
    property: Thing
    upper: Thing


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingChain:
    """The steps round a thing, those above it first; ``is_cut`` where there are more."""

    thing: Thing
    steps: tuple[FundingStep, ...]
    is_cut: bool

    @property
    def things(self) -> tuple[Thing, ...]:
        """All that the steps lead through, each once."""
        return tuple(dict.fromkeys(it for step in self.steps for it in (step.upper, step.lower)))


def funding_chain(graph: GraphStore, labels: Labels, iri: Iri) -> FundingChain | None:
    """Follow the steps up from a thing, and down from it; None where nobody pays for anything.

    However many things somebody pays for, no more than a few statements are read.
    """
    walk = _Walk(graph, iri)
    above = _to_payers(list(walk.go(_above)))
    below = _from_payers(walk.go(_below), {iri} if above else set())
    if not (above or below):
        return None
    return FundingChain(
        thing=labels.thing(iri),
        steps=tuple(
            FundingStep(
                lower=labels.thing(lower),
                property=labels.thing(property_),
                upper=labels.thing(upper),
            )
            for lower, property_, upper in dict.fromkeys((*above, *below))
        ),
        is_cut=walk.is_cut,
    )


class _Walk:
    """A walk from one thing, breadth first, that ends when enough things were met."""

    def __init__(self, graph: GraphStore, start: Iri) -> None:
        self._graph = graph
        self._start = start
        self._met = {start}
        self.is_cut = False

    def go(self, steps_from: Callable[[GraphStore, Iri], Iterable[_Step]]) -> Iterator[_Step]:
        """Yield the steps in one direction, near ones first; each thing is left once."""
        waiting = deque([self._start])
        while waiting:
            here = waiting.popleft()
            for step in self._few(steps_from(self._graph, here)):
                there = step[2] if step[0] == here else step[0]
                if there not in self._met:
                    if len(self._met) == _MOST_THINGS:
                        self.is_cut = True
                        continue
                    self._met.add(there)
                    waiting.append(there)
                yield step

    def _few(self, steps: Iterable[_Step]) -> list[_Step]:
        found = list(islice(steps, _MOST_OF_ONE + 1))
        self.is_cut |= len(found) > _MOST_OF_ONE
        return found[:_MOST_OF_ONE]


def _to_payers(steps: list[_Step]) -> list[_Step]:
    """Keep the steps that lead to somebody who pays; a whole that nobody pays for is no part."""
    paid = {lower for lower, property_, _ in steps if property_ == CG.fundedBy}
    while more := {lower for lower, _, upper in steps if upper in paid} - paid:
        paid |= more
    return [step for step in steps if step[1] == CG.fundedBy or step[2] in paid]


def _from_payers(steps: Iterable[_Step], paid: set[Iri]) -> list[_Step]:
    """Keep the steps on which money is passed on, where ``paid`` have some already."""
    kept = []
    for step in steps:
        if step[1] == CG.fundedBy or step[2] in paid:
            kept.append(step)
            paid.add(step[0])
    return kept


def _above(graph: GraphStore, lower: Iri) -> Iterator[_Step]:
    for property_ in _STEPS:
        quads = graph.quads(NamedNode(lower), NamedNode(property_))
        for quad in quads:
            if isinstance(quad.object, NamedNode) and quad.graph_name != _INFERRED:
                yield lower, property_, Iri(quad.object.value)


def _below(graph: GraphStore, upper: Iri) -> Iterator[_Step]:
    for property_ in _STEPS:
        quads = graph.quads(None, NamedNode(property_), NamedNode(upper))
        for quad in quads:
            if isinstance(quad.subject, NamedNode) and quad.graph_name != _INFERRED:
                yield Iri(quad.subject.value), property_, upper
