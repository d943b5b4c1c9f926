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
from clustergraph.mapping.mentions.quoted_names import find_mottos, find_quoted
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.mentions.spelt_names import find_spelt
from clustergraph.model import Span

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
    read: dict[Span, Mention | None] = {}
    runs = list(find_capitalised(scene, read))
    spelt = list(find_spelt(scene))
    sure = [mention for find in _SURE for mention in find(scene)]
    whole = [m for m in runs if _is_body_of_a_body(m, scene, sure) or _goes_further(m, sure)]
    listed = {mention.span for mention in sure if mention.sign is Sign.GAZETTEER}
    sure = [m for m in sure if m.sign is not Sign.LONG_NAME or m.span not in listed]
    sure = _apart([*(m for m in sure if m.sign is Sign.QUOTES), *spelt, *whole, *sure])
    others = scene.without_names([*(mention.span for mention in sure), *find_mottos(scene)])
    rest = find_capitalised(others, read) if others.named else runs
    return tuple(sorted(_apart([*sure, *rest]), key=lambda mention: mention.span))


def _is_body_of_a_body(mention: Mention, scene: Scene, sure: Iterable[Mention]) -> bool:
    """Tell whether it is one name («Delegation of the European Union»), unlike a label's.

    No long name goes on beyond it: «Ministère de l’Enseignement | supérieur et de la Recherche».
    """
    words = {token.lower for token in scene.inside(mention.span)}
    is_body = mention.sign is Sign.HEAD and mention.kind in BODIES
    is_part = any(m.sign is Sign.LONG_NAME and _begins(mention, m) for m in sure)
    return is_body and not is_part and not words.isdisjoint(scene.pack.of_words)


def _goes_further(run: Mention, sure: Iterable[Mention]) -> bool:
    """Tell whether capitals go on behind a long name: «Fundația pentru Sate Mici | și Mijlocii»."""
    longs = (m for m in sure if m.sign is Sign.LONG_NAME)
    return run.kind is not None and any(_begins(long, run) for long in longs)


def _begins(first: Mention, longer: Mention) -> bool:
    """Tell whether the one is the beginning of the other."""
    return first.span.start == longer.span.start and first.span.end < longer.span.end


def _apart(mentions: Iterable[Mention]) -> list[Mention]:
    """Keep of those that overlap the first."""
    kept: list[Mention] = []
    for mention in mentions:
        if not any(mention.span.overlaps(other.span) for other in kept):
            kept.append(mention)
    return kept
