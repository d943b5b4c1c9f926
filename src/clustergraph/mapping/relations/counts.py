"""Numbers of activities: the how manieth they are, and how many people came."""

from clustergraph.mapping.discourse.draft import Draft
from clustergraph.mapping.kinds import GATHERINGS
from clustergraph.mapping.mentions.mention import Mention
from clustergraph.mapping.mentions.roles import is_role
from clustergraph.mapping.relations.page import Page
from clustergraph.mapping.relations.passage import Passage
from clustergraph.mapping.text.numerals import number_of
from clustergraph.mapping.text.tokens import Token, without_gender
from clustergraph.model import Span
from clustergraph.vocab import CG

__all__ = ["read_counts"]

_COUNTED = GATHERINGS | {CG.Programme}
"""What is said to have participants."""
_REACH = 3
"""Tokens between a number and the people that it counts: «30 young Polish managers»."""
_FEWEST = 5
"""People; fewer are a panel, or «the two participating states»."""
_MANY = 8
_THOUSAND = 1000
_PARTING_SIGNS = frozenset(",.;()")
_MOST_WORDS_BEFORE = 2
"""Tokens of «at least»."""


def read_counts(page: Page) -> None:
    """Note ordinals and numbers of participants."""
    for mention in page.mentions:
        if mention.ordinal is not None and not mention.plural:
            _note_ordinal(mention, mention.ordinal, page)
    for index, token in enumerate(page.scene.tokens):
        number = number_of(token, page.pack)
        is_count = number is not None and number >= _FEWEST and not _is_in_date(token, page)
        people = _counted_people(index, page) if is_count else None
        if number is not None and people is not None:
            _note_participants(index, number * _multiplier(index, page), people, page)


def _multiplier(index: int, page: Page) -> int:
    """Return 1000 where the number counts thousands: «7 тыс. участников»."""
    following = page.scene.tokens[index + 1 : index + 2]
    is_thousand = any(not page.pack.thousands.isdisjoint({t.lower, t.base}) for t in following)
    return _THOUSAND if is_thousand else 1


def _note_ordinal(mention: Mention, ordinal: int, page: Page) -> None:
    passage = Passage(
        read=page.read,
        span=mention.span,
        rule="ordinal",
        confidence=0.85,
        subject=mention.span,
        object=mention.span,
    )
    draft = page.of(mention)
    if draft.is_activity and not (mention.sitting and draft.ordinal != ordinal):
        page.book.add(draft, CG.sequenceNumber, ordinal, passage)


def _counted_people(index: int, page: Page) -> Token | None:
    """Return the noun for people that the number at the index counts."""
    for token in page.scene.tokens[index + 1 : index + 1 + _REACH]:
        forms = {token.lower, token.base, without_gender(token.lower)}
        if not page.pack.participants.isdisjoint(forms):
            return token
        if _is_many(page.scene.tokens[index], page) and is_role((token,), page.pack):
            return token
        if token.text in _PARTING_SIGNS and not _closes_abbreviation(token, page):
            return None
    return None


def _closes_abbreviation(sign: Token, page: Page) -> bool:
    """Tell whether it is the full stop of «тыс.»."""
    before = page.scene.token_before(sign.span.start)
    return before is not None and sign.text == "." and before.lower in page.pack.thousands


def _is_many(number: Token, page: Page) -> bool:
    """Tell whether so many who bear a title («12 policy experts») are guests and no speakers."""
    return (number_of(number, page.pack) or 0) >= _MANY


def _is_in_date(number: Token, page: Page) -> bool:
    """Tell whether it belongs to a date, or to an amount of money."""
    taken = (*(date.span for date in page.read.dates), *page.read.amounts)
    return any(span.overlaps(number.span) for span in taken)


def _note_participants(index: int, number: int, people: Token, page: Page) -> None:
    subject, span = _gathering(people, page)
    if subject is None:
        return
    here = page.scene.tokens[index].span.hull(people.span)
    passage = Passage(
        read=page.read,
        span=here.hull(span) if span else here,
        rule="participants",
        confidence=0.8,
        subject=span,
        object=here,
        at_least=_is_lower_bound(index, page),
    )
    page.book.add(subject, CG.participantCount, number, passage)


def _is_lower_bound(index: int, page: Page) -> bool:
    before = page.scene.tokens[max(0, index - _MOST_WORDS_BEFORE) : index]
    return " ".join(token.lower for token in before).endswith(tuple(page.pack.at_least))


def _gathering(people: Token, page: Page) -> tuple[Draft | None, Span | None]:
    """Return the activity that is mentioned nearest, else the one that the story is about."""
    activities = [m for m in page.mentions if page.kind(m) in _COUNTED and not m.plural]
    if all(page.kind(m) == CG.Programme for m in activities):  # «40 prepared for the call»
        main = page.story.about(_COUNTED)
        if not activities or (main is not None and main.kind in GATHERINGS):
            return page.assumed(GATHERINGS) or main, None
    nearest = min(activities, key=lambda mention: abs(mention.span.start - people.span.start))
    return page.of(nearest), nearest.span
