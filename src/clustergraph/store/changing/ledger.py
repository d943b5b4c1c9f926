"""What was added to a store and removed from it so far, one against the other."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, Store

from clustergraph.errors import StoreError
from clustergraph.rdf.skolems import skolemised_quad

__all__ = ["Change", "GraphName", "Ledger"]

GraphName = NamedNode | BlankNode | DefaultGraph

MOST_AT_ONCE: Final = 50_000
"""More quads than that are not held in memory by the store until they are written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is in a store and was not before, and the other way round.

    ``made`` and ``dropped`` are the IRIs of the named graphs that are new or have gone, also empty
    ones.
    """

    added: tuple[Quad, ...] = ()
    removed: tuple[Quad, ...] = ()
    made: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything has changed."""
        return bool(self.added or self.removed or self.made or self.dropped)


class Ledger:
    """A store, and what was added to it and removed from it so far, one against the other."""

    def __init__(self, store: Store, *, keep_blank_nodes: bool) -> None:
        self.store = store
        self._keeps_blank_nodes = keep_blank_nodes
        self._added: dict[Quad, None] = {}
        self._removed: dict[Quad, None] = {}
        self._was_there: dict[str, bool] = {}

    def change(self) -> Change:
        """Tell what is otherwise than at the beginning."""
        is_there = {name: self.has(NamedNode(name)) for name in self._was_there}
        return Change(
            added=tuple(self._added),
            removed=tuple(self._removed),
            made=tuple(n for n, was in self._was_there.items() if is_there[n] and not was),
            dropped=tuple(n for n, was in self._was_there.items() if was and not is_there[n]),
        )

    def has(self, name: GraphName) -> bool:
        """Tell whether there is such a graph; the default graph always is."""
        return isinstance(name, DefaultGraph) or self.store.contains_named_graph(name)

    def quads_of(self, name: GraphName) -> list[Quad]:
        """List what a graph holds."""
        return list(self.store.quads_for_pattern(None, None, None, name))

    def graphs(self) -> list[NamedNode | BlankNode]:
        """List the named graphs."""
        return list(self.store.named_graphs())

    def make(self, name: GraphName) -> None:
        """Make a graph where it is missing."""
        self._note(name)
        if not isinstance(name, DefaultGraph):
            with _writing():
                self.store.add_graph(name)

    def empty(self, name: GraphName) -> None:
        """Remove all that a graph holds."""
        self._note(name)
        for quad in self.quads_of(name):
            _enter(quad, self._removed, self._added)
        with _writing():
            self.store.clear_graph(name)

    def drop(self, name: GraphName) -> None:
        """Remove a graph with all that it holds; the default graph is only emptied."""
        self.empty(name)
        with _writing():
            self.store.remove_graph(name)

    def replace(self, old: Iterable[Quad], new: Iterable[Quad]) -> None:
        """Remove quads, then add others; what is among both stays."""
        coming = dict.fromkeys(new if self._keeps_blank_nodes else map(skolemised_quad, new))
        with _writing():
            for quad in old:
                if quad not in coming and quad in self.store:
                    self.store.remove(quad)
                    _enter(quad, self._removed, self._added)
            fresh = [quad for quad in coming if quad not in self.store]
            for name in {quad.graph_name for quad in fresh}:
                self._note(name)
            self._add(fresh)
        for quad in fresh:
            _enter(quad, self._added, self._removed)

    def _add(self, quads: list[Quad]) -> None:
        if len(quads) > MOST_AT_ONCE:
            self.store.bulk_extend(quads)
        else:
            self.store.extend(quads)

    def _note(self, name: GraphName) -> None:
        """Remember whether a graph was there before it is written to for the first time."""
        if isinstance(name, NamedNode) and name.value not in self._was_there:
            self._was_there[name.value] = self.has(name)


def _enter(quad: Quad, here: dict[Quad, None], there: dict[Quad, None]) -> None:
    """Enter a quad on one side of the ledger, or strike it out on the other."""
    if quad in there:
        del there[quad]
    else:
        here[quad] = None


@contextmanager
def _writing() -> Iterator[None]:
    try:
        yield
    except (OSError, RuntimeError) as error:
        message = f"The store can't be written: {error}"
        raise StoreError(message) from error
