"""The index of names: a card for each entity, one ranking behind every lookup; it knows no RDF.

An index is written by ``storing``, which loads all languages; who searches does without, and who
brings one along with what was written since (``bringing_along``).
"""

from clustergraph.names.aspects import NO_ASPECTS, Aspects
from clustergraph.names.card import DEFAULT_LANGUAGE, Card, Label, Name, Place, call
from clustergraph.names.fields import FACETS
from clustergraph.names.found import Found, NameHit
from clustergraph.names.index import NameIndex
from clustergraph.names.likeness import AHEAD, SURE
from clustergraph.names.ranking import Match

__all__ = [
    "AHEAD",
    "DEFAULT_LANGUAGE",
    "FACETS",
    "NO_ASPECTS",
    "SURE",
    "Aspects",
    "Card",
    "Found",
    "Label",
    "Match",
    "Name",
    "NameHit",
    "NameIndex",
    "Place",
    "call",
]
