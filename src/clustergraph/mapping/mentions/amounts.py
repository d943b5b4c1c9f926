"""Amounts of money: «1,2 Mio. Euro», "EUR 250,000", «2 млн. лв.». They date and count nothing."""

from collections.abc import Iterator, Sequence

import regex

from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.tokens import Token, span_of
from clustergraph.model import Span

__all__ = ["find_amounts"]

_SIGNS = frozenset("€$£¥")
_FIGURES = regex.compile(r"\d[\d.,\s\u00a0\u202f]*")
_MOST_BETWEEN = 6
"""Tokens between figures and the currency: «2 Mio. Euro», «1 milione e mezzo di euro»."""


def find_amounts(scene: Scene) -> Iterator[Span]:
    """Yield where the amounts of a sentence stand, from the figures to the currency or round it."""
    for index, token in enumerate(scene.tokens):
        if token.text[0].isdigit() and _FIGURES.fullmatch(token.text):
            amount = _before_currency(scene, index) or _behind_currency(scene, index)
            if amount:
                yield span_of(amount)


def _before_currency(scene: Scene, index: int) -> Sequence[Token]:
    for at, token in enumerate(scene.tokens[index + 1 : index + 2 + _MOST_BETWEEN], index + 1):
        if _is_currency(token, scene):
            return scene.tokens[index : at + 1]
        if not _may_stand_between(token, scene):
            break
    return ()


def _behind_currency(scene: Scene, index: int) -> Sequence[Token]:
    around = scene.tokens[index - 1 : index + 1] if index else ()
    return around if around and _is_currency(around[0], scene) else ()


def _is_currency(token: Token, scene: Scene) -> bool:
    currencies = scene.pack.currencies
    return token.text in _SIGNS or not currencies.isdisjoint({token.lower, token.base})


def _may_stand_between(token: Token, scene: Scene) -> bool:
    """Tell whether it is "million", its full stop, or the "of" before the currency."""
    pack = scene.pack
    is_scale = not (pack.scales | pack.thousands).isdisjoint({token.lower, token.base})
    is_of = token.lower in pack.plain_of | pack.elisions
    return token.text == "." or is_scale or is_of
