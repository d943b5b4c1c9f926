"""What people decided: on statements, on entities, on who is who, and what is forgotten.

Decisions are rows of four tables. Those on statements and entities are carried out on the graph of
the document they speak of, before documents are joined; those on who is who, while they are joined;
what is forgotten is taken out of the one graph.

    tables → decisions → one document's graph, decided → …
"""

from clustergraph.resolving.curation.curate import curate
from clustergraph.resolving.curation.decisions import Curation, Forgetting, Identity, Verdict
from clustergraph.resolving.curation.identities import bind
from clustergraph.resolving.curation.reading import FORGOTTEN_FILE, read_curation
from clustergraph.resolving.curation.references import LocalIds
from clustergraph.resolving.curation.writing import (
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
    "LocalIds",
    "StatementNote",
    "Verdict",
    "bind",
    "curate",
    "note_forgetting",
    "note_identity",
    "note_statement",
    "read_curation",
]
