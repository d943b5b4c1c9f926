"""The line of versions in a home folder: finding one, making one current, removing one."""

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from secrets import token_hex
from typing import Final

from clustergraph.errors import OthersWrite, StoreError, VersionMissing, VersionNeeded
from clustergraph.store.versions.disk import sync, sync_below, writing
from clustergraph.store.versions.ids import is_version_id, version_id
from clustergraph.store.versions.locking import exclusive, exclusive_within
from clustergraph.store.versions.version import Version

__all__ = ["Home"]

_PREVIOUS: Final = "previous"
_CURRENT: Final = "current"


class Home:
    """The folder that holds all versions."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._link = path / "current"

    @property
    def versions_path(self) -> Path:
        """The folder of the versions."""
        return self.path / "versions"

    @property
    def drafts_path(self) -> Path:
        """The folder of what is being built, or removed."""
        return self.path / "drafts"

    @property
    def current_id(self) -> str | None:
        """The id that the link names, None where there is none; cheap enough for each request."""
        try:
            return os.path.basename(os.readlink(self._link))  # noqa: PTH115, PTH119  (hot path)
        except OSError:
            return None

    @contextmanager
    def alone(self, seconds: float) -> Iterator[None]:
        """Be the only one who changes what is current, inside the context.

        Who writes needs that from reading the current version to publishing the next; who builds,
        from reading what was written. It ends with the process.

        Raises:
            OthersWrite: when somebody else is at it for so many seconds.
            HomeNotWritable: when there is no such home, and none can be made.
        """
        with ExitStack() as stack:
            with writing(self.path):
                self.path.mkdir(parents=True, exist_ok=True)
                try:
                    stack.enter_context(exclusive_within(seconds, self.path))
                except TimeoutError:
                    raise OthersWrite from None
            yield

    def version_at(self, time: datetime, content_hash: str) -> Version:
        """Name the version that is published at that time; it need not be there."""
        id_ = version_id(time, content_hash)
        return Version(id_, self.versions_path / id_)

    def current(self) -> Version:
        """Return the current version.

        Raises:
            VersionMissing: when none was published.
            StoreError: when this software can't read it.
        """
        id_ = self.current_id
        if id_ is None:
            message = f"There is no graph in {self.path} yet; build one with `clustergraph build`."
            raise VersionMissing(message)
        return self.version(id_)

    def version(self, id_: str) -> Version:
        """Return the version of that id.

        Raises:
            VersionMissing: when it is not kept, or never was.
            StoreError: when this software can't read it.
        """
        version = Version(id_, self.versions_path / id_)
        if not is_version_id(id_) or not version.path.is_dir():
            message = f"There is no version {id_[:60]!r} in {self.path}."
            raise VersionMissing(message)
        version.check()
        return version

    def versions(self) -> list[Version]:
        """List the versions that can be read, the oldest first."""
        found = []
        for path in self._folders():
            with suppress(StoreError):
                found.append(self.version(path.name))
        return sorted(found, key=lambda version: version.created)

    def kept(self) -> list[Version]:
        """List all versions, also those that can't be read, by id."""
        return [Version(path.name, path) for path in self._folders()]

    def find(self, name: str) -> Version:
        """Return the version that somebody means: by its id, its place, or the beginning of its id.

        Places are ``current`` and ``previous``, the one made before the current one. The part of an
        id after its time may stand for it too.

        Raises:
            VersionMissing: when there is none, or more than one.
            StoreError: when this software can't read it.
        """
        if name == _CURRENT:
            return self.current()
        if name == _PREVIOUS:
            return self._previous()
        found = [path.name for path in self._folders() if _may_mean(name, path.name)]
        if len(found) > 1:
            message = f"{name!r} may be any of {', '.join(found)}; give more of the id."
            raise VersionMissing(message)
        return self.version(found[0] if found else name)

    def _previous(self) -> Version:
        """Return the newest version that was made before the current one."""
        current = self.current()
        earlier = [version for version in self.versions() if version.created < current.created]
        if not earlier:
            message = f"There is no version before {current.id} in {self.path}."
            raise VersionMissing(message)
        return earlier[-1]

    def _folders(self) -> list[Path]:
        """List the folders of all versions, also of those that can't be read, by id."""
        with suppress(FileNotFoundError, NotADirectoryError):
            return sorted(p for p in self.versions_path.iterdir() if is_version_id(p.name))
        return []

    def remove(self, version: Version) -> None:
        """Remove a version for good, in one step; a builder that publishes is waited for.

        Raises:
            VersionNeeded: when it is the current one.
            HomeNotWritable: when the home can't be written.
        """
        with writing(self.path), exclusive(self.versions_path):
            if version.id == self.current_id:
                raise VersionNeeded(version.id)
            self._discard(version.path)

    def prune(self, keep: int) -> list[str]:
        """Remove all versions but the current one and the ``keep`` newest; returns their ids.

        Those that can't be read go too. A builder that publishes is waited for.

        Raises:
            HomeNotWritable: when the home can't be written.
        """
        if not self.versions_path.is_dir():
            return []
        with writing(self.path), exclusive(self.versions_path):
            kept = {self.current_id, *(version.id for version in self.versions()[-keep:])}
            removed = [path for path in self._folders() if path.name not in kept]
            for path in removed:
                self._discard(path)
        return [path.name for path in removed]

    def _discard(self, folder: Path) -> None:
        """Move a version where abandoned drafts lie, so that none is ever seen in part; delete."""
        self.drafts_path.mkdir(exist_ok=True)
        gone = folder.rename(self.drafts_path / f"removed-{token_hex(8)}")
        shutil.rmtree(gone, ignore_errors=True)

    def take_in(self, version: Version) -> Version:
        """Move a version that lies elsewhere on the same disk to the others; not the current one.

        One that is here already stays.

        Raises:
            HomeNotWritable: when the home can't be written.
        """
        with writing(self.path), exclusive(self.versions_path):
            path = self.versions_path / version.id
            if not path.exists():
                sync_below(version.path)
                version.path.rename(path)
                sync(self.versions_path)
        return self.version(version.id)

    def switch(self, version: Version) -> None:
        """Make a version the current one, in one step; whoever serves the home follows.

        Raises:
            VersionMissing: when it was removed meanwhile.
            HomeNotWritable: when the home can't be written.
        """
        with writing(self.path), exclusive(self.versions_path):
            self.link(self.version(version.id))

    def link(self, version: Version) -> None:
        """Point the link at a version; the caller holds the lock on the versions.

        Raises:
            HomeNotWritable: when the home can't be written.
        """
        with writing(self.path):
            new = self.path / f".current-{token_hex(8)}"
            new.symlink_to(version.path.relative_to(self.path))
            new.replace(self._link)
            sync(self.path)


def _may_mean(name: str, id_: str) -> bool:
    return bool(name) and (id_.startswith(name) or id_.partition("-")[2].startswith(name))
