"""Fill a new store: the quads, what follows by the rules, what is found out about it later.

The only code that opens a store for writing.
"""

import shutil
from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import Quad, Store

from clustergraph.errors import StoreError
from clustergraph.store.inferring import RULES, infer

__all__ = ["add_quads", "write_store"]


def write_store(path: Path, quads: Iterable[Quad], rules: Path = RULES) -> int:
    """Make a store in a folder, with everything that the rules infer, and close it.

    A store that lay there before is replaced.

    Returns:
        How many quads were inferred.

    Raises:
        StoreError: when the folder can't be written.
        RuleError: when a rule can't be run, or the rules come to no end.
    """
    try:
        shutil.rmtree(path, ignore_errors=True)
        store = Store(str(path))
        store.bulk_extend(quads)
        inferred = infer(store, rules)
        store.optimize()
        store.flush()
    except OSError as error:
        message = f"The store in {path} can't be written: {error}"
        raise StoreError(message) from error
    return inferred


def add_quads(path: Path, quads: Iterable[Quad]) -> None:
    """Add to the store in the folder what no rule needs to see, and close it.

    The quads are read to their end first, so they may come from a reader of the same store; a
    reader that was opened before does not see what is added.

    Raises:
        StoreError: when the store can't be written.
    """
    found = list(quads)
    try:
        store = Store(str(path))
        store.extend(found)
        store.flush()
    except OSError as error:
        message = f"The store in {path} can't be written: {error}"
        raise StoreError(message) from error
