"""The whole way in one place: file → Document → DocumentGraph → one graph → quads → version.

What lies beside a folder of documents, and what a report says, is decided here too.
"""

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from pyoxigraph import Quad

from clustergraph.errors import (
    BadCuration,
    BadDocuments,
    CurationError,
    DocumentError,
    GraphNotValid,
    InconsistentGraph,
)
from clustergraph.iris import run_iri
from clustergraph.languages import pack_languages
from clustergraph.locations import CURATION, DOCUMENTS
from clustergraph.model import Document, Iri, ResolvedGraph, ReviewStatus
from clustergraph.names import build_names
from clustergraph.operations.dataset_description.describe_dataset import dataset_quads
from clustergraph.operations.dumping.dump import write_dumps
from clustergraph.operations.extract import extract_all
from clustergraph.operations.inputs import last_built, note_inputs
from clustergraph.operations.link import link_quads, read_decided, stale_links
from clustergraph.operations.look_up import name_rows
from clustergraph.operations.validate import validate
from clustergraph.operations.validation import Validation
from clustergraph.operations.withhold import told_links
from clustergraph.rdf.encode import encode
from clustergraph.rdf.ontology import ontology_quads
from clustergraph.rdf.sssom import Match
from clustergraph.reading import document_paths
from clustergraph.resolving import Registry, Resolved, read_curation, resolve_and_forget
from clustergraph.store.graph import GraphStore
from clustergraph.store.integrity import content_hash, repeated_triples
from clustergraph.store.versions import Home, Version, drafting
from clustergraph.store.writing import add_quads, write_store

__all__ = ["Built", "build", "default_curation", "default_registry", "graph_quads"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build did: the version that is current now.

    ``is_new`` is false when the same had been built before.
    ``skipped`` are the documents that could not be read and the decisions that can't be carried
    out.
    """

    version: Version
    is_new: bool
    skipped: tuple[DocumentError | CurationError, ...] = ()


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
    is false, or when the graph breaks its own rules. When nothing has changed since the current
    version, that one is returned. ``today`` is only written beside the registry's new rows.

    Raises:
        BadDocuments: with all documents that could not be read.
        BadCuration: with all decisions that can't be carried out.
        RegistryError: when the registry can't be read.
        LinksError: when a table of links can't be read.
        RuleError: when a rule of inference can't be run, or comes to no end.
        InconsistentGraph: when a triple stands in two graphs.
        GraphNotValid: with all that the graph's shapes forbid.
        HomeNotWritable: when the home can't be written.
    """
    paths = document_paths(documents)
    curation_path = curation_path or default_curation(documents)
    inputs = (documents, registry_path, curation_path)
    current = last_built(home, *inputs)
    if current is not None:
        return Built(version=current, is_new=False)
    graphs, bad = extract_all(paths, workers=workers, advance=advance)
    if bad and not (skip_bad and graphs):
        raise BadDocuments(bad)
    resolved = resolve_and_forget(
        graphs, Registry.read(registry_path), today=today, curation=read_curation(curation_path)
    )
    if resolved.bad and not skip_bad:
        raise BadCuration(resolved.bad)
    decided = told_links(resolved, read_decided(curation_path))
    with drafting(home) as draft:
        inferred = write_store(draft.store_path, graph_quads(resolved.graph, decided))
        draft.keep_texts((document.id, document.text) for document in resolved.graph.documents)
        draft.withhold(resolved.graph.withheld)
        graph = GraphStore.open(draft.store_path)
        validation = _check(graph, resolved.iris)
        build_names(draft.names_path, name_rows(graph))
        content = content_hash(graph)
        add_quads(draft.store_path, [*validation.as_quads(), *dataset_quads(graph)])
        write_dumps(GraphStore.open(draft.store_path), draft.dumps_path)
        resolved.registry.write(registry_path)
        stale = stale_links(resolved.graph, decided)
        report = json.dumps(
            _report(resolved, inferred, validation, bad, stale), ensure_ascii=False, indent=1
        )
        draft.report_path.write_text(f"{report}\n", "utf-8")
        before = home.current_id
        version = draft.publish(content)
    skipped: tuple[DocumentError | CurationError, ...] = (*bad, *resolved.bad)
    if not skipped:
        note_inputs(home, version, *inputs)
    return Built(version=version, is_new=version.id != before, skipped=skipped)


def graph_quads(resolved: ResolvedGraph, decided: Iterable[Match] = ()) -> Iterator[Quad]:
    """Yield all quads of a version but the inferred ones; ``decided`` are people's links."""
    yield from ontology_quads()
    yield from encode(resolved, run=_run(resolved))
    yield from link_quads(resolved, decided)


def _run(resolved: ResolvedGraph) -> Iri:
    """Name the run by what went into it: no clock stands in the graph."""
    return run_iri(*(document.sha256 for document in resolved.documents))


def _check(graph: GraphStore, registered: Collection[Iri]) -> Validation:
    """Refuse a graph that breaks a rule; return what else is worth a look."""
    repeated = list(islice(repeated_triples(graph), 3))
    if repeated:
        message = f"Triples stand in more than one graph, first {repeated[0]}."
        raise InconsistentGraph(message)
    validation = validate(graph, registered)
    if validation.violations:
        raise GraphNotValid(validation.violations)
    return validation


def _report(
    resolved: Resolved,
    inferred: int,
    validation: Validation,
    bad: tuple[DocumentError, ...],
    stale: Iterable[str],
) -> dict[str, object]:
    """Say what the version holds; what a build prints and an operator reads.

    ``stale`` are the rows of people's links that link nothing any more.
    """
    graph = resolved.graph
    asserted = [statement for statement in graph.statements if statement.is_asserted]
    passages = [each.evidence for statement in graph.statements for each in statement.evidence]
    return {
        "documents": len(graph.documents),
        "entities": len(graph.entities),
        "statements": len(asserted),
        "passages": len(passages),
        "inferred": inferred,
        "reviews": {status: sum(p.status is status for p in passages) for status in ReviewStatus},
        "classes": _counted(entity.kind for entity in graph.entities),
        "relations": _counted(statement.predicate for statement in asserted),
        "languages": dict(sorted(Counter(d.language for d in graph.documents).items())),
        "by_name_only": [d.name for d in graph.documents if _lacks_a_pack(d)],
        "gone": sorted(graph.gone),
        "validation": validation.as_rows(),
        "stale": [resolved.cover(each) for each in (*map(str, resolved.stale), *stale)],
        "unsure": [[pair.one, pair.other, pair.reason] for pair in graph.unsure],
        "skipped": [resolved.cover(str(error)) for error in (*bad, *resolved.bad)],
    }


def _lacks_a_pack(document: Document) -> bool:
    """Tell whether some of the document is in a language of which only names are known."""
    return not set(document.languages) <= set(pack_languages())


def _counted(terms: Iterator[Iri]) -> dict[str, int]:
    return dict(sorted(Counter(term.local for term in terms).items()))
