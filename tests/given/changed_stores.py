"""A store of some graphs, changed by updates."""

from collections.abc import Callable

from pyoxigraph import Store

from clustergraph.errors import ProtectedGraph
from clustergraph.sparql.updates import outline_update
from clustergraph.store.changing import Change, apply_update
from given.update_texts import DATASET

__all__ = ["PREFIX", "all_but", "anywhere", "changed_by", "filled_store"]

PREFIX = "PREFIX e: <urn:e:> "


def filled_store() -> Store:
    """Make a store of the dataset that updates are about."""
    store = Store()
    store.update(DATASET)
    return store


def changed_by(text: str, store: Store) -> Change:
    """Change a plain store by an update that may write anywhere."""
    operations = outline_update(text, is_plain=True)
    return apply_update(store, operations, may_write=anywhere, keep_blank_nodes=True)


def anywhere(_: str | None) -> None:
    """Allow writing to every graph."""


def all_but(closed: str) -> Callable[[str | None], None]:
    """Allow writing to every graph but one."""

    def may_write(graph: str | None) -> None:
        if graph == closed:
            raise ProtectedGraph(closed)

    return may_write
