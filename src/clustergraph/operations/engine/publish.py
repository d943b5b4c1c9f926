"""Bring an engine to hold a version: the graphs that differ are sent, what is gone is removed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pyoxigraph import DefaultGraph, NamedNode, Quad

from clustergraph.store.graph import GraphStore
from clustergraph.store.remote.address import EngineAddress
from clustergraph.store.remote.client import EngineClient
from clustergraph.store.remote.marker import (
    MARKER,
    UNKNOWN,
    Held,
    digest_of,
    graph_mark,
    version_mark,
)
from clustergraph.store.remote.statements import documents, graph_there, is_new, portable
from clustergraph.store.versions import Version

__all__ = ["Published", "publish"]

_SECONDS: Final = 600.0
"""An engine may be silent while it takes a graph up."""
_AT_ONCE: Final = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What an engine was sent.

    Attributes:
        version: the id of the version that it holds now.
        sent: the graphs that differed, as they are called there.
        removed: the graphs that it held and that are gone.
        graphs: how many graphs the version has.
        left_out: how many statements it can't hold, since it does not know RDF 1.2.
    """

    version: str
    sent: tuple[str, ...]
    removed: tuple[str, ...]
    graphs: int
    left_out: int


def publish(
    version: Version,
    engine: EngineAddress,
    *,
    is_whole: bool = False,
    advance: Callable[[int], object] = lambda _: None,
) -> Published:
    """Have the engine hold what the version says; linear in its statements.

    Meanwhile the engine is marked as holding no version: it answers, from some graphs as they were
    and some as they will be, and no write is taken. What breaks off is gone on with by the next
    call. Graphs that nobody sent from here are left as they are.

    Args:
        version: the version.
        engine: where it is.
        is_whole: whether graphs are sent also that did not change since they were sent last.
        advance: is told, after each graph that was sent, how many statements it has.

    Raises:
        EngineRefused: when the engine does not take it, or does not answer.
        StoreError: when the version can't be read.
    """
    graph = GraphStore.open(version.store_path)
    with EngineClient(engine, seconds=_SECONDS) as client:
        knows, held = client.knows_triple_terms, client.held()
        sending = _Sending(graph, client, held, knows_triple_terms=knows)
        digests = sending.digests()
        sent = [n for n, digest in digests.items() if is_whole or not held.has(n, digest)]
        gone = sorted(set(held.graphs) - set(digests))
        if sent or gone or held.version != version.content_hash:
            sending.change({name: digests[name] for name in sent}, gone, advance)
            client.update((), [version_mark(version.content_hash)])
    return Published(
        version=version.id,
        sent=tuple(sent),
        removed=tuple(gone),
        graphs=len(digests),
        left_out=0 if knows else sum(is_new(quad.object) for quad in graph.quads()),
    )


class _Sending:
    """The graphs of a version on their way."""

    def __init__(
        self, graph: GraphStore, client: EngineClient, held: Held, *, knows_triple_terms: bool
    ) -> None:
        self._graph = graph
        own = (*graph.graphs(), DefaultGraph())
        self._own = {graph_there(one).value: one for one in sorted(own, key=str)}
        self._client = client
        self._held = held
        self._knows = knows_triple_terms

    def digests(self) -> Mapping[str, str]:
        """Hash each graph as it would stand there; what is empty there is none."""
        found = {name: self._digest(name) for name in self._own}
        return {name: digest for name, digest in found.items() if int(digest, 16)}

    def change(
        self, sent: Mapping[str, str], gone: Sequence[str], advance: Callable[[int], object]
    ) -> None:
        """Send graphs, whose digests are given, and remove others."""
        self._begin([*sent, *gone])
        for name, digest in sent.items():
            advance(self._send(name, digest))
        for name in gone:
            self._remove(name)

    def _begin(self, names: list[str]) -> None:
        """Mark the engine as holding no version, and the graphs as being changed."""
        self._client.update(self._held.marks_of(MARKER.value), ())
        for start in range(0, len(names), _AT_ONCE):
            part = names[start : start + _AT_ONCE]
            known = [mark for name in part for mark in self._held.marks_of(name)]
            self._client.update(known, [graph_mark(name, UNKNOWN) for name in part])

    def _send(self, name: str, digest: str) -> int:
        """Send a graph; returns how many statements it has."""
        count = 0

        def counted() -> Iterator[Quad]:
            nonlocal count
            for quad in self._quads(name):
                count += 1
                yield quad

        self._client.replace(NamedNode(name), counted())
        self._client.update([graph_mark(name, UNKNOWN)], [graph_mark(name, digest)])
        return count

    def _remove(self, name: str) -> None:
        """Remove a graph that the version does not have."""
        self._client.clear(NamedNode(name))
        self._client.update([graph_mark(name, UNKNOWN)], ())

    def _quads(self, name: str) -> Iterator[Quad]:
        return portable(self._graph.quads(graph=self._own[name]), knows_triple_terms=self._knows)

    def _digest(self, name: str) -> str:
        parts = documents(self._quads(name), most=_AT_ONCE)
        return digest_of(line for part in parts for line in part.splitlines())
