"""Bring in what was written while a build ran, as a write onto what was built.

So a build stops nobody from writing, and nothing that was acknowledged is lost.
"""

import hashlib
from pathlib import Path

from pyoxigraph import NamedNode

from clustergraph.operations.writing.bringing_along import bring_along
from clustergraph.operations.writing.keeping import Keeping
from clustergraph.operations.writing.touched import touched_by
from clustergraph.store.changing import Change
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Home, Version, drafting
from clustergraph.store.writing import continued

__all__ = ["bring_in"]


def bring_in(change: Change, later: Keeping, built: Version, home: Home) -> Version:
    """Write a change onto what was built, and publish that in the place of the current version.

    The caller is alone in the home.

    Args:
        change: what was written since the build began.
        later: what had been written when it ended.
        built: the version that was built; nobody has seen it yet.
        home: where all of this is.

    Raises:
        StateChanged: when another version is the current one by now.
        HomeNotWritable: when the home can't be written.
    """
    before = GraphStore.open(built.store_path)
    with drafting(home) as draft:
        draft.take_over(built)
        _apply(change, built.store_path, draft.store_path)
        graph = GraphStore.open(draft.store_path)
        touched = touched_by(change, graph)
        stamps = bring_along(
            draft, change, touched, graph=graph, before=before, stamps=built.stamps
        )
        later.write_log(draft.writes_path)
        return draft.publish_after(
            built,
            _hash_of(built, later),
            names=stamps["names"],
            adjacency=stamps["adjacency"],
            instead_of=later.version,
        )


def _apply(change: Change, before: Path, after: Path) -> None:
    with continued(before, after) as store:
        for quad in change.removed:
            store.remove(quad)
        for name in change.dropped:
            store.remove_graph(NamedNode(name))
        for name in change.made:
            store.add_graph(NamedNode(name))
        store.extend(change.added)


def _hash_of(built: Version, later: Keeping) -> str:
    since = later.version.content_hash if later.version else ""
    return hashlib.sha256(f"{built.content_hash}\n{since}".encode()).hexdigest()
