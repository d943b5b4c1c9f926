"""Do to a store what an order says: who may do so is asked first, what it breaks is asked later."""

import gzip
import zlib
from collections.abc import Callable, Iterator
from typing import Final

from pyoxigraph import NamedNode, Quad, Store

from clustergraph.errors import (
    BadUpdate,
    ContentTooLarge,
    GraphNotYours,
    ProtectedGraph,
    UnknownGraph,
)
from clustergraph.iris import is_for_engine, is_of_build
from clustergraph.operations.writing.order import Content, Kind, Order
from clustergraph.rdf.contents import read_content
from clustergraph.sparql.updates import outline_update
from clustergraph.store.changing import (
    Change,
    add_to_graphs,
    apply_update,
    drop_graph,
    replace_graph,
)

__all__ = ["carry_out"]

_DEFAULT_GRAPH: Final = "the default graph"
_DELIMITERS: Final = "/?#"
"""What a name in an IRI ends at, also that of a host: behind a colon comes a port or a password."""
_PIECE_BYTES: Final = 1 << 20
_LONGEST_UPDATE: Final = 1 << 28
"""In bytes, unpacked: what is packed must not fill the memory."""


def carry_out(
    order: Order, store: Store, *, is_plain: bool, advance: Callable[[], object] = lambda: None
) -> Change:
    """Change an open store as an order says, and return what has changed.

    Args:
        order: what is to be done.
        store: of a draft; what is left in it by an order that fails is not to be used.
        is_plain: whether it has none of the build's graphs, and may hold blank nodes.
        advance: called for each statement that is read.

    Raises:
        WriteError: when it can't be done, or may not.
        UnknownGraph: when the graph that is to go is not there.
    """
    may_write = _permission(order, is_plain=is_plain)
    match order.kind:
        case Kind.UPDATE:
            return _update(order, store, may_write, is_plain=is_plain)
        case Kind.REPLACE:
            may_write(order.graph)
            quads = _quads(order, advance, may_name_graphs=False)
            return replace_graph(store, order.graph, quads, keep_blank_nodes=is_plain)
        case Kind.DROP:
            may_write(order.graph)
            return _drop(order, store)
        case Kind.ADD | Kind.IMPORT:
            return add_to_graphs(
                store,
                _quads(order, advance),
                may_write=may_write,
                keep_blank_nodes=is_plain,
                graph=order.graph,
            )


def _permission(order: Order, *, is_plain: bool) -> Callable[[str | None], None]:
    """Return what raises an error of a graph, None for the default one, that is not theirs."""

    def may_write(graph: str | None) -> None:
        if graph is not None and not is_plain and is_of_build(graph):
            raise ProtectedGraph(graph)
        if graph is not None and is_for_engine(graph):
            raise ProtectedGraph(graph, is_for_engine=True)
        if order.graphs and not any(_begins(graph, it) for it in order.graphs):
            raise GraphNotYours(graph or _DEFAULT_GRAPH)

    return may_write


def _begins(graph: str | None, beginning: str) -> bool:
    """Tell whether a graph's IRI begins so, and a name in it does not go on where that ends.

    Who may write below https://maria.example may not at https://maria.example.net.
    """
    if graph is None or not beginning or not graph.startswith(beginning):
        return False
    rest = graph[len(beginning) :]
    return not rest or rest[0] in _DELIMITERS or not beginning[-1].isalnum()


def _update(
    order: Order, store: Store, may_write: Callable[[str | None], None], *, is_plain: bool
) -> Change:
    (content,) = order.contents
    operations = outline_update(
        _text(content),
        base=content.base,
        using=order.using,
        using_named=order.using_named,
        is_plain=is_plain,
    )
    return apply_update(store, operations, may_write=may_write, keep_blank_nodes=is_plain)


def _text(content: Content) -> str:
    try:
        return _bytes(content).decode()
    except UnicodeDecodeError as error:
        reason = f"byte {error.start + 1} is not UTF-8."
        raise BadUpdate(reason) from error
    except (gzip.BadGzipFile, zlib.error, EOFError) as error:
        reason = f"it is not packed by gzip, or not whole ({error})."
        raise BadUpdate(reason) from error


def _bytes(content: Content) -> bytearray:
    """Read an update, piece by piece: room for the longest is not made for each."""
    held = bytearray()
    with gzip.open(content.path) if content.is_packed else content.path.open("rb") as file:
        while piece := file.read(_PIECE_BYTES):
            held += piece
            if len(held) > _LONGEST_UPDATE:
                raise ContentTooLarge(_LONGEST_UPDATE)
    return held


def _drop(order: Order, store: Store) -> Change:
    if order.graph is not None and not store.contains_named_graph(NamedNode(order.graph)):
        raise UnknownGraph(order.graph)
    return drop_graph(store, order.graph)


def _quads(
    order: Order, advance: Callable[[], object], *, may_name_graphs: bool = True
) -> Iterator[Quad]:
    for content in order.contents:
        for quad in read_content(
            content.path,
            content.format,
            name=content.name,
            base=content.base,
            is_packed=content.is_packed,
            graph=order.graph,
            may_name_graphs=may_name_graphs,
        ):
            advance()
            yield quad
