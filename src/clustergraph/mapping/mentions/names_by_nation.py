"""Bodies of several nations: «the Danish, German and Norwegian governments»."""

from collections.abc import Iterator

from clustergraph.languages import Head
from clustergraph.mapping.kinds import BODIES
from clustergraph.mapping.mentions.mention import Mention, Sign
from clustergraph.mapping.mentions.nouns import noun
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.tokens import Token

__all__ = ["find_by_nation"]


def find_by_nation(scene: Scene) -> Iterator[Mention]:
    """Yield a body for each of two or more adjectives before a plural noun."""
    for index, token in enumerate(scene.tokens):
        head = _plural_body(token, scene)
        nations = _nations_before(scene, index) if head else []
        if head and len(nations) > 1:
            yield from (_body(nation, head) for nation in nations)


def _plural_body(token: Token, scene: Scene) -> Head | None:
    head = noun(token, scene.pack)
    is_inflected = not token.is_capital and token.base != token.lower
    return head if head and head.kind in BODIES and is_inflected else None


def _nations_before(scene: Scene, index: int) -> list[Token]:
    nations: list[Token] = []
    for token in reversed(scene.tokens[:index]):
        if token.is_capital and token.lower in scene.pack.demonyms:
            nations.append(token)
        elif token.text != "," and token.lower not in scene.pack.conjunctions:
            break
    return nations


def _body(nation: Token, head: Head) -> Mention:
    return Mention(
        span=nation.span,
        names=(f"{nation.text} {head.word}",),
        kind=head.kind,
        sign=Sign.NATION,
        head=head.word,
    )
