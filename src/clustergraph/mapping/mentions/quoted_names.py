"""Names in quotation marks; what somebody says is none."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from clustergraph.mapping.kinds import BODIES
from clustergraph.mapping.mentions.mention import Mention, Sign
from clustergraph.mapping.mentions.naming import LONGEST_NAME, name_mention
from clustergraph.mapping.mentions.nouns import head_of, noun
from clustergraph.mapping.mentions.nouns_beside import (
    NounBeside,
    activity_further_back,
    noun_after,
    noun_apposed,
    noun_before,
    noun_further_back,
    noun_joined,
)
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.tokens import Token, span_of
from clustergraph.model import Span

__all__ = ["find_mottos", "find_quoted"]

_QUOTED = regex.compile(
    r"«(?P<name>[^«»]{2,120}«[^«»]{2,120}»)»?"
    r"|[\"“„«”‟](?P<name>[^\"“”„«»‟]{2,250}?)[\"”»“‟]"
    r"|(?<![\p{L}\p{N}])[‘‚](?P<name>[^‘’‚]{2,250}?)[’‘](?!\p{L})"
    r"|(?<![\p{L}\p{N}'’])'(?P<name>\p{Lu}[^'’\"]{2,80}?)'(?![\p{L}\p{N}])"
)
_LONGEST_UNTYPED = 5
"""Words with one capital that are a name without a noun beside them."""
_LONGEST_IN_QUOTES = 12
"""Words of such a name."""
_FEWEST_OF_A_CLAUSE = 3
_MOST_DESCRIBING = 3
_SPEECH = regex.compile(r"[.!?,…][\"”»]?$|\p{L}{4,}[.!?]\s")
_DASH = regex.compile(r"\s[-–—]\s*")


def find_quoted(scene: Scene) -> Iterator[Mention]:
    """Yield the names in quotation marks, typed by the nouns beside them or in them."""
    for match in _QUOTED.finditer(scene.sentence.text):
        core = scene.sentence.place(*match.span("name"))
        whole = scene.sentence.place(*match.span())
        if _is_speech(match.group("name"), scene.inside(core)) or _is_said(scene, whole):
            continue
        if not _is_motto(scene, whole) and not _is_part_of_a_clause(scene, core):
            yield from _if_a_name(_name_in_quotes(scene, core, whole), scene)


def find_mottos(scene: Scene) -> Iterator[Span]:
    """Yield where quotes hold what a gathering is about: «unter dem Motto „Cluster bewegen“»."""
    for match in _QUOTED.finditer(scene.sentence.text) if scene.pack.mottos else ():
        whole = scene.sentence.place(*match.span())
        if _is_motto(scene, whole):
            yield whole


def _if_a_name(mention: Mention, scene: Scene) -> Iterator[Mention]:
    """Yield the mention unless common words are quoted: «“un bel regalo”», «“clusters”».

    Such are those in which nothing but the beginning of a long clause has a capital, and that no
    noun beside them says to be a name.
    """
    words = [token for token in scene.inside(mention.core or mention.span) if token.is_word]
    is_introduced = mention.core is not None and _is_introduced(mention, scene)
    if is_introduced or not _is_clause(words, scene) or scene.known.get(mention.names[0]):
        yield mention


def _is_clause(words: Sequence[Token], scene: Scene) -> bool:
    """Tell whether the words are common ones: few capitals, or the beginning of a sentence."""
    first, *later = words
    if first.lower in scene.pack.function_words and len(words) > _FEWEST_OF_A_CLAUSE:
        return True
    if any(word.text != word.lower for word in later):
        return len(words) > _LONGEST_IN_QUOTES
    return first.text == first.lower or len(words) > _LONGEST_UNTYPED


def _is_introduced(mention: Mention, scene: Scene) -> bool:
    """Tell whether a noun beside the quotes says what it is."""
    core = mention.core or mention.span
    outside = (t for t in scene.inside(mention.span) if t.is_word and not core.covers(t.span))
    return any(True for _ in outside) or (mention.kind is not None and not mention.head)


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


def _described_noun(scene: Scene, whole: Span) -> NounBeside | None:
    """Return the noun, with adjectives, of «Cluster Tecnologico Nazionale “Legno 2030”»."""
    if not scene.pack.head_first:
        return None
    before = scene.before(whole.start)[-_MOST_DESCRIBING:]
    for index in range(len(before) - 1, -1, -1):
        token = before[index]
        head = noun(token, scene.pack)
        if head is not None:
            span = span_of(before[index:])
            is_described = token.is_capital and len(before) - index > 1
            return NounBeside(span, head) if is_described else None
        if not _may_describe(token, scene):
            return None
    return None


def _may_describe(token: Token, scene: Scene) -> bool:
    """Tell whether it may stand between a noun and its name: «Clusterul Textil „Alfa“»."""
    if scene.is_position(token) or token.text in scene.pack.given_names:
        return False
    return token.is_name_like or scene.pack.adjective.fullmatch(token.lower) is not None


def _is_speech(name: str, tokens: Sequence[Token]) -> bool:
    if _SPEECH.search(name) or len(tokens) > 2 * LONGEST_NAME:
        return True
    return not any(token.is_word for token in tokens)


def _is_said(scene: Scene, whole: Span) -> bool:
    """Tell whether it is what somebody says: «“We need managers”, said the director».

    So is «“Abbiamo idee – dice Ada Neri – e mezzi”».
    """
    saying, inside = scene.pack.saying, scene.text(whole)
    if any(saying.match(inside, dash.end()) for dash in _DASH.finditer(inside)):
        return True
    return saying.match(scene.text_after(whole.end).lstrip(",:–—- ")) is not None


def _is_motto(scene: Scene, whole: Span) -> bool:
    """Tell whether the noun before it says so."""
    before = scene.token_before(whole.start)
    return before is not None and before.lower in scene.pack.mottos


def _is_part_of_a_clause(scene: Scene, core: Span) -> bool:
    """Tell whether words are repeated as somebody said them: «sie wollten „weiter lernen“».

    Where nouns have capitals such words begin with a small letter; a name may be one such word.
    """
    words = [token for token in scene.inside(core) if token.is_word]
    is_lower = scene.pack.capitalises_nouns and len(words) > 1
    return is_lower and words[0].text.islower() and not any(words[0].text in n for n in scene.known)


def _is_body_in_lower_case(scene: Scene, core: Span, beside: NounBeside | None) -> bool:
    """Tell whether the words are what is said of a body: «the agency “with the best ideas”»."""
    is_body = beside is not None and beside.head.kind in BODIES
    return is_body and not any(map(str.isupper, scene.text(core)))


def _name_in_quotes(scene: Scene, core: Span, whole: Span) -> Mention:
    beside = (
        noun_after(scene, whole)
        or noun_joined(scene, whole)
        or noun_before(scene, whole)
        or noun_further_back(scene, whole)
    )
    parted = activity_further_back(scene, whole) if beside is None else None
    beside = beside or parted
    if _is_body_in_lower_case(scene, core, beside):
        return name_mention(scene, whole, Sign.QUOTES, core=core)
    said = beside.head if beside else noun_apposed(scene, whole)
    if beside is not None and beside.span.start < whole.start:
        first = _first_capital(scene, beside.span)
        if first is not None and beside.head.kind in BODIES:
            return _with_adjectives(scene, first.span.hull(whole), core, beside)
        if first is not None:
            beside = NounBeside(first.span.hull(beside.span), beside.head)
    if parted is None and (beside is None or beside.span.end <= whole.start):
        beside = _described_noun(scene, whole) or beside
        said = said or (beside.head if beside else None)
    head = said or head_of(scene.inside(core), scene.pack)
    mention = name_mention(
        scene,
        whole.hull(beside.span) if beside else whole,
        Sign.QUOTES,
        core=core,
        kind=head.kind if head else None,
        head=head.word if head else "",
    )
    return _with_phrase(mention, scene, beside, whole)


def _with_phrase(mention: Mention, scene: Scene, beside: NounBeside | None, whole: Span) -> Mention:
    """Add the names «Cluster Tecnologico Nazionale» and the same with what the quotes hold."""
    if beside is None or beside.span.end > whole.start or len(scene.inside(beside.span)) == 1:
        return mention
    other = [scene.phrase(beside.span.hull(whole))]
    if beside.head.kind in BODIES:
        other.append(scene.phrase(beside.span))
    return replace(mention, names=(*mention.names, *other))
