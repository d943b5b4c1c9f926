"""Places: those of the gazetteer, in any case, and unknown ones where their surroundings tell."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import regex

from clustergraph.languages import Gazetteer, LanguagePack, Place, is_listed_word
from clustergraph.mapping.mentions.mention import Mention, Sign, listed_mention
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.base_forms import base_forms, first_words
from clustergraph.mapping.text.tokens import Token, Word, in_one_line, span_of, without_genitive
from clustergraph.model import Span
from clustergraph.vocab import CG

__all__ = ["as_places", "find_places", "longest_listed", "place_at", "place_of"]

_OPENS_AN_ADDITION = regex.compile(r"\s*[,(]")
_LONGEST_ADDITION = 3
_LONGEST_TOWN = 2
_REMEMBERED = 50_000
"""Names of which it is kept what they are called in the gazetteer."""


def find_places(scene: Scene, taken: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the places of the gazetteer that stand outside the mentions found so far."""
    index = 0
    while index < len(scene.tokens):
        length = _longest(scene, index, taken)
        if length:
            yield _mention(scene, scene.tokens[index : index + length])
        index += max(length, 1)


def as_places(mention: Mention, scene: Scene) -> tuple[Mention, ...]:
    """Return the places that an untyped name consists of: itself, or «Lyon France», or none.

    A place that the gazetteer lacks is known by the preposition before it and the place behind it.
    """
    tokens = scene.inside(mention.span)
    is_place = _follows_preposition(mention.span.start, scene)
    if place_of(tokens, scene):
        return (_mention(scene, tokens),)
    for cut in range(len(tokens) - 1, 0, -1):
        if place_of(tokens[cut:], scene) and (is_place or place_of(tokens[:cut], scene)):
            return (_mention(scene, tokens[:cut]), _mention(scene, tokens[cut:]))
    if (is_place and _precedes_place(mention.span.end, scene)) or _is_a_town(tokens, scene):
        return (_mention(scene, tokens),)
    return ()


def place_of(tokens: Sequence[Token], scene: Scene) -> Place | None:
    """Return the gazetteer's place that the tokens name."""
    words = tuple(token.word for token in tokens)
    return _called(_surface(tokens, scene), words, scene.pack, scene.gazetteer)


@lru_cache(maxsize=_REMEMBERED)
def _called(
    text: str, words: tuple[Word, ...], pack: LanguagePack, gazetteer: Gazetteer
) -> Place | None:
    """Return the place that the words are called in a text, or in one of their forms."""
    for form in dict.fromkeys((text, *base_forms(words, pack))):
        places = gazetteer.places(form, pack.code)
        if places:
            return places[0]
    return None


def place_at(tokens: Sequence[Token], scene: Scene) -> tuple[Place, Span] | None:
    """Return the gazetteer's place that begins the tokens, the longest reading, and its span."""
    for length in range(_longest_possible(tokens, scene), 0, -1):
        place = place_of(tokens[:length], scene)
        if place is not None:
            return place, span_of(tokens[:length])
    return None


def _longest(scene: Scene, start: int, taken: Sequence[Mention]) -> int:
    for length in range(_longest_possible(scene.tokens[start:], scene), 0, -1):
        tokens = scene.tokens[start : start + length]
        span = span_of(tokens)
        if place_of(tokens, scene) and not any(span.overlaps(other.span) for other in taken):
            return length
    return 0


def _longest_possible(tokens: Sequence[Token], scene: Scene) -> int:
    if not tokens[0].is_capital:
        return 0
    return min(longest_listed(tokens[0], scene), len(tokens))


def longest_listed(token: Token, scene: Scene) -> int:
    """Return how many words the longest name of the gazetteer has that the token may begin."""
    return _longest_listed(token.word, scene.pack, scene.gazetteer)


@lru_cache(maxsize=_REMEMBERED)
def _longest_listed(word: Word, pack: LanguagePack, gazetteer: Gazetteer) -> int:
    return gazetteer.reach(first_words(word, pack))


def _surface(tokens: Sequence[Token], scene: Scene) -> str:
    return without_genitive(in_one_line(scene.text(span_of(tokens))))


def _mention(scene: Scene, tokens: Sequence[Token]) -> Mention:
    place = place_of(tokens, scene)
    text = _surface(tokens, scene)
    span = Span(tokens[0].span.start, tokens[-1].span.start + len(tokens[-1].bare))
    if place is None:
        return Mention(span=span, names=(text,), kind=CG.City, sign=Sign.SURROUNDINGS)
    return listed_mention(place, span, text=text, form=text, language=scene.pack.code)


def _follows_preposition(position: int, scene: Scene) -> bool:
    before = scene.token_before(position)
    return before is not None and before.lower in scene.pack.place_prepositions


def _is_a_town(tokens: Sequence[Token], scene: Scene) -> bool:
    """Tell whether a word that no dictionary knows stands behind "in": «in Vorlingen»."""
    before = scene.token_before(tokens[0].span.start)
    if before is None or before.lower not in scene.pack.in_words or len(tokens) > _LONGEST_TOWN:
        return False
    return all(_may_be_town(token, scene) for token in tokens)


def _may_be_town(token: Token, scene: Scene) -> bool:
    is_other = token.is_acronym or token.is_made_up or not token.text.isalpha()
    if is_other or not token.is_name_like or token.text in scene.pack.given_names:
        return False
    return not is_listed_word(token.lower, scene.pack.code)


def _precedes_place(position: int, scene: Scene) -> bool:
    """Tell whether a comma or a bracket and a known place follow: «Vorlingen (Spain)»."""
    if not _OPENS_AN_ADDITION.match(scene.text_after(position)):
        return False
    following = [token for token in scene.after(position) if token.is_word][:_LONGEST_ADDITION]
    return any(place_of(following[:length], scene) for length in range(1, len(following) + 1))
