"""Names of which only the first word has a capital: «Фондация за развитие на дърводобива».

Only for languages whose pack says with which words such a name goes on (``complements``), or how
the words end that do (``genitive``: «Ministerstvo průmyslu a obchodu ČR»).
"""

from collections.abc import Iterator
from itertools import pairwise, takewhile

import regex

from clustergraph.languages import Head
from clustergraph.mapping.kinds import ACTIVITIES, PLACES
from clustergraph.mapping.mentions.fields import end_of_repeated_fields
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
_YEAR = regex.compile(r"(?:19|20)\d\d")
_LONGEST_LIST = 12
"""Tokens."""
_LONGEST_OPENING = 5
"""Words up to the noun, with it."""


def find_long_names(scene: Scene) -> Iterator[Mention]:
    """Yield such names; each begins with its noun or with the adjectives before it."""
    pack = scene.pack
    if pack.capitalises_nouns or not (pack.complements or pack.goes_on_in_genitive):
        return
    end = 0
    for index, token in enumerate(scene.tokens):
        if index >= end and _may_begin(scene, index) and not scene.is_position(token):
            mention, end = _name_at(scene, index)
            if mention is not None:
                yield mention


def _may_begin(scene: Scene, index: int) -> bool:
    """Tell whether a name may begin there: no run of capitals goes on («Blue Sky | Programme»)."""
    before, token = scene.tokens[max(index - 1, 0)], scene.tokens[index]
    goes_on = index > 1 and before.is_name_like and token.span.start == before.span.end + 1
    if scene.pack.head_first and goes_on and noun(token, scene.pack):
        is_other = scene.is_position(before) or scene.pack.is_title(before.text)
        return token.is_name_like and (is_other or before.lower in scene.pack.function_words)
    return token.is_name_like


def _name_at(scene: Scene, start: int) -> tuple[Mention | None, int]:
    """Return the name that begins at ``start``, and the index after it."""
    at, head = _noun(scene, start)
    opens = scene.opens(scene.tokens[start].span.start)
    if head is None or head.plural or not _may_be_named(head, scene, start, at, opens=opens):
        return None, start
    end = _end_of_tail(scene, at + 1, has_begun=at > start, opens=opens)
    end += head.kind in ACTIVITIES and _is_year(scene, end)
    end = end_of_repeated_fields(scene, start, end)
    if _introduces_a_name(head, scene, at + 1, end) or _is_meant(head, scene, start, end):
        return None, start
    is_told = not opens or _is_of_a_nation(scene, start, at) or _is_of_a_reach(scene, start, at)
    is_bare = end == at + 1 and (at == start or not is_told)
    span = span_of(scene.tokens[start:end])
    if is_bare or end - start > LONGEST_NAME or _is_listed_place(scene, start, end, head):
        return None, start
    return name_mention(scene, span, Sign.LONG_NAME, kind=head.kind, head=head.word), end


def _may_be_named(head: Head, scene: Scene, start: int, at: int, *, opens: bool) -> bool:
    """Tell whether the noun may belong to a long name; an activity's only within a sentence.

    Where the first word alone has a capital, it need be no programme: «le Forum africain»,
    «Evropská klastrová konference».
    """
    if head.kind not in ACTIVITIES:
        return True
    if opens:
        return _is_of_a_nation(scene, start, at)
    return head.kind == CG.Programme or at > start or bool(scene.pack.plain_of)


def _is_year(scene: Scene, index: int) -> bool:
    """Tell whether a year closes the name there: «… konference | 2022», but no period."""
    year, *following = [token.text for token in scene.tokens[index : index + 2]] or [""]
    return _YEAR.fullmatch(year) is not None and following[:1] not in (["-"], ["–"])


def _introduces_a_name(head: Head, scene: Scene, first: int, end: int) -> bool:
    """Tell whether the words lead to the name: «il Programma europeo | Alpi Verdi»."""
    adjectives, following = scene.tokens[first:end], scene.tokens[end : end + 1]
    leads = bool(adjectives) and all(t.lower in scene.pack.naming_words for t in adjectives)
    return leads and head.kind in ACTIVITIES and any(t.is_name_like for t in following)


def _is_meant(head: Head, scene: Scene, start: int, end: int) -> bool:
    """Tell whether a cluster told of before does something: «del Cluster | agli attori locali»."""
    first, *others = scene.tokens[start:end]
    before = scene.token_before(first.span.start)
    is_definite = before is not None and before.lower in scene.pack.definite
    if head.kind != CG.Cluster or not (is_definite and others and scene.pack.plain_of):
        return False
    is_of = others[0].lower in scene.pack.of_words | scene.pack.plain_of
    is_complement = others[0].lower in scene.pack.complements
    return is_complement and not is_of and not any(token.is_capital for token in others)


def _is_of_a_nation(scene: Scene, start: int, at: int) -> bool:
    """Tell whether it is «Slovenská inovační agentura», and no sentence that begins «Nová …»."""
    first = scene.tokens[start]
    return at - start > 1 and bool(scene.pack.demonym(first.lower, first.base))


def _is_of_a_reach(scene: Scene, start: int, at: int) -> bool:
    """Tell whether it is «Národní dřevařská asociace», and no sentence that begins «Národní …»."""
    return at - start > 1 and scene.tokens[start].lower in scene.pack.scopes


def _is_listed_place(scene: Scene, start: int, end: int, head: Head) -> bool:
    return head.kind in PLACES and place_of(scene.tokens[start:end], scene) is not None


def _noun(scene: Scene, start: int) -> tuple[int, Head | None]:
    """Find the noun that begins at ``start``, or that the adjectives there lead to."""
    for index, token in enumerate(scene.tokens[start : start + _LONGEST_OPENING], start):
        head = noun(token, scene.pack)
        is_number = index == start + 1 and _is_numeral(scene.tokens[start], scene)
        if head is not None and (index == start or is_number or not token.is_capital):
            return index, head
        if not _may_open(scene, start, index):
            break
    return start, None


def _may_open(scene: Scene, start: int, index: int) -> bool:
    """Tell whether the word may stand before the noun: «III», «Český IT klastr»."""
    token = scene.tokens[index]
    is_short = _is_numeral(token, scene) if index == start else token.is_acronym
    return is_short or _is_adjective(token, scene) or _joins_adjectives(scene, start, index)


def _is_numeral(token: Token, scene: Scene) -> bool:
    """Tell whether it is a Roman one, and no «V» or «I» of the language."""
    is_word = len(token.text) == 1 and token.lower in scene.pack.function_words
    return is_roman(token.text.removesuffix(".")) and not is_word


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
    return token.text not in scene.pack.given_names and not is_form_of_given_name(
        token.text, scene.pack
    )
