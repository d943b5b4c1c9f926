"""Lists of names that a plural noun announces: «four clusters: Alpha (Spain), Beta and Gamma».

What stands in such a list is of the noun's kind, though the names themselves do not say so.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from clustergraph.mapping.kinds import BODIES, PLACES
from clustergraph.mapping.mentions.activity_phrases import is_plural_noun
from clustergraph.mapping.mentions.nouns import noun
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.tokens import Token, span_of
from clustergraph.model import Iri, Span

__all__ = ["Announced", "find_announced"]

_SIGNS_IN_LISTS = frozenset(",;&()-–—/\"'“”„«»’.+|")
_REACH = {":": 10, "(": 2, "": 4}
"""Tokens between the noun and the sign that opens the list; before an announcing word the last."""


class Announced(NamedTuple):
    """Where a list stands, and of what kind its items are."""

    span: Span
    kind: Iri


def find_announced(scene: Scene) -> Iterator[Announced]:
    """Yield the lists of a sentence, each with the kind that its noun tells."""
    for index, token in enumerate(scene.tokens):
        head = noun(token, scene.pack)
        if head is None or head.kind not in BODIES | PLACES or not _announces(token, scene):
            continue
        start = _beginning(scene, index + 1)
        items = _items(scene, start) if start else ()
        if _are_several(items, scene):
            yield Announced(span_of(items), head.kind)


def _announces(token: Token, scene: Scene) -> bool:
    """Tell whether it is a common noun in the plural; one with a capital is part of a name."""
    is_any = scene.opens(token.span.start) or scene.pack.capitalises_nouns
    is_common = not token.is_capital or is_any
    return is_common and is_plural_noun(token, scene.pack)


def _beginning(scene: Scene, index: int) -> int | None:
    """Return the index of the first item of the list that the noun before the index announces."""
    for at, token in enumerate(scene.tokens[index : index + _REACH[":"] + 1], index):
        distance = at - index
        if token.text in {":", "("} and distance <= _REACH[token.text]:
            return at + 1
        if not distance and _may_begin(token, scene):
            return at
        if not distance and token.lower in scene.pack.copulas:
            return at + 1  # «the clusters are Alpha, Beta and Gamma»
        announcing = scene.pack.announcing.match(scene.text_after(token.span.start))
        if announcing and distance <= _REACH[""]:
            return at + len(announcing.group().split())
        if token.text in {".", ";", "?", "!", ")"}:
            break
    return None


def _may_begin(token: Token, scene: Scene) -> bool:
    """Tell whether the word right behind the noun is a name, where capitals tell names."""
    is_name = token.is_name_like and not scene.pack.capitalises_nouns
    return is_name and not scene.is_position(token)


def _items(scene: Scene, start: int) -> Sequence[Token]:
    """Return the tokens of the list up to its last word."""
    items = scene.tokens[start : _end(scene, start)]
    words = [index for index, token in enumerate(items) if token.is_word]
    return items[: words[-1] + 1] if words else ()


def _end(scene: Scene, start: int) -> int:
    """Return the index after the tokens that may be names and what joins them."""
    depth = 0
    for at, token in enumerate(scene.tokens[start:], start):
        depth += {"(": 1, ")": -1}.get(token.text, 0)
        if depth < 0 or (not depth and not _may_stand_in_list(token, scene)):
            return at
    return len(scene.tokens)


def _may_stand_in_list(token: Token, scene: Scene) -> bool:
    if token.is_name_like or not token.is_word:
        return token.is_word or token.text[0].isdigit() or token.text in _SIGNS_IN_LISTS
    pack = scene.pack
    return token.lower in pack.linkers | pack.conjunctions | pack.articles | pack.of_words


def _are_several(items: Sequence[Token], scene: Scene) -> bool:
    names = sum(token.is_name_like for token in items)
    return names > 1 and any(t.text == "," or t.lower in scene.pack.conjunctions for t in items)
