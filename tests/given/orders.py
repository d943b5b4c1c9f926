"""Orders as somebody sends them, and what comes of them.

The text of an order lies in a file, as it would after it was received.
"""

from itertools import count
from pathlib import Path
from typing import Any

from pyoxigraph import DefaultGraph, NamedNode

from clustergraph.operations.writing.order import Content, Kind, Order
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Home

__all__ = ["BASE", "content_of", "data_order", "told", "update_order"]

BASE = "https://example.org/service/"
"""The address of the request, below which relative IRIs stand."""

_NUMBERS = count()


def content_of(folder: Path, text: str, format_: str = "", **given: Any) -> Content:
    """Lay a text into a file of its own in the folder."""
    path = folder / f"sent-{next(_NUMBERS)}"
    path.write_text(text, encoding="utf-8")
    return Content(
        name="The body of the request", path=path, format=format_, **{"base": BASE, **given}
    )


def update_order(folder: Path, text: str, **given: Any) -> Order:
    """Make an order of a SPARQL Update."""
    contents = (content_of(folder, text),)
    return Order(**{"kind": Kind.UPDATE, "by": "alice", "contents": contents, **given})


def data_order(folder: Path, *texts: str, format_: str = "ttl", **given: Any) -> Order:
    """Make an order of RDF, in one part or several; it adds to the default graph."""
    contents = tuple(content_of(folder, text, format_) for text in texts)
    return Order(**{"kind": Kind.ADD, "by": "alice", "contents": contents, **given})


def told(home: Home, graph: str | None = None) -> set[str]:
    """Return what the current version says in a graph."""
    store = GraphStore.open(home.current().store_path)
    name = DefaultGraph() if graph is None else NamedNode(graph)
    return {str(quad.triple) for quad in store.quads(graph=name)}
