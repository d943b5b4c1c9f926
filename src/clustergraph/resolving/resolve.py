"""The whole way from graphs of documents to one graph."""

from collections.abc import Iterable
from datetime import date

from clustergraph.model import DocumentGraph, ResolvedGraph
from clustergraph.resolving.describing import describe
from clustergraph.resolving.grouping import group
from clustergraph.resolving.identities import identify
from clustergraph.resolving.keys import content_keys
from clustergraph.resolving.members import members
from clustergraph.resolving.registry import Registry
from clustergraph.resolving.statements import statements

__all__ = ["resolve"]


def resolve(
    graphs: Iterable[DocumentGraph], registry: Registry, *, today: date
) -> tuple[ResolvedGraph, Registry]:
    """Join the graphs of documents into one, and return the registry with what is new in it.

    The result follows from the documents and the registry; ``today`` is only written beside the
    rows that are new. The same document twice counts once. About linear in the number of mentions.
    """
    each_once = _each_once(graphs)
    groups = group(member for graph in each_once for member in members(graph))
    identities = identify(content_keys(groups), registry, today)
    iris = {
        (member.document, member.entity.id): iri
        for group, iri in identities.iris.items()
        for member in group.members
    }
    entities = (describe(group, iri) for group, iri in identities.iris.items())
    resolved = ResolvedGraph(
        documents=tuple(graph.document for graph in each_once),
        entities=tuple(sorted(entities, key=lambda entity: entity.iri)),
        statements=statements(each_once, iris),
        redirects=identities.redirects,
        gone=identities.gone,
    )
    return resolved, identities.registry


def _each_once(graphs: Iterable[DocumentGraph]) -> list[DocumentGraph]:
    """Sort the graphs by document, and leave out what comes twice."""
    by_id: dict[str, DocumentGraph] = {}
    for graph in sorted(graphs, key=lambda graph: (graph.document.id, graph.document.name)):
        by_id.setdefault(graph.document.id, graph)
    return list(by_id.values())
