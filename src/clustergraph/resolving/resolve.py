"""The whole way from graphs of documents to one graph."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from clustergraph.decisions import Curation
from clustergraph.errors import CurationError, StaleDecision
from clustergraph.model import DocumentGraph, Iri, ResolvedGraph
from clustergraph.resolving.curation import LocalIds, bind, curate
from clustergraph.resolving.describing import describe
from clustergraph.resolving.grouping import group
from clustergraph.resolving.identities import identify
from clustergraph.resolving.keys import content_keys
from clustergraph.resolving.members import members
from clustergraph.resolving.registry import Registry
from clustergraph.resolving.statements import statements
from clustergraph.resolving.unsure import unsure_pairs

__all__ = ["Resolved", "resolve"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """The one graph and the registry with what is new in it.

    ``stale`` decisions of people found nothing any more; ``bad`` ones can't be carried out.
    ``cover`` hides the names of what is forgotten in words that are told beside the graph.
    """

    graph: ResolvedGraph
    registry: Registry
    stale: tuple[StaleDecision, ...] = ()
    bad: tuple[CurationError, ...] = ()
    cover: Callable[[str], str] = str

    @property
    def iris(self) -> frozenset[Iri]:
        """The IRIs that may stand in the graph: registered ones, and those that replace them."""
        readdressed = {each.replaced_by for each in self.graph.withheld if each.replaced_by}
        return self.registry.iris | readdressed


_NO_DECISIONS = Curation()


def resolve(
    graphs: Iterable[DocumentGraph],
    registry: Registry,
    *,
    today: date,
    curation: Curation = _NO_DECISIONS,
) -> Resolved:
    """Join the graphs of documents into one, as people decided.

    The result follows from the documents, the registry and the decisions; ``today`` is only written
    beside the rows that are new. The same document twice counts once. About linear in the number of
    mentions.
    """
    ids = LocalIds(registry)
    curated = curate(_each_once(graphs), curation, ids)
    files = {graph.document.id: graph.document.name for graph in curated.graphs}
    everybody = [member for graph in curated.graphs for member in members(graph)]
    bound = bind(everybody, curation.identities, files, ids)
    identities = identify(content_keys(group(bound.members)), registry, today)
    iris = {
        (member.document, member.entity.id): iri
        for group, iri in identities.iris.items()
        for member in group.members
    }
    entities = (describe(group, iri) for group, iri in identities.iris.items())
    resolved = ResolvedGraph(
        documents=tuple(graph.document for graph in curated.graphs),
        entities=tuple(sorted(entities, key=lambda entity: entity.iri)),
        statements=statements(curated.graphs, iris),
        redirects=identities.redirects,
        gone=identities.gone,
        unsure=unsure_pairs(identities.iris),
    )
    return Resolved(
        graph=resolved,
        registry=identities.registry,
        stale=curated.stale + bound.stale,
        bad=curation.bad + curated.bad + bound.bad,
    )


def _each_once(graphs: Iterable[DocumentGraph]) -> list[DocumentGraph]:
    """Sort the graphs by document, and leave out what comes twice."""
    by_id: dict[str, DocumentGraph] = {}
    for graph in sorted(graphs, key=lambda graph: (graph.document.id, graph.document.name)):
        by_id.setdefault(graph.document.id, graph)
    return list(by_id.values())
