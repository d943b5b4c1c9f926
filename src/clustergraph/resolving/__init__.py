"""Who is who across documents: their entities become those of the graph, with IRIs that last.

    DocumentGraphs → curated → members → groups → keys → IRIs (by the registry) → one graph

A result follows from documents, registry and decisions alone, never from an order or a clock.
"""

from clustergraph.resolving.concepts import ConceptMatch, Vocabulary
from clustergraph.resolving.curation import (
    Curation,
    Identity,
    Verdict,
    note_identity,
    note_statement,
    read_curation,
)
from clustergraph.resolving.registry import Registry
from clustergraph.resolving.resolve import Resolved, resolve

__all__ = [
    "ConceptMatch",
    "Curation",
    "Identity",
    "Registry",
    "Resolved",
    "Verdict",
    "Vocabulary",
    "note_identity",
    "note_statement",
    "read_curation",
    "resolve",
]
