"""One version of the graph: where its parts lie, and what is told of it."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from clustergraph.errors import StoreError
from clustergraph.model import Iri, Withheld
from clustergraph.store.versions.withheld import read_withheld, told_of

__all__ = ["CHECKSUMS", "LAYOUT", "MANIFEST", "REPORT", "WITHHELD", "WRITES", "Version"]

LAYOUT: Final = 2
"""The number of this arrangement of a version's folder; another one can't be read."""
MANIFEST: Final = "version.json"
"""The file that holds the layout, the hash of the content and when it was published."""
REPORT: Final = "report.json"
"""The file of what its build reported."""
WITHHELD: Final = "withheld.json"
"""The file of what is told at addresses of which the version says nothing."""
WRITES: Final = "writes.jsonl"
"""The file of what was written since the first build, a line for each write."""
CHECKSUMS: Final = "SHA256SUMS"
"""The file that lists the dumps with their hashes, and so stands for all of them."""
_DOCUMENT_ID: Final = re.compile(r"[0-9a-f]{16}")


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
    def adjacency_path(self) -> Path:
        """The folder of the table of who is related to whom."""
        return self.path / "adjacency"

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
        return read_withheld(self.path / WITHHELD)

    @property
    def report(self) -> dict[str, Any]:
        """What its build reported; empty where it wrote none."""
        return _read_json(self.path / REPORT) or {}

    @property
    def content_hash(self) -> str:
        """The hash of what its store says."""
        return str(self._manifest.get("content_hash", ""))

    @property
    def stamps(self) -> Mapping[str, str]:
        """What its index of names and its table of relations were stamped with; empty if not."""
        return {name: str(self._manifest.get(name, "")) for name in ("names", "adjacency")}

    @property
    def writes_path(self) -> Path:
        """The file of what was written; not there where nothing was."""
        return self.path / WRITES

    @cached_property
    def is_plain(self) -> bool:
        """Whether it has none of the build's graphs: all of it is written, and no graph is ours."""
        return bool(self._manifest.get("is_plain", False))

    @property
    def built_id(self) -> str:
        """The id of the version that was built last before it was written to; its own of others."""
        return str(self._manifest.get("build", self.id))

    @property
    def previous_id(self) -> str | None:
        """The id of the version that was written to; None of one that was built."""
        previous = self._manifest.get("previous")
        return None if previous is None else str(previous)

    @cached_property
    def created(self) -> datetime:
        """When it was published."""
        return datetime.fromisoformat(self._manifest["created"])

    @property
    def _manifest(self) -> dict[str, Any]:
        return _read_json(self.path / MANIFEST) or {}

    def check(self) -> None:
        """Make sure that this software can read it.

        Raises:
            StoreError: when it is damaged, or arranged otherwise.
        """
        layout = self._manifest.get("layout")
        parts = (self.store_path, self.names_path, self.adjacency_path)
        if layout == LAYOUT and all(part.is_dir() for part in parts):
            return
        reason = "was made by another version of this software"
        if layout in (None, LAYOUT):
            reason = "is damaged"
        message = f"The version {self.id} in {self.path} {reason}; build it again."
        raise StoreError(message)


def _read_json(path: Path) -> dict[str, Any] | None:
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return values if isinstance(values, dict) else None
