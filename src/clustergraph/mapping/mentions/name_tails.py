"""What a name goes on with behind its noun: complements, fields, genitives and a place."""

from itertools import pairwise, takewhile

from clustergraph.mapping.kinds import ACTIVITIES
from clustergraph.mapping.mentions.nouns import noun
from clustergraph.mapping.mentions.places import place_at
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.nominatives import is_form_of_given_name
from clustergraph.mapping.text.tokens import Token

__all__ = ["end_of_tail", "is_adjective"]

_MOST_ADJECTIVES = 3
_LONGEST_LIST = 12
"""Tokens."""


def end_of_tail(scene: Scene, start: int, *, has_begun: bool, opens: bool) -> int:
    """Return the index after all that the name goes on with; ``start`` where nothing does.

    Adjectives alone are enough within a sentence: «le Conseil départemental».
    """
    index = _end_of_adjectives(scene, start, capital=True)
    is_whole = scene.pack.plain_of or (has_begun and not _describes_more(scene, index))
    end = index if is_whole and not opens else start
    while index < len(scene.tokens):
        step = (
            _end_of_complement(scene, index)
            or _end_of_listed(scene, index)
            or _end_of_fields(scene, index)
            or _end_of_genitive(scene, index)
        )
        if not step:
            break
        index = end = step
    return _end_of_capitals(scene, end, has_begun=has_begun or end > start)


def is_adjective(token: Token, scene: Scene) -> bool:
    """Tell whether the word says of what kind or nation something is, as far as it shows."""
    is_of_nation = token.lower in scene.pack.demonyms
    return is_of_nation or scene.pack.adjective.fullmatch(token.lower) is not None


def _describes_more(scene: Scene, index: int) -> bool:
    """Tell whether a noun stands there that the adjectives before it may belong to."""
    words = (t for t in scene.tokens[index : index + 1] if t.is_word and not t.is_capital)
    return any(word.lower not in scene.pack.function_words for word in words)


def _end_of_complement(scene: Scene, index: int) -> int:
    """Return the index after «за развитие на горите и дърводобива» where it begins, else 0."""
    pack = scene.pack
    if scene.tokens[index].lower not in pack.complements:
        return 0
    start = _skip_articles(scene, index + 1)
    end = _end_of_noun_phrase(scene, start)
    if end == start or _speaks_of_an_activity(scene, start, end):
        return 0
    return _end_of_second(scene, end)


def _end_of_listed(scene: Scene, index: int) -> int:
    """Return the index after «, d'industrie» where «et d'agriculture» closes such a list."""
    pack = scene.pack
    following = scene.tokens[index + 1 : index + _LONGEST_LIST]
    if scene.tokens[index].text != "," or not following:
        return 0
    fields = takewhile(lambda token: token.text == "," or not token.is_capital, following)
    joined = (
        first.lower in pack.conjunctions and second.lower in pack.complements
        for first, second in pairwise(fields)
    )
    return _end_of_complement(scene, index + 1) if any(joined) else 0


def _end_of_fields(scene: Scene, index: int) -> int:
    """Return the index after «, труда и жилищното строителство» behind a ministry's first field."""
    before = scene.tokens[max(0, index - _LONGEST_LIST) : index]
    following = scene.tokens[index + 1 : index + _LONGEST_LIST]
    if scene.tokens[index].text != "," or not any(_is_department(t, scene) for t in before):
        return 0
    fields = list(takewhile(lambda token: _may_be_field(token, scene), following))
    joined = index + 1 + len(fields)
    joins = scene.tokens[joined : joined + 1]
    if not fields or not any(t.lower in scene.pack.conjunctions for t in joins):
        return 0
    last = scene.tokens[joined + 1 : joined + 2]
    end = _end_of_noun_phrase(scene, joined + 1)
    return end if end > joined + 1 and all(_may_be_field(t, scene) for t in last) else 0


def _is_department(token: Token, scene: Scene) -> bool:
    return not scene.pack.departments.isdisjoint({token.lower, token.base})


def _may_be_field(token: Token, scene: Scene) -> bool:
    """Tell whether it is a common word that names no body, no activity and no position."""
    is_common = token.is_word and not token.is_capital
    is_other = token.lower in scene.pack.function_words or scene.is_position(token)
    return is_common and not is_other and noun(token, scene.pack) is None


def _end_of_second(scene: Scene, index: int) -> int:
    """Return the index after «и дърводобива», «et d’industrie» there, else the index itself."""
    following = scene.tokens[index : index + 2]
    if len(following) < 2 or following[0].lower not in scene.pack.conjunctions:
        return index
    start = _skip_articles(scene, index + 1)
    start += scene.tokens[start].lower in scene.pack.complements if start < len(scene.tokens) else 0
    start = _skip_articles(scene, start)
    second = scene.tokens[start : start + 1]
    end = _end_of_noun_phrase(scene, start)
    is_common = any(not t.is_capital and noun(t, scene.pack) is None for t in second)
    return end if end > start and is_common else index


def _skip_articles(scene: Scene, index: int) -> int:
    skipped = scene.pack.articles | scene.pack.elisions
    while index < len(scene.tokens) and scene.tokens[index].lower in skipped:
        index += 1
    return index


def _end_of_noun_phrase(scene: Scene, start: int) -> int:
    """Return the index after adjectives, a noun and its adjectives; ``start`` when none begins."""
    for index, token in enumerate(scene.tokens[start : start + _MOST_ADJECTIVES + 1], start):
        if not token.is_word or token.lower in scene.pack.function_words:
            break
        if token.is_capital or not is_adjective(token, scene):
            return _end_of_adjectives(scene, index + 1)
    return start


def _end_of_adjectives(scene: Scene, index: int, *, capital: bool = False) -> int:
    """Return the index after the adjectives that begin there, with a capital only if they may."""
    while index < len(scene.tokens):
        token = scene.tokens[index]
        is_other = (token.is_capital and not capital) or token.lower in scene.pack.function_words
        if is_other or not is_adjective(token, scene) or scene.pack.verbal.fullmatch(token.lower):
            break
        index += 1
    return index


def _speaks_of_an_activity(scene: Scene, start: int, end: int) -> bool:
    """Tell whether what follows is no part of the name: «Агенцията по проекта»."""
    heads = (noun(token, scene.pack) for token in scene.tokens[start : end + 1])
    return any(head is not None and head.kind in ACTIVITIES for head in heads)


def _end_of_genitive(scene: Scene, index: int) -> int:
    """Return the index after «průmyslu» or «a obchodu» where it begins, else 0."""
    joins = scene.tokens[index].lower in scene.pack.conjunctions
    at = index + joins
    if at >= len(scene.tokens) or not _is_genitive(scene.tokens[at], scene):
        return 0
    if joins and _holds_an_office(scene, at):
        return 0
    head = noun(scene.tokens[at], scene.pack) if joins else None
    return 0 if head is not None and head.kind in ACTIVITIES else at + 1


def _holds_an_office(scene: Scene, at: int) -> bool:
    """Tell whether it is somebody of another body: «asociace a | zástupců Ministerstva»."""
    following = scene.tokens[at + 1 : at + 2]
    return scene.is_position(scene.tokens[at]) and any(t.is_name_like for t in following)


def _is_genitive(token: Token, scene: Scene) -> bool:
    pack = scene.pack
    if token.is_capital or token.lower in pack.function_words or token.lower in pack.months:
        return False
    if pack.verbal.fullmatch(token.lower):
        return False
    return pack.genitive.fullmatch(token.lower) is not None


def _end_of_capitals(scene: Scene, end: int, *, has_begun: bool) -> int:
    """Return the index after the capitals that close a name: «… obchodu | ČR», «… по | ИПП»."""
    pack = scene.pack
    if not has_begun or end >= len(scene.tokens):
        return end
    links = pack.of_words - pack.origin_words
    at = end + (scene.tokens[end].lower in links)
    if at == end and not (pack.goes_on_in_genitive or scene.tokens[end - 1].is_capital):
        return end
    last = _end_of_place(scene, at)
    while last < len(scene.tokens) and _may_close(scene.tokens[last], scene):
        last += 1
    return last if last > at else end


def _end_of_place(scene: Scene, index: int) -> int:
    """Return the index after the place that the gazetteer has there, else the index."""
    place = place_at(scene.tokens[index:], scene) if scene.tokens[index:] else None
    return index + len(scene.inside(place[1])) if place else index


def _may_close(token: Token, scene: Scene) -> bool:
    if not token.is_name_like or scene.is_position(token) or scene.pack.is_title(token.text):
        return False
    return not is_form_of_given_name(token.text, scene.pack)
