"""Names of which only the first word has a capital: «Фондация за развитие на дърводобива».

Only for languages whose pack says with which words such a name goes on (``complements``), or how
the words end that do (``genitive``: «Ministerstvo průmyslu a obchodu ČR»).
"""

from collections.abc import Iterator

from clustergraph.languages import Head
from clustergraph.mapping.kinds import ACTIVITIES, PLACES
from clustergraph.mapping.mentions.mention import Mention, Sign
from clustergraph.mapping.mentions.naming import LONGEST_NAME, name_mention
from clustergraph.mapping.mentions.nouns import noun
from clustergraph.mapping.mentions.places import place_at, place_of
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.nominatives import is_form_of_given_name
from clustergraph.mapping.text.numerals import is_roman
from clustergraph.mapping.text.tokens import Token, span_of
from clustergraph.vocab import CG

__all__ = ["find_long_names"]

_MOST_ADJECTIVES = 3
_LONGEST_OPENING = 5
"""Words up to the noun, with it."""


def find_long_names(scene: Scene) -> Iterator[Mention]:
    """Yield such names; each begins with its noun or with the adjectives before it."""
    pack = scene.pack
    if pack.capitalises_nouns or not (pack.complements or pack.goes_on_in_genitive):
        return
    end = 0
    for index, token in enumerate(scene.tokens):
        if index >= end and token.is_name_like and not scene.is_position(token):
            mention, end = _name_at(scene, index)
            if mention is not None:
                yield mention


def _name_at(scene: Scene, start: int) -> tuple[Mention | None, int]:
    """Return the name that begins at ``start``, and the index after it."""
    at, head = _noun(scene, start)
    opens = scene.opens(scene.tokens[start].span.start)
    if head is None or head.plural or not _may_be_named(head, scene, opens=opens):
        return None, start
    end = _end_of_tail(scene, at + 1, has_begun=at > start, opens=opens)
    is_bare = end == at + 1 and (at == start or (opens and not _is_of_a_nation(scene, start, at)))
    span = span_of(scene.tokens[start:end])
    if is_bare or end - start > LONGEST_NAME or _is_listed_place(scene, start, end, head):
        return None, start
    return name_mention(scene, span, Sign.LONG_NAME, kind=head.kind, head=head.word), end


def _may_be_named(head: Head, scene: Scene, *, opens: bool) -> bool:
    """Tell whether the noun may begin a long name; an activity's only within a sentence.

    Where the first word alone has a capital, it need be no programme: «le Forum africain».
    """
    if head.kind not in ACTIVITIES:
        return True
    return not opens and (head.kind == CG.Programme or bool(scene.pack.plain_of))


def _is_of_a_nation(scene: Scene, start: int, at: int) -> bool:
    """Tell whether it is «Slovenská inovační agentura», and no sentence that begins «Nová …»."""
    first = scene.tokens[start]
    return at - start > 1 and bool(scene.pack.demonym(first.lower, first.base))


def _is_listed_place(scene: Scene, start: int, end: int, head: Head) -> bool:
    return head.kind in PLACES and place_of(scene.tokens[start:end], scene) is not None


def _noun(scene: Scene, start: int) -> tuple[int, Head | None]:
    """Find the noun that begins at ``start``, or that the adjectives there lead to."""
    for index, token in enumerate(scene.tokens[start : start + _LONGEST_OPENING], start):
        head = noun(token, scene.pack)
        is_number = index == start + 1 and is_roman(scene.tokens[start].text)
        if head is not None and (index == start or is_number or not token.is_capital):
            return index, head
        if not _may_open(scene, start, index):
            break
    return start, None


def _may_open(scene: Scene, start: int, index: int) -> bool:
    """Tell whether the word may stand before the noun: «III», «Český IT klastr»."""
    token = scene.tokens[index]
    is_short = is_roman(token.text) if index == start else token.is_acronym
    return is_short or _is_adjective(token, scene) or _joins_adjectives(scene, start, index)


def _is_adjective(token: Token, scene: Scene) -> bool:
    is_of_nation = token.lower in scene.pack.demonyms
    return is_of_nation or scene.pack.adjective.fullmatch(token.lower) is not None


def _joins_adjectives(scene: Scene, start: int, index: int) -> bool:
    """Tell whether it is the "and" of «inovační a energetická agentura»."""
    following = scene.tokens[index + 1 : index + 2]
    is_and = scene.tokens[index].lower in scene.pack.conjunctions and index > start
    return is_and and any(_is_adjective(t, scene) and not t.is_capital for t in following)


# -- What follows the noun -----------------------------------------------------------------------


def _end_of_tail(scene: Scene, start: int, *, has_begun: bool, opens: bool) -> int:
    """Return the index after all that the name goes on with; ``start`` where nothing does.

    Adjectives alone are enough within a sentence: «le Conseil départemental».
    """
    index = _end_of_adjectives(scene, start, capital=True)
    end = index if scene.pack.plain_of and not opens else start
    while index < len(scene.tokens):
        step = _end_of_complement(scene, index) or _end_of_genitive(scene, index)
        if not step:
            break
        index = end = step
    return _end_of_capitals(scene, end, has_begun=has_begun or end > start)


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
        if token.is_capital or not _is_adjective(token, scene):
            return _end_of_adjectives(scene, index + 1)
    return start


def _end_of_adjectives(scene: Scene, index: int, *, capital: bool = False) -> int:
    """Return the index after the adjectives that begin there, with a capital only if they may."""
    while index < len(scene.tokens):
        token = scene.tokens[index]
        is_other = (token.is_capital and not capital) or token.lower in scene.pack.function_words
        if is_other or not _is_adjective(token, scene) or scene.pack.verbal.fullmatch(token.lower):
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
    head = noun(scene.tokens[at], scene.pack) if joins else None
    return 0 if head is not None and head.kind in ACTIVITIES else at + 1


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
    return token.text not in scene.pack.given_names and not is_form_of_given_name(
        token.text, scene.pack
    )
