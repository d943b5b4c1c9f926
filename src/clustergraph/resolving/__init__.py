"""Who is who across documents: their entities become those of the graph, with IRIs that last.

    DocumentGraphs → curated → members → groups → keys → IRIs (by the registry) → one graph
                                        → without what people asked to be forgotten

A result follows from documents, registry and decisions alone, never from an order or a clock.
"""

from clustergraph.resolving.concepts import ConceptMatch, Vocabulary
from clustergraph.resolving.curation import (
    FORGOTTEN_FILE,
    Curation,
    Forgetting,
    Identity,
    StatementNote,
    Verdict,
    note_forgetting,
    note_identity,
    note_statement,
    read_curation,
)
from clustergraph.resolving.forgetting import (
    Naming,
    addresses_of,
    naming_of,
    resolve_and_forget,
)
from clustergraph.resolving.registry import Registry
from clustergraph.resolving.resolve import Resolved, resolve

__all__ = [
    "FORGOTTEN_FILE",
    "ConceptMatch",
    "Curation",
    "Forgetting",
    "Identity",
    "Naming",
    "Registry",
    "Resolved",
    "StatementNote",
    "Verdict",
    "Vocabulary",
    "addresses_of",
    "naming_of",
    "note_forgetting",
    "note_identity",
    "note_statement",
    "read_curation",
    "resolve",
    "resolve_and_forget",
]
