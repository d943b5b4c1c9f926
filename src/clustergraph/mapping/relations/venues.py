"""Houses in which gatherings take place: «was held on 3 May at the Wood Centre»."""

from collections.abc import Iterator, Sequence

from clustergraph.mapping.kinds import BODIES, GATHERINGS
from clustergraph.mapping.mentions.mention import Mention
from clustergraph.mapping.relations.cue_matches import CueMatch
from clustergraph.mapping.relations.cue_subjects import find_subjects
from clustergraph.mapping.relations.page import Page
from clustergraph.mapping.relations.passage import Passage
from clustergraph.mapping.text.tokens import Token
from clustergraph.model import Span
from clustergraph.vocab import CG

__all__ = ["read_venues"]

_REACH = 24
"""Tokens between the verb and the house: a date, the hours and a town may stand there."""
_LONGEST_ROOM = 5
"""Tokens of «the great hall of» between the preposition and the house."""
_CONFIDENCE = 0.7
_OF_BODIES = frozenset({CG.attendedBy, CG.fundedBy, CG.organisedBy, CG.partner, CG.taughtBy})
"""Relations whose cues take the bodies behind them."""


def read_venues(page: Page) -> None:
    """Note the body in whose house a gathering takes place, behind a cue that says that it does."""
    for match in page.cues:
        if match.cue.relation == CG.locatedIn and match.cue.subjects & GATHERINGS:
            house = next(_houses(match, page), None)
            if house is not None:
                _note(match, house, page)


def _note(match: CueMatch, house: Mention, page: Page) -> None:
    for subject in find_subjects(match, page, {}):
        passage = Passage(
            read=page.read,
            span=match.span.hull(house.span),
            rule="house of a gathering",
            confidence=_CONFIDENCE * subject.weight,
            subject=subject.span,
            object=house.span,
        )
        is_known = page.book.relates(subject.draft, page.of(house))
        if subject.draft.kind in GATHERINGS and not is_known:
            page.book.add(subject.draft, CG.hostedBy, page.of(house), passage)


def _houses(match: CueMatch, page: Page) -> Iterator[Mention]:
    """Yield the bodies that "in" introduces behind the cue, before another cue or a clause."""
    others = (
        max(other.span.start, match.span.end)
        for other in page.cues
        if other.span.end > match.span.end and other.cue.relation in _OF_BODIES
    )
    end = min(others, default=page.read.sentence.span.end)
    for mention in page.mentions:
        if not match.span.end <= mention.span.start < end:
            continue
        between = page.scene.between(match.span.end, mention.span.start)
        if len(between) > _REACH or any(_parts(token) for token in between):
            return
        is_house = mention.named and page.kind(mention) in BODIES and not mention.gazetteer
        if is_house and _is_inside(mention, match, page):
            yield mention


def _parts(token: Token) -> bool:
    return token.text in {";", "!", "?"}


def _is_inside(house: Mention, match: CueMatch, page: Page) -> bool:
    """Tell whether "in" or «in the hall of» stands right before it, perhaps as the cue's end."""
    pack = page.pack
    before = page.scene.before(house.span.start)[-_LONGEST_ROOM:]
    found = [i for i, token in enumerate(before) if token.lower in pack.place_prepositions]
    index = found[-1] if found else None
    if index is None or before[index].span.start < match.span.start:
        return False
    inside = Span(before[index].span.start, house.span.start)
    if any(_is_whole(cue) and cue.span.overlaps(inside) for cue in page.cues):
        return False
    small = pack.articles | pack.elisions
    words = [token for token in before[index + 1 :] if token.lower not in small]
    is_of = before[-1].lower in pack.of_words or not pack.of_words
    return not words or ((is_of or pack.capitalises_nouns) and _is_room(words, page))


def _is_room(words: Sequence[Token], page: Page) -> bool:
    """Tell whether the words are nouns, the last perhaps "of"."""
    pack = page.pack
    of = pack.of_words
    return all(w.is_word and (w.lower in of or w.lower not in pack.function_words) for w in words)


def _is_whole(match: CueMatch) -> bool:
    """Tell whether the cue says what something is part of: «in the framework of»."""
    return match.cue.relation == CG.partOf
