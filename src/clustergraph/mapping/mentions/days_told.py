"""Days that only the date of the news tells, in sentences that say what was held on them."""

from dataclasses import replace

from clustergraph.languages import find_relative_days
from clustergraph.mapping.kinds import GATHERINGS
from clustergraph.mapping.mentions.read_sentence import ReadSentence
from clustergraph.model import Document

__all__ = ["with_relative_days"]


def with_relative_days(read: ReadSentence, document: Document) -> ReadSentence:
    """Add the days that "yesterday" and "last Friday" mean, where the news is dated to the day.

    Only beside a gathering, and where no date is given: «today» often is but these years.
    """
    news = document.published
    is_dated = any(day for date in read.dates for _, day in (date.start,))
    if news is None or news.day is None or is_dated:
        return read
    if not any(mention.kind in GATHERINGS for mention in read.mentions):
        return read
    days = (
        replace(day, span=read.sentence.place(day.span.start, day.span.end))
        for day in find_relative_days(read.sentence.text, read.scene.pack, news.first_day)
    )
    return replace(read, dates=tuple(sorted((*read.dates, *days), key=lambda date: date.span)))
