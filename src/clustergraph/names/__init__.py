"""The index of names: a card for each entity, one ranking behind every lookup; it knows no RDF.

::

    card, aspects   what is kept of an entity, what to call it, and what lists are narrowed by
    comparing       how alike two names are; nothing there knows an index
    files           what lies in the folder of an index, and how it is opened and read
    writing         how an index is built, and brought along with what was written since
    searching       the steps of the ranking, what is near, pages of hits
    index           an index open for reading: all that may be asked of it

Only ``writing.storing`` loads all languages; who searches, or brings an index along, does without.
"""

from clustergraph.names.aspects import NO_ASPECTS, Aspects
from clustergraph.names.card import DEFAULT_LANGUAGE, Card, Label, Name, Place, call
from clustergraph.names.comparing.likeness import AHEAD, SURE
from clustergraph.names.files.schema import FACETS
from clustergraph.names.index import NameIndex
from clustergraph.names.searching.found import Found, NameHit
from clustergraph.names.searching.ranking import Match

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
