"""Names written with capitals: what a run of such words speaks of, if it is a name at all."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from clustergraph.languages import Head
from clustergraph.mapping.kinds import ACTIVITIES, BODIES
from clustergraph.mapping.mentions.activity_phrases import is_plural_noun
from clustergraph.mapping.mentions.mention import Mention, Sign
from clustergraph.mapping.mentions.naming import LONGEST_NAME, name_mention, with_brackets
from clustergraph.mapping.mentions.nouns import (
    NounBeside,
    head_of,
    noun_after,
    noun_before,
    noun_further_back,
)
from clustergraph.mapping.mentions.places import place_of
from clustergraph.mapping.mentions.runs import find_runs
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.articles import has_definite_ending
from clustergraph.mapping.text.nominatives import is_form_of_given_name
from clustergraph.mapping.text.numerals import is_roman, ordinal_of
from clustergraph.mapping.text.tokens import Token, span_of
from clustergraph.model import Iri, Span
from clustergraph.vocab import CG

__all__ = ["find_capitalised"]

_LONGEST_PLACE = 3
"""Words."""


def find_capitalised(scene: Scene) -> Iterator[Mention]:
    """Yield the names written with capitals, typed by the nouns in them or beside them."""
    for tokens in find_runs(scene):
        mention = _mention(scene, tokens) if len(tokens) <= LONGEST_NAME else None
        if mention is not None:
            yield mention


def _mention(scene: Scene, tokens: Sequence[Token]) -> Mention | None:
    if len(tokens) == 1 and _only_qualifies(scene, tokens[0]):
        return None
    head = head_of(tokens, scene.pack) or _head_before_place(scene, tokens)
    beside = _noun_beside(scene, tokens)
    if beside is not None:
        return _typed_by(beside, scene, tokens)
    if head is None:
        return _untyped(scene, tokens)
    if len(tokens) == 1:
        return _noun_alone(scene, tokens[0], head)
    kind = _kind_of_edition(scene, tokens, head)
    return name_mention(scene, span_of(tokens), Sign.HEAD, kind=kind, head=head.word)


def _head_before_place(scene: Scene, tokens: Sequence[Token]) -> Head | None:
    """Return the noun of «Toy Cluster Vienna», which ends in the name of a place."""
    if scene.pack.head_first:
        return None
    for length in range(1, min(_LONGEST_PLACE, len(tokens) - 2) + 1):
        if tokens[-length].is_name_like and place_of(tokens[-length:], scene):
            head = head_of(tokens[:-length], scene.pack)
            return head if head is not None and head.kind in BODIES else None
    return None


def _kind_of_edition(scene: Scene, tokens: Sequence[Token], head: Head) -> Iri:
    """Return what a numbered one is: «the 3rd Cluster Academy» is a training, no organisation."""
    before = scene.token_before(tokens[0].span.start)
    numbered = [token for token in (before, tokens[0]) if token is not None]
    is_numbered = any(ordinal_of(token, scene.pack) is not None for token in numbered)
    return head.edition if is_numbered and head.edition else head.kind


def _only_qualifies(scene: Scene, token: Token) -> bool:
    """Tell whether it has a capital but is no name: «Several teams», «Danish clusters»."""
    if token.is_acronym or noun_after(scene, token.span) is None:
        return False
    is_common = token.lower in scene.pack.unspecific or token.lower in scene.pack.demonyms
    return is_common or scene.opens(token.span.start)


def _noun_beside(scene: Scene, tokens: Sequence[Token]) -> NounBeside | None:
    """Return the noun behind the name, else the one before a name that bears none itself."""
    span = span_of(tokens)
    behind = noun_after(scene, with_brackets(scene, span)[0])
    if behind is not None and _are_several_bodies(behind, scene):
        return None  # «Gold Label clusters» are not called so
    if behind is not None or head_of(tokens, scene.pack) is not None:
        return behind
    if _is_a_person(scene, tokens):
        return None
    before = noun_before(scene, span)
    if before is not None and _are_of_a_place(before, scene, tokens):
        return None
    if before is not None or not scene.pack.plain_of or place_of(tokens, scene):
        return before
    return noun_further_back(scene, span)


def _are_several_bodies(noun: NounBeside, scene: Scene) -> bool:
    words = scene.inside(noun.span)
    return noun.head.kind in BODIES and all(is_plural_noun(word, scene.pack) for word in words)


def _are_of_a_place(noun: NounBeside, scene: Scene, tokens: Sequence[Token]) -> bool:
    """Tell whether a plural stands before a place: «технопарков | России»."""
    words = scene.inside(noun.span)
    is_plural = all(is_plural_noun(word, scene.pack) for word in words)
    return is_plural and place_of(tokens, scene) is not None


def _is_a_person(scene: Scene, tokens: Sequence[Token]) -> bool:
    """Tell whether a given name opens it: «a seminar with | Ann Lee» is not called so."""
    first = tokens[0].text
    is_given = first in scene.pack.given_names or is_form_of_given_name(first, scene.pack)
    return is_given and len(tokens) > 1


def _typed_by(beside: NounBeside, scene: Scene, tokens: Sequence[Token]) -> Mention:
    """Return the name with a noun behind it («Blue Sky programme»), without one before it."""
    span = span_of(tokens)
    whole = span.hull(beside.span)
    is_part = beside.span.start > span.start and not with_brackets(scene, span)[1]
    core = whole if is_part else span
    kind, head = beside.head.kind, beside.head.word
    mention = name_mention(scene, whole, Sign.HEAD, core=core, kind=kind, head=head)
    if not is_part or not _is_name_without_noun(scene, tokens, beside):
        return mention
    return replace(mention, names=(*mention.names, scene.phrase(span)))


def _is_name_without_noun(scene: Scene, tokens: Sequence[Token], beside: NounBeside) -> bool:
    """Tell whether the activity is called so without its noun: «Blue Sky | programme»."""
    span = span_of(tokens)
    is_next = beside.head.kind in ACTIVITIES and beside.span.start <= span.end + 1
    is_other = head_of(tokens, scene.pack) or place_of(tokens, scene)
    return is_next and len(tokens) > 1 and not is_other


def _noun_alone(scene: Scene, token: Token, head: Head) -> Mention | None:
    """Return «the Agency» where it stands for a name said before: definite, with a capital."""
    is_common = head.generic or head.plural or token.is_acronym or head.kind not in BODIES
    if is_common or not _is_definite(scene, token):
        return None
    return Mention(
        span=Span(token.span.start, token.span.start + len(token.bare)),
        names=(token.bare,),
        kind=head.kind,
        sign=Sign.DEFINITE_NOUN,
        head=head.word,
        definite=True,
    )


def _is_definite(scene: Scene, token: Token) -> bool:
    before = scene.token_before(token.span.start)
    has_article = before is not None and before.lower in scene.pack.definite
    return has_article or has_definite_ending(token, scene.pack)


def _untyped(scene: Scene, tokens: Sequence[Token]) -> Mention | None:
    if any(scene.pack.is_company_form(token.text) for token in tokens[1:]):
        return name_mention(scene, span_of(tokens), Sign.COMPANY_FORM, kind=CG.Organisation)
    if _is_abstract(scene, tokens) and not scene.announced_kind(span_of(tokens)):
        return None
    if len(tokens) == 1 and is_roman(tokens[0].text):
        return None
    if len(tokens) == 1 and not tokens[0].is_acronym and _is_common(scene, tokens[0]):
        return None
    return name_mention(scene, span_of(tokens), Sign.CAPITALS)


def _is_abstract(scene: Scene, tokens: Sequence[Token]) -> bool:
    """Tell whether it is a subject: «Cluster Management», but not «Veneto Innovazione»."""
    pack = scene.pack
    if tokens[-1].lower not in pack.abstract:
        return False
    others = (t for t in tokens[:-1] if t.lower not in pack.abstract | pack.linkers)
    return not pack.head_first or all(pack.adjective.fullmatch(t.lower) for t in others)


def _is_common(scene: Scene, token: Token) -> bool:
    """Tell whether the capital says little: the word opens the sentence, or is no name itself."""
    if scene.opens(token.span.start) or token.lower in scene.pack.months:
        return True
    if token.lower in scene.pack.function_words:  # as where somebody begins to speak: «"It is …»
        return True
    return bool(scene.pack.demonym(token.lower, token.base))
