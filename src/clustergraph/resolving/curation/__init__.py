"""Decisions of people carried out; what they are and how they are written is in ``decisions``.

Those on statements and entities are carried out on the graph of the document they speak of, before
documents are joined; those on who is who, while they are joined; what is forgotten is taken out of
the one graph.

    tables → decisions → one document's graph, decided → …
"""

from clustergraph.resolving.curation.curate import curate
from clustergraph.resolving.curation.identities import bind
from clustergraph.resolving.curation.references import LocalIds

__all__ = ["LocalIds", "bind", "curate"]
