"""Sectors of clusters, bodies and projects: «a cluster of the wood sector»."""

from collections.abc import Set as AbstractSet

from clustergraph.mapping.kinds import BODIES, FRAMES
from clustergraph.mapping.mentions.mention import Mention
from clustergraph.mapping.relations.page import Page
from clustergraph.vocab import CG

__all__ = ["read_sector"]

_PARTING_SIGNS = frozenset(";:.")
_FARTHEST = 4
"""Tokens between the body and its sector: «active in the»."""


def read_sector(left: Mention, right: Mention, page: Page) -> None:
    """Note «Alpha, active in the wood sector» for neighbours with few and small words between."""
    if page.kind(right) != CG.Sector or page.kind(left) not in BODIES | FRAMES:
        return
    between = page.scene.between(left.span.end, right.span.start)
    words = [token.lower for token in between]
    if not words or len(words) > _FARTHEST or not _PARTING_SIGNS.isdisjoint(words):
        return
    if words[-1] in _small_words(page) | {"("}:
        page.note(left, CG.sector, right, rule="sector behind", confidence=0.65)


def _small_words(page: Page) -> AbstractSet[str]:
    pack = page.pack
    return pack.place_prepositions | pack.of_words | pack.origin_words | pack.articles
