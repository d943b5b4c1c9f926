"""Make another version the current one, unless that would bring back what was forgotten."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from clustergraph.errors import TellsForgotten
from clustergraph.iris import BASE, graph_iri
from clustergraph.model import HIDDEN, Iri
from clustergraph.operations.writing.log import LOG
from clustergraph.rdf.prefixes import PREFIXES
from clustergraph.store.graph import GraphStore, Term
from clustergraph.store.versions import Home, Version
from clustergraph.store.written import terms_in, written_quads

__all__ = ["check_tells_nothing_forgotten", "roll_back", "tells_withheld"]

_PATIENCE_SECONDS: Final = 10.0

_TYPE: Final = NamedNode(f"{PREFIXES['rdf']}type")
_REDIRECTS: Final = NamedNode(graph_iri("redirects"))


def roll_back(home: Home, version: Version, *, wait_seconds: float = _PATIENCE_SECONDS) -> None:
    """Make a version the current one; linear in what it tells, where anything was forgotten.

    Raises:
        TellsForgotten: when it tells of what the current version withholds.
        OthersWrite: when somebody writes for so long.
        VersionMissing: when it was removed meanwhile.
        HomeNotWritable: when the home can't be written.
    """
    with home.alone(wait_seconds):
        check_tells_nothing_forgotten(home, version)
        home.switch(version)


def check_tells_nothing_forgotten(home: Home, version: Version) -> None:
    """Make sure that a version may be shown where the current one is.

    Raises:
        TellsForgotten: when it tells of what the current version withholds.
    """
    for current in home.kept():  # also one that can't be read, which is why one goes back
        if current.id == home.current_id and tells_withheld(version, current):
            raise TellsForgotten(version.id)


def tells_withheld(version: Version, current: Version) -> bool:
    """Tell whether a version tells of what the current one withholds; linear where it does so."""
    if not current.withholds:
        return False
    return any(tells(version, current) for tells in (_is_told, _is_readable, _is_in_literals))


def _is_told(version: Version, current: Version) -> bool:
    """Tell whether the version says something at an address that the current one withholds."""
    return any(current.withheld(iri) and not version.withheld(iri) for iri in _told_at(version))


def _told_at(version: Version) -> Iterator[Iri]:
    graph = GraphStore.open(version.store_path)
    for quad in chain(graph.quads(predicate=_TYPE), graph.quads(graph=_REDIRECTS)):
        if isinstance(quad.subject, NamedNode):
            yield Iri(quad.subject.value)
    for term in chain.from_iterable(map(terms_in, written_quads(graph))):
        if isinstance(term, NamedNode) and term.value.startswith(BASE):
            yield Iri(term.value)


def _is_readable(version: Version, current: Version) -> bool:
    """Tell whether one of its texts holds words that the current version hides."""
    documents = (path.stem for path in sorted(version.texts_path.glob("*.txt")))
    return any(
        now == HIDDEN != before
        for document in documents
        for before, now in zip(version.text(document), current.text(document), strict=False)
    )


def _is_in_literals(version: Version, current: Version) -> bool:
    """Tell whether somebody wrote words there that the current version hides."""
    graph = GraphStore.open(version.store_path)
    return any(
        _shows(other.object, quad.object)
        for quad in _written_and_log(GraphStore.open(current.store_path))
        if isinstance(quad.object, Literal) and HIDDEN in quad.object.value
        for other in graph.quads(quad.subject, quad.predicate)
    )


def _written_and_log(graph: GraphStore) -> Iterator[Quad]:
    yield from written_quads(graph)
    yield from graph.quads(graph=LOG)


def _shows(before: Term, now: Literal) -> bool:
    """Tell whether a literal is another one with its hidden words."""
    return (
        isinstance(before, Literal)
        and len(before.value) == len(now.value)
        and before.value != now.value
        and all(new in (HIDDEN, old) for old, new in zip(before.value, now.value, strict=True))
    )
