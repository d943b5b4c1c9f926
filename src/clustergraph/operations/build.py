"""The whole way in one place: file → Document → DocumentGraph → one graph → quads → version.

What lies beside a folder of documents is decided here too.
"""

import math
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, Final, TypeAlias

from pyoxigraph import Quad

from clustergraph.decisions import read_curation
from clustergraph.errors import (
    BadCuration,
    BadDocuments,
    CurationError,
    DocumentError,
    GraphNotValid,
    InconsistentGraph,
)
from clustergraph.iris import run_iri
from clustergraph.locations import CURATION, DOCUMENTS
from clustergraph.model import Iri, ResolvedGraph
from clustergraph.names.storing import build_names
from clustergraph.operations.build_report import build_report
from clustergraph.operations.dataset_description.describe_dataset import dataset_quads
from clustergraph.operations.dumping.dump import write_dumps
from clustergraph.operations.extract import extract_all
from clustergraph.operations.inputs import last_built, note_inputs
from clustergraph.operations.link import link_quads, read_decided, stale_links
from clustergraph.operations.locate import coordinate_quads
from clustergraph.operations.look_up import cards
from clustergraph.operations.misread import Misreading, misreadings, without
from clustergraph.operations.relate import adjacency_of
from clustergraph.operations.validate import validate
from clustergraph.operations.validation import Validation
from clustergraph.operations.withhold import told_links
from clustergraph.operations.writing.catching_up import bring_in
from clustergraph.operations.writing.keeping import Keeping
from clustergraph.operations.writing.veiling import Veiling
from clustergraph.rdf.encode import encode
from clustergraph.rdf.ontology import ontology_quads
from clustergraph.rdf.sssom import Match
from clustergraph.reading import document_paths
from clustergraph.resolving import Registry, Resolved, resolve_and_forget
from clustergraph.store.graph import GraphStore
from clustergraph.store.integrity import content_hash, repeated_triples
from clustergraph.store.versions import Draft, Home, Version, drafting
from clustergraph.store.versions.disk import writing
from clustergraph.store.writing import add_quads, write_store

__all__ = ["Built", "build", "default_curation", "default_registry", "graph_quads"]

_AS_LONG_AS_IT_TAKES: Final = math.inf
Skipped: TypeAlias = DocumentError | CurationError | Misreading
"""What a build left out, each told in one sentence by ``str``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build did: the version that is current now.

    ``is_new`` is false when the same had been built before; ``report`` is this build's also then.
    ``skipped`` are the documents that could not be read, the decisions that can't be carried out
    and what was misread.
    """

    version: Version
    is_new: bool
    report: dict[str, Any]
    skipped: tuple[Skipped, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stored:
    """The store of a draft: of which graph it is, and what was found out about it."""

    graph: ResolvedGraph
    reader: GraphStore
    inferred: int
    validation: Validation
    misread: tuple[Misreading, ...]


def default_registry(documents: Path) -> Path:
    """Return where the registry of a folder lies: ours in ``data/``, others beside their folder."""
    folder = documents.resolve()
    if folder == DOCUMENTS.resolve():
        return folder.parent / "registry.tsv"
    return folder.with_name(f"{folder.name}.registry.tsv")


def default_curation(documents: Path) -> Path:
    """Return where people's decisions on a folder lie: ours in ``data/``, others beside it."""
    folder = documents.resolve()
    return (
        CURATION if folder == DOCUMENTS.resolve() else folder.with_name(f"{folder.name}.curation")
    )


def build(
    documents: Path,
    registry_path: Path,
    home: Home,
    *,
    today: date,
    curation_path: Path | None = None,
    workers: int | None = None,
    skip_bad: bool = False,
    advance: Callable[[], object] = lambda: None,
) -> Built:
    """Build a version of the graph from a folder of documents and publish it.

    Nothing is published when a document or a decision of ``curation_path`` is bad and ``skip_bad``
    is false, or when the graph breaks its own rules; with ``skip_bad`` what machines misread is
    left out instead. When nothing has changed since the current version, that one is returned.
    ``today`` is only written beside the registry's new rows. What was written to the graph stays,
    also what is written meanwhile; what is forgotten is kept out of it.

    Raises:
        BadDocuments: with all documents that could not be read.
        BadCuration: with all decisions that can't be carried out.
        RegistryError: when the registry can't be read.
        LinksError: when a table of links can't be read.
        RuleError: when a rule of inference can't be run, or comes to no end.
        InconsistentGraph: when a triple stands in two graphs.
        GraphNotValid: with all that the graph's shapes forbid.
        StoreError: when what was written can't be kept.
        HomeNotWritable: when the home can't be written.
    """
    paths = document_paths(documents)
    curation_path = curation_path or default_curation(documents)
    inputs = (documents, registry_path, curation_path)
    current = last_built(home, *inputs)
    if current is not None:
        return Built(version=current, is_new=False, report=current.report)
    graphs, bad = extract_all(paths, workers=workers, advance=advance)
    if bad and not (skip_bad and graphs):
        raise BadDocuments(bad)
    resolved = resolve_and_forget(
        graphs, Registry.read(registry_path), today=today, curation=read_curation(curation_path)
    )
    if resolved.bad and not skip_bad:
        raise BadCuration(resolved.bad)
    decided = told_links(resolved, read_decided(curation_path))
    with writing(home.path), drafting(home) as draft:
        kept = Keeping.of(home, Veiling(resolved))
        stored = _store(draft, resolved, decided, kept, leave_out=skip_bad)
        resolved = replace(resolved, graph=stored.graph)
        draft.keep_texts((document.id, document.text) for document in resolved.graph.documents)
        draft.withhold(resolved.graph.withheld)
        names = build_names(draft.names_path, cards(stored.reader))
        adjacency = adjacency_of(stored.reader).write(draft.adjacency_path)
        content = content_hash(stored.reader)
        add_quads(draft.store_path, [*stored.validation.as_quads(), *dataset_quads(stored.reader)])
        write_dumps(GraphStore.open(draft.store_path), draft.dumps_path)
        resolved.registry.write(registry_path)
        skipped: tuple[Skipped, ...] = (*bad, *resolved.bad, *stored.misread)
        report = build_report(
            resolved,
            inferred=stored.inferred,
            validation=stored.validation,
            stale_links=stale_links(resolved.graph, decided),
            skipped=skipped,
        )
        draft.keep_report(report)
        kept.write_log(draft.writes_path)
        publish = partial(draft.publish, content, names=names, adjacency=adjacency)
        with home.alone(_AS_LONG_AS_IT_TAKES):
            before = home.current_id
            version = _publish(publish, kept, home)
    if not skipped:
        note_inputs(home, version, *inputs)
    return Built(version=version, is_new=version.id != before, report=report, skipped=skipped)


def _publish(publish: Callable[..., Version], kept: Keeping, home: Home) -> Version:
    """Publish, with what was written meanwhile; the caller is alone in the home."""
    later = kept.now(home)
    change = kept.change_to(later)
    if not change:
        return publish()
    return bring_in(change, later, publish(is_current=False), home)


def _store(
    draft: Draft,
    resolved: Resolved,
    decided: Iterable[Match],
    kept: Keeping,
    *,
    leave_out: bool,
) -> _Stored:
    """Write the store and check it; with ``leave_out`` without what machines misread.

    From what was written nothing follows, and no rule that it breaks stops a build.
    """
    graph = resolved.graph
    misread: tuple[Misreading, ...] = ()
    while True:
        inferred = write_store(draft.store_path, graph_quads(graph, decided))
        reader = GraphStore.open(draft.store_path)
        validation = _check(reader, resolved.iris)
        found = misreadings(graph, validation.violations) if leave_out else ()
        if validation.violations and not found:
            raise GraphNotValid(validation.violations)
        if not found:
            if kept.add_to(draft.store_path):
                reader = GraphStore.open(draft.store_path)
                validation = validate(reader, resolved.iris).as_warnings()
            return _Stored(
                graph=graph,
                reader=reader,
                inferred=inferred,
                validation=validation,
                misread=misread,
            )
        graph, misread = without(graph, found), (*misread, *found)


def graph_quads(resolved: ResolvedGraph, decided: Iterable[Match] = ()) -> Iterator[Quad]:
    """Yield all quads of a version but the inferred ones; ``decided`` are people's links."""
    yield from ontology_quads()
    yield from encode(resolved, run=_run(resolved))
    yield from link_quads(resolved, decided)
    yield from coordinate_quads(resolved)


def _run(resolved: ResolvedGraph) -> Iri:
    """Name the run by what went into it: no clock stands in the graph."""
    return run_iri(*(document.sha256 for document in resolved.documents))


def _check(graph: GraphStore, registered: Collection[Iri]) -> Validation:
    """Refuse a graph in which a triple is repeated; return what the shapes say of it."""
    repeated = list(islice(repeated_triples(graph), 3))
    if repeated:
        message = f"Triples stand in more than one graph, first {repeated[0]}."
        raise InconsistentGraph(message)
    return validate(graph, registered)
