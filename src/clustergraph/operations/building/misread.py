"""Leave out what machines read and the graph's rules forbid, so that the rest can be published.

Only where it is asked for, and each is told with its words. What a person confirmed or added is
never left out: that is for a person to mend.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from clustergraph.iris import BASE
from clustergraph.model import Iri, ResolvedGraph, ReviewStatus, Statement
from clustergraph.operations.quote import on_one_line
from clustergraph.operations.validating.validation import Result
from clustergraph.rdf.property_paths import PropertyPath

__all__ = ["Misreading", "misreadings", "without"]

_TERMS: Final = f"{BASE}ns#"


@dataclass(frozen=True, slots=True, kw_only=True)
class Misreading:
    """A statement that is left out, and what is wrong with it."""

    statement: Statement
    document: str
    violation: Result

    def __str__(self) -> str:
        quote = on_one_line(self.statement.evidence[0].evidence.quote)
        return f"{self.document}: «{quote}» ({self.statement.predicate.local}): {self.violation}"


def misreadings(graph: ResolvedGraph, violations: Sequence[Result]) -> tuple[Misreading, ...]:
    """Find the statements to which violations are due, each once; linear in both.

    Of a violation that no relation of its shape explains, the least sure statement about its node
    is taken to be the cause.
    """
    names = {document.id: document.name for document in graph.documents}
    by_node: dict[str, list[Statement]] = {}
    for statement in filter(_is_machines, graph.statements):
        for node in _nodes(statement):
            by_node.setdefault(node, []).append(statement)
    found: dict[int, Misreading] = {}
    for violation in violations:
        for statement in _due(violation, by_node.get(violation.focus, ())):
            document = names[statement.evidence[0].document]
            misreading = Misreading(statement=statement, document=document, violation=violation)
            found.setdefault(id(statement), misreading)
    return tuple(found.values())


def without(graph: ResolvedGraph, left_out: Collection[Misreading]) -> ResolvedGraph:
    """Return the graph without these statements and their passages."""
    gone = {id(misreading.statement) for misreading in left_out}
    kept = tuple(statement for statement in graph.statements if id(statement) not in gone)
    return replace(graph, statements=kept)


def _is_machines(statement: Statement) -> bool:
    statuses = {passage.evidence.status for passage in statement.evidence}
    return statuses == {ReviewStatus.MACHINE}


def _nodes(statement: Statement) -> Iterator[str]:
    yield statement.subject
    if isinstance(statement.object, Iri):
        yield statement.object
    yield from (passage.iri for passage in statement.evidence)


def _due(violation: Result, statements: Sequence[Statement]) -> Sequence[Statement]:
    named = {*_properties(violation.breach.path), Iri(_TERMS + violation.shape.partition("-")[0])}
    related = [each for each in statements if each.predicate in named]
    exact = [each for each in related if violation.value and violation.value in _nodes(each)]
    return exact or related or sorted(statements, key=_sureness)[:1]


def _properties(path: PropertyPath | None) -> Iterator[Iri]:
    if path is not None:
        if path.iri:
            yield path.iri
        for part in path.parts:
            yield from _properties(part)


def _sureness(statement: Statement) -> float:
    return max(passage.evidence.confidence for passage in statement.evidence)
