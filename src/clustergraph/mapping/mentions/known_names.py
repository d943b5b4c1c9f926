"""Names that are known: by the document, which gives them elsewhere, or by the gazetteer."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from clustergraph.mapping.kinds import ACTIVITIES
from clustergraph.mapping.mentions.mention import Mention, Sign, listed_mention
from clustergraph.mapping.mentions.naming import LONGEST_NAME, name_mention
from clustergraph.mapping.mentions.nouns import noun, noun_after, noun_before
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.base_forms import base_forms, first_words
from clustergraph.mapping.text.tokens import Token, span_of, without_genitive
from clustergraph.model import Span

__all__ = ["find_known"]

_REACH = 3
"""How many words behind a body the activity may stand that it owns."""


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
    listed = scene.gazetteer.reach(first_words(first, scene.pack))
    return min(max(listed, max(said, default=0)), LONGEST_NAME, len(scene.tokens) - start)


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
    for form in dict.fromkeys((text, *base_forms(tokens, pack))):
        bodies = scene.gazetteer.bodies(form, pack.code)
        if bodies and not _goes_on(scene, span):
            mention = listed_mention(bodies[0], span, text=text, form=form, language=pack.code)
            return _with_noun(scene, mention)
    return None


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
    if len(before) > 1 and before[-1].is_name_like:
        return not scene.is_position(before[-1])
    if not after or not after[0].is_name_like or after[0].is_acronym:
        return False
    is_joined = after[0].span.start <= span.end + 1
    return is_joined and not any(_is_activity(token, scene) for token in after)


def _is_activity(token: Token, scene: Scene) -> bool:
    head = noun(token, scene.pack)
    return head is not None and head.kind in ACTIVITIES and not token.is_capital
