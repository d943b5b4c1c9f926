"""The index of names: a row for each name, one ranking behind every lookup; it knows no RDF."""

from clustergraph.names.index import NameHit, NameIndex, NameRow, build_names
from clustergraph.names.ranking import Match

__all__ = ["Match", "NameHit", "NameIndex", "NameRow", "build_names"]
