"""Carry out an order: whatever stops it, the graph is as it was; else there is one version more.

::

    current ─taken over→ draft ─carried out→ checked → brought along → noted ─published→ current
"""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from secrets import token_hex
from typing import Final

from pyoxigraph import BlankNode, DefaultGraph, NamedNode

from clustergraph.errors import BadContent, KeyReused, StateChanged, StoreError
from clustergraph.operations.writing.bringing_along import bring_along
from clustergraph.operations.writing.carrying_out import carry_out
from clustergraph.operations.writing.checking import check_iris, check_rules, check_withheld
from clustergraph.operations.writing.log import (
    Entry,
    add_entry,
    entry_quads,
    find_entry,
    key_hash,
)
from clustergraph.operations.writing.mirroring import Mirror
from clustergraph.operations.writing.options import USUAL, WriteOptions
from clustergraph.operations.writing.order import Content, Order, Written
from clustergraph.operations.writing.touched import touched_by
from clustergraph.store.changing import Change
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Draft, Home, Version, drafting
from clustergraph.store.versions.disk import writing
from clustergraph.store.writing import continued

__all__ = ["write"]

_ID_BYTES: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """A write that is to be: its order, and the version that it makes of which."""

    id: str
    order: Order
    digest: str
    current: Version
    when: datetime

    @property
    def content_hash(self) -> str:
        """The hash of the new version: it follows from the one before, and is never met again."""
        chained = f"{self.current.content_hash}\n{self.id}\n{self.digest}"
        return hashlib.sha256(chained.encode()).hexdigest()

    def entry(self, home: Home, change: Change, warnings: tuple[dict[str, str], ...]) -> Entry:
        """Return what the list says of it."""
        return Entry(
            id=self.id,
            version=home.version_at(self.when, self.content_hash).id,
            previous=self.current.id,
            when=self.when,
            by=self.order.by,
            kind=self.order.kind,
            graphs=_graphs(change),
            added=len(change.added),
            removed=len(change.removed),
            is_checked=self.order.is_checked,
            is_new_graph=self.order.graph is not None and self.order.graph in change.made,
            digest=self.digest,
            key=key_hash(self.order),
            warnings=warnings,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Done:
    """What has been done to a draft."""

    entry: Entry
    change: Change
    stamps: dict[str, str]


def write(
    order: Order,
    home: Home,
    *,
    options: WriteOptions = USUAL,
    mirror: Mirror | None = None,
    id_: str | None = None,
    advance: Callable[[], object] = lambda: None,
) -> Written:
    """Write what an order says onto the current version, and publish that: on the disk and current.

    Where nothing changes, and no Idempotency-Key came, no version is made. An order whose key was
    sent before is answered as then. In a plain home nothing is validated, nothing kept beside the
    store, and no graph tells of it.

    The write is called ``id_`` in the list, or by a new name; ``mirror`` is the engine that holds
    the graph too; ``advance`` is called for each statement of RDF that is read.

    Raises:
        WriteError: when it can't be done; nothing has changed then.
        UnknownGraph: when a graph that is to go is not there.
        StoreError: when the home has no version, or can't be written.
    """
    home.current()  # where there is none, no folder is made to wait in
    with writing(home.path), home.alone(options.wait_seconds):
        current, digest = home.current(), _digest(order)
        if (entry := _sent_before(order, digest, current)) is not None:
            return entry.written
        _check_still(order, current, mirror)
        with drafting(home) as draft:
            name, when = id_ or token_hex(_ID_BYTES), draft.now()
            plan = _Plan(id=name, order=order, digest=digest, current=current, when=when)
            written = _write(plan, home, draft, mirror, advance)
        _prune(home, options.kept_writes)
    return written


def _write(
    plan: _Plan, home: Home, draft: Draft, mirror: Mirror | None, advance: Callable[[], object]
) -> Written:
    draft.take_over(plan.current)
    done = _change(plan, home, draft, advance)
    if done is None:
        return Written(version=plan.current.id)
    add_entry(done.entry, draft.writes_path)
    if mirror is not None:
        mirror.follow(done.change, before=plan.current.content_hash, after=plan.content_hash)
    draft.publish_after(
        plan.current,
        plan.content_hash,
        at=plan.when,
        names=done.stamps["names"],
        adjacency=done.stamps["adjacency"],
    )
    return done.entry.written


def _change(plan: _Plan, home: Home, draft: Draft, advance: Callable[[], object]) -> _Done | None:
    """Fill the draft's store and what lies beside it; the store is closed when this returns."""
    before, is_plain = GraphStore.open(plan.current.store_path), plan.current.is_plain
    with continued(plan.current.store_path, draft.store_path) as store:
        change = carry_out(plan.order, store, is_plain=is_plain, advance=advance)
        if not change and plan.order.key is None:
            return None
        if is_plain:
            entry = plan.entry(home, change, ())
            return _Done(entry=entry, change=change, stamps=dict(plan.current.stamps))
        warnings, stamps = _follow(plan, draft, change, GraphStore(store), before)
        entry = plan.entry(home, change, warnings)
        told = tuple(entry_quads(entry))
        store.extend(told)
        whole = replace(change, added=(*change.added, *told))
        return _Done(entry=entry, change=whole, stamps=stamps)


def _follow(
    plan: _Plan, draft: Draft, change: Change, graph: GraphStore, before: GraphStore
) -> tuple[tuple[dict[str, str], ...], dict[str, str]]:
    """Check what has changed, and bring in step what lies beside; return warnings and stamps."""
    check_iris(change.added)
    check_withheld(change.added, plan.current)
    touched = touched_by(change, graph)
    warnings: tuple[dict[str, str], ...] = ()
    if plan.order.is_checked:
        warnings = check_rules(touched, graph=graph, before=before, version=plan.current)
    stamps = bring_along(
        draft, change, touched, graph=graph, before=before, stamps=plan.current.stamps
    )
    return warnings, stamps


def _sent_before(order: Order, digest: str, current: Version) -> Entry | None:
    """Return the write that came with the same key, if it was the same.

    Raises:
        KeyReused: when it was another one.
    """
    key = key_hash(order)
    entry = None if key is None else find_entry(current.writes_path, key)
    if entry is not None and entry.digest != digest:
        raise KeyReused
    return entry


def _check_still(order: Order, current: Version, mirror: Mirror | None) -> None:
    """Make sure that the current version is one that the order wants, and the engine's too."""
    if order.only_after is not None and current.id not in order.only_after:
        raise StateChanged(current.id)
    if mirror is not None:
        mirror.check(current.content_hash)


def _digest(order: Order) -> str:
    """Hash all that an order changes by; who sends it, and after which version, is no part."""
    asked = (order.kind.value, order.graph, order.using, order.using_named, order.is_checked)
    digest = hashlib.sha256(repr(asked).encode())
    for content in order.contents:
        digest.update(repr((content.format, content.base, content.is_packed)).encode())
        digest.update(_hash(content))
    return digest.hexdigest()


def _hash(content: Content) -> bytes:
    try:
        with content.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").digest()
    except OSError as error:
        raise BadContent(content.name, f"{error.strerror}.") from error


def _graphs(change: Change) -> tuple[str | None, ...]:
    changed = {quad.graph_name for quads in (change.added, change.removed) for quad in quads}
    named = {_name(graph) for graph in changed if not isinstance(graph, DefaultGraph)}
    names = sorted(named.union(change.made, change.dropped))
    return (None, *names) if DefaultGraph() in changed else tuple(names)


def _name(graph: NamedNode | BlankNode) -> str:
    return graph.value if isinstance(graph, NamedNode) else str(graph)


def _prune(home: Home, keep: int) -> None:
    """Remove the oldest versions that were written; that it fails is no fault of the write."""
    written = [version for version in home.versions() if version.previous_id is not None]
    for version in written[:-keep]:
        with suppress(StoreError):
            home.remove(version)
