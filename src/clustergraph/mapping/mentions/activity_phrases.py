"""Activities without a proper name: «the 4th training week», «międzynarodowa konferencja»."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import regex

from clustergraph.languages import LanguagePack, is_plural, readings
from clustergraph.mapping.kinds import ACTIVITIES, BODIES, PLACES
from clustergraph.mapping.mentions.mention import Mention, Sign
from clustergraph.mapping.mentions.nouns import noun
from clustergraph.mapping.mentions.roles import is_role
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.articles import has_definite_ending
from clustergraph.mapping.text.base_forms import base_name
from clustergraph.mapping.text.numerals import number_of, ordinal_of
from clustergraph.mapping.text.tokens import Token, in_one_line, span_of
from clustergraph.model import Iri, Span
from clustergraph.vocab import CG

__all__ = ["find_phrases", "is_plural_noun"]

_REMEMBERED = 100_000
_MOST_QUALIFIERS = 4
_WIDEST_GAP = 2
"""Characters between the words of a phrase."""
_LONGEST_COMPLEMENT = 100
_UP_TO_A_STOP = regex.compile(r"(?:[^,.;:()\n]|(?<=\d)[,.](?=\d))+")
_SMALL_NUMBER = regex.compile(r"\d{1,3}")


def find_phrases(scene: Scene, taken: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the noun phrases of activities that stand outside the names found so far."""
    phrases: list[Mention] = []
    index = 0
    while index < len(scene.tokens):
        nouns = _end_of_nouns(scene, index, taken)
        end = nouns
        if nouns > index and not _says_of_what_kind(scene, index, nouns):
            end = _end_behind(scene, nouns, taken)
            phrases.append(_phrase(scene, index, nouns, end, (*taken, *phrases)))
        index = max(end, index + 1)
    return tuple(phrases)


def is_plural_noun(token: Token, pack: LanguagePack) -> bool:
    """Tell whether the noun stands in the plural, as far as its form shows."""
    return _is_plural(token.text, pack)


@lru_cache(maxsize=_REMEMBERED)
def _is_plural(word: str, pack: LanguagePack) -> bool:
    listed = pack.head(word.lower())
    return (listed is not None and listed.plural) or is_plural(word, pack.code)


# -- Which words belong to the phrase ------------------------------------------------------------


def _end_of_nouns(scene: Scene, start: int, taken: Sequence[Mention]) -> int:
    """Return the index after the nouns that begin at ``start``: «training | week» is one phrase."""
    end = start
    while end < len(scene.tokens) and _is_activity_noun(scene, end, run=end > start):
        if _is_taken(scene.tokens[end], taken):
            break
        end += 1
    return end


def _is_activity_noun(scene: Scene, index: int, *, run: bool) -> bool:
    head = noun(scene.tokens[index], scene.pack)
    return head is not None and head.kind in ACTIVITIES and (head.generic or run)


def _is_taken(token: Token, taken: Sequence[Mention]) -> bool:
    return any(token.span.overlaps(mention.span) for mention in taken)


def _says_of_what_kind(scene: Scene, start: int, end: int) -> bool:
    """Tell whether the activity only qualifies another noun: «conference rooms»."""
    if _is_set_phrase(scene, start):
        return True
    if scene.pack.head_first:
        return _belongs_to_a_body(scene, start)
    if end >= len(scene.tokens):
        return False
    token, last = scene.tokens[end], scene.tokens[end - 1]
    is_common = token.is_word and (not token.is_capital or last.is_capital)
    is_joined = token.span.start <= last.span.end + 1 and is_common
    if not is_joined or token.lower in scene.pack.function_words:
        return False
    is_bare = start > 0 and not scene.tokens[start - 1].is_word
    return is_bare or _is_noun_for_people_or_things(token, scene.pack)


def _is_set_phrase(scene: Scene, start: int) -> bool:
    """Tell whether the noun stands in words that speak of no activity: «au cours de»."""
    offset = scene.sentence.span.start
    position = scene.tokens[start].span.start - offset
    matches = scene.pack.no_activity.finditer(scene.sentence.text)
    return any(match.start() <= position < match.end() for match in matches)


def _belongs_to_a_body(scene: Scene, start: int) -> bool:
    """Tell whether it says what somebody is for: «centre de formation», «Palais des congrès»."""
    before = scene.tokens[max(0, start - 2) : start] if scene.pack.plain_of else ()
    if before and scene.is_position(before[-1]):
        return True
    if len(before) < 2 or before[1].lower not in scene.pack.plain_of:
        return False
    head = noun(before[0], scene.pack)
    return head is not None and head.kind in BODIES | PLACES


def _end_behind(scene: Scene, index: int, taken: Sequence[Mention]) -> int:
    """Return the index after «técnica», «de formación» behind the noun."""
    pack = scene.pack
    if not pack.head_first or pack.capitalises_nouns:
        return index  # adjectives stand before the noun
    end = _end_of_adjectives(scene, index, taken)
    following = scene.tokens[end : end + 2]
    if len(following) < 2 or following[0].lower not in pack.plain_of:
        return end
    what = following[1]
    is_common = what.is_word and not what.is_capital and what.lower not in pack.function_words
    if not is_common or scene.is_position(what) or _is_taken(what, taken):
        return end
    return _end_of_adjectives(scene, end + 2, taken)


def _end_of_adjectives(scene: Scene, index: int, taken: Sequence[Mention]) -> int:
    pack, end = scene.pack, index
    while end < len(scene.tokens) and end - index < _MOST_QUALIFIERS:
        token = scene.tokens[end]
        is_other = token.is_capital or not token.is_word or token.lower in pack.function_words
        is_verb = pack.verbal.fullmatch(token.lower) or token.lower in pack.copulas
        if is_other or is_verb or not pack.adjective.fullmatch(token.lower):
            break
        if _is_taken(token, taken):
            break
        end += 1
    return end if pack.of_words or not _is_noun_at(scene, end) else index


def _is_noun_at(scene: Scene, index: int) -> bool:
    """Tell whether the adjectives before the index may belong to a noun there in the genitive."""
    following = scene.tokens[index : index + 1]
    common = (t for t in following if t.is_word and not t.is_capital)
    return any(t.lower not in scene.pack.function_words for t in common)


def _is_noun_for_people_or_things(token: Token, pack: LanguagePack) -> bool:
    is_listed = token.lower in pack.participants or token.base in pack.heads
    return is_listed or is_role((token,), pack)


def _first_qualifier(scene: Scene, start: int, taken: Sequence[Mention]) -> int:
    """Return the index of the first of the numbers and adjectives before the noun."""
    index = start
    while index and start - index < _MOST_QUALIFIERS and _is_qualifier(scene, index - 1, taken):
        index -= 1
    return index


def _is_qualifier(scene: Scene, index: int, taken: Sequence[Mention]) -> bool:
    token, following = scene.tokens[index], scene.tokens[index + 1]
    if following.span.start > token.span.end + _WIDEST_GAP or _is_taken(token, taken):
        return False
    if _counts(token, scene.pack):
        return True
    fore = scene.pack.forenouns
    is_free = not fore or token.lower in fore
    return is_free and _describes(token, scene.pack, opens=index == 0)


def _counts(token: Token, pack: LanguagePack) -> bool:
    if token.lower in pack.articles:
        return False  # «una» is an article and a number
    if _SMALL_NUMBER.fullmatch(token.text) or token.lower in pack.numbers:
        return True
    return ordinal_of(token, pack) is not None


def _describes(token: Token, pack: LanguagePack, *, opens: bool) -> bool:
    """Tell whether it may be an adjective; with a capital only where it opens the sentence."""
    if not token.is_word or token.lower in pack.function_words or token.lower in pack.months:
        return False
    is_known = token.base in pack.demonyms or token.lower in pack.no_names
    is_common = not token.is_capital or opens or is_known
    return is_common and not pack.verbal.fullmatch(token.lower) and _may_be_adjective(token, pack)


def _may_be_adjective(token: Token, pack: LanguagePack) -> bool:
    """Tell whether the dictionary, if there is one, has the word as an adjective or adverb."""
    known = readings(token.lower, pack.code)
    if not known and pack.goes_on_in_genitive and ordinal_of(token, pack) is None:
        return pack.adjective.fullmatch(token.lower) is not None
    return not known or any(r.is_adjective or r.tags[0] in {"adja", "adv"} for r in known)


# -- What the phrase says ------------------------------------------------------------------------


def _phrase(scene: Scene, start: int, nouns: int, end: int, taken: Sequence[Mention]) -> Mention:
    first, pack = _first_qualifier(scene, start, taken), scene.pack
    tokens = scene.tokens[first:end]
    last = scene.tokens[start if pack.head_first and not pack.capitalises_nouns else nouns - 1]
    determiner = scene.tokens[first - 1].lower if first else ""
    span = span_of(tokens)
    return Mention(
        span=span,
        names=tuple(
            dict.fromkeys(
                (
                    *_nominative(scene.tokens[first:nouns], pack),
                    scene.phrase(span),
                    *_with_complement(scene, span),
                )
            )
        ),
        kind=_kind(scene.tokens[start:nouns], pack),
        sign=Sign.ACTIVITY_NOUN,
        named=False,
        head=last.base,
        definite=determiner in pack.definite or has_definite_ending(last, pack),
        indefinite=not pack.indefinite.isdisjoint({determiner, *(t.lower for t in tokens)}),
        plural=is_plural_noun(last, pack),
        ordinal=next((n for token in tokens if (n := ordinal_of(token, pack))), None),
        count=next(
            (n for token in tokens[: nouns - first - 1] if (n := number_of(token, pack))), None
        ),
        sitting=nouns - start == 1
        and last.base in pack.sittings
        and not is_plural_noun(last, pack),
    )


def _nominative(tokens: Sequence[Token], pack: LanguagePack) -> Iterator[str]:
    """Yield the phrase in the nominative where endings tell it: «рабочего визита»."""
    base = base_name(tokens, pack) if pack.goes_on_in_genitive else None
    if base is not None:
        yield in_one_line(base)


def _kind(nouns: Sequence[Token], pack: LanguagePack) -> Iri:
    """Return the kind of «training week»: of the last noun, unless that only measures."""
    heads = (noun(token, pack) for token in reversed(nouns))
    return next((head.kind for head in heads if head and head.generic), CG.Training)


def _with_complement(scene: Scene, span: Span) -> Iterator[str]:
    """Yield the phrase with what it is on: «training module on clustering»."""
    following = scene.token_after(span.end)
    if following is None or following.lower not in scene.pack.topic_prepositions:
        return
    rest = _UP_TO_A_STOP.match(scene.text_after(span.end))
    complement = scene.pack.clause_end.split(rest.group())[0].strip() if rest else ""
    if 0 < len(complement) < _LONGEST_COMPLEMENT:
        yield in_one_line(f"{scene.text(span)} {complement}")
