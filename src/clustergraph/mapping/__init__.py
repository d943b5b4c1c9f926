"""From a document to its graph: rules over language packs, nothing of RDF."""

from clustergraph.mapping.mapper import map_document

__all__ = ["map_document"]
