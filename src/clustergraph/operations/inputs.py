"""What the current version was built from: a build of the same inputs has nothing to do."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from clustergraph.errors import StoreError
from clustergraph.locations import GAZETTEER, LINKS, ONTOLOGY, QUERIES
from clustergraph.store.versions import Home, Version

__all__ = ["last_built", "note_inputs"]

_CODE = Path(__file__).parent.parent
_IGNORED = frozenset({"__pycache__"})


def last_built(home: Home, documents: Path, registry: Path, curation: Path) -> Version | None:
    """Return the current version if it was built from these inputs by this code, else None.

    What was written to it since does not matter.
    """
    try:
        note = json.loads(_note(home).read_text(encoding="utf-8"))
        version = home.current()
        version.check()
    except (OSError, ValueError, StoreError):
        return None
    built_from = _fingerprint(documents, registry, curation)
    return version if note == {"version": version.built_id, "inputs": built_from} else None


def note_inputs(
    home: Home, version: Version, documents: Path, registry: Path, curation: Path
) -> None:
    """Write down from which inputs the version was built; taken after the registry is written."""
    note = {"version": version.built_id, "inputs": _fingerprint(documents, registry, curation)}
    _note(home).write_text(json.dumps(note) + "\n", encoding="utf-8")


def _note(home: Home) -> Path:
    return home.path / "inputs.json"


def _fingerprint(documents: Path, registry: Path, curation: Path) -> str:
    """Hash documents, sidecars, registry, decisions, what ships with the code, and the code."""
    digest = hashlib.sha256()
    for path in _inputs(documents, registry, curation):
        digest.update(f"{path.name}\0{path.stat().st_size}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _inputs(documents: Path, registry: Path, curation: Path) -> Iterator[Path]:
    yield from sorted(path for path in documents.iterdir() if path.is_file())
    if registry.is_file():
        yield registry
    for folder in (curation, ONTOLOGY, GAZETTEER, LINKS, QUERIES, _CODE):
        yield from sorted(path for path in folder.rglob("*") if _counts(path))


def _counts(path: Path) -> bool:
    return path.is_file() and not _IGNORED.intersection(path.parts) and path.suffix != ".pyc"
