"""Names written with capitals: what a run of such words speaks of, if it is a name at all."""

from collections.abc import Iterator, Sequence

from clustergraph.languages import Head
from clustergraph.mapping.kinds import BODIES
from clustergraph.mapping.mentions.mention import Mention, Sign
from clustergraph.mapping.mentions.naming import LONGEST_NAME, name_mention
from clustergraph.mapping.mentions.nouns import NounBeside, head_of, noun_after, noun_before
from clustergraph.mapping.mentions.runs import find_runs
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.articles import has_definite_ending
from clustergraph.mapping.text.tokens import Token, span_of
from clustergraph.model import Span
from clustergraph.vocab import CG

__all__ = ["find_capitalised"]


def find_capitalised(scene: Scene) -> Iterator[Mention]:
    """Yield the names written with capitals, typed by the nouns in them or beside them."""
    for tokens in find_runs(scene):
        mention = _mention(scene, tokens) if len(tokens) <= LONGEST_NAME else None
        if mention is not None:
            yield mention


def _mention(scene: Scene, tokens: Sequence[Token]) -> Mention | None:
    if len(tokens) == 1 and _only_qualifies(scene, tokens[0]):
        return None
    head, beside = head_of(tokens, scene.pack), _noun_beside(scene, tokens)
    if beside is not None:
        return _typed_by(beside, scene, tokens)
    if head is None:
        return _untyped(scene, tokens)
    if len(tokens) == 1:
        return _noun_alone(scene, tokens[0], head)
    return name_mention(scene, span_of(tokens), Sign.HEAD, kind=head.kind, head=head.word)


def _only_qualifies(scene: Scene, token: Token) -> bool:
    """Tell whether it has a capital but is no name: «Several teams», «Danish clusters»."""
    if token.is_acronym or noun_after(scene, token.span) is None:
        return False
    is_common = token.lower in scene.pack.unspecific or token.lower in scene.pack.demonyms
    return is_common or scene.opens(token.span.start)


def _noun_beside(scene: Scene, tokens: Sequence[Token]) -> NounBeside | None:
    """Return the noun behind the name, else the one before a name that bears none itself."""
    span = span_of(tokens)
    behind = noun_after(scene, span)
    if behind is not None or head_of(tokens, scene.pack) is not None:
        return behind
    return noun_before(scene, span)


def _typed_by(beside: NounBeside, scene: Scene, tokens: Sequence[Token]) -> Mention:
    """Return the name with a noun behind it («Blue Sky programme»), without one before it."""
    span = span_of(tokens)
    whole = span.hull(beside.span)
    core = whole if beside.span.start > span.start else span
    kind, head = beside.head.kind, beside.head.word
    return name_mention(scene, whole, Sign.HEAD, core=core, kind=kind, head=head)


def _noun_alone(scene: Scene, token: Token, head: Head) -> Mention | None:
    """Return «the Agency» where it stands for a name said before: definite, with a capital."""
    is_common = head.generic or token.is_acronym or head.kind not in BODIES
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
    if tokens[-1].lower in scene.pack.abstract:
        return None
    if len(tokens) == 1 and not tokens[0].is_acronym and _is_common(scene, tokens[0]):
        return None
    return name_mention(scene, span_of(tokens), Sign.CAPITALS)


def _is_common(scene: Scene, token: Token) -> bool:
    """Tell whether the capital says little: the word opens the sentence, or is no name itself."""
    if scene.opens(token.span.start) or token.lower in scene.pack.months:
        return True
    return bool(scene.pack.demonym(token.lower, token.base))
