"""Names of which only the first word has a capital: «Фондация за развитие на дърводобива».

Only for languages whose pack says with which words such a name goes on (``complements``), or how
the words end that do (``genitive``: «Ministerstvo průmyslu a obchodu ČR»).
"""

from collections.abc import Iterator

from clustergraph.languages import Head
from clustergraph.mapping.kinds import ACTIVITIES, PLACES
from clustergraph.mapping.mentions.fields import end_of_repeated_fields
from clustergraph.mapping.mentions.mention import Mention, Sign
from clustergraph.mapping.mentions.name_tails import end_of_tail, is_adjective
from clustergraph.mapping.mentions.naming import LONGEST_NAME, name_mention
from clustergraph.mapping.mentions.nouns import noun
from clustergraph.mapping.mentions.places import place_of
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.numerals import is_roman, is_year
from clustergraph.mapping.text.tokens import Token, span_of
from clustergraph.vocab import CG

__all__ = ["find_long_names"]

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
    end = end_of_tail(scene, at + 1, has_begun=at > start, opens=opens)
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
    return is_year(year) and following[:1] not in (["-"], ["–"])


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
    return is_short or is_adjective(token, scene) or _joins_adjectives(scene, start, index)


def _is_numeral(token: Token, scene: Scene) -> bool:
    """Tell whether it is a Roman one, and no «V» or «I» of the language."""
    is_word = len(token.text) == 1 and token.lower in scene.pack.function_words
    return is_roman(token.text.removesuffix(".")) and not is_word


def _joins_adjectives(scene: Scene, start: int, index: int) -> bool:
    """Tell whether it is the "and" of «inovační a energetická agentura»."""
    following = scene.tokens[index + 1 : index + 2]
    is_and = scene.tokens[index].lower in scene.pack.conjunctions and index > start
    return is_and and any(is_adjective(t, scene) and not t.is_capital for t in following)


# -- What follows the noun -----------------------------------------------------------------------
