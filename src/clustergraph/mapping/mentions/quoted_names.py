"""Names in quotation marks; what somebody says is none."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from clustergraph.mapping.kinds import BODIES
from clustergraph.mapping.mentions.mention import Mention, Sign
from clustergraph.mapping.mentions.naming import LONGEST_NAME, name_mention
from clustergraph.mapping.mentions.nouns import (
    NounBeside,
    head_of,
    noun_after,
    noun_apposed,
    noun_before,
    noun_further_back,
    noun_joined,
)
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.tokens import Token
from clustergraph.model import Span

__all__ = ["find_quoted"]

_QUOTED = regex.compile(
    r"«(?P<name>[^«»]{2,120}«[^«»]{2,120}»)»?"
    r"|[\"“„«”‟](?P<name>[^\"“”„«»‟]{2,250}?)[\"”»“‟]"
    r"|(?<![\p{L}\p{N}])[‘‚](?P<name>[^‘’‚]{2,250}?)[’‘](?!\p{L})"
)
_SPEECH = regex.compile(r"[.!?,…][\"”»]?$|\p{L}{4,}[.!?]\s")


def find_quoted(scene: Scene) -> Iterator[Mention]:
    """Yield the names in quotation marks, typed by the nouns beside them or in them."""
    offset = scene.sentence.span.start
    for match in _QUOTED.finditer(scene.sentence.text):
        core = Span(match.start("name") + offset, match.end("name") + offset)
        whole = Span(match.start() + offset, match.end() + offset)
        if not _is_speech(match.group("name"), scene.inside(core)) and not _is_said(scene, whole):
            yield _name_in_quotes(scene, core, whole)


def _first_capital(scene: Scene, noun: Span) -> Token | None:
    """Return the adjective with a capital before the noun: «Пловдивски университет „…“»."""
    before = scene.token_before(noun.start)
    if before is None or not before.is_capital or before.span.end + 1 != noun.start:
        return None
    return before if scene.pack.adjective.fullmatch(before.lower) else None


def _with_adjectives(scene: Scene, whole: Span, core: Span, beside: NounBeside) -> Mention:
    """Return the name that begins before the quotes; what they hold is another name of it."""
    kind, head = beside.head.kind, beside.head.word
    mention = name_mention(scene, whole, Sign.QUOTES, kind=kind, head=head)
    return replace(mention, names=(*mention.names, scene.phrase(core)))


def _is_speech(name: str, tokens: Sequence[Token]) -> bool:
    if _SPEECH.search(name) or len(tokens) > 2 * LONGEST_NAME:
        return True
    return not any(token.is_word for token in tokens)


def _is_said(scene: Scene, whole: Span) -> bool:
    """Tell whether it is what somebody says: «“We need managers”, said the director»."""
    return scene.pack.saying.match(scene.text_after(whole.end).lstrip(",–—- ")) is not None


def _name_in_quotes(scene: Scene, core: Span, whole: Span) -> Mention:
    beside = (
        noun_after(scene, whole)
        or noun_joined(scene, whole)
        or noun_before(scene, whole)
        or noun_further_back(scene, whole)
    )
    said = beside.head if beside else noun_apposed(scene, whole)
    first = _first_capital(scene, beside.span) if beside and beside.head.kind in BODIES else None
    if first is not None and beside and beside.span.start < whole.start:
        return _with_adjectives(scene, first.span.hull(whole), core, beside)
    head = said or head_of(scene.inside(core), scene.pack)
    return name_mention(
        scene,
        whole.hull(beside.span) if beside else whole,
        Sign.QUOTES,
        core=core,
        kind=head.kind if head else None,
        head=head.word if head else "",
    )
