"""Take in a version from a file that ``pack`` made, whoever sent it: whole and unchanged, or not.

Nothing in the file decides where anything is written: only plain files and folders are taken, below
a folder of our own, and the version is put beside the others when all of it is right.
"""

import hashlib
import re
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from clustergraph.errors import BadArchive, StoreError
from clustergraph.names import NameIndex
from clustergraph.operations.forgetting.roll_back import check_tells_nothing_forgotten
from clustergraph.operations.moving.pack import FOLDER, ID_FILE
from clustergraph.operations.writing.log import entries
from clustergraph.store.adjacency import Adjacency
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import CHECKSUMS, Home, Version, scratch
from clustergraph.store.versions.disk import writing
from clustergraph.store.versions.ids import is_version_id, version_id

__all__ = ["unpack", "unpack_from"]

_NAME: Final = re.compile(rf"{FOLDER}(/[A-Za-z0-9_.-]{{1,200}}){{1,4}}")
_UP: Final = re.compile(r"/\.\.?(/|$)")
_LONGEST_ID_FILE: Final = 100
_LONGEST_SUMS: Final = 1 << 26
_AT_ONCE: Final = 1 << 20


class _Wrong(Exception):
    """The file is not as ``pack`` makes it."""


_FAILURES: Final = (
    tarfile.TarError,
    ArithmeticError,
    EOFError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    _Wrong,
)
"""What reading something that is no such file can end in: many heads of tar too deep in calls."""


def unpack_from(path: Path, home: Home) -> Version:
    """Take in the version of a file; it is one of the home's then, not the current one.

    Raises:
        BadArchive: when it can't be read, or is not what ``pack`` made.
        TellsForgotten: when it tells of what the current version withholds.
        HomeNotWritable: when the home can't be written.
    """
    try:
        archive = path.open("rb")
    except OSError as error:
        raise BadArchive(str(path), error.strerror or str(error)) from error
    with archive:
        return unpack(archive, home, name=str(path))


def unpack(archive: IO[bytes], home: Home, *, name: str) -> Version:
    """Take in the version of a stream; see ``unpack_from``. ``name`` is what errors call it.

    Raises:
        BadArchive: when it can't be read, or is not what ``pack`` made.
        TellsForgotten: when it tells of what the current version withholds.
        HomeNotWritable: when the home can't be written.
    """
    with writing(home.path), scratch(home) as folder:
        with _told(name):
            version = _extracted(archive, folder)
            _check_whole(version)
        check_tells_nothing_forgotten(home, version)
        return home.take_in(version)


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Say of which file it is what is wrong."""
    try:
        yield
    except _FAILURES as error:
        raise BadArchive(name, str(error) or type(error).__name__) from error


def _extracted(archive: IO[bytes], folder: Path) -> Version:
    """Write the files below a folder, and check that they are as they were sent."""
    with tarfile.open(fileobj=archive, mode="r|") as members:
        each = iter(members)
        id_ = _id(members, next(each, None))
        (folder / FOLDER).mkdir()
        found: dict[str, str] = {}
        for member in each:
            if member.name == CHECKSUMS:
                _check_sums(_text(members, member, _LONGEST_SUMS), found)
                return Version(id_, folder / FOLDER)
            _check_place(member, folder)
            if member.isdir():
                (folder / member.name).mkdir(parents=True, exist_ok=True)
            else:
                found[member.name] = _copy(_content(members, member), folder / member.name)
    reason = f"it ends before {CHECKSUMS}"
    raise _Wrong(reason)


def _id(members: tarfile.TarFile, first: tarfile.TarInfo | None) -> str:
    if first is None or first.name != ID_FILE:
        reason = "it does not begin with an id"
        raise _Wrong(reason)
    id_ = _text(members, first, _LONGEST_ID_FILE).strip()
    if not is_version_id(id_):
        reason = f"{id_!r} is no id of a version"
        raise _Wrong(reason)
    return id_


def _check_place(member: tarfile.TarInfo, folder: Path) -> None:
    is_plain = member.isdir() or (member.isreg() and not member.issparse())
    if not is_plain or not _NAME.fullmatch(member.name) or _UP.search(member.name):
        reason = f"{member.name[:100]!r} is no file of a version"
        raise _Wrong(reason)
    place = folder / member.name
    if any(each.is_file() for each in (place, *place.parents)) or (
        place.exists() and not member.isdir()
    ):
        reason = f"{member.name} comes twice"
        raise _Wrong(reason)


def _content(members: tarfile.TarFile, member: tarfile.TarInfo) -> IO[bytes]:
    content = members.extractfile(member) if member.isreg() and not member.issparse() else None
    if content is None:
        reason = f"{member.name[:100]!r} is no plain file"
        raise _Wrong(reason)
    return content


def _text(members: tarfile.TarFile, member: tarfile.TarInfo, longest: int) -> str:
    if member.size > longest:
        reason = f"{member.name} is too long"
        raise _Wrong(reason)
    return _content(members, member).read().decode()


def _copy(content: IO[bytes], path: Path) -> str:
    """Write a file, and return the hash of what was written."""
    digest = hashlib.sha256()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        while some := content.read(_AT_ONCE):
            digest.update(some)
            file.write(some)
    return digest.hexdigest()


def _check_sums(text: str, found: Mapping[str, str]) -> None:
    listed = {name: sha256 for sha256, _, name in (line.partition("  ") for line in _lines(text))}
    wrong = sorted(name for name in {*listed, *found} if listed.get(name) != found.get(name))
    if wrong:
        reason = f"{wrong[0]} is not as it was exported"
        raise _Wrong(reason)


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line]


def _check_whole(version: Version) -> None:
    """Make sure that this software can read all of it, and that it is called by its content."""
    try:
        version.check()
        GraphStore.open(version.store_path)
        Adjacency.open(version.adjacency_path)
        NameIndex.open(version.names_path)
        entries(version.writes_path)
        _ = version.withholds
    except StoreError as error:
        raise _Wrong(str(error)) from error
    if version.created.tzinfo is None or version.id != version_id(
        version.created, version.content_hash
    ):
        reason = f"its content is not that of {version.id}"
        raise _Wrong(reason)
