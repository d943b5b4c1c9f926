"""What was written stays when the graph is built again, but for what is forgotten (``veiling``).

It is taken from the version that is current when the build begins; what is written while it runs
is ``catching_up``'s.
"""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Final, Self

from pyoxigraph import NamedNode, Quad

from clustergraph.errors import StoreError, VersionMissing
from clustergraph.iris import is_of_build
from clustergraph.operations.writing.log import LOG, entries
from clustergraph.operations.writing.veiling import Veiling
from clustergraph.rdf.sorting import differing_lines, quads_of_lines, sorted_lines
from clustergraph.store.changing import Change
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Home, Version
from clustergraph.store.writing import add_written
from clustergraph.store.written import written_graphs, written_quads

__all__ = ["Keeping"]

_WOULD_BE_LOST: Final = (
    "{} What was written to it would be lost; go back to another version first, with "
    "`clustergraph versions rollback`."
)


class Keeping:
    """What was written up to a version, as the next build may tell it.

    Args:
        version: where it stands; None where nothing was published yet.
        veiling: keeps out what is forgotten.

    Raises:
        StoreError: when the store of the version can't be read, or it has graphs of its own with
            the names of those that builds make, as a plain dataset may.
    """

    def __init__(self, version: Version | None, veiling: Veiling) -> None:
        self.version = version
        self._veiling = veiling
        self._graph = GraphStore.open(version.store_path) if version else None
        if version and version.is_plain:
            _check_no_graph_of_builds(version, self._graph)

    @classmethod
    def of(cls, home: Home, veiling: Veiling) -> Self:
        """Take what was written up to the current version of a home.

        Raises:
            StoreError: when that can't be done.
        """
        return cls(_current_in(home), veiling)

    def now(self, home: Home) -> Self:
        """Take it once more, as it is by now.

        Raises:
            StoreError: when that can't be done.
        """
        return self.of(home, self._veiling)

    def quads(self) -> Iterator[Quad]:
        """Yield what was written, and who wrote it."""
        if self._graph is None or self.version is None:
            return
        torn = self._veiling.torn(self._graph)
        if self.version.is_plain:  # a graph may be a blank node there
            yield from self._veiling.quads(_without(torn, self._graph.quads()))
            return
        yield from self._veiling.quads(_without(torn, written_quads(self._graph)))
        yield from self._veiling.quads(self._graph.quads(graph=LOG))

    def graphs(self) -> frozenset[NamedNode]:
        """Return the named graphs that were written to, also those that are empty now."""
        if self._graph is None:
            return frozenset()
        return frozenset(self._veiling.graphs(written_graphs(self._graph)))

    def add_to(self, store_path: Path) -> bool:
        """Add it all to the store in a folder; returns whether there was anything."""
        graphs = self.graphs()
        if not graphs and next(self.quads(), None) is None:
            return False
        add_written(store_path, self.quads(), graphs)
        return True

    def write_log(self, path: Path) -> None:
        """Put the list of the writes in a place, where others may have another one."""
        found = entries(self.version.writes_path) if self.version else []
        lines = [f"{self._veiling.entry(each).line}\n" for each in found]
        path.unlink(missing_ok=True)
        if lines:
            path.write_text("".join(lines), encoding="utf-8")

    def change_to(self, later: "Keeping") -> Change:
        """Tell in what another version differs; both must have been veiled alike."""
        if self.version == later.version:
            return Change()
        lines = list(differing_lines(sorted_lines(self.quads()), sorted_lines(later.quads())))
        before, after = self.graphs(), later.graphs()
        return Change(
            added=tuple(quads_of_lines(line for line, is_new in lines if is_new)),
            removed=tuple(quads_of_lines(line for line, is_new in lines if not is_new)),
            made=tuple(sorted(name.value for name in after - before)),
            dropped=tuple(sorted(name.value for name in before - after)),
        )


def _without(nodes: Collection[object], quads: Iterable[Quad]) -> Iterator[Quad]:
    return (quad for quad in quads if quad.subject not in nodes)


def _current_in(home: Home) -> Version | None:
    """Return the current version of a home; None where there is none, or none that can be read.

    Raises:
        StoreError: when one can't be read to which something was written, which would be lost.
    """
    try:
        return home.current()
    except VersionMissing:
        return None
    except StoreError as error:
        if any(each.id == home.current_id and each.writes_path.exists() for each in home.kept()):
            raise StoreError(_WOULD_BE_LOST.format(error)) from error
        return None


def _check_no_graph_of_builds(version: Version, graph: GraphStore | None) -> None:
    names = graph.graph_names() if graph else []
    for name in filter(is_of_build, names):
        message = (
            f"{version.id} is a plain dataset that has a graph {name}, as builds make it; give it "
            "another name, or build with another --home."
        )
        raise StoreError(message)
