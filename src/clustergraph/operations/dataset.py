"""The version that is served now, open; it follows the home's link without a restart."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from time import monotonic

from clustergraph.errors import ClusterGraphError, NotFound, StoreError
from clustergraph.names import NameIndex
from clustergraph.operations.keep import KeptFindings
from clustergraph.store.adjacency import Adjacency
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Home, Version

__all__ = ["Dataset", "OpenVersion"]

_logger = logging.getLogger(__name__)

_TRY_AGAIN_AFTER_SECONDS = 10.0
"""What can't be read may be whole, and the process only short of files or memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenVersion:
    """A version with its store and its names open for reading.

    Whoever answers a request takes one and keeps it to the end, so that the whole answer speaks of
    one version. It closes when nothing refers to it any more, and what was found out about it is
    forgotten with it. What was found out about what its build made (``built``) is kept while people
    write, since that changes none of it.
    """

    version: Version
    graph: GraphStore
    names: NameIndex
    findings: KeptFindings = field(default_factory=KeptFindings)
    built: KeptFindings = field(default_factory=KeptFindings)


class Dataset:
    """The versions of a home as a server sees them; safe to share between threads."""

    def __init__(
        self,
        home: Home,
        *,
        open_names: Callable[[Path, NameIndex | None], NameIndex] = NameIndex.open,
    ) -> None:
        self._home = home
        self._open_names = open_names
        self._held: OpenVersion | None = None
        self._refused = _Refused(None, 0.0)
        self._lock = Lock()

    def current(self) -> OpenVersion:
        """Return the current version, open; the first call after a change takes some 20 ms.

        A new version that can't be read is logged and passed over while there is another one, and
        tried again some seconds later.

        Raises:
            VersionMissing: when none was published.
            StoreError: when it can't be read.
        """
        if (held := self.at_hand) is not None:
            return held
        with self._lock:
            if not self.is_fresh or self._held is None:
                self._held = self._reopened()
            return self._held

    async def opened(self) -> OpenVersion:
        """Return the current version as ``current`` does; one to be opened is by another thread.

        Raises:
            VersionMissing: when none was published.
            StoreError: when it can't be read.
        """
        held = self.at_hand
        return await asyncio.to_thread(self.current) if held is None else held

    @property
    def is_fresh(self) -> bool:
        """Whether ``current`` will return at once."""
        return self.at_hand is not None

    @property
    def at_hand(self) -> OpenVersion | None:
        """The current version where it is open; cheap enough for each query."""
        id_, held = self._home.current_id, self._held
        if held is None:
            return None
        is_current = id_ == held.version.id or id_ is None or self._refused.holds_for(id_)
        return held if is_current else None

    def version(self, id_: str) -> Version:
        """Return a kept version, not open.

        Raises:
            NotFound: when it is not kept, can't be read, or never was.
        """
        try:
            return self._home.version(id_)
        except StoreError:
            name = f"version {id_[:60]}"
            raise NotFound(name) from None

    def versions(self) -> list[Version]:
        """List the versions that are kept, not open, the oldest first."""
        return self._home.versions()

    def _reopened(self) -> OpenVersion:
        id_ = self._home.current_id
        try:
            return self._opened(self._home.current() if id_ is None else self._home.version(id_))
        except ClusterGraphError as error:
            if self._home.current_id != id_:  # it was replaced, and may be gone, while it was read
                return self._reopened()
            if self._held is None:
                raise
            self._refuse(id_, error)
            return self._held

    def _refuse(self, id_: str | None, error: ClusterGraphError) -> None:
        if id_ != self._refused.id:
            refused = {"version": id_, "reason": str(error)}
            _logger.error("version_refused", extra=refused)
        self._refused = _Refused(id_, monotonic() + _TRY_AGAIN_AFTER_SECONDS)

    def _opened(self, version: Version) -> OpenVersion:
        held = self._held
        opened = OpenVersion(
            version=version,
            graph=GraphStore.open(
                version.store_path, adjacency=Adjacency.open(version.adjacency_path)
            ),
            names=self._open_names(version.names_path, None if held is None else held.names),
            built=self._known_of_build(version),
        )
        _logger.info("version_opened", extra={"version": version.id})
        return opened

    def _known_of_build(self, version: Version) -> KeptFindings:
        """Return what is known of the build that a version is of."""
        held = self._held
        is_same = held is not None and held.version.built_id == version.built_id
        return held.built if held is not None and is_same else KeptFindings()


@dataclass(frozen=True, slots=True)
class _Refused:
    """A version that couldn't be read, and until when it isn't tried again."""

    id: str | None
    until: float

    def holds_for(self, id_: str) -> bool:
        """Tell whether this version is not to be tried now."""
        return id_ == self.id and monotonic() < self.until
