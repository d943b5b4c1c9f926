"""Look things up by name or by address, and list them. One index stands behind it, in ``names``."""

from clustergraph.operations.look_up.cards import cards, cards_of
from clustergraph.operations.look_up.hits import Hit
from clustergraph.operations.look_up.kinds import KINDS, count_by_class, kinds_named
from clustergraph.operations.look_up.search import (
    Findings,
    Question,
    count_all,
    facets,
    listed,
    named,
    search,
)

__all__ = [
    "KINDS",
    "Findings",
    "Hit",
    "Question",
    "cards",
    "cards_of",
    "count_all",
    "count_by_class",
    "facets",
    "kinds_named",
    "listed",
    "named",
    "search",
]
