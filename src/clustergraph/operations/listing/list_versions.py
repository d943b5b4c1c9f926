"""Tell what is known of the versions of a home: for people, and as plain values for programs."""

from dataclasses import dataclass
from datetime import datetime

from clustergraph.operations.dumping.dump import Dump, dumps_in
from clustergraph.operations.writing.log import Entry, last_entry
from clustergraph.store.versions import Home, Version

__all__ = ["Kept", "all_kept", "kept"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A version that is kept; a count is None where its build reported none.

    ``built`` is the version whose build that was: itself, or the one that was written to. ``write``
    is the write that made it, None where a build did.
    """

    id: str
    created: datetime
    is_current: bool
    built: str
    write: Entry | None
    documents: int | None
    entities: int | None
    statements: int | None
    passages: int | None
    dumps: tuple[Dump, ...]

    def as_values(self) -> dict[str, object]:
        """Return the plain values, for JSON."""
        return {
            "id": self.id,
            "created": self.created.isoformat(timespec="seconds"),
            "current": self.is_current,
            "built": self.built,
            "write": None if self.write is None else self.write.as_values(),
            "documents": self.documents,
            "entities": self.entities,
            "statements": self.statements,
            "passages": self.passages,
            "dumps": {dump.name: dump.sha256 for dump in self.dumps},
        }


def all_kept(home: Home) -> list[Kept]:
    """List the versions that can be read, the newest first."""
    return [kept(home, version) for version in reversed(home.versions())]


def kept(home: Home, version: Version) -> Kept:
    """Say what is known of a version."""
    report = version.report
    return Kept(
        id=version.id,
        created=version.created,
        is_current=version.id == home.current_id,
        built=version.built_id,
        write=_write_of(version),
        documents=report.get("documents"),
        entities=report.get("entities"),
        statements=report.get("statements"),
        passages=report.get("passages"),
        dumps=dumps_in(version.dumps_path),
    )


def _write_of(version: Version) -> Entry | None:
    """Return the write that made a version; a build may have made it, with writes of others."""
    write = last_entry(version.writes_path)
    return write if write is not None and write.version == version.id else None
