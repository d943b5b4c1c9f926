"""A version in the making: what its builder fills, and the step that makes it the current one."""

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from secrets import token_hex

from clustergraph.errors import StateChanged, StoreError
from clustergraph.model import Withheld
from clustergraph.store.versions.disk import link_below, link_file, sync, sync_below, writing
from clustergraph.store.versions.home import Home
from clustergraph.store.versions.locking import exclusive, is_free, locked
from clustergraph.store.versions.version import (
    CHECKSUMS,
    LAYOUT,
    MANIFEST,
    REPORT,
    WITHHELD,
    WRITES,
    Version,
)
from clustergraph.store.versions.withheld import withheld_hash, write_withheld

__all__ = ["Draft", "clear_drafts", "drafting", "scratch"]


class Draft:
    """A version in the making: fill its paths, then publish; texts and report may be left out."""

    def __init__(self, home: Home, path: Path) -> None:
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
    def adjacency_path(self) -> Path:
        """Where the table of who is related to whom goes; not there yet."""
        return self._path / "adjacency"

    @property
    def texts_path(self) -> Path:
        """Where the documents' texts go; not there yet."""
        return self._path / "texts"

    @property
    def writes_path(self) -> Path:
        """Where the list of what was written since the first build goes; not there yet."""
        return self._path / WRITES

    @property
    def dumps_path(self) -> Path:
        """Where the dumps go; not there yet."""
        return self._path / "dumps"

    def take_over(self, version: Version) -> None:
        """Begin with all that a version has, but for its store and what tells it from others.

        Its files are the version's own: none of them may be written into, only replaced.
        """
        own = {version.store_path.name, MANIFEST}
        for part in version.path.iterdir():
            if part.is_dir() and part.name not in own:
                link_below(part, self._path / part.name)
            elif part.name not in own:
                link_file(part, self._path / part.name)

    def keep_texts(self, texts: Iterable[tuple[str, str]]) -> None:
        """Keep the documents' texts, by their ids, exactly as they were read."""
        self.texts_path.mkdir()
        for document_id, text in texts:
            (self.texts_path / f"{document_id}.txt").write_bytes(text.encode())

    def keep_report(self, report: Mapping[str, object]) -> None:
        """Keep what its build reports, plain values."""
        text = json.dumps(report, ensure_ascii=False, indent=1)
        (self._path / REPORT).write_text(f"{text}\n", encoding="utf-8")

    def withhold(self, withheld: Sequence[Withheld]) -> None:
        """Keep what is to be told at addresses of which the store says nothing."""
        if withheld:
            write_withheld(self._path / WITHHELD, withheld)

    def publish(
        self,
        content_hash: str,
        *,
        names: str = "",
        adjacency: str = "",
        is_plain: bool = False,
        is_current: bool = True,
    ) -> Version:
        """Make it the current version, or return the current one when that has the same content.

        What is dumped counts too: it also tells what the hash leaves out. So do the index of names
        and the table of relations: what is kept otherwise is another version of the same content.

        It is on the disk before the link is switched: neither a crash nor a power cut leaves a
        current version that is not whole.

        Args:
            content_hash: the hexadecimal SHA-256 of what the store says; the version's follows
                from it and from what is withheld.
            names: the stamp of the index of names.
            adjacency: the stamp of the table of relations.
            is_plain: whether it has none of the build's graphs (see ``Version.is_plain``).
            is_current: false to leave the link where it is, for a version that will be written to
                before anybody sees it.

        Raises:
            HomeNotWritable: when the home can't be written.
        """
        stamps = {"names": names, "adjacency": adjacency}
        lineage = {"is_plain": is_plain} if is_plain else {}
        content_hash = withheld_hash(content_hash, self._path / WITHHELD, self.texts_path)
        with writing(self._home.path), exclusive(self._home.versions_path):
            with suppress(StoreError):
                current = self._home.current()
                if current.content_hash == content_hash and self._is_as(current, stamps):
                    return current
            return self._publish(content_hash, stamps, lineage, is_current=is_current)

    def publish_after(
        self,
        previous: Version,
        content_hash: str,
        *,
        names: str = "",
        adjacency: str = "",
        at: datetime | None = None,
        instead_of: Version | None = None,
    ) -> Version:
        """Make it the current version, as what was written onto the version before.

        Args:
            previous: what it was made of, by ``take_over``.
            content_hash: a hexadecimal SHA-256 that follows from the one before and the write.
            names: the stamp of the index of names.
            adjacency: the stamp of the table of relations.
            at: when it is published, as ``now`` told; its id follows from that and the hash.
            instead_of: what is current until then, where that is not the version before.

        Raises:
            StateChanged: when another version is the current one by now.
            HomeNotWritable: when the home can't be written.
        """
        stamps = {"names": names, "adjacency": adjacency}
        lineage = {
            "is_plain": previous.is_plain,
            "build": previous.built_id,
            "previous": previous.id,
        }
        with writing(self._home.path), exclusive(self._home.versions_path):
            if self._home.current_id != (instead_of or previous).id:
                raise StateChanged(self._home.current_id or "none")
            return self._publish(content_hash, stamps, lineage, at=at)

    def _is_as(self, version: Version, stamps: Mapping[str, str]) -> bool:
        """Tell whether a version of the same content has the same index, table and dumps."""
        if version.stamps != stamps:
            return False
        return _read_bytes(self.dumps_path / CHECKSUMS) == _read_bytes(
            version.dumps_path / CHECKSUMS
        )

    def _publish(
        self,
        content_hash: str,
        stamps: Mapping[str, str],
        lineage: Mapping[str, object],
        *,
        at: datetime | None = None,
        is_current: bool = True,
    ) -> Version:
        now = at or self.now()
        version = self._home.version_at(now, content_hash)
        while version.path.exists() and not self._is_as(version, stamps):
            now += timedelta(seconds=1)
            version = self._home.version_at(now, content_hash)
        manifest = {
            "layout": LAYOUT,
            "content_hash": content_hash,
            **stamps,
            **lineage,
            "created": now.isoformat(),
        }
        (self._path / MANIFEST).write_text(json.dumps(manifest))
        sync_below(self._path)
        if not version.path.exists():  # else published, replaced and published within a second
            self._path.rename(version.path)
            sync(self._home.versions_path)
        if is_current:
            self._home.link(version)
        return version

    def now(self) -> datetime:
        """Tell the time, later than that of every version: clocks are set back now and then."""
        newest = max((version.created for version in self._home.versions()), default=None)
        now = datetime.now(UTC)
        return now if newest is None else max(now, newest + timedelta(microseconds=1))


@contextmanager
def drafting(home: Home) -> Iterator[Draft]:
    """Give a folder to build in; what is not published when the context ends is removed.

    So are the drafts of builders that died.

    Raises:
        HomeNotWritable: when the home can't be written.
    """
    with scratch(home) as path:
        yield Draft(home, path)


@contextmanager
def scratch(home: Home) -> Iterator[Path]:
    """Give a folder, on the disk of the home, for what nobody needs when the context ends.

    A process that dies leaves nothing for long: whoever asks for the next one clears it away.

    Raises:
        HomeNotWritable: when the home can't be written.
    """
    with writing(home.path):
        home.versions_path.mkdir(parents=True, exist_ok=True)
        path, lock = _new_draft(home.drafts_path)
    try:
        with lock:
            yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def clear_drafts(home: Home) -> None:
    """Remove the drafts of builders that died.

    Raises:
        HomeNotWritable: when the home can't be written.
    """
    if home.drafts_path.is_dir():
        with writing(home.path), exclusive(home.drafts_path):
            _clear(home.drafts_path)


def _new_draft(drafts: Path) -> tuple[Path, AbstractContextManager[None]]:
    drafts.mkdir(exist_ok=True)
    with exclusive(drafts):  # nobody clears away a draft that is made but not locked yet
        _clear(drafts)
        path = drafts / token_hex(8)
        path.mkdir()
        return path, locked(path)


def _clear(drafts: Path) -> None:
    """Remove what nobody holds; the caller holds the lock on the drafts."""
    for old in drafts.iterdir():
        if is_free(old):
            shutil.rmtree(old, ignore_errors=True)


def _read_bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
