"""Sidecars: what is known of a document beside its text, in a TOML file of the same name."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

from clustergraph.errors import UnreadableDocument
from clustergraph.model import PartialDate
from clustergraph.reading.content import Metadata, printable

__all__ = ["SIDECAR_SUFFIX", "Sidecar", "read_sidecar"]

SIDECAR_SUFFIX = ".toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sidecar:
    """What a sidecar says: keys named as the fields of ``Metadata``, ``charset``, ``identifier``.

    ``charset`` is what the file is written in where that is not UTF-8. The identifier names the
    file that a sidecar belongs to, for people who look into the folder; nothing here reads it.
    """

    metadata: Metadata = field(default_factory=Metadata)
    charset: str = ""


_KEYS = frozenset({"charset", "identifier"}.union(each.name for each in fields(Metadata)))
_LANGUAGE = re.compile(r"[a-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def read_sidecar(document: Path) -> Sidecar:
    """Read the sidecar of a document; where there is none it says nothing.

    Raises:
        UnreadableDocument: when it is not TOML, has unknown keys, or its date or language is none.
    """
    path = document.with_suffix(SIDECAR_SUFFIX)
    if not path.is_file():
        return Sidecar()
    values = dict(_read(path))
    values.pop("identifier", "")
    charset = values.pop("charset", "")
    date = _date(path, values.pop("date")) if "date" in values else None
    _check_language(path, values.get("language", ""))
    return Sidecar(metadata=Metadata(date=date, **values), charset=charset)


def _read(path: Path) -> Mapping[str, str]:
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UnreadableDocument(str(path), f"the sidecar is not TOML ({error}).") from error
    except OSError as error:
        reason = f"the sidecar can't be read ({error.strerror})."
        raise UnreadableDocument(str(path), reason) from error
    unknown, known = sorted(set(values) - _KEYS), ", ".join(sorted(_KEYS))
    if unknown:
        reason = f"the sidecar has unknown keys {', '.join(unknown)}; known are {known}."
        raise UnreadableDocument(str(path), reason)
    return {key: printable(str(value)) for key, value in values.items()}


def _date(path: Path, text: str) -> PartialDate:
    try:
        return PartialDate.parse(text)
    except ValueError as error:
        reason = f"the sidecar's date is {error}; write YYYY-MM-DD."
        raise UnreadableDocument(str(path), reason) from error


def _check_language(path: Path, code: str) -> None:
    if code and not _LANGUAGE.fullmatch(code):
        reason = f"the sidecar's language is {code!r}; write its code, such as 'en'."
        raise UnreadableDocument(str(path), reason)
