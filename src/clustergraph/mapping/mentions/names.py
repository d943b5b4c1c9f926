"""Proper names in a sentence; of two that overlap, the one that is found more surely.

Persons, places by themselves and activities without a name have modules of their own.
"""

from collections.abc import Iterable

from clustergraph.mapping.kinds import BODIES
from clustergraph.mapping.mentions.capitalised_names import find_capitalised
from clustergraph.mapping.mentions.initials import find_by_initials
from clustergraph.mapping.mentions.institutions import find_institutions
from clustergraph.mapping.mentions.known_names import find_known
from clustergraph.mapping.mentions.long_names import find_long_names
from clustergraph.mapping.mentions.mention import Mention, Sign
from clustergraph.mapping.mentions.names_by_nation import find_by_nation
from clustergraph.mapping.mentions.quoted_names import find_quoted
from clustergraph.mapping.mentions.scene import Scene

__all__ = ["find_names"]

_SURE = (
    find_quoted,
    find_by_initials,
    find_long_names,
    find_institutions,
    find_known,
    find_by_nation,
)
"""The surest first."""


def find_names(scene: Scene) -> tuple[Mention, ...]:
    """Return the proper names of the sentence in order; spans do not overlap."""
    whole = [mention for mention in find_capitalised(scene) if _is_body_of_a_body(mention, scene)]
    sure = [mention for find in _SURE for mention in find(scene)]
    listed = {mention.span for mention in sure if mention.sign is Sign.GAZETTEER}
    sure = [m for m in sure if m.sign is not Sign.LONG_NAME or m.span not in listed]
    sure = _apart([*(m for m in sure if m.sign is Sign.QUOTES), *whole, *sure])
    rest = find_capitalised(scene.without_names(mention.span for mention in sure))
    return tuple(sorted(_apart([*sure, *rest]), key=lambda mention: mention.span))


def _is_body_of_a_body(mention: Mention, scene: Scene) -> bool:
    """Tell whether it is one name («Delegation of the European Union»), unlike a label's."""
    words = {token.lower for token in scene.inside(mention.span)}
    is_body = mention.sign is Sign.HEAD and mention.kind in BODIES
    return is_body and not words.isdisjoint(scene.pack.of_words)


def _apart(mentions: Iterable[Mention]) -> list[Mention]:
    """Keep of those that overlap the first."""
    kept: list[Mention] = []
    for mention in mentions:
        if not any(mention.span.overlaps(other.span) for other in kept):
            kept.append(mention)
    return kept
