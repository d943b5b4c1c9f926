"""Change a draft's store, and say exactly what has changed.

What fails leaves the store half changed. Where it comes from, and what becomes of it, is for others
(``operations.writing``).
"""

from collections.abc import Iterable

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from clustergraph.rdf.skolems import skolemised_quad
from clustergraph.sparql.update_operations import Operation
from clustergraph.store.changing.ledger import Change, Ledger
from clustergraph.store.changing.steps import MayWrite, take_step

__all__ = ["Change", "add_to_graphs", "apply_update", "drop_graph", "replace_graph"]


def apply_update(
    store: Store,
    operations: Iterable[Operation],
    *,
    may_write: MayWrite,
    keep_blank_nodes: bool,
) -> Change:
    """Carry out the operations, each on what the one before it left.

    What fails leaves the store half changed: it is a draft's.

    Args:
        store: the store, open for writing.
        operations: what is to be done (see ``sparql.updates``).
        may_write: asked for each graph before it is written to, also where nothing will change; the
            default graph is None. It raises what is to be told.
        keep_blank_nodes: whether what is added may hold blank nodes; else names are put for them.

    Raises:
        BadUpdate: when a part of it is no SPARQL, can't be run, or misses a graph.
        StoreError: when the store can't be written.
    """
    ledger = Ledger(store, keep_blank_nodes=keep_blank_nodes)
    for operation in operations:
        take_step(operation, ledger, may_write)
    return ledger.change()


def replace_graph(
    store: Store, graph: str | None, quads: Iterable[Quad], *, keep_blank_nodes: bool
) -> Change:
    """Let a graph hold the quads, which name it, and nothing else; it is made where it is missing.

    Raises:
        StoreError: when the store can't be written.
        BadContent: when the quads can't be read (see ``rdf.contents``).
    """
    ledger = Ledger(store, keep_blank_nodes=keep_blank_nodes)
    name = _name(graph)
    ledger.make(name)
    ledger.replace(ledger.quads_of(name), quads)
    return ledger.change()


def add_to_graphs(
    store: Store,
    quads: Iterable[Quad],
    *,
    may_write: MayWrite,
    keep_blank_nodes: bool,
    graph: str | None = None,
) -> Change:
    """Add the quads to the graphs that they name, which are made where they are missing.

    Args:
        store: the store, open for writing.
        quads: what is added.
        may_write: asked once for each graph before anything is written; it raises what is to be
            told.
        keep_blank_nodes: whether blank nodes stay; else names are put for them.
        graph: one that is made even where no quad names it.

    Raises:
        StoreError: when the store can't be written.
        BadContent: when the quads can't be read (see ``rdf.contents``).
    """
    found = dict.fromkeys(quads if keep_blank_nodes else map(skolemised_quad, quads))
    ledger = Ledger(store, keep_blank_nodes=True)  # what should have a name has it by now
    for name in dict.fromkeys(quad.graph_name for quad in found):
        may_write(None if isinstance(name, DefaultGraph) else name.value)
    if graph is not None:
        may_write(graph)
        ledger.make(NamedNode(graph))
    ledger.replace((), found)
    return ledger.change()


def drop_graph(store: Store, graph: str | None) -> Change:
    """Remove a graph with all that it holds; the default graph is only emptied.

    Raises:
        StoreError: when the store can't be written.
    """
    ledger = Ledger(store, keep_blank_nodes=True)
    ledger.drop(_name(graph))
    return ledger.change()


def _name(graph: str | None) -> NamedNode | DefaultGraph:
    return DefaultGraph() if graph is None else NamedNode(graph)
