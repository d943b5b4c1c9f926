"""What a position is for: «Minister for Trade and Work», «vicepresidente de competitividad»."""

from collections.abc import Sequence
from itertools import dropwhile

from clustergraph.languages import LanguagePack
from clustergraph.mapping.kinds import GATHERINGS
from clustergraph.mapping.mentions.nouns import noun
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.tokens import Token

__all__ = ["length_of_duty"]

_LONGEST = 4
"""Words in lower case."""


def length_of_duty(scene: Scene, start: int, length: int) -> int:
    """Return how many tokens behind a position say what it is for; 0 where none do."""
    return _portfolio(scene, start, length) or _area(scene, start + length)


def _portfolio(scene: Scene, start: int, length: int) -> int:
    """Return how many tokens name a field behind the position: «Minister | for Trade and Work»."""
    *first, last = scene.tokens[start : start + length]
    pack = scene.pack
    role = " ".join(token.lower for token in (*first, last))
    words = {last.lower, last.base, *(token.lower for token in first)}
    if role in pack.no_portfolios or pack.portfolios.isdisjoint(words):
        return 0
    end = 0
    for at, token in enumerate(scene.tokens[start + length :], 1):
        if token.is_name_like:
            if at == 1 or _is_a_body(token, pack) or _begins_a_person(token, pack):
                break
            end = at
        elif not _goes_on(scene, start + length + at - 1):
            break
    return end


def _is_a_body(token: Token, pack: LanguagePack) -> bool:
    """Tell whether the word begins no field; a training may be one («für Bildung»)."""
    listed = pack.head(token.lower)
    if token.text.isupper() and len(token.text) > 1:
        return True  # «secretary general of UWA»
    if token.lower in pack.abstract or (listed is not None and listed.plural):
        return False  # «consejero de Empresa y Universidades»
    head = noun(token, pack)
    return head is not None and not (pack.capitalises_nouns and head.kind in GATHERINGS)


def _begins_a_person(token: Token, pack: LanguagePack) -> bool:
    return pack.is_title(token.text) or token.text in pack.given_names


def _goes_on(scene: Scene, index: int) -> bool:
    """Tell whether the token joins a field to a position, or two fields."""
    token, pack = scene.tokens[index], scene.pack
    if token.text == ",":
        return _is_in_list(scene.tokens[index + 1 :], pack)
    return token.lower in pack.linkers | pack.of_words | pack.elisions


def _area(scene: Scene, index: int) -> int:
    """Return how many tokens say what the position is for: «vicepresidente | de competitividad».

    Only where somebody's name follows behind another "of".
    """
    pack = scene.pack
    links = pack.of_words | pack.articles | pack.elisions | pack.plain_of
    start = index
    while start < len(scene.tokens) and scene.tokens[start].lower in links:
        start += 1
    end = start
    while end < len(scene.tokens) and end - start < _LONGEST and _is_of_area(scene, end):
        end += 1
    following = scene.tokens[end : end + 3]
    is_joined = bool(following) and following[0].lower in pack.of_words
    if start in {index, end} or not is_joined:
        return 0
    rest = dropwhile(lambda token: token.lower in links, following)
    return end - index if any(token.is_capital or noun(token, pack) for token in rest) else 0


def _is_of_area(scene: Scene, index: int) -> bool:
    token, pack = scene.tokens[index], scene.pack
    if not token.is_word or token.is_capital or noun(token, pack) is not None:
        return False
    return token.lower in pack.conjunctions or token.lower not in pack.function_words


def _is_in_list(following: Sequence[Token], pack: LanguagePack) -> bool:
    """Tell whether one word with a capital and an "and" follow."""
    if len(following) < len(("field", "and", "field")):
        return False
    field, joining, last, *_ = following
    return field.is_name_like and joining.lower in pack.conjunctions and last.is_name_like
