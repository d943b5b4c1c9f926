"""Who is who across documents: their entities become those of the graph, with IRIs that last.

    DocumentGraphs → members → groups → keys → IRIs (by the registry) → one graph

A result follows from the documents and the registry alone, never from an order or a clock.
"""

from clustergraph.resolving.registry import Registry
from clustergraph.resolving.resolve import resolve

__all__ = ["Registry", "resolve"]
