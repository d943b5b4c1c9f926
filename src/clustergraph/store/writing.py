"""Fill a new store: the quads, what follows by the rules, what is found out about it later.

A store that is to be changed is a new one too, which begins as the other (see ``continued``).

The only code that opens a store for writing.
"""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pyoxigraph import NamedNode, Quad, Store

from clustergraph.errors import StoreError
from clustergraph.store.engine import open_read_only
from clustergraph.store.inferring import RULES, infer

__all__ = ["add_quads", "add_written", "continued", "write_store"]


def write_store(path: Path, quads: Iterable[Quad], rules: Path = RULES) -> int:
    """Make a store in a folder, with everything that the rules infer, and close it.

    A store that lay there before is replaced.

    Returns:
        How many quads were inferred.

    Raises:
        StoreError: when the folder can't be written.
        RuleError: when a rule can't be run, or the rules come to no end.
    """
    shutil.rmtree(path, ignore_errors=True)
    with _opened(path) as store:
        store.bulk_extend(quads)
        inferred = infer(store, rules)
        store.optimize()
    return inferred


def add_quads(path: Path, quads: Iterable[Quad]) -> None:
    """Add to the store in the folder what no rule needs to see, and close it.

    The quads are read to their end first, so they may come from a reader of the same store; a
    reader that was opened before does not see what is added.

    Raises:
        StoreError: when the store can't be written.
    """
    found = list(quads)
    with _opened(path) as store:
        store.extend(found)


def add_written(path: Path, quads: Iterable[Quad], graphs: Iterable[NamedNode]) -> None:
    """Add to the store in the folder what was written into another one, and its named graphs.

    The quads are never all in memory, so they must not come from the same store.

    Raises:
        StoreError: when the store can't be written.
    """
    with _opened(path) as store:
        store.bulk_extend(quads)
        for graph in graphs:
            store.add_graph(graph)


@contextmanager
def continued(before: Path, path: Path) -> Iterator[Store]:
    """Give a store that begins as the one before, to be changed; it is on the disk afterwards.

    It takes some 30 milliseconds and no room, whatever its size: both have their files in common,
    and none of them is ever changed. Nothing may hold the store when the context has ended, since
    it is closed only when nothing does.

    Raises:
        StoreError: when there is no store before, or a folder can't be written.
    """
    earlier = open_read_only(before)
    with _told(path):
        earlier.backup(str(path))
    with _opened(path) as store:
        yield store


@contextmanager
def _opened(path: Path) -> Iterator[Store]:
    """Open a store, which is made where it is missing; what was done to it is on the disk then."""
    with _told(path):
        store = Store(str(path))
        yield store
        store.flush()


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        message = f"The store in {path} can't be written: {error}"
        raise StoreError(message) from error
