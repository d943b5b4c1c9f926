"""The line of versions in a home folder, and which of them is the current one.

::

    <home>/current                          a link to one of the versions, switched in one step
    <home>/versions/<UTC time>-<hash>/      a version: store/, names/, texts/, and two JSON files
    <home>/drafts/<random>/                 what is being built; locked while its builder lives

A version never changes. What stands in a store or an index is not known here.
"""

import json
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from secrets import token_hex
from typing import Any

from clustergraph.errors import HomeNotWritable, StoreError, VersionMissing
from clustergraph.store.locking import exclusive, is_free, locked

__all__ = ["Draft", "Home", "Version"]

_LAYOUT = 1
"""The number of this arrangement of a version's folder; another one can't be read."""
_ID = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{16}")
_DOCUMENT_ID = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True)
class Version:
    """One state of the graph, for ever; ``id`` sorts by time, to the second, and is its address."""

    id: str
    path: Path

    @cached_property
    def store_path(self) -> Path:
        """The folder of the store."""
        return self.path / "store"

    @property
    def names_path(self) -> Path:
        """The folder of the index of names."""
        return self.path / "names"

    def text(self, document_id: str) -> str:
        """Return a document's text as it was read; empty where the version keeps none of it."""
        if not _DOCUMENT_ID.fullmatch(document_id):
            return ""
        try:
            return (self.path / "texts" / f"{document_id}.txt").read_bytes().decode()
        except FileNotFoundError:
            return ""

    @property
    def report(self) -> dict[str, Any]:
        """What its build reported; empty where it wrote none."""
        return _read_json(self.path / "report.json") or {}

    @property
    def content_hash(self) -> str:
        """The hash of what its store says."""
        return str(self._manifest.get("content_hash", ""))

    @property
    def created(self) -> datetime:
        """When it was published."""
        return datetime.fromisoformat(self._manifest["created"])

    @property
    def _manifest(self) -> dict[str, Any]:
        return _read_json(self.path / "version.json") or {}

    def check(self) -> None:
        """Make sure that this software can read it.

        Raises:
            StoreError: when it is damaged, or arranged otherwise.
        """
        layout = self._manifest.get("layout")
        if layout == _LAYOUT and self.store_path.is_dir() and self.names_path.is_dir():
            return
        reason = "was made by another version of this software"
        if layout in (None, _LAYOUT):
            reason = "is damaged"
        message = f"The version {self.id} in {self.path} {reason}; build it again."
        raise StoreError(message)


class Draft:
    """A version in the making: fill its paths, then publish; texts and report may be left out."""

    def __init__(self, home: "Home", path: Path) -> None:
        self._home = home
        self._path = path

    @property
    def store_path(self) -> Path:
        """Where the store goes; not there yet."""
        return self._path / "store"

    @property
    def names_path(self) -> Path:
        """Where the index of names goes; not there yet."""
        return self._path / "names"

    @property
    def report_path(self) -> Path:
        """Where the report goes, as JSON; not there yet."""
        return self._path / "report.json"

    @property
    def texts_path(self) -> Path:
        """Where the documents' texts go; not there yet."""
        return self._path / "texts"

    def keep_texts(self, texts: Iterable[tuple[str, str]]) -> None:
        """Keep the documents' texts, by their ids, exactly as they were read."""
        self.texts_path.mkdir()
        for document_id, text in texts:
            (self.texts_path / f"{document_id}.txt").write_bytes(text.encode())

    def publish(self, content_hash: str) -> Version:
        """Make it the current version, or return the current one when that has the same content.

        It is on the disk before the link is switched: neither a crash nor a power cut leaves a
        current version that is not whole.

        Args:
            content_hash: the hexadecimal SHA-256 of what the store says.

        Raises:
            HomeNotWritable: when the home can't be written.
        """
        with suppress(StoreError):
            current = self._home.current()
            if current.content_hash == content_hash:
                return current
        with _writing(self._home.path):
            return self._publish(content_hash, datetime.now(UTC))

    def _publish(self, content_hash: str, now: datetime) -> Version:
        id_ = f"{now:%Y%m%dT%H%M%SZ}-{content_hash[:16]}"
        manifest = {"layout": _LAYOUT, "content_hash": content_hash, "created": now.isoformat()}
        (self._path / "version.json").write_text(json.dumps(manifest))
        _sync(self._path)
        version = Version(id_, self._home.versions_path / id_)
        if not version.path.exists():  # else published, replaced and published within a second
            self._path.rename(version.path)
            _sync_folder(self._home.versions_path)
        self._home.switch(version)
        return version


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
    def current_id(self) -> str | None:
        """The id that the link names, None where there is none; cheap enough for each request."""
        try:
            return os.path.basename(os.readlink(self._link))  # noqa: PTH115, PTH119  (hot path)
        except OSError:
            return None

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
        if not _ID.fullmatch(id_) or not version.path.is_dir():
            message = f"There is no version {id_[:60]!r} in {self.path}."
            raise VersionMissing(message)
        version.check()
        return version

    def versions(self) -> list[Version]:
        """List the versions that can be read, the oldest first."""
        found = []
        with suppress(FileNotFoundError):
            for path in self.versions_path.iterdir():
                with suppress(StoreError):
                    found.append(self.version(path.name))
        return sorted(found, key=lambda version: version.created)

    def switch(self, version: Version) -> None:
        """Make a version the current one, in one step.

        Raises:
            HomeNotWritable: when the home can't be written.
        """
        with _writing(self.path):
            new = self.path / f".current-{token_hex(8)}"
            new.symlink_to(version.path.relative_to(self.path))
            new.replace(self._link)
            _sync_folder(self.path)

    @contextmanager
    def draft(self) -> Iterator[Draft]:
        """Give a folder to build in; what is not published when the context ends is removed.

        So are the drafts of builders that died.

        Raises:
            HomeNotWritable: when the home can't be written.
        """
        with _writing(self.path):
            self.versions_path.mkdir(parents=True, exist_ok=True)
            path, lock = self._new_draft()
        try:
            with lock:
                yield Draft(self, path)
        finally:
            shutil.rmtree(path, ignore_errors=True)

    def _new_draft(self) -> tuple[Path, Any]:
        drafts = self.path / "drafts"
        drafts.mkdir(exist_ok=True)
        with exclusive(drafts):  # nobody clears away a draft that is made but not locked yet
            for old in drafts.iterdir():
                if is_free(old):
                    shutil.rmtree(old, ignore_errors=True)
            path = drafts / token_hex(8)
            path.mkdir()
            return path, locked(path)


@contextmanager
def _writing(home: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise HomeNotWritable(str(home), error.strerror or str(error)) from error


def _read_json(path: Path) -> dict[str, Any] | None:
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return values if isinstance(values, dict) else None


def _sync(folder: Path) -> None:
    """Bring everything below the folder to the disk."""
    for parent, _, names in os.walk(folder):
        for name in names:
            _sync_folder(Path(parent, name))
        _sync_folder(Path(parent))


def _sync_folder(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
