"""One graph as quads in a store, checked: what follows by rules, what shapes say of it.

What stands beside the store in a version is ``filling``'s.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pyoxigraph import Quad

from clustergraph.errors import GraphNotValid, InconsistentGraph
from clustergraph.iris import run_iri
from clustergraph.model import Iri, ResolvedGraph
from clustergraph.operations.building.link import link_quads
from clustergraph.operations.building.locate import coordinate_quads
from clustergraph.operations.building.misread import Misreading, misreadings, without
from clustergraph.operations.validating.validate import validate
from clustergraph.operations.validating.validation import Validation
from clustergraph.operations.writing.keeping import Keeping
from clustergraph.rdf.encode import encode
from clustergraph.rdf.ontology import ontology_quads
from clustergraph.rdf.sssom import Match
from clustergraph.resolving import Resolved
from clustergraph.store.graph import GraphStore
from clustergraph.store.integrity import repeated_triples
from clustergraph.store.writing import write_store

__all__ = ["Stored", "store", "with_written"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """What a store holds, and what was found out about it.

    ``resolved`` is without what was ``misread``; ``inferred`` triples followed by rules.
    """

    resolved: Resolved
    reader: GraphStore
    inferred: int
    validation: Validation
    misread: tuple[Misreading, ...] = ()

    @property
    def graph(self) -> ResolvedGraph:
        """The graph that is stored."""
        return self.resolved.graph


def store(path: Path, resolved: Resolved, links: Iterable[Match], *, leave_out: bool) -> Stored:
    """Write a store and check it; with ``leave_out`` without what machines misread.

    What is left out may uncover more: a graph is written until nothing is found in it.

    Raises:
        RuleError: when a rule of inference can't be run, or comes to no end.
        InconsistentGraph: when a triple stands in two graphs.
        GraphNotValid: with all that the shapes forbid and that is no machine's to leave out.
    """
    links = tuple(links)
    misread: tuple[Misreading, ...] = ()
    while True:
        stored = _write(path, resolved, links)
        violations = stored.validation.violations
        if not violations:
            return replace(stored, misread=misread)
        found = misreadings(resolved.graph, violations) if leave_out else ()
        if not found:
            raise GraphNotValid(violations)
        resolved = replace(resolved, graph=without(resolved.graph, found))
        misread += found


def with_written(stored: Stored, kept: Keeping, path: Path) -> Stored:
    """Add what people wrote: nothing follows from it, and no rule that it breaks stops a build."""
    if not kept.add_to(path):
        return stored
    reader = GraphStore.open(path)
    validation = validate(reader, stored.resolved.iris).as_warnings()
    return replace(stored, reader=reader, validation=validation)


def _write(path: Path, resolved: Resolved, links: Iterable[Match]) -> Stored:
    inferred = write_store(path, _quads(resolved.graph, links))
    reader = GraphStore.open(path)
    validation = _check(reader, resolved.iris)
    return Stored(resolved=resolved, reader=reader, inferred=inferred, validation=validation)


def _quads(graph: ResolvedGraph, links: Iterable[Match]) -> Iterator[Quad]:
    """Yield all quads of a version but the inferred ones; the run is named by what went into it."""
    yield from ontology_quads()
    yield from encode(graph, run=run_iri(*(document.sha256 for document in graph.documents)))
    yield from link_quads(graph, links)
    yield from coordinate_quads(graph)


def _check(reader: GraphStore, registered: Collection[Iri]) -> Validation:
    """Refuse a graph in which a triple is repeated; return what the shapes say of it."""
    repeated = next(repeated_triples(reader), None)
    if repeated is not None:
        message = f"Triples stand in more than one graph, first {repeated}."
        raise InconsistentGraph(message)
    return validate(reader, registered)
