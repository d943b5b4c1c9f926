"""Begin a plain home: an empty dataset with none of the build's graphs, all of it to be written."""

from typing import Final

from clustergraph.errors import HomeInUse
from clustergraph.names.writing.storing import build_names
from clustergraph.store.adjacency import Adjacency
from clustergraph.store.graph import GraphStore
from clustergraph.store.integrity import content_hash
from clustergraph.store.versions import Home, Version, drafting
from clustergraph.store.writing import write_store

__all__ = ["begin"]

_WAIT_SECONDS: Final = 10.0


def begin(home: Home) -> Version:
    """Publish an empty version in a home that has none.

    Raises:
        HomeInUse: when it has one.
        OthersWrite: when somebody else makes one for a long time.
        HomeNotWritable: when the home can't be written.
    """
    with home.alone(_WAIT_SECONDS), drafting(home) as draft:
        if home.current_id is not None:
            raise HomeInUse(str(home.path))
        write_store(draft.store_path, ())
        names = build_names(draft.names_path, ())
        adjacency = Adjacency.made_of(()).write(draft.adjacency_path)
        content = content_hash(GraphStore.open(draft.store_path))
        return draft.publish(content, names=names, adjacency=adjacency, is_plain=True)
