"""What a build is made from, where that lies beside a folder of documents, and what is built of it.

A build of the same inputs has nothing to do.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from clustergraph.errors import StoreError
from clustergraph.locations import CURATION, DOCUMENTS, GAZETTEER, LINKS, ONTOLOGY, QUERIES
from clustergraph.store.versions import Home, Version

__all__ = ["Inputs", "default_curation", "default_registry", "last_built", "note_inputs"]

_CODE = Path(__file__).parents[2]
_IGNORED = frozenset({"__pycache__"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """The documents, the registry, and what people decided."""

    documents: Path
    registry: Path
    curation: Path

    @classmethod
    def at(cls, documents: Path, registry: Path, curation: Path | None) -> Self:
        """Take decisions from beside the documents unless told where they are."""
        curation = curation or default_curation(documents)
        return cls(documents=documents, registry=registry, curation=curation)


def default_registry(documents: Path) -> Path:
    """Return where the registry of a folder lies: ours in ``data/``, others beside their folder."""
    folder = documents.resolve()
    if folder == DOCUMENTS.resolve():
        return folder.parent / "registry.tsv"
    return folder.with_name(f"{folder.name}.registry.tsv")


def default_curation(documents: Path) -> Path:
    """Return where people's decisions on a folder lie: ours in ``data/``, others beside it."""
    folder = documents.resolve()
    if folder == DOCUMENTS.resolve():
        return CURATION
    return folder.with_name(f"{folder.name}.curation")


def last_built(home: Home, inputs: Inputs) -> Version | None:
    """Return the current version if it was built from these inputs by this code, else None.

    What was written to it since does not matter.
    """
    try:
        note = json.loads(_note(home).read_text(encoding="utf-8"))
        version = home.current()
        version.check()
    except (OSError, ValueError, StoreError):
        return None
    built_from = {"version": version.built_id, "inputs": _fingerprint(inputs)}
    return version if note == built_from else None


def note_inputs(home: Home, version: Version, inputs: Inputs) -> None:
    """Write down from which inputs the version was built; taken after the registry is written."""
    note = {"version": version.built_id, "inputs": _fingerprint(inputs)}
    _note(home).write_text(json.dumps(note) + "\n", encoding="utf-8")


def _note(home: Home) -> Path:
    return home.path / "inputs.json"


def _fingerprint(inputs: Inputs) -> str:
    """Hash documents, sidecars, registry, decisions, what ships with the code, and the code."""
    digest = hashlib.sha256()
    for path in _files(inputs):
        digest.update(f"{path.name}\0{path.stat().st_size}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _files(inputs: Inputs) -> Iterator[Path]:
    yield from sorted(path for path in inputs.documents.iterdir() if path.is_file())
    if inputs.registry.is_file():
        yield inputs.registry
    for folder in (inputs.curation, ONTOLOGY, GAZETTEER, LINKS, QUERIES, _CODE):
        yield from sorted(path for path in folder.rglob("*") if _counts(path))


def _counts(path: Path) -> bool:
    return path.is_file() and not _IGNORED.intersection(path.parts) and path.suffix != ".pyc"
