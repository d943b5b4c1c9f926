"""Tell what is known of the versions of a home: for people, and as plain values for programs."""

from dataclasses import dataclass
from datetime import datetime

from clustergraph.operations.dumping.dump import Dump, dumps_in
from clustergraph.store.versions import Home, Version

__all__ = ["Kept", "all_kept", "kept"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A version that is kept; a count is None where its build reported none."""

    id: str
    created: datetime
    is_current: bool
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
        documents=report.get("documents"),
        entities=report.get("entities"),
        statements=report.get("statements"),
        passages=report.get("passages"),
        dumps=dumps_in(version.dumps_path),
    )
