"""Fill a new store: the quads, what follows from them by the rules, and a quick layout.

The only code that opens a store for writing.
"""

from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import Quad, Store

from clustergraph.errors import StoreError
from clustergraph.locations import ONTOLOGY

__all__ = ["infer", "write_store"]

_MOST_ROUNDS = 100
"""Rules that still find something new after this many rounds feed on their own results."""


def write_store(path: Path, quads: Iterable[Quad]) -> int:
    """Make a store in a new folder, with everything that the rules infer, and close it.

    Returns:
        How many quads were inferred.

    Raises:
        StoreError: when the folder can't be written, or the rules come to no end.
    """
    try:
        store = Store(str(path))
        store.bulk_extend(quads)
        inferred = infer(store)
        store.optimize()
        store.flush()
    except OSError as error:
        message = f"The store in {path} can't be written: {error}"
        raise StoreError(message) from error
    return inferred


def infer(store: Store, rules: Path = ONTOLOGY / "rules") -> int:
    """Run the rules (``*.rq``, each an INSERT into ``graph/inferred``) until they add nothing.

    No rule adds a triple that is already there. Returns the number of quads added.

    Raises:
        StoreError: when the rules come to no end.
    """
    texts = [rule.read_text(encoding="utf-8") for rule in sorted(rules.glob("*.rq"))]
    first = before = len(store)
    for _ in range(_MOST_ROUNDS):
        for text in texts:
            store.update(text)
        after = len(store)
        if after == before:
            return after - first
        before = after
    message = f"The rules in {rules} come to no end."
    raise StoreError(message)
