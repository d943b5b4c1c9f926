"""Which year a date without one means, sentence by sentence: the last that was said."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from clustergraph.mapping.mentions.read_sentence import ReadSentence
from clustergraph.model import Document, Span

__all__ = ["years_said"]


def years_said(document: Document, stories: Iterable[Sequence[ReadSentence]]) -> Mapping[Span, int]:
    """Return for each sentence the year that dates without one mean: the last said.

    Before any is said it is the year of publication. A bare year («founded in 2009») counts only as
    long as nothing better is known.
    """
    years: dict[Span, int] = {}
    year = document.published.year if document.published else None
    is_sure = year is not None
    for read in (read for story in stories for read in story):
        dated = next(_years_of(read, bare=False), None)
        is_sure = is_sure or dated is not None
        year = dated or (year if is_sure else next(_years_of(read, bare=True), year))
        if year is not None:
            years[read.sentence.span] = year
    return years


def _years_of(read: ReadSentence, *, bare: bool) -> Iterator[int]:
    """Yield the years of dates, of bare ones or of those with a month; a bare range is a period."""
    for date in read.dates:
        is_bare = date.start[0] is None
        if date.year and is_bare is bare and not (bare and date.is_range):
            yield date.year
