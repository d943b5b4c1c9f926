"""From a document to its graph: rules over language packs, nothing of RDF."""

from clustergraph.mapping.calibration import Calibration, load_calibration
from clustergraph.mapping.mapper import map_document

__all__ = ["Calibration", "load_calibration", "map_document"]
