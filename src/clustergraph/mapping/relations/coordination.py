"""Enumerations: which mentions stand in one list, joined by commas and "and"."""

from clustergraph.mapping.relations.page import Page
from clustergraph.mapping.text.tokens import Token

__all__ = ["are_coordinated"]

_JOINING_SIGNS = frozenset(",;/")
_HARMLESS_SIGNS = frozenset("()–-•.")


def are_coordinated(start: int, end: int, page: Page) -> bool:
    """Tell whether what stands between two names joins them.

    There may be articles, titles, positions and what these belong to, but at least one sign or
    word that joins.
    """
    between = page.scene.between(start, end)
    joining = [token for token in between if _joins(token, page)]
    return bool(joining) and all(_joins(t, page) or _belongs(t, page) for t in between)


def _joins(token: Token, page: Page) -> bool:
    return token.text in _JOINING_SIGNS or token.lower in page.pack.conjunctions


def _belongs(token: Token, page: Page) -> bool:
    pack = page.pack
    if token.text in _HARMLESS_SIGNS or pack.is_title(token.text):
        return True
    if token.lower in pack.articles | pack.of_words | pack.origin_words:
        return True
    spans = (*(role.span for role in page.read.roles), *(m.span for m in page.mentions))
    return any(span.covers(token.span) for span in spans)
