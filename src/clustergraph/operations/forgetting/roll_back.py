"""Make another version the current one, unless that would bring back what was forgotten."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from pyoxigraph import NamedNode

from clustergraph.errors import TellsForgotten
from clustergraph.iris import graph_iri
from clustergraph.model import HIDDEN, Iri
from clustergraph.rdf.prefixes import PREFIXES
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Home, Version

__all__ = ["roll_back", "tells_withheld"]

_TYPE: Final = NamedNode(f"{PREFIXES['rdf']}type")
_REDIRECTS: Final = NamedNode(graph_iri("redirects"))


def roll_back(home: Home, version: Version) -> None:
    """Make a version the current one; linear in what it tells, where anything was forgotten.

    Raises:
        TellsForgotten: when it tells of what the current version withholds.
        VersionMissing: when it was removed meanwhile.
        HomeNotWritable: when the home can't be written.
    """
    for current in home.kept():  # also one that can't be read, which is why one goes back
        if current.id == home.current_id and tells_withheld(version, current):
            raise TellsForgotten(version.id)
    home.switch(version)


def tells_withheld(version: Version, current: Version) -> bool:
    """Tell whether a version tells of what the current one withholds; linear where it does so."""
    if not current.withholds:
        return False
    return _is_told(version, current) or _is_readable(version, current)


def _is_told(version: Version, current: Version) -> bool:
    """Tell whether the version says something at an address that the current one withholds."""
    return any(current.withheld(iri) and not version.withheld(iri) for iri in _told_at(version))


def _told_at(version: Version) -> Iterator[Iri]:
    graph = GraphStore.open(version.store_path)
    for quad in chain(graph.quads(predicate=_TYPE), graph.quads(graph=_REDIRECTS)):
        if isinstance(quad.subject, NamedNode):
            yield Iri(quad.subject.value)


def _is_readable(version: Version, current: Version) -> bool:
    """Tell whether one of its texts holds words that the current version hides."""
    documents = (path.stem for path in sorted(version.texts_path.glob("*.txt")))
    return any(
        now == HIDDEN != before
        for document in documents
        for before, now in zip(version.text(document), current.text(document), strict=False)
    )
