"""The quads in which two versions differ, of what documents say, people decided, and others wrote.

What follows by the rules, the ontology and what is said of the run, the dataset and the writes is
passed over.
"""

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final

from pyoxigraph import Quad

from clustergraph.errors import StoreError
from clustergraph.iris import graph_iri
from clustergraph.operations.dumping.dump import QUADS_FILE
from clustergraph.rdf.prefixes import PREFIXES
from clustergraph.rdf.sorting import differing_lines, quads_of_lines, sorted_lines
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Version
from clustergraph.store.written import written_quads

__all__ = ["Differing", "differing_quads"]

_GRAPHS: Final = tuple(f"<{graph_iri(name)}> .\n".encode() for name in ("asserted", "redirects"))
_DOCUMENTS: Final = f" <{graph_iri('doc')}/".encode()
_OF_THE_RUN: Final = f" <{PREFIXES['prov']}wasGeneratedBy> ".encode()
"""Differs in every passage as soon as one document does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Differing:
    """The quads that only the older, and only the newer of two versions holds."""

    gone: tuple[Quad, ...]
    new: tuple[Quad, ...]


def differing_quads(old: Version, new: Version) -> Differing:
    """Compare two versions line by line; what they share is never held in memory.

    Takes as long as to read what was written, where both are writes onto the same build.
    """
    gone: list[bytes] = []
    added: list[bytes] = []
    for line, is_new in chain(_built(old, new), differing_lines(_written(old), _written(new))):
        (added if is_new else gone).append(line)
    return Differing(gone=tuple(quads_of_lines(gone)), new=tuple(quads_of_lines(added)))


def _built(old: Version, new: Version) -> Iterator[tuple[bytes, bool]]:
    """Compare what builds made: nobody else writes there."""
    if old.built_id == new.built_id:
        return iter(())
    return differing_lines(_lines(old), _lines(new))


def _written(version: Version) -> Iterator[bytes]:
    return sorted_lines(written_quads(GraphStore.open(version.store_path)))


def _lines(version: Version) -> Iterator[bytes]:
    """Read the sorted lines of a version from its dump, or sort them where it has none.

    A version that was written has the dump of its build, and what builds made is all there.
    """
    path = version.dumps_path / QUADS_FILE
    lines = _unpacked(path) if path.exists() else _sorted(version)
    return (line for line in lines if _tells(line))


def _unpacked(path: Path) -> Iterator[bytes]:
    try:
        with gzip.open(path) as lines:
            yield from lines
    except (OSError, EOFError, zlib.error) as error:
        message = f"The file {path} is damaged ({error}); build the version again, or remove it."
        raise StoreError(message) from error


def _sorted(version: Version) -> Iterator[bytes]:
    return sorted_lines(GraphStore.open(version.store_path).quads())


def _tells(line: bytes) -> bool:
    return (line.endswith(_GRAPHS) or _DOCUMENTS in line) and _OF_THE_RUN not in line
