r"""A table of decisions as a file: tab-separated, a header line, ``#`` for remarks.

In a cell ``\n``, ``\r``, ``\t`` and ``\\`` stand for characters that would break the row. What the
columns mean is decided elsewhere.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NoReturn

from clustergraph.errors import CurationError, OutputNotWritable

__all__ = ["Row", "append_row", "as_line", "read_rows"]

_ESCAPES: Final = {"\\n": "\n", "\\r": "\r", "\\t": "\t", "\\\\": "\\"}
_ESCAPED: Final = {character: escape for escape, character in _ESCAPES.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row: where it stands (``file:line``), and its cells by column."""

    location: str
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        """Return a cell, without the blanks round it."""
        return self.cells[column]

    def refuse(self, reason: str) -> NoReturn:
        """Raise the CurationError that names this row."""
        raise CurationError(self.location, reason) from None


def read_rows(path: Path, columns: Sequence[str]) -> Iterator[Row | CurationError]:
    """Yield the rows of a table, or what is wrong with a line; a missing file has no rows."""
    try:
        lines = path.read_bytes().decode("utf-8-sig").split("\n")
    except FileNotFoundError:
        return
    except OSError as error:
        yield CurationError(str(path), f"it can't be read ({error.strerror}); mend its rights.")
        return
    except UnicodeDecodeError as error:
        yield CurationError(str(path), f"byte {error.start} is not UTF-8; save it as UTF-8.")
        return
    content = [
        (f"{path}:{number}", line.rstrip("\r"))
        for number, line in enumerate(lines, start=1)
        if line.strip() and not line.startswith("#")
    ]
    yield from _rows(content, columns)


def as_line(columns: Sequence[str], cells: Mapping[str, str]) -> str:
    r"""Write a row as a line of its table, without the line's end.

    >>> as_line(("one", "other"), {"other": "a\tb"})
    '\ta\\tb'
    """
    return "\t".join(_escape(cells.get(column, "")) for column in columns)


def append_row(path: Path, columns: Sequence[str], cells: Mapping[str, str]) -> None:
    """Add a row at the end of a table, which is made where it is missing; whole, or not at all.

    Raises:
        OutputNotWritable: when the file can't be written.
    """
    line = as_line(columns, cells)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text(encoding="utf-8") if path.exists() else "\t".join(columns) + "\n"
        ended = text if text.endswith("\n") else f"{text}\n"
        draft = path.with_name(f"{path.name}.new")
        draft.write_text(f"{ended}{line}\n", encoding="utf-8", newline="\n")
        draft.replace(path)
    except OSError as error:
        raise OutputNotWritable(str(path), error.strerror or str(error)) from error


def _rows(
    content: Sequence[tuple[str, str]], columns: Sequence[str]
) -> Iterator[Row | CurationError]:
    if not content:
        return
    (where, header), *lines = content
    if header.split("\t") != list(columns):
        reason = f"the first line must name the columns: {', '.join(columns)} (parted by tabs)."
        yield CurationError(where, reason)
        return
    for location, line in lines:
        cells = line.split("\t")
        if len(cells) > len(columns):
            reason = f"the row has {len(cells)} cells, more than the {len(columns)} columns."
            yield CurationError(location, reason)
            continue
        filled = [*map(_unescape, cells), *[""] * (len(columns) - len(cells))]
        yield Row(location=location, cells=dict(zip(columns, filled, strict=True)))


def _unescape(cell: str) -> str:
    return re.sub(r"\\[nrt\\]", lambda escape: _ESCAPES[escape[0]], cell.strip())


def _escape(cell: str) -> str:
    return re.sub(r"[\n\r\t\\]", lambda character: _ESCAPED[character[0]], cell)
