"""Decisions to rows of the tables; what a row means when it is read again lives in ``reading``."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from clustergraph.decisions.decision import Identity, Verdict
from clustergraph.decisions.reading import (
    FORGOTTEN_COLUMNS,
    FORGOTTEN_FILE,
    IDENTITY_COLUMNS,
    STATEMENT_COLUMNS,
)
from clustergraph.decisions.table import append_row, as_line
from clustergraph.model import Iri

__all__ = ["StatementNote", "note_forgetting", "note_identity", "note_statement"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementNote:
    """A decision on a statement as it is written down; things by their local ids."""

    verdict: Verdict
    document: str
    subject: str
    predicate: str
    object: str
    quote: str
    by: str
    on: date
    why: str = ""

    @property
    def line(self) -> str:
        """The row of ``statements.tsv``."""
        return as_line(STATEMENT_COLUMNS, self.cells)

    @property
    def cells(self) -> Mapping[str, str]:
        """What stands in each column of the row."""
        return {
            "decision": self.verdict,
            "document": self.document,
            "subject": self.subject,
            "predicate": self.predicate,
            "object": self.object,
            "quote": self.quote,
            "by": self.by,
            "on": self.on.isoformat(),
            "why": self.why,
        }


def note_statement(folder: Path, note: StatementNote) -> None:
    """Add a decision on a statement to ``statements.tsv``.

    Raises:
        OutputNotWritable: when the file can't be written.
    """
    append_row(folder / "statements.tsv", STATEMENT_COLUMNS, note.cells)


def note_identity(
    folder: Path, identity: Identity, one: str, other: str, *, by: str, on: date, why: str
) -> None:
    """Add a decision on who is who to ``identities.tsv``.

    Raises:
        OutputNotWritable: when the file can't be written.
    """
    cells = {
        "decision": identity,
        "one": one,
        "other": other,
        "why": why,
        "by": by,
        "on": on.isoformat(),
    }
    append_row(folder / "identities.tsv", IDENTITY_COLUMNS, cells)


def note_forgetting(folder: Path, iri: Iri, *, by: str, on: date, why: str) -> None:
    """Add an entity or a document that is to be forgotten to ``forgotten.tsv``.

    Raises:
        OutputNotWritable: when the file can't be written.
    """
    cells = {"iri": iri, "by": by, "on": on.isoformat(), "why": why}
    append_row(folder / FORGOTTEN_FILE, FORGOTTEN_COLUMNS, cells)
