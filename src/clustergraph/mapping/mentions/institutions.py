"""Institutions whose noun is a common one: «the government of Tyrol», «uniwersytet w Łodzi».

Only for nouns that the pack lists as ``institutions``: with whose or where they are they make a
name, though they have no capital.
"""

from collections.abc import Iterator

from clustergraph.mapping.mentions.activity_phrases import is_plural_noun
from clustergraph.mapping.mentions.fields import end_of_repeated_fields
from clustergraph.mapping.mentions.mention import Mention, Sign
from clustergraph.mapping.mentions.naming import name_mention
from clustergraph.mapping.mentions.nouns import noun
from clustergraph.mapping.mentions.places import place_at
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.tokens import Token, span_of

__all__ = ["find_institutions"]

_LONGEST = 12
"""Tokens."""
_MOST_ADJECTIVES = 2


def find_institutions(scene: Scene) -> Iterator[Mention]:
    """Yield such names, each from its noun, or the adjectives before it, to its last capital."""
    for index, token in enumerate(scene.tokens):
        if _is_institution(token, scene):
            end = _end(scene, index) or _end_of_seat(scene, index + 1)
            if end:
                yield _mention(scene, index, end_of_repeated_fields(scene, index, end))


def _is_institution(token: Token, scene: Scene) -> bool:
    """Tell whether the pack has the word, which is no plural, among its institutions."""
    pack = scene.pack
    if pack.institutions.isdisjoint({token.lower, token.base}) or scene.is_position(token):
        return False
    return not is_plural_noun(token, pack)


def _mention(scene: Scene, index: int, end: int) -> Mention:
    head = noun(scene.tokens[index], scene.pack)
    start = _first_adjective(scene, index)
    return name_mention(
        scene,
        span_of(scene.tokens[start:end]),
        Sign.LONG_NAME,
        kind=head.kind if head else None,
        head=head.word if head else "",
    )


def _first_adjective(scene: Scene, index: int) -> int:
    start = index
    while start and index - start < _MOST_ADJECTIVES:
        token = scene.tokens[start - 1]
        is_adjective = scene.pack.adjective.fullmatch(token.lower) is not None
        if not is_adjective or token.lower in scene.pack.function_words:
            break
        start -= 1
    return start


def _end_of_seat(scene: Scene, index: int) -> int:
    """Return the index after «w Łodzi», 0 when no such place follows."""
    following = scene.tokens[index : index + 1]
    if not following or following[0].lower not in scene.pack.place_prepositions:
        return 0
    place = place_at(scene.tokens[index + 1 :], scene) if scene.tokens[index + 1 :] else None
    if place is None:
        return 0
    return next(i for i, t in enumerate(scene.tokens) if t.span.end >= place[1].end) + 1


def _end(scene: Scene, index: int) -> int:
    """Return the index after the last capital that belongs to the name; 0 when there is none."""
    if scene.tokens[index].is_capital:
        return 0  # the run of capitals has it
    end, linked = 0, scene.pack.head_first
    for at, token in enumerate(scene.tokens[index + 1 : index + _LONGEST], index + 1):
        if token.is_name_like:
            if not linked or not _may_end_it(token, scene):
                break
            end = at + 1
        elif _links(token, scene):
            linked = True
        elif end or not _may_stand_between(scene, at):
            break
    return end


def _links(token: Token, scene: Scene) -> bool:
    pack = scene.pack
    return token.lower in pack.of_words | pack.complements | pack.articles | pack.elisions


def _may_end_it(token: Token, scene: Scene) -> bool:
    is_person = token.text in scene.pack.given_names or scene.pack.is_title(token.text)
    return not is_person and not scene.is_position(token)


def _may_stand_between(scene: Scene, at: int) -> bool:
    """Tell whether it is an adjective, or a noun in lower case that "of" or "and" introduces."""
    token, before, pack = scene.tokens[at], scene.tokens[at - 1], scene.pack
    if not pack.head_first or not token.is_word or scene.is_position(token):
        return False
    if token.lower in pack.conjunctions:
        return True
    if token.lower in pack.function_words:
        return False
    is_joined = _links(before, scene) or before.lower in pack.conjunctions
    return is_joined or pack.adjective.fullmatch(token.lower) is not None
