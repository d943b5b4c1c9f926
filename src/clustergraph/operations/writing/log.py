"""The list of what was written: a line of JSON for each write, and the same as data (PROV-O).

It lies in every version that came of a write and travels with it, so that who goes back to a
version has its list too. Who may write, and how, is not known here.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Self

from pyoxigraph import Literal, NamedNode, Quad

from clustergraph.errors import StoreError
from clustergraph.iris import graph_iri, node_iri, write_iri
from clustergraph.operations.writing.order import Kind, Order, Written
from clustergraph.rdf.prefixes import expand
from clustergraph.store.versions import Home
from clustergraph.store.versions.disk import sync, writing

__all__ = [
    "LOG",
    "Entry",
    "add_entry",
    "entries",
    "entry_quads",
    "find_entry",
    "find_written",
    "key_hash",
    "last_entry",
]

LOG: Final = NamedNode(graph_iri("writes"))
"""The graph that tells of the writes."""
_TYPE: Final = NamedNode(expand("rdf:type"))
_DATE_TIME: Final = NamedNode(expand("xsd:dateTime"))
_DEFAULT_GRAPH: Final = "the default graph"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One write.

    Attributes:
        id: what tells it from all others; nothing follows from it.
        version: the id of the version that it made.
        previous: the id of the version before.
        when: when that version was published.
        by: the name of the token, or of whoever ran a command.
        kind: what was done.
        graphs: in which graphs something changed, sorted; None is the default graph, and first;
            what is no IRI (``_:b``) is a blank node.
        added: how many statements were added.
        removed: how many were removed.
        is_checked: whether what was touched had to keep the rules.
        is_new_graph: whether the graph that was asked for was not there before.
        digest: the hash of what was sent.
        key: the hash of the Idempotency-Key and of who sent it; None where none came.
        warnings: what the answer told, kept for who asks again with the key.
    """

    id: str
    version: str
    previous: str
    when: datetime
    by: str
    kind: Kind
    graphs: tuple[str | None, ...] = ()
    added: int = 0
    removed: int = 0
    is_checked: bool = True
    is_new_graph: bool = False
    digest: str = ""
    key: str | None = None
    warnings: tuple[Mapping[str, str], ...] = ()

    @property
    def written(self) -> Written:
        """What the writer was told."""
        return Written(
            version=self.version,
            previous=self.previous,
            added=self.added,
            removed=self.removed,
            is_new_graph=self.is_new_graph,
            warnings=tuple(dict(warning) for warning in self.warnings),
        )

    @property
    def line(self) -> str:
        """The write as JSON, without the end of the line."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return json.dumps({**values, "when": self.when.isoformat()}, ensure_ascii=False)

    def as_values(self) -> dict[str, object]:
        """Return what people may know of it as plain values, and so no hash of what was sent.

        The default graph has an empty name.
        """
        return {
            "id": self.id,
            "version": self.version,
            "previous": self.previous,
            "when": self.when.isoformat(timespec="seconds"),
            "by": self.by,
            "kind": str(self.kind),
            "graphs": [name or "" for name in self.graphs],
            "added": self.added,
            "removed": self.removed,
            "checked": self.is_checked,
        }

    @classmethod
    def of_line(cls, line: str) -> Self:
        """Read what ``line`` wrote."""
        values: dict[str, Any] = json.loads(line)
        return cls(
            **{
                **values,
                "when": datetime.fromisoformat(values["when"]),
                "kind": Kind(values["kind"]),
                "graphs": tuple(values["graphs"]),
                "warnings": tuple(values["warnings"]),
            }
        )


def entries(path: Path) -> list[Entry]:
    """List the writes of a version, by ``Version.writes_path``, the oldest first.

    Raises:
        StoreError: when the file is damaged.
    """
    return [_entry(path, line) for line in _lines(path)]


def last_entry(path: Path) -> Entry | None:
    """Return the last write of a version; None where there is none.

    Raises:
        StoreError: when the file is damaged.
    """
    return next((_entry(path, line) for line in reversed(_lines(path))), None)


def find_entry(path: Path, name: str) -> Entry | None:
    """Return the last write with that id, or that hash of a key; None where there is none.

    Raises:
        StoreError: when the file is damaged.
    """
    likely = (_entry(path, line) for line in reversed(_lines(path)) if f'"{name}"' in line)
    return next((entry for entry in likely if name in (entry.id, entry.key)), None)


def find_written(home: Home, id_: str) -> Written | None:
    """Return what became of the write of that name; None where nothing did.

    For who does not know it because the process that wrote has died.

    Raises:
        StoreError: when the current version can't be read.
    """
    with writing(home.path):
        sync(home.path)  # it may have died after it switched the link, and before this
        entry = find_entry(home.current().writes_path, id_)
    return None if entry is None else entry.written


def add_entry(entry: Entry, path: Path) -> None:
    """Put a longer list in the place of the one at the path, which others may have too."""
    before = "".join(f"{line}\n" for line in _lines(path))
    path.unlink(missing_ok=True)
    path.write_text(f"{before}{entry.line}\n", encoding="utf-8")


def entry_quads(entry: Entry) -> Iterator[Quad]:
    """Yield what the graph of writes tells of a write."""
    activity = NamedNode(write_iri(entry.id))
    agent = NamedNode(node_iri("writer", entry.by))
    told: dict[NamedNode, NamedNode | Literal] = {
        _TYPE: NamedNode(expand("prov:Activity")),
        _node("prov:endedAtTime"): Literal(entry.when.isoformat(), datatype=_DATE_TIME),
        _node("prov:wasAssociatedWith"): agent,
        _node("rdfs:label"): Literal(_summary(entry), language="en"),
    }
    for property_, value in told.items():
        yield Quad(activity, property_, value, LOG)
    for graph in entry.graphs:
        if graph is not None:
            yield Quad(activity, _node("prov:influenced"), NamedNode(graph), LOG)
    yield Quad(agent, _TYPE, NamedNode(expand("prov:Agent")), LOG)
    yield Quad(agent, _node("rdfs:label"), Literal(entry.by), LOG)


def key_hash(order: Order) -> str | None:
    """Return what stands for an order's key in the list: who sends the same is part of it."""
    if order.key is None:
        return None
    return hashlib.sha256(f"{order.by}\0{order.key}".encode()).hexdigest()


def _summary(entry: Entry) -> str:
    places = ", ".join(graph or _DEFAULT_GRAPH for graph in entry.graphs) or "nothing"
    return f"{entry.kind} of {places}: {entry.added} added, {entry.removed} removed"


def _node(name: str) -> NamedNode:
    return NamedNode(expand(name))


def _entry(path: Path, line: str) -> Entry:
    try:
        return Entry.of_line(line)
    except (KeyError, TypeError, ValueError) as error:
        message = f"The list of writes {path} is damaged; go back to a version before it."
        raise StoreError(message) from error


def _lines(path: Path) -> list[str]:
    """Part at line feeds alone: what else ends a line for Python may stand in a name."""
    try:
        return [line for line in path.read_text(encoding="utf-8").split("\n") if line]
    except FileNotFoundError:
        return []
