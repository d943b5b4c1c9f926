"""Find where something that was forgotten is still named: in older versions, in files, by others.

Nothing is changed here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from pyoxigraph import NamedNode

from clustergraph.errors import StoreError
from clustergraph.model import Iri, document_id
from clustergraph.names import NameIndex
from clustergraph.operations.forgetting.wanted import Wanted
from clustergraph.operations.labels import Labels, Thing
from clustergraph.operations.writing.log import LOG
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Home, Version
from clustergraph.store.written import terms_in, written_quads

__all__ = ["HoldingFile", "alike", "holding_files", "holding_versions"]

_MOST_ALIKE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldingFile:
    """A file that names it, and in which lines; none where it is not plain text."""

    path: Path
    lines: tuple[int, ...]

    def __str__(self) -> str:
        lines = f" (line {', '.join(map(str, self.lines))})" if self.lines else ""
        return f"{self.path}{lines}"


def holding_versions(home: Home, wanted: Wanted) -> list[Version]:
    """Return the kept versions but the current one that may tell of it, the oldest first.

    One that this software can't read is among them: what it tells is not known. Reads the texts of
    all versions.
    """
    older = (version for version in home.kept() if version.id != home.current_id)
    return [version for version in older if _holds(version, wanted)]


def holding_files(documents: Path, others: Iterable[Path], wanted: Wanted) -> Iterator[HoldingFile]:
    """Yield the files of its owner that name it: documents with their sidecars, then others.

    Of what is no plain text only the documents are told in which it was found.
    """
    for path in sorted(path for path in documents.iterdir() if path.is_file()):
        content = path.read_bytes()
        is_about = document_id(content) in wanted.documents
        lines = _lines(content, wanted, with_surname=is_about)
        if lines or is_about:
            yield HoldingFile(path=path, lines=lines)
    for path in others:
        if path.is_file() and (lines := _lines(path.read_bytes(), wanted)):
            yield HoldingFile(path=path, lines=lines)


def alike(version: Version, wanted: Wanted) -> tuple[Thing, ...]:
    """Return what else bears such a name in a version: it may be the same, or called after it."""
    names, graph = NameIndex.open(version.names_path), GraphStore.open(version.store_path)
    labels = Labels(graph)
    hits = (
        hit
        for name in wanted.naming.spellings
        for hit in names.search(name, limit=_MOST_ALIKE).hits
    )
    found = {
        hit.card.iri
        for hit in hits
        if wanted.naming.whole(hit.name) or wanted.naming.shared_with(hit.name)
    }
    return tuple(labels.thing(iri) for iri in sorted(found))


def _holds(version: Version, wanted: Wanted) -> bool:
    try:
        version.check()
        graph = GraphStore.open(version.store_path)
        if _is_written_of(graph, wanted):
            return True
        if version.withheld(wanted.iri):
            return False
        return any(_is_told(graph, iri) for iri in wanted.addresses) or any(
            wanted.naming.whole(path.read_bytes().decode())
            for path in version.texts_path.glob("*.txt")
        )
    except StoreError:
        return True


def _is_written_of(graph: GraphStore, wanted: Wanted) -> bool:
    """Tell whether somebody wrote of it, or is it."""
    statements = chain(written_quads(graph), graph.quads(graph=LOG))
    return any(
        term.value in wanted.addresses or wanted.naming.whole(term.value)
        for term in chain.from_iterable(map(terms_in, statements))
    )


def _is_told(graph: GraphStore, iri: Iri) -> bool:
    node = NamedNode(iri)
    told = (graph.quads(node), graph.quads(object_=node))
    return any(next(quads, None) is not None for quads in told)


def _lines(content: bytes, wanted: Wanted, *, with_surname: bool = False) -> tuple[int, ...]:
    """Return the lines of a text that name it, or hold its address."""
    text = content.decode(errors="replace")
    spans = wanted.naming.whole(text)
    spans += wanted.naming.by_surname(text) if with_surname else []
    starts = {span.start for span in spans}
    starts |= {at for iri in wanted.addresses if (at := text.find(iri)) >= 0}
    return tuple(sorted({text.count("\n", 0, start) + 1 for start in starts}))
