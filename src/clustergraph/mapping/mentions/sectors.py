"""Sectors of the economy: «the water sector», «branża meblowa», «le secteur du bois»."""

from collections.abc import Iterator, Sequence

from clustergraph.mapping.mentions.mention import Mention, Sign
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.tokens import Token, in_one_line, span_of
from clustergraph.vocab import CG

__all__ = ["find_sectors"]

_MOST_WORDS = 3


def find_sectors(scene: Scene, taken: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the sectors that a noun such as "industry" tells of, outside the mentions so far."""
    for index, token in enumerate(scene.tokens):
        if token.lower not in scene.pack.sector_nouns:
            continue
        words = _words_after(scene, index) if scene.pack.head_first else _words_before(scene, index)
        if words and not any(span_of(words).overlaps(mention.span) for mention in taken):
            yield _sector(scene, token, words)


def _sector(scene: Scene, token: Token, words: Sequence[Token]) -> Mention:
    span = span_of(words)
    whole = token.span.hull(span)
    named = [in_one_line(scene.text(part)).strip('"“”„«»') for part in (span, whole)]
    return Mention(span=whole, names=tuple(dict.fromkeys(named)), kind=CG.Sector, sign=Sign.SECTOR)


def _words_before(scene: Scene, index: int) -> Sequence[Token]:
    """Return the words of «renewable energy» before the noun."""
    start = index
    while start and index - start < _MOST_WORDS and _is_field(scene, start - 1, start):
        start -= 1
    return scene.tokens[start:index]


def _words_after(scene: Scene, index: int) -> Sequence[Token]:
    """Return the words of «del legno», «meblowa», «wodnego» behind the noun, without "of"."""
    start = index + 1
    links = scene.pack.of_words | scene.pack.articles | scene.pack.elisions
    while start < len(scene.tokens) and scene.tokens[start].lower in links:
        start += 1
    if start == index + 1 and not _may_follow(scene, index):
        return ()
    end = start
    while end - start < _MOST_WORDS and end < len(scene.tokens) and _goes_on(scene, start, end):
        end += 1
    return scene.tokens[start:end]


def _may_follow(scene: Scene, index: int) -> bool:
    """Tell whether the word behind the noun can be its field without an "of" between."""
    noun, pack = scene.tokens[index], scene.pack
    following = scene.tokens[index + 1 : index + 2]
    is_field = any(t.is_capital or pack.adjective.fullmatch(t.lower) for t in following)
    return is_field or not pack.of_words or noun.base == noun.lower


def _goes_on(scene: Scene, start: int, end: int) -> bool:
    """Tell whether the next word is of the field: the first is, then only its adjectives are."""
    if not _is_field(scene, end, end - 1):
        return False
    pack = scene.pack
    token = scene.tokens[end]
    return end == start or pack.adjective.fullmatch(token.lower) is not None


def _is_field(scene: Scene, index: int, beside: int) -> bool:
    token, neighbour, pack = scene.tokens[index], scene.tokens[beside], scene.pack
    if not token.is_word or token.span.end + 1 < neighbour.span.start:
        return False
    others = pack.function_words | pack.unspecific | pack.no_sectors | pack.numbers.keys()
    if token.lower in others or pack.verbal.fullmatch(token.lower):
        return False
    return token.lower not in pack.demonyms and not scene.is_position(token)
