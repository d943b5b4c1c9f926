"""Files that hold all of a version: those that are kept with it, and those that somebody asks for.

What is kept is made with the version, never changes and has its checksums. The same version gives
the same bytes, packed or not.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from gzip import GzipFile
from pathlib import Path
from secrets import token_hex
from typing import IO, Final, cast

from clustergraph.errors import OutputNotWritable, StoreError
from clustergraph.operations.dumping.export import CSV, FORMS, NQUADS, STEM, Export, Form, exports
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import CHECKSUMS

__all__ = ["QUADS_FILE", "Dump", "dumps_in", "write_dumps", "write_files"]

_PACKED: Final = ".gz"
QUADS_FILE: Final = f"{STEM}.{NQUADS.extension}{_PACKED}"
"""The file with all quads, one a line, sorted."""
_PACKING: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Dump:
    """A file: its name, its form, whether it is packed, how long it is, and its SHA-256."""

    name: str
    form: Form
    is_packed: bool
    byte_size: int
    sha256: str


def write_dumps(graph: GraphStore, folder: Path) -> None:
    """Make the folder with a file for each export, and their checksums for ``sha256sum --check``.

    Takes some 60 seconds and 250 MB of memory for a million quads.
    """
    folder.mkdir()
    for export in exports(graph):
        _write(export, folder / f"{export.name}{'' if export.form.is_table else _PACKED}")
    lines = (f"{_sha256(path)}  {path.name}\n" for path in sorted(folder.iterdir()))
    (folder / CHECKSUMS).write_text("".join(lines), encoding="utf-8")


def write_files(graph: GraphStore, form: str, out: Path) -> list[Path]:
    """Write the files of a form, of which CSV alone has several; returns where they are.

    Args:
        graph: the version's store.
        form: the key of one of ``FORMS``.
        out: a file, packed where its name ends in ``.gz``; a folder for CSV, or where there is one.

    Raises:
        OutputNotWritable: when it can't be written; then no part of a file is left behind.
    """
    is_folder = form == CSV.key or out.is_dir()
    files = {(out / export.name if is_folder else out): export for export in exports(graph, form)}
    try:
        if is_folder:
            out.mkdir(parents=True, exist_ok=True)
        for path, export in files.items():
            _write_whole(export, path)
    except OSError as error:
        raise OutputNotWritable(str(out), error.strerror or str(error)) from error
    return list(files)


def dumps_in(folder: Path) -> tuple[Dump, ...]:
    """List the files in the folder of a version, by form; none where its build made none.

    Raises:
        StoreError: when a file that should be there is not.
    """
    if not folder.is_dir():
        return ()
    try:
        lines = (folder / CHECKSUMS).read_text(encoding="utf-8").splitlines()
        found = [_dump(folder, *line.split("  ", 1)) for line in lines]
    except (OSError, ValueError, TypeError, StopIteration) as error:
        message = f"The files in {folder} are damaged ({error}); build the version again."
        raise StoreError(message) from error
    return tuple(sorted(found, key=lambda dump: (FORMS.index(dump.form), dump.name)))


def _dump(folder: Path, sha256: str, name: str) -> Dump:
    plain = name.removesuffix(_PACKED)
    return Dump(
        name=name,
        form=next(form for form in FORMS if plain.endswith(f".{form.extension}")),
        is_packed=name.endswith(_PACKED),
        byte_size=(folder / name).stat().st_size,
        sha256=sha256,
    )


def _write_whole(export: Export, path: Path) -> None:
    """Write beside the place, and put it there when it is whole.

    A link still leads there then; a pipe or a device is written to as it is.
    """
    if path.exists() and not path.is_file():
        _write(export, path)
        return
    place = path.resolve()
    part = place.with_name(f".{token_hex(4)}-{path.name}")
    try:
        _write(export, part)
        part.replace(place)
    finally:
        part.unlink(missing_ok=True)


def _write(export: Export, path: Path) -> None:
    packing = _packing if path.suffix == _PACKED else _as_it_is
    with path.open("wb") as file, packing(file) as output:
        export.write(output)


@contextmanager
def _packing(file: IO[bytes]) -> Iterator[IO[bytes]]:
    """Pack without a name and a time, which would change from build to build."""
    with GzipFile("", "wb", _PACKING, file, mtime=0) as packed:
        yield cast("IO[bytes]", packed)  # it can all that is needed here


@contextmanager
def _as_it_is(file: IO[bytes]) -> Iterator[IO[bytes]]:
    yield file


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
