"""The version that is served now, open; it follows the home's link without a restart."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from clustergraph.errors import ClusterGraphError, NotFound, VersionMissing
from clustergraph.names import NameIndex
from clustergraph.operations.keep import KeptFindings
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Home, Version

__all__ = ["Dataset", "OpenVersion"]

_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenVersion:
    """A version with its store and its names open for reading.

    Whoever answers a request takes one and keeps it to the end, so that the whole answer speaks of
    one version. It closes when nothing refers to it any more, and what was found out about it is
    forgotten with it.
    """

    version: Version
    graph: GraphStore
    names: NameIndex
    findings: KeptFindings = field(default_factory=KeptFindings)


class Dataset:
    """The versions of a home as a server sees them; safe to share between threads."""

    def __init__(
        self, home: Home, *, open_names: Callable[[Path], NameIndex] = NameIndex.open
    ) -> None:
        self._home = home
        self._open_names = open_names
        self._held: OpenVersion | None = None
        self._unreadable_id: str | None = None
        self._lock = Lock()

    def current(self) -> OpenVersion:
        """Return the current version, open; the first call after a change takes some 20 ms.

        A new version that can't be read is logged and passed over while there is another one.

        Raises:
            VersionMissing: when none was published.
            StoreError: when it can't be read.
        """
        if self.is_fresh and self._held is not None:
            return self._held
        with self._lock:
            if not self.is_fresh or self._held is None:
                self._held = self._reopened()
            return self._held

    @property
    def is_fresh(self) -> bool:
        """Whether ``current`` will return at once."""
        id_ = self._home.current_id
        if self._held is None:
            return False
        return id_ in (self._held.version.id, self._unreadable_id, None)

    def version(self, id_: str) -> Version:
        """Return a kept version, not open.

        Raises:
            NotFound: when it is not kept, or never was.
            StoreError: when it can't be read.
        """
        try:
            return self._home.version(id_)
        except VersionMissing:
            name = f"version {id_[:60]}"
            raise NotFound(name) from None

    def versions(self) -> list[Version]:
        """List the versions that are kept, not open, the oldest first."""
        return self._home.versions()

    def _reopened(self) -> OpenVersion:
        try:
            return self._opened(self._home.current())
        except ClusterGraphError as error:
            if self._held is None:
                raise
            self._unreadable_id = self._home.current_id
            _logger.error("version_refused reason=%s", error)  # noqa: TRY400  (said in full)
            return self._held

    def _opened(self, version: Version) -> OpenVersion:
        return OpenVersion(
            version=version,
            graph=GraphStore.open(version.store_path),
            names=self._open_names(version.names_path),
        )
