"""What people decided: on statements, on entities, and on who is who.

Decisions are rows of three tables. Those on statements and entities are carried out on the graph of
the document they speak of, before documents are joined; those on who is who, while they are joined.

    tables → decisions → one document's graph, decided → …
"""

from clustergraph.resolving.curation.curate import curate
from clustergraph.resolving.curation.decisions import Curation, Identity, Verdict
from clustergraph.resolving.curation.identities import bind
from clustergraph.resolving.curation.reading import read_curation
from clustergraph.resolving.curation.references import LocalIds
from clustergraph.resolving.curation.writing import note_identity, note_statement

__all__ = [
    "Curation",
    "Identity",
    "LocalIds",
    "Verdict",
    "bind",
    "curate",
    "note_identity",
    "note_statement",
    "read_curation",
]
