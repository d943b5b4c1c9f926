"""Who is who across documents: their entities become those of the graph, with IRIs that last.

    DocumentGraphs → curated → members → groups → keys → IRIs (by the registry) → one graph
                                        → without what people asked to be forgotten

A result follows from documents, registry and decisions alone, never from an order or a clock.
"""

from clustergraph.resolving.concepts import ConceptMatch, Vocabulary
from clustergraph.resolving.forgetting import (
    Naming,
    addresses_of,
    naming_of,
    resolve_and_forget,
)
from clustergraph.resolving.registry import Registry
from clustergraph.resolving.resolve import Resolved, resolve

__all__ = [
    "ConceptMatch",
    "Naming",
    "Registry",
    "Resolved",
    "Vocabulary",
    "addresses_of",
    "naming_of",
    "resolve",
    "resolve_and_forget",
]
