"""The quads in which two versions differ, of what documents say and people decided.

What follows by the rules, the ontology and what is said of the run and the dataset is passed over.
"""

import gzip
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pyoxigraph import Quad

from clustergraph.errors import StoreError
from clustergraph.iris import graph_iri
from clustergraph.operations.dumping.dump import QUADS_FILE
from clustergraph.rdf.prefixes import PREFIXES
from clustergraph.rdf.sorting import quads_of_lines, sorted_lines
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Version

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
    """Compare two versions line by line; what they share is never held in memory."""
    gone: list[bytes] = []
    added: list[bytes] = []
    for line, is_new in _differing(_lines(old), _lines(new)):
        (added if is_new else gone).append(line)
    return Differing(gone=tuple(quads_of_lines(gone)), new=tuple(quads_of_lines(added)))


def _lines(version: Version) -> Iterator[bytes]:
    """Read the sorted lines of a version from its dump, or sort them where it has none."""
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


def _differing(old: Iterable[bytes], new: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Walk along two sorted streams; yields what only one has, and whether that is the second."""
    before, after = iter(old), iter(new)
    one, other = next(before, None), next(after, None)
    while one is not None or other is not None:
        if one == other:
            one, other = next(before, None), next(after, None)
        elif other is None or (one is not None and one < other):
            yield one or b"", False
            one = next(before, None)
        else:
            yield other, True
            other = next(after, None)
