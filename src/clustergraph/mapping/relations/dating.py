"""When activities begin and end."""

import regex

from clustergraph.languages import DateMention
from clustergraph.mapping.discourse.draft import Draft
from clustergraph.mapping.kinds import ACTIVITIES, GATHERINGS
from clustergraph.mapping.mentions.mention import Mention
from clustergraph.mapping.relations.page import Page
from clustergraph.mapping.relations.passage import Passage
from clustergraph.vocab import CG

__all__ = ["read_dates"]

_NEAR_TOKENS = 6
_SHORTLY = 25
"""Characters."""
_NEWS_SIGNS = frozenset(":–-—|")


def read_dates(page: Page) -> None:
    """Note when activities begin and end; ``page.year`` completes dates that give none."""
    for date in page.read.dates:
        if not _is_dateline(date, page) and not _is_of_several(date, page):
            _read_date(date, page)


def _read_date(date: DateMention, page: Page) -> None:
    mention = _dated(date, page)
    subject = page.of(mention) if mention else _assumed(date, page)
    dates = date.resolve(page.year)
    if subject is None or dates is None or not _speaks_of(date, mention, page):
        return
    first, last = dates
    passage = _passage(date, mention, page)
    if _ends(date, page):
        page.book.add(subject, CG.endDate, last, passage)
        return
    page.book.add(subject, CG.startDate, first, passage)
    is_day = first.day and subject.kind in GATHERINGS and not _begins(date, page)
    if date.is_range or is_day:
        page.book.add(subject, CG.endDate, last, passage)


def _passage(date: DateMention, mention: Mention | None, page: Page) -> Passage:
    return Passage(
        read=page.read,
        span=date.span.hull(mention.span) if mention else date.span,
        rule="date",
        confidence=0.85 if mention else 0.65,
        subject=mention.span if mention else None,
        object=date.span,
    )


def _is_dateline(date: DateMention, page: Page) -> bool:
    """Tell whether it is when the news was written: «Athens, 23.05.2014: …»."""
    before = [token for token in page.scene.before(date.span.start) if token.is_word]
    after = page.scene.text_after(date.span.end)
    opens = len(before) <= 2 and all(token.is_capital for token in before)
    return opens and (after in {"", "."} or after[0] in _NEWS_SIGNS)


def _is_of_several(date: DateMention, page: Page) -> bool:
    """Tell whether it is the date of several («the seminars in October»), not of the story."""
    before = [m for m in page.mentions if page.of(m).is_activity and m.span.end <= date.span.start]
    if not before or not before[-1].plural:
        return False
    return len(page.scene.between(before[-1].span.end, date.span.start)) <= _NEAR_TOKENS


# -- Which activity ------------------------------------------------------------------------------


def _dated(date: DateMention, page: Page) -> Mention | None:
    """Return the activity before the date, else the one after it; on a day people meet."""
    activities = [m for m in page.mentions if page.of(m).is_activity and not m.plural]
    before = [m for m in activities if m.span.end <= date.span.start]
    gatherings = [m for m in before if page.kind(m) in GATHERINGS]
    if _has_day(date) and gatherings:
        return gatherings[-1]
    return before[-1] if before else next(iter(activities), None)


def _assumed(date: DateMention, page: Page) -> Draft | None:
    """Return what a clause without an activity dates: a meeting, or anything that begins."""
    return page.story.about(ACTIVITIES if _begins(date, page) else GATHERINGS)


def _speaks_of(date: DateMention, mention: Mention | None, page: Page) -> bool:
    """Tell whether it is about the activity; a bare year only right behind it: «Call (2011)»."""
    if date.start[0] is not None:
        return mention is not None or _has_day(date) or _begins(date, page)
    if mention is None or mention.span.end > date.span.start:
        return False
    between = page.scene.between(mention.span.end, date.span.start)
    return len(between) <= _NEAR_TOKENS + date.is_range


def _has_day(date: DateMention) -> bool:
    return date.start[1] is not None


# -- Which end -----------------------------------------------------------------------------------


def _begins(date: DateMention, page: Page) -> bool:
    return _follows(page.pack.start_words, date, page)


def _ends(date: DateMention, page: Page) -> bool:
    return not date.is_range and _follows(page.pack.end_words, date, page)


def _follows(words: "regex.Pattern[str]", date: DateMention, page: Page) -> bool:
    """Tell whether such words stand shortly before the date."""
    before = page.scene.text_before(date.span.start)
    return any(match.end() >= len(before) - _SHORTLY for match in words.finditer(before))
