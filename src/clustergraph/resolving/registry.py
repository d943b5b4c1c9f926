"""What each IRI stands for, in a file that outlives every build: keys, mentions and redirects.

A line is one row: ``key iri since document start end``, parted by tabs. Rows are only ever added,
and sorted, so the file reads well in git and two branches of it merge by keeping the lines of both.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, Self

from clustergraph.errors import RegistryError
from clustergraph.model import Iri, MentionPlace, Span

__all__ = ["Redirect", "Registration", "Registry"]

_COLUMNS: Final = ("key", "iri", "since", "document", "start", "end")
_REDIRECT: Final = "redirect/"
"""The key of a redirect is this and the IRI that replaces the row's; it has no mention."""
_PREAMBLE: Final = (
    "# What each IRI stands for: the key it was found by, since when, and where it is mentioned",
    "# (document, code points). Written by `clustergraph build`; rows are never removed.",
)
_DOCUMENT: Final = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """A mention that an IRI was given to, and the content key that it had then."""

    key: str
    iri: Iri
    since: date
    mention: MentionPlace

    @property
    def what(self) -> tuple[Iri, MentionPlace, str]:
        """The row without its date; no two rows of a registry share it."""
        return self.iri, self.mention, self.key

    @property
    def cells(self) -> tuple[str, ...]:
        """The row as the file has it."""
        span = self.mention.span
        since = self.since.isoformat()
        return self.key, self.iri, since, self.mention.document, str(span.start), str(span.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirect:
    """An IRI that was merged into another."""

    old: Iri
    new: Iri
    since: date

    @property
    def what(self) -> tuple[Iri, Iri]:
        """The row without its date; no two rows of a registry share it."""
        return self.old, self.new

    @property
    def cells(self) -> tuple[str, ...]:
        """The row as the file has it."""
        return _REDIRECT + self.new, self.old, self.since.isoformat(), "", "", ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Registry:
    """All that was ever registered; rows sorted, each once, with its first date."""

    registrations: tuple[Registration, ...] = ()
    redirects: tuple[Redirect, ...] = ()

    @classmethod
    def of(cls, registrations: Iterable[Registration], redirects: Iterable[Redirect] = ()) -> Self:
        """Sort the rows; of rows that differ in their date alone the first stays."""
        kept = {row.what: row for row in sorted(registrations, key=_latest_first)}
        moved = {row.what: row for row in sorted(redirects, key=_latest_first)}
        return cls(
            registrations=tuple(kept[what] for what in sorted(kept)),
            redirects=tuple(moved[what] for what in sorted(moved)),
        )

    @property
    def iris(self) -> frozenset[Iri]:
        """All IRIs that were ever given to something, those that were replaced too."""
        given = {row.iri for row in self.registrations}
        return frozenset(given | {row.old for row in self.redirects})

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read a registry; a file that is not there is an empty one.

        Raises:
            RegistryError: when the file can't be read, is not UTF-8 or a line is not a row.
        """
        try:
            lines = path.read_text(encoding="utf-8").split("\n")
        except FileNotFoundError:
            return cls()
        except OSError as error:
            reason = f"it can't be read ({error.strerror}); give another with --registry."
            raise RegistryError(str(path), reason) from error
        except UnicodeDecodeError as error:
            reason = f"byte {error.start} is not UTF-8; restore the file from version control."
            raise RegistryError(str(path), reason) from error
        rows = list(_parse(path, lines))
        return cls.of(
            (row for row in rows if isinstance(row, Registration)),
            (row for row in rows if isinstance(row, Redirect)),
        )

    def write(self, path: Path) -> None:
        """Write the file; the same rows give the same bytes, and a failure leaves the old file.

        Raises:
            RegistryError: when it can't be written.
        """
        rows: list[Registration | Redirect] = [*self.registrations, *self.redirects]
        rows.sort(
            key=lambda row: (row.iri if isinstance(row, Registration) else row.old, row.cells)
        )
        lines = [*_PREAMBLE, "\t".join(_COLUMNS), *("\t".join(row.cells) for row in rows)]
        draft = path.with_name(f"{path.name}.new")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text("\n".join([*lines, ""]), encoding="utf-8", newline="\n")
            draft.replace(path)
        except OSError as error:
            reason = f"it can't be written ({error.strerror}); give another with --registry."
            raise RegistryError(str(path), reason) from error

    def with_rows(
        self, registrations: Iterable[Registration], redirects: Iterable[Redirect]
    ) -> "Registry":
        """Return the registry with these rows too; a row that is there keeps its date."""
        return Registry.of([*self.registrations, *registrations], [*self.redirects, *redirects])


def _latest_first(row: Registration | Redirect) -> int:
    return -row.since.toordinal()


def _parse(path: Path, lines: Sequence[str]) -> Iterator[Registration | Redirect]:
    for number, line in enumerate(lines, start=1):
        text = line.rstrip("\r")
        if not text or text.startswith("#") or text.split("\t") == list(_COLUMNS):
            continue
        try:
            yield _row(text)
        except ValueError as error:
            location = f"{path}:{number}"
            reason = f"{error}; correct the line, or restore it from version control."
            raise RegistryError(location, reason) from error


def _row(line: str) -> Registration | Redirect:
    cells = line.split("\t")
    if re.match(r"[<=>|]{7}( |$)", line):
        raise ValueError("a merge was left unfinished (keep the lines of both sides)")
    if len(cells) != len(_COLUMNS):
        message = f"a row has {len(_COLUMNS)} cells parted by tabs, this one has {len(cells)}"
        raise ValueError(message)
    key, iri, since, document, start, end = cells
    if key.startswith(_REDIRECT):
        new = Iri(key.removeprefix(_REDIRECT))
        return Redirect(old=Iri(iri), new=new, since=_date(since))
    if not key or not _DOCUMENT.fullmatch(document):
        raise ValueError("a row needs a key and a document's id of 16 hexadecimal digits")
    mention = MentionPlace(document, Span(_offset(start), _offset(end)))
    return Registration(key=key, iri=Iri(iri), since=_date(since), mention=mention)


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"not a date (YYYY-MM-DD): {text!r}"
        raise ValueError(message) from None


def _offset(text: str) -> int:
    if not text.isdecimal():
        message = f"not an offset: {text!r}"
        raise ValueError(message)
    return int(text)
