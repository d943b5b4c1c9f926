"""What somebody wants written, and what became of it."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from clustergraph.model import Iri

__all__ = ["OPERATOR", "Content", "Kind", "Order", "Written"]

OPERATOR: Final = "operator"
"""What the log calls whoever writes by the one token that has no name."""


class Kind(StrEnum):
    """The kinds of write, as the log calls them."""

    UPDATE = "update"
    """SPARQL Update."""
    REPLACE = "replace"
    """A graph becomes what was sent, and is made where it is missing."""
    ADD = "add"
    """What was sent is added to a graph, which is made where it is missing."""
    DROP = "drop"
    """A graph goes."""
    IMPORT = "import"
    """Files are added, each to the graph that is named, or to those that it names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """RDF, or an update, that somebody sent.

    ``name`` is what errors call it ("The body of the request", "Part 2, data.ttl", a file's name),
    ``format`` the key of one of ``rdf.formats.RDF_FORMATS``; empty for an update. ``base`` is what
    its relative IRIs stand below. ``path`` may end in ``.gz`` where ``is_packed`` is true.
    """

    name: str
    path: Path
    format: str = ""
    base: str = ""
    is_packed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One write.

    Attributes:
        kind: what is to be done.
        by: the name of the token, or of whoever runs a command.
        contents: what was sent; one update, or RDF in one or several parts.
        graph: the graph that is replaced, added to or dropped; None for the default graph, or for
            what the contents name themselves (``ADD`` and ``IMPORT`` of quads).
        using: the graphs that an update's patterns see as their default graph (SPARQL 1.1 Protocol,
            section 2.2.3, ``using-graph-uri``).
        using_named: those that they see by name (``using-named-graph-uri``).
        graphs: what the IRIs of the graphs begin with that may be written to; all where empty. The
            default graph is among them only where this is empty. A beginning that ends in a letter
            or digit stands for whole names: it is followed by nothing, or by a slash, "?" or "#".
        is_checked: whether what was touched must keep the rules.
        only_after: the ids of the versions of which one must be the current one; None for any.
        key: the Idempotency-Key; None where none came.
    """

    kind: Kind
    by: str
    contents: tuple[Content, ...] = ()
    graph: Iri | None = None
    using: tuple[str, ...] = ()
    using_named: tuple[str, ...] = ()
    graphs: tuple[str, ...] = ()
    is_checked: bool = True
    only_after: tuple[str, ...] | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What became of an order.

    Attributes:
        version: the id of the version that holds it; the current one where nothing changed.
        previous: the id of the version before; None where nothing changed.
        added: how many statements were added.
        removed: how many were removed.
        is_new_graph: whether the graph of the order was not there before.
        warnings: what a curator should look at, as plain values (see ``Validation.as_rows``).
    """

    version: str
    previous: str | None = None
    added: int = 0
    removed: int = 0
    is_new_graph: bool = False
    warnings: tuple[dict[str, str], ...] = ()
