"""Look things up by name or by address. One ranking stands behind all of it, in ``names``."""

from clustergraph.operations.look_up.cards import cards
from clustergraph.operations.look_up.kinds import KINDS, kinds_named
from clustergraph.operations.look_up.search import Findings, Hit, Question, facets, named, search

__all__ = [
    "KINDS",
    "Findings",
    "Hit",
    "Question",
    "cards",
    "facets",
    "kinds_named",
    "named",
    "search",
]
