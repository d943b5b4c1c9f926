"""Names that are known: by the document, which gives them elsewhere, or by the gazetteer."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

import regex

from clustergraph.languages import Body, Gazetteer, LanguagePack
from clustergraph.mapping.kinds import ACTIVITIES
from clustergraph.mapping.mentions.mention import Mention, Sign, listed_mention
from clustergraph.mapping.mentions.naming import LONGEST_NAME, name_mention
from clustergraph.mapping.mentions.nouns import noun
from clustergraph.mapping.mentions.nouns_beside import noun_after, noun_before
from clustergraph.mapping.mentions.places import longest_listed
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.base_forms import base_forms
from clustergraph.mapping.text.numerals import is_roman
from clustergraph.mapping.text.tokens import Token, Word, span_of, without_genitive
from clustergraph.model import Span
from clustergraph.vocab import CG

__all__ = ["find_known"]

_DASHES = frozenset("-–—")
_DASH = regex.compile("[-–—]")
_PERIOD = regex.compile(r"(?:19|20)\d\d(?:[-–—](?:19|20)\d\d)?")
_REACH = 3
"""How many words behind a body the activity may stand that it owns."""
_REMEMBERED = 50_000
"""Names of which it is kept what they are called in the gazetteer."""


def find_known(scene: Scene) -> Iterator[Mention]:
    """Yield names found with certainty elsewhere and well-known bodies, the longest readings."""
    position = 0
    while position < len(scene.tokens):
        length, mention = _longest_known(scene, position)
        if mention is not None:
            yield mention
        position += length


def _longest_known(scene: Scene, start: int) -> tuple[int, Mention | None]:
    first = scene.tokens[start].text[0]
    if not first.isupper() and not first.isdigit():
        return 1, None
    for length in range(_longest_possible(scene, start), 0, -1):
        tokens = scene.tokens[start : start + length]
        mention = _said_elsewhere(scene, tokens) or _listed(scene, tokens)
        if mention is not None:
            return length, mention
    return 1, None


def _longest_possible(scene: Scene, start: int) -> int:
    first = scene.tokens[start]
    said = (len(form) for form in scene.known if form.startswith(first.bare))
    return min(
        max(longest_listed(first, scene), max(said, default=0)),
        LONGEST_NAME,
        len(scene.tokens) - start,
    )


def _said_elsewhere(scene: Scene, tokens: Sequence[Token]) -> Mention | None:
    span = span_of(tokens)
    known = scene.known.get(without_genitive(scene.text(span)))
    if known is None:
        return None
    mention = name_mention(scene, span, Sign.KNOWN, kind=known.kind, head=known.head)
    return replace(mention, names=tuple(dict.fromkeys((*known.names, *mention.names))))


def _listed(scene: Scene, tokens: Sequence[Token]) -> Mention | None:
    span, pack = span_of(tokens), scene.pack
    text = without_genitive(scene.text(span))
    body, form = _called(text, tuple(token.word for token in tokens), pack, scene.gazetteer)
    if body is None or _goes_on(scene, span):
        return None
    mention = listed_mention(body, span, text=text, form=form, language=pack.code)
    return _with_noun(scene, _strand(scene, mention) or mention)


@lru_cache(maxsize=_REMEMBERED)
def _called(
    text: str, words: tuple[Word, ...], pack: LanguagePack, gazetteer: Gazetteer
) -> tuple[Body | None, str]:
    """Return the body that the words are called in a text, with the form that is listed."""
    for form in dict.fromkeys((text, *base_forms(words, pack))):
        bodies = gazetteer.bodies(form, pack.code)
        if bodies:
            return bodies[0], form
    return None, text


def _strand(scene: Scene, mention: Mention) -> Mention | None:
    """Return the programme of its own that goes on: «Interreg | VI-A România-Ungaria 2021-2027».

    A Roman number or two places tell it.
    """
    if mention.kind != CG.Programme:
        return None
    end = _end_of_strand(scene, mention.span.end)
    if end == mention.span.end:
        return None
    span = Span(mention.span.start, end)
    return name_mention(scene, span, Sign.LONG_NAME, kind=CG.Programme)


def _end_of_strand(scene: Scene, start: int) -> int:
    """Return where the numbers, places and years end that the name goes on with."""
    end, is_own = start, False
    for token in scene.after(start):
        is_joined = token.span.start <= end + 1
        if not is_joined or not (token.is_name_like or token.text in _DASHES or _is_year(token)):
            break
        is_number = is_roman(token.text.partition("-")[0])
        is_own = is_own or is_number or (token.is_name_like and _is_between_places(token, scene))
        if token.is_word or _is_year(token):
            end = token.span.end
    return end if is_own else start


def _is_year(token: Token) -> bool:
    return _PERIOD.fullmatch(token.text) is not None


def _is_between_places(token: Token, scene: Scene) -> bool:
    """Tell whether it is «România-Ungaria», or a dash and another capital follow."""
    parts = _DASH.split(token.text)
    if len(parts) > 1:
        return all(part[:1].isupper() for part in parts)
    following = scene.after(token.span.end)[:2]
    is_pair = len(following) > 1 and following[0].text in _DASHES
    return is_pair and following[1].is_name_like and not following[1].is_acronym


def _with_noun(scene: Scene, mention: Mention) -> Mention:
    """Take in the noun of «the COSME programme», which else would be another activity."""
    beside = noun_after(scene, mention.span) or noun_before(scene, mention.span)
    if not mention.is_activity or beside is None or beside.head.kind != mention.kind:
        return mention
    return replace(mention, span=mention.span.hull(beside.span), core=mention.span)


def _goes_on(scene: Scene, span: Span) -> bool:
    """Tell whether the name is part of a longer one («European Union Delegation»).

    It is not where it owns an activity: «European Union support programme».
    """
    before, after = scene.before(span.start), scene.after(span.end)[:_REACH]
    if len(before) > 1 and before[-1].is_name_like and not _is_project(before, scene):
        return not scene.is_position(before[-1])
    if not after or not after[0].is_name_like or after[0].is_acronym:
        return False
    is_joined = after[0].span.start <= span.end + 1
    return is_joined and not any(_is_activity(token, scene) for token in after)


def _is_project(before: Sequence[Token], scene: Scene) -> bool:
    """Tell whether a short name stands there: «projektu #ALPHA4 | Interreg Central Europe»."""
    head = next((h for t in before[-3:-1] if (h := noun(t, scene.pack))), None)
    return before[-1].is_acronym and head is not None and head.kind == CG.Project


def _is_activity(token: Token, scene: Scene) -> bool:
    head = noun(token, scene.pack)
    return head is not None and head.kind in ACTIVITIES and not token.is_capital
