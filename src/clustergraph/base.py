"""The IRI below which all of ours stand."""

from typing import Final

__all__ = ["BASE"]

BASE: Final = "https://w3id.org/clustergraph/"
"""The canonical base, which the data always holds; a server answers the same paths on its host."""
