"""When activities begin and end; how a date is written is known by ``languages.dates``."""

from collections.abc import Sequence
from dataclasses import replace

import regex

from clustergraph.languages import Date, DateMention, refines
from clustergraph.mapping.discourse.calendars import opens_calendar_line
from clustergraph.mapping.discourse.draft import Draft
from clustergraph.mapping.kinds import ACTIVITIES, FRAMES, GATHERINGS
from clustergraph.mapping.mentions.mention import Mention
from clustergraph.mapping.relations.fact_book import ONE_DAY
from clustergraph.mapping.relations.page import Page
from clustergraph.mapping.relations.passage import Passage
from clustergraph.vocab import CG

__all__ = ["read_dates"]

_NEAR_TOKENS = 6
_CLAUSE = regex.compile(r"(?:[^.,;:!?\n]*\s)?(?P<last>\p{Ll}+)[.,;]")
"""The rest of a clause up to its last word."""
_WITH_THE = 2
_SHORTLY = 25
"""Characters."""
_NEWS_SIGNS = frozenset(":–-—|")


def read_dates(page: Page) -> None:
    """Note when activities begin and end; ``page.year`` completes dates that give none."""
    for date in page.read.dates:
        is_deadline = _follows(page.pack.deadlines, date, page)
        is_none = is_deadline or _is_dateline(date, page) or _is_no_date(date, page)
        if not (is_none or _is_of_several(date, page)):
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
    if _is_told(subject, first, page) or (
        page.book.tells(subject, CG.startDate) and _is_another(date, mention, page)
    ):
        return
    page.book.add(subject, CG.startDate, first, passage)
    is_day = first.day and subject.kind in GATHERINGS and not _begins(date, page)
    if date.is_range or is_day:
        rule = passage.rule if date.is_range else ONE_DAY
        page.book.add(subject, CG.endDate, last, replace(passage, rule=rule))


def _is_told(subject: Draft, first: Date, page: Page) -> bool:
    """Tell whether it is known when a meeting begins: what is said then is a day of it, or later.

    Only what is more exact counts: «in May 2014 … on 6 May».
    """
    told = tuple(page.book.values(subject, CG.startDate))
    coarser = any(refines(first, other) for other in told if isinstance(other, Date))
    return subject.kind in GATHERINGS and bool(told) and not coarser


def _is_another(date: DateMention, mention: Mention | None, page: Page) -> bool:
    """Tell whether the date is another's: «the first is on 3 May, the second on 9 May»."""
    earlier = [other for other in page.read.dates if other.span.end <= date.span.start]
    return mention is None or any(other.span.start > mention.span.end for other in earlier)


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
    """Tell whether it is when the news was written: «Athens, 23.05.2014: …», "Posted on …"."""
    before = [token for token in page.scene.before(date.span.start) if token.is_word]
    after = page.scene.text_after(date.span.end)
    opens = len(before) <= 2 and not date.is_range and all(token.is_capital for token in before)
    if page.pack.bylines.match(page.scene.text_before(date.span.start)):
        return True
    is_calendar = any(opens_calendar_line(mention, page.read) for mention in page.mentions[:1])
    return opens and not is_calendar and (after in {"", "."} or after[0] in _NEWS_SIGNS)


def _is_no_date(date: DateMention, page: Page) -> bool:
    """Tell whether it only names something («Horizon 2020»), or is itself spoken of."""
    named = [m for m in page.mentions if m.named and m.span.covers(date.span)]
    is_years = date.start[0] is None
    is_period = date.is_range and not any(page.kind(m) in GATHERINGS for m in named)
    return (is_years and bool(named) and not is_period) or _is_spoken_of(date, page)


def _is_spoken_of(date: DateMention, page: Page) -> bool:
    """Tell whether the sentence says what the day was: «6 May was the last day of …»."""
    after, before = (
        page.scene.token_after(date.span.end),
        page.scene.token_before(date.span.start),
    )
    opens = before is None or not before.is_word
    return opens and after is not None and after.lower in page.pack.copulas


def _is_of_several(date: DateMention, page: Page) -> bool:
    """Tell whether it is the date of several («the seminars in October»), not of the story."""
    before = [m for m in page.mentions if page.of(m).is_activity and m.span.end <= date.span.start]
    if not before or not before[-1].plural:
        return False
    return len(page.scene.between(before[-1].span.end, date.span.start)) <= _NEAR_TOKENS


# -- Which activity ------------------------------------------------------------------------------


def _dated(date: DateMention, page: Page) -> Mention | None:
    """Return the activity before the date, else the one after it; on a day people meet."""
    told = [m for m in page.mentions if page.of(m).is_activity]
    own = [m for m in told if m.named and m.span.covers(date.span)]
    if own:
        return own[0]
    if len(told) == 1 and told[0].plural and told[0].span.start > date.span.end:
        return told[0]  # «On 14 and 15 May the next meetings take place»
    activities = [m for m in told if not m.plural]
    gatherings = [m for m in activities if page.kind(m) in GATHERINGS]
    opening = [m for m in activities if _begun_on(m, date, page)]
    opening += [m for m in gatherings if _opens_with(m, date, page)]
    if opening:
        return opening[0]
    is_of_days = _has_day(date) and (date.is_range or not _begins(date, page))
    is_day = is_of_days and not date.is_range and not _ends(date, page)
    likely = gatherings if is_day or (gatherings and is_of_days) else activities
    before = [m for m in likely if m.span.end <= date.span.start]
    if before and _ends(date, page):
        return _clause_subject(before, page)
    return before[-1] if before else next(iter(likely), None)


def _opens_with(mention: Mention, date: DateMention, page: Page) -> bool:
    """Tell whether it is what something begins with: «began on 6 May with the first module»."""
    if mention.span.start < date.span.end or not _begins(date, page) or not _has_day(date):
        return False
    return len(page.scene.between(date.span.end, mention.span.start)) <= _WITH_THE


def _begun_on(mention: Mention, date: DateMention, page: Page) -> bool:
    """Tell whether it is the project of «das am 1. März gestartete Projekt»."""
    word = page.scene.token_after(date.span.end)
    between = page.scene.between(date.span.end, mention.span.start)
    if word is None or mention.span.end <= date.span.end or len(between) > _WITH_THE:
        return False
    return page.pack.start_words.fullmatch(word.text) is not None


def _clause_subject(before: Sequence[Mention], page: Page) -> Mention:
    """Return what ends: the project of «The project is funded by the programme and runs until»."""
    subjects = (m for m in before if page.book.relates(page.of(m), page.of(before[-1])))
    return next(subjects, before[-1])


def _assumed(date: DateMention, page: Page) -> Draft | None:
    """Return what a clause without an activity dates: a meeting, or anything that begins."""
    if date.is_range and not _has_day(date):
        return page.assumed(FRAMES)  # «Duration: January 2017 – December 2019»
    return page.assumed(ACTIVITIES if _begins(date, page) else GATHERINGS)


def _speaks_of(date: DateMention, mention: Mention | None, page: Page) -> bool:
    """Tell whether it is about the activity; a bare year only right behind it: «Call (2011)»."""
    if date.start[0] is not None:
        return mention is not None or _has_day(date) or date.is_range or _begins(date, page)
    if mention is not None and mention.span.covers(date.span):
        return True  # «Operational Programme 2014-2020»
    if mention is None or mention.span.end > date.span.start:
        return False
    between = page.scene.between(mention.span.end, date.span.start)
    return len(between) <= _NEAR_TOKENS + date.is_range


def _has_day(date: DateMention) -> bool:
    return date.start[1] is not None


# -- Which end -----------------------------------------------------------------------------------


def _begins(date: DateMention, page: Page) -> bool:
    return _follows(page.pack.start_words, date, page) or _closes_with_a_beginning(date, page)


def _closes_with_a_beginning(date: DateMention, page: Page) -> bool:
    """Tell whether a German clause ends so: «hat am 3. Mai das Projekt Alpha | gestartet»."""
    words = _CLAUSE.match(page.scene.text_after(date.span.end)) if _is_verb_last(page) else None
    return words is not None and page.pack.start_words.fullmatch(words["last"]) is not None


def _is_verb_last(page: Page) -> bool:
    return page.pack.capitalises_nouns


def _ends(date: DateMention, page: Page) -> bool:
    return not date.is_range and _follows(page.pack.end_words, date, page)


def _follows(words: "regex.Pattern[str]", date: DateMention, page: Page) -> bool:
    """Tell whether such words stand shortly before the date."""
    before = page.scene.text_before(date.span.start)
    return any(match.end() >= len(before) - _SHORTLY for match in words.finditer(before))
