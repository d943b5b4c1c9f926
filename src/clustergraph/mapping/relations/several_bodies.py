"""Nouns that speak of several bodies: «four clusters», «two companies based in Denmark»."""

from collections.abc import Iterator

from clustergraph.languages import Head
from clustergraph.mapping.kinds import BODIES
from clustergraph.mapping.mentions.activity_phrases import is_plural_noun
from clustergraph.mapping.mentions.nouns import noun
from clustergraph.mapping.relations.page import Page
from clustergraph.mapping.text.numerals import number_of

__all__ = ["number_before", "several_bodies"]

_COUNT_REACH = 4
"""Tokens between a number and the noun that it counts: «four young Danish clusters»."""


def several_bodies(page: Page) -> Iterator[tuple[int, Head]]:
    """Yield the index of each noun for several bodies, and what is known of it."""
    for index, token in enumerate(page.scene.tokens):
        head = None if token.is_capital else noun(token, page.pack)
        if head is not None and head.kind in BODIES and is_plural_noun(token, page.pack):
            yield index, head


def number_before(index: int, page: Page) -> int | None:
    """Return how many the noun at the index counts, if the text says so shortly before it."""
    before = page.scene.tokens[max(0, index - _COUNT_REACH) : index]
    return next((n for token in reversed(before) if (n := number_of(token, page.pack))), None)
