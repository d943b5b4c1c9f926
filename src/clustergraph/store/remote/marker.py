"""What an engine is told about the version that it holds; it stands in a graph of its own there.

::

    GRAPH <…/graph/engine> {
      <…/graph/engine> owl:versionInfo "the hash of the version's content" .
      <each graph>     owl:versionInfo "the digest of what was sent" .
    }

While a version is being sent there is no hash. A graph whose digest is not known, since it was
written to or is being sent, has another value, or several.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from clustergraph.iris import graph_iri
from clustergraph.rdf.prefixes import expand

__all__ = ["MARKER", "UNKNOWN", "Held", "digest_of", "graph_mark", "version_mark"]

MARKER: Final = NamedNode(graph_iri("engine"))
UNKNOWN: Final = "unknown"
"""What stands in a digest's place where there is none."""
_TOLD: Final = NamedNode(expand("owl:versionInfo"))
_MODULUS: Final = 1 << 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What an engine says that it holds: for each IRI what it is marked with.

    Attributes:
        marks: what the marker's graph says of each graph, and of itself.
    """

    marks: Mapping[str, frozenset[str]]

    @property
    def version(self) -> str:
        """The hash of the version's content; empty where it is in between, or holds none."""
        found = self.marks.get(MARKER.value, frozenset())
        return next(iter(found)) if len(found) == 1 else ""

    @property
    def graphs(self) -> Mapping[str, frozenset[str]]:
        """The graphs that were sent there at any time, and their digests."""
        return {name: marks for name, marks in self.marks.items() if name != MARKER.value}

    def has(self, graph: str, digest: str) -> bool:
        """Tell whether a graph stands there as that digest says."""
        return self.marks.get(graph) == frozenset((digest,))

    def marks_of(self, graph: str) -> list[Quad]:
        """Return all marks of a graph."""
        return [graph_mark(graph, mark) for mark in self.marks.get(graph, ())]


def version_mark(content_hash: str) -> Quad:
    """Return the statement that the engine holds that version."""
    return graph_mark(MARKER.value, content_hash)


def graph_mark(graph: str, digest: str) -> Quad:
    """Return the statement that a graph there is as that digest says."""
    return Quad(NamedNode(graph), _TOLD, Literal(digest), MARKER)


def digest_of(lines: Iterable[bytes]) -> str:
    """Hash statements, whatever their order is, and however many: the sum of their SHA-256.

    >>> digest_of([b"a", b"b"]) == digest_of([b"b", b"a"]) != digest_of([b"a"])
    True
    """
    total = 0
    for line in lines:
        total += int.from_bytes(hashlib.sha256(line).digest(), "big")
    return f"{total % _MODULUS:064x}"
