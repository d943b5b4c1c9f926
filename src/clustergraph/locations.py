"""Where the files that ship with the package lie: in the wheel, or in the checkout it runs from."""

from pathlib import Path

__all__ = [
    "CURATION",
    "DOCUMENTS",
    "GAZETTEER",
    "IDENTIFIERS",
    "LINKS",
    "ONTOLOGY",
    "ONTOLOGY_SHAPES",
    "QUERIES",
    "SHAPES",
]

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parent.parent


def _find(packed: str, unpacked: str) -> Path:
    inside = _PACKAGE / packed
    return inside if inside.is_dir() else _CHECKOUT / unpacked


ONTOLOGY = _find("_ontology", "ontology")
SHAPES = ONTOLOGY / "shapes"
ONTOLOGY_SHAPES = SHAPES / "ontology"
QUERIES = _find("_queries", "queries")
GAZETTEER = _find("_data/gazetteer", "data/gazetteer")
DOCUMENTS = _find("_data/documents", "data/documents")
CURATION = _find("_data/curation", "data/curation")
LINKS = _find("_data/links", "data/links")
IDENTIFIERS = _find("_data/identifiers", "data/identifiers")
