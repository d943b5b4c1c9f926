"""Names of which only the first word has a capital: «Фондация за развитие на дърводобива».

Only for languages whose pack says with which words such a name goes on (``complements``).
"""

from collections.abc import Iterator

from clustergraph.languages import Head
from clustergraph.mapping.kinds import ACTIVITIES
from clustergraph.mapping.mentions.mention import Mention, Sign
from clustergraph.mapping.mentions.nouns import noun
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.tokens import span_of

__all__ = ["find_long_names"]

_MOST_ADJECTIVES = 3


def find_long_names(scene: Scene) -> Iterator[Mention]:
    """Yield such names; each begins with its noun or with the adjectives before it."""
    if not scene.pack.complements:
        return
    end = 0
    for index, token in enumerate(scene.tokens):
        if index >= end and token.is_name_like:
            mention, end = _name_at(scene, index)
            if mention is not None:
                yield mention


def _name_at(scene: Scene, start: int) -> tuple[Mention | None, int]:
    """Return the name that begins at ``start``, and the index after it."""
    at, head = _noun(scene, start)
    if head is None or head.plural or head.kind in ACTIVITIES:
        return None, start
    end = _end_of_complements(scene, at + 1)
    opens = scene.opens(scene.tokens[start].span.start)
    if end == at + 1 and (at == start or opens):
        return None, start
    span = span_of(scene.tokens[start:end])
    name = scene.phrase(span)
    return Mention(
        span=span, names=(name,), kind=head.kind, sign=Sign.LONG_NAME, head=head.word
    ), end


def _noun(scene: Scene, start: int) -> tuple[int, Head | None]:
    """Find the noun that begins at ``start``, or that the adjectives there lead to."""
    for index, token in enumerate(scene.tokens[start : start + _MOST_ADJECTIVES], start):
        head = noun(token, scene.pack)
        if head is not None and (index == start or not token.is_capital):
            return index, head
        if not scene.pack.adjective.fullmatch(token.lower):
            break
    return start, None


def _end_of_complements(scene: Scene, index: int) -> int:
    """Return the index after «за развитие на горите и дърводобива»."""
    while index < len(scene.tokens) and scene.tokens[index].lower in scene.pack.complements:
        end = _end_of_noun_phrase(scene, index + 1)
        if end == index + 1 or _speaks_of_an_activity(scene, index + 1, end):
            return index
        index = _end_of_second(scene, end)
    return index


def _end_of_second(scene: Scene, index: int) -> int:
    """Return the index after «и дърводобива» if it begins at the index, else the index itself."""
    following = scene.tokens[index : index + 2]
    if len(following) < 2 or following[0].lower not in scene.pack.conjunctions:
        return index
    end = _end_of_noun_phrase(scene, index + 1)
    is_common = not following[1].is_capital and noun(following[1], scene.pack) is None
    return end if end > index + 1 and is_common else index


def _end_of_noun_phrase(scene: Scene, start: int) -> int:
    """Return the index after adjectives and a noun; ``start`` when none begins there."""
    for index, token in enumerate(scene.tokens[start : start + _MOST_ADJECTIVES + 1], start):
        if not token.is_word or token.lower in scene.pack.function_words:
            break
        if not scene.pack.adjective.fullmatch(token.lower):
            return index + 1
    return start


def _speaks_of_an_activity(scene: Scene, start: int, end: int) -> bool:
    """Tell whether what follows is no part of the name: «Агенцията по проекта»."""
    heads = (noun(token, scene.pack) for token in scene.tokens[start : end + 1])
    return any(head is not None and head.kind in ACTIVITIES for head in heads)
