"""The whole way in one place: file → Document → DocumentGraph → one graph → quads → version.

What each step does lives in its workshop, or in ``building``.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

from clustergraph.decisions import read_curation
from clustergraph.errors import BadCuration, BadDocuments, CurationError, DocumentError
from clustergraph.operations.building.build_report import build_report
from clustergraph.operations.building.filling import fill
from clustergraph.operations.building.inputs import Inputs, last_built, note_inputs
from clustergraph.operations.building.link import read_decided, stale_links
from clustergraph.operations.building.misread import Misreading
from clustergraph.operations.building.publishing import publish
from clustergraph.operations.building.storing import store, with_written
from clustergraph.operations.building.withhold import told_links
from clustergraph.operations.extract import extract_all
from clustergraph.operations.writing.keeping import Keeping
from clustergraph.operations.writing.veiling import Veiling
from clustergraph.reading import document_paths
from clustergraph.resolving import Registry, Resolved, resolve_and_forget
from clustergraph.store.versions import Home, Version, drafting
from clustergraph.store.versions.disk import writing

__all__ = ["Built", "build"]

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
    What was written to the graph stays, also what is written meanwhile; what is forgotten is kept
    out of it. ``today`` is only written beside the registry's new rows.

    Raises:
        BadDocuments: with all documents that could not be read.
        BadCuration: with all decisions that can't be carried out.
        RegistryError, LinksError: when the registry or a table of links can't be read.
        RuleError: when a rule of inference can't be run, or comes to no end.
        InconsistentGraph: when a triple stands in two graphs.
        GraphNotValid: with all that the graph's shapes forbid.
        StoreError, HomeNotWritable: when what was written can't be kept, or nothing be written.
    """
    inputs = Inputs.at(documents, registry_path, curation_path)
    current = last_built(home, inputs)
    if current is not None:
        return Built(version=current, is_new=False, report=current.report)
    graphs, unread = extract_all(document_paths(documents), workers=workers, advance=advance)
    if unread and not (skip_bad and graphs):
        raise BadDocuments(unread)
    registry, curation = Registry.read(inputs.registry), read_curation(inputs.curation)
    resolved = resolve_and_forget(graphs, registry, today=today, curation=curation)
    if resolved.bad and not skip_bad:
        raise BadCuration(resolved.bad)
    return _make_version(resolved, inputs, home, unread=unread, skip_bad=skip_bad)


def _make_version(
    resolved: Resolved,
    inputs: Inputs,
    home: Home,
    *,
    unread: Iterable[DocumentError],
    skip_bad: bool,
) -> Built:
    """Go the second half of the way: one graph → quads → version."""
    links = told_links(resolved, read_decided(inputs.curation))
    with writing(home.path), drafting(home) as draft:
        kept = Keeping.of(home, Veiling(resolved))
        stored = store(draft.store_path, resolved, links, leave_out=skip_bad)
        stored = with_written(stored, kept, draft.store_path)
        filled = fill(draft, stored)
        stored.resolved.registry.write(inputs.registry)
        skipped: tuple[Skipped, ...] = (*unread, *resolved.bad, *stored.misread)
        report = build_report(stored, stale_links(stored.graph, links), skipped)
        draft.keep_report(report)
        version, is_new = publish(draft, filled, kept, home)
    if not skipped:
        note_inputs(home, version, inputs)
    return Built(version=version, is_new=is_new, report=report, skipped=skipped)
