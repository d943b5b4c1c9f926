"""What people decided about the graph, as rows of four tables that they can read and write.

On statements, on entities, on who is who, and on what is forgotten. What becomes of a decision is
known in ``resolving.curation``.
"""

from clustergraph.decisions.decision import Curation, Forgetting, Identity, Verdict
from clustergraph.decisions.reading import FORGOTTEN_FILE, read_curation
from clustergraph.decisions.writing import (
    StatementNote,
    note_forgetting,
    note_identity,
    note_statement,
)

__all__ = [
    "FORGOTTEN_FILE",
    "Curation",
    "Forgetting",
    "Identity",
    "StatementNote",
    "Verdict",
    "note_forgetting",
    "note_identity",
    "note_statement",
    "read_curation",
]
