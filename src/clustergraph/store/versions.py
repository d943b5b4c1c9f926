"""The line of versions in a home folder, and which of them is the current one.

::

    <home>/current                          a link to one of the versions, switched in one step
    <home>/versions/<UTC time>-<hash>/      a version: store/, names/, texts/, dumps/, JSON files
    <home>/drafts/<random>/                 what is being built; locked while its builder lives

A version never changes. What stands in a store or an index is not known here.
"""

import json
import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from secrets import token_hex
from typing import Any

from clustergraph.errors import HomeNotWritable, StoreError, VersionMissing, VersionNeeded
from clustergraph.model import Iri, Withheld
from clustergraph.store.locking import exclusive, is_free, locked
from clustergraph.store.withheld import read_withheld, told_of, withheld_hash, write_withheld

__all__ = ["Draft", "Home", "Version"]

_LAYOUT = 1
"""The number of this arrangement of a version's folder; another one can't be read."""
_ID = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{16}")
_DOCUMENT_ID = re.compile(r"[0-9a-f]{16}")
_WITHHELD = "withheld.json"
_CHECKSUMS = "SHA256SUMS"
"""The file that stands for all dumps of a version."""
_PREVIOUS, _CURRENT = "previous", "current"


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

    @property
    def dumps_path(self) -> Path:
        """The folder of the dumps; not there where its build made none."""
        return self.path / "dumps"

    @property
    def texts_path(self) -> Path:
        """The folder of the documents' texts; not there where none were kept."""
        return self.path / "texts"

    def text(self, document_id: str) -> str:
        """Return a document's text as it was read; empty where the version keeps none of it."""
        if not _DOCUMENT_ID.fullmatch(document_id):
            return ""
        try:
            return (self.texts_path / f"{document_id}.txt").read_bytes().decode()
        except FileNotFoundError:
            return ""

    def withheld(self, iri: Iri) -> Withheld | None:
        """Return what is told at an address of which the version says nothing; None of others.

        Raises:
            StoreError: when the list of them is damaged.
        """
        return told_of(iri, self._withheld)

    @property
    def withholds(self) -> bool:
        """Whether anything is withheld, so that words may be hidden in its texts."""
        return bool(self._withheld)

    @cached_property
    def _withheld(self) -> Mapping[str, Mapping[str, str]]:
        return read_withheld(self.path / _WITHHELD)

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

    @property
    def dumps_path(self) -> Path:
        """Where the dumps go; not there yet."""
        return self._path / "dumps"

    def keep_texts(self, texts: Iterable[tuple[str, str]]) -> None:
        """Keep the documents' texts, by their ids, exactly as they were read."""
        self.texts_path.mkdir()
        for document_id, text in texts:
            (self.texts_path / f"{document_id}.txt").write_bytes(text.encode())

    def withhold(self, withheld: Sequence[Withheld]) -> None:
        """Keep what is to be told at addresses of which the store says nothing."""
        if withheld:
            write_withheld(self._path / _WITHHELD, withheld)

    def publish(self, content_hash: str) -> Version:
        """Make it the current version, or return the current one when that has the same content.

        What is dumped counts too: it also tells what the hash leaves out.

        It is on the disk before the link is switched: neither a crash nor a power cut leaves a
        current version that is not whole.

        Args:
            content_hash: the hexadecimal SHA-256 of what the store says; the version's follows
                from it and from what is withheld.

        Raises:
            HomeNotWritable: when the home can't be written.
        """
        content_hash = withheld_hash(content_hash, self._path / _WITHHELD, self.texts_path)
        with suppress(StoreError):
            current = self._home.current()
            if current.content_hash == content_hash and self._has_the_dumps_of(current):
                return current
        with _writing(self._home.path), exclusive(self._home.versions_path):
            return self._publish(content_hash, datetime.now(UTC))

    def _has_the_dumps_of(self, version: Version) -> bool:
        return _read_bytes(self.dumps_path / _CHECKSUMS) == _read_bytes(
            version.dumps_path / _CHECKSUMS
        )

    def _publish(self, content_hash: str, now: datetime) -> Version:
        version = self._home.version_at(now, content_hash)
        if version.path.exists() and not self._has_the_dumps_of(version):
            return self._publish(content_hash, now + timedelta(seconds=1))
        manifest = {"layout": _LAYOUT, "content_hash": content_hash, "created": now.isoformat()}
        (self._path / "version.json").write_text(json.dumps(manifest))
        _sync(self._path)
        if not version.path.exists():  # else published, replaced and published within a second
            self._path.rename(version.path)
            _sync_folder(self._home.versions_path)
        self._home.link(version)
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

    def version_at(self, time: datetime, content_hash: str) -> Version:
        """Name the version that is published at that time; it need not be there."""
        id_ = f"{time:%Y%m%dT%H%M%SZ}-{content_hash[:16]}"
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
        if not _ID.fullmatch(id_) or not version.path.is_dir():
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
            return sorted(p for p in self.versions_path.iterdir() if _ID.fullmatch(p.name))
        return []

    def remove(self, version: Version) -> None:
        """Remove a version for good, in one step; a builder that publishes is waited for.

        Raises:
            VersionNeeded: when it is the current one.
            HomeNotWritable: when the home can't be written.
        """
        with _writing(self.path), exclusive(self.versions_path):
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
        with _writing(self.path), exclusive(self.versions_path):
            kept = {self.current_id, *(version.id for version in self.versions()[-keep:])}
            removed = [path for path in self._folders() if path.name not in kept]
            for path in removed:
                self._discard(path)
        return [path.name for path in removed]

    def _discard(self, folder: Path) -> None:
        """Move a version where abandoned drafts lie, so that none is ever seen in part; delete."""
        drafts = self.path / "drafts"
        drafts.mkdir(exist_ok=True)
        gone = folder.rename(drafts / f"removed-{token_hex(8)}")
        shutil.rmtree(gone, ignore_errors=True)

    def switch(self, version: Version) -> None:
        """Make a version the current one, in one step; whoever serves the home follows.

        Raises:
            VersionMissing: when it was removed meanwhile.
            HomeNotWritable: when the home can't be written.
        """
        with _writing(self.path), exclusive(self.versions_path):
            self.link(self.version(version.id))

    def link(self, version: Version) -> None:
        """Point the link at a version; the caller holds the lock on the versions.

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


def _may_mean(name: str, id_: str) -> bool:
    return bool(name) and (id_.startswith(name) or id_.partition("-")[2].startswith(name))


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


def _read_bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


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
