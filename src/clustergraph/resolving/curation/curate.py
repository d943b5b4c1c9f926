"""Carries out all decisions on statements and entities, document by document."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from clustergraph.decisions.decision import (
    Curation,
    EntityDecision,
    StatementDecision,
)
from clustergraph.errors import CurationError, StaleDecision
from clustergraph.model import DocumentGraph
from clustergraph.resolving.curation.draft import Draft
from clustergraph.resolving.curation.entities import decide_entity
from clustergraph.resolving.curation.references import LocalIds
from clustergraph.resolving.curation.statements import decide_statement

__all__ = ["Curated", "curate"]

Decision = EntityDecision | StatementDecision


@dataclass(frozen=True, slots=True, kw_only=True)
class Curated:
    """The graphs after all decisions; ``stale`` decisions found nothing, ``bad`` ones are wrong."""

    graphs: tuple[DocumentGraph, ...]
    stale: tuple[StaleDecision, ...]
    bad: tuple[CurationError, ...]


def curate(graphs: Iterable[DocumentGraph], curation: Curation, ids: LocalIds) -> Curated:
    """Carry out the decisions on the graphs of documents, first those on entities.

    A document is named by its file's name or its id. Linear in the sizes of both.
    """
    waiting: dict[str, list[Decision]] = defaultdict(list)
    decisions: Sequence[Decision] = (*curation.entities, *curation.statements)
    for decision in decisions:
        waiting[decision.document].append(decision)
    curated, problems = list[DocumentGraph](), list[CurationError]()
    for graph in graphs:
        draft = Draft(graph)
        for name in (graph.document.name, graph.document.id):
            problems.extend(_decide(draft, waiting.pop(name, ()), ids))
        curated.append(draft.graph)
    problems.extend(_homeless(waiting.values()))
    return Curated(
        graphs=tuple(curated),
        stale=tuple(problem for problem in problems if isinstance(problem, StaleDecision)),
        bad=tuple(problem for problem in problems if not isinstance(problem, StaleDecision)),
    )


def _decide(draft: Draft, decisions: Sequence[Decision], ids: LocalIds) -> Iterator[CurationError]:
    for decision in decisions:
        try:
            if isinstance(decision, EntityDecision):
                decide_entity(decision, draft, ids)
            else:
                decide_statement(decision, draft, ids)
        except CurationError as error:
            yield error


def _homeless(waiting: Iterable[Sequence[Decision]]) -> Iterator[StaleDecision]:
    for decisions in waiting:
        for decision in decisions:
            reason = f"there is no document {decision.document!r} (any more)."
            yield StaleDecision(decision.location, reason)
