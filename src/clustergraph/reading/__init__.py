"""From a file to a ``Document``: bytes, language, zones, metadata.

Nothing here knows what a fact is.
"""

from clustergraph.reading.read import document_paths, read_document

__all__ = ["document_paths", "read_document"]
