"""Sidecars: what is known of a document beside its text, in a TOML file of the same name."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from clustergraph.errors import UnreadableDocument
from clustergraph.model import PartialDate

__all__ = ["SIDECAR_SUFFIX", "Sidecar", "read_sidecar"]

SIDECAR_SUFFIX = ".toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sidecar:
    """What a sidecar says; its keys are the names of these fields. Empty is what it leaves out.

    ``identifier`` names the file that it belongs to, for people who look into the folder.
    """

    identifier: str = ""
    title: str = ""
    language: str = ""
    date: PartialDate | None = None
    publisher: str = ""
    source: str = ""


_KEYS = frozenset(field.name for field in fields(Sidecar))


def read_sidecar(document: Path) -> Sidecar:
    """Read the sidecar of a document; where there is none it says nothing.

    Raises:
        UnreadableDocument: when it is not TOML, has unknown keys, or its date is none.
    """
    path = document.with_suffix(SIDECAR_SUFFIX)
    if not path.is_file():
        return Sidecar()
    values = _read(path)
    date = _date(path, values["date"]) if "date" in values else None
    return Sidecar(date=date, **{key: text for key, text in values.items() if key != "date"})


def _read(path: Path) -> Mapping[str, str]:
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UnreadableDocument(str(path), f"the sidecar is not TOML ({error}).") from error
    unknown, known = sorted(set(values) - _KEYS), ", ".join(sorted(_KEYS))
    if unknown:
        reason = f"the sidecar has unknown keys {', '.join(unknown)}; known are {known}."
        raise UnreadableDocument(str(path), reason)
    return {key: str(value) for key, value in values.items()}


def _date(path: Path, text: str) -> PartialDate:
    try:
        return PartialDate.parse(text)
    except ValueError as error:
        reason = f"the sidecar's date is {error}; write YYYY-MM-DD."
        raise UnreadableDocument(str(path), reason) from error
