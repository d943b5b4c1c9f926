"""Write a version into one file, for another home."""

import hashlib
import tarfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from secrets import token_hex
from typing import IO, Final

from clustergraph.errors import OutputNotWritable, VersionMissing
from clustergraph.store.versions import CHECKSUMS, Version

__all__ = ["FOLDER", "ID_FILE", "pack", "pack_into"]

ID_FILE: Final = "id"
"""The file that holds the id of the version."""
FOLDER: Final = "version"
"""What the names of its files begin with."""
_STREAM: Final = "w|"


def pack_into(version: Version, path: Path) -> int:
    """Write a version into a file, which is there when it is whole; returns its size in bytes.

    Raises:
        OutputNotWritable: when the file can't be written.
        VersionMissing: when the version was removed meanwhile.
    """
    part = path.with_name(f".{token_hex(4)}-{path.name}")
    try:
        with part.open("wb") as output:
            pack(version, output)
        size = part.stat().st_size
        part.replace(path)
    except OSError as error:
        raise OutputNotWritable(str(path), error.strerror or str(error)) from error
    finally:
        part.unlink(missing_ok=True)
    return size


def pack(version: Version, output: IO[bytes]) -> None:
    """Write a version to a stream.

    Raises:
        VersionMissing: when the version was removed meanwhile.
        OSError: when the stream takes no more.
    """
    with tarfile.open(fileobj=output, mode=_STREAM, format=tarfile.PAX_FORMAT) as archive:
        _add(archive, ID_FILE, f"{version.id}\n".encode())
        sums = "".join(f"{sha256}  {name}\n" for name, sha256 in _parts(archive, version))
        _add(archive, CHECKSUMS, sums.encode())


def _parts(archive: tarfile.TarFile, version: Version) -> Iterator[tuple[str, str]]:
    """Add the folders and files of a version; yields the files' names and hashes."""
    for path in sorted(version.path.rglob("*")):
        name = f"{FOLDER}/{path.relative_to(version.path).as_posix()}"
        if path.is_dir():
            archive.addfile(_member(name, kind=tarfile.DIRTYPE))
        else:
            yield name, _add_file(archive, name, path, version)


def _add_file(archive: tarfile.TarFile, name: str, path: Path, version: Version) -> str:
    try:
        file = path.open("rb")
    except FileNotFoundError:
        message = f"The version {version.id} was removed while it was read."
        raise VersionMissing(message) from None
    with file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        size = file.tell()
        file.seek(0)
        archive.addfile(_member(name, size=size), file)
    return sha256


def _add(archive: tarfile.TarFile, name: str, content: bytes) -> None:
    archive.addfile(_member(name, size=len(content)), BytesIO(content))


def _member(name: str, *, size: int = 0, kind: bytes = tarfile.REGTYPE) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.size, member.type, member.mode = size, kind, 0o644
    return member
