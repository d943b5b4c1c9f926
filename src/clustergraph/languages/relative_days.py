"""Days told from where the news stands, "yesterday" or "last Friday"; only its date tells them."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import regex

from clustergraph.languages.dates import DateMention
from clustergraph.languages.pack import LanguagePack
from clustergraph.model import Span

__all__ = ["find_relative_days"]

_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*")
_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def find_relative_days(text: str, pack: LanguagePack, news: date) -> Iterator[DateMention]:
    """Yield the days of the text that the date of the news tells, as dates.

    A day of the week is one only with a word that says which: "last Friday", «vendredi prochain».
    """
    words = list(_WORD.finditer(text))
    for word in words:
        told = pack.days.get(word.group().lower(), "")
        if told.lstrip("-").isdigit() and _is_adverb(word, pack):
            yield _mention(Span(*word.span()), news + timedelta(days=int(told)))
    for first, second in pairwise(words):
        for day, sign in ((first, second), (second, first)):
            told = pack.days.get(day.group().lower(), "")
            direction = _direction(sign.group().lower(), pack)
            if told in _WEEK and direction:
                span = Span(first.start(), second.end())
                yield _mention(span, _of_the_week(_WEEK.index(told), news, direction))


def _is_adverb(word: "regex.Match[str]", pack: LanguagePack) -> bool:
    """Tell whether it is no noun: «morgen», but not «der Morgen»."""
    return word.group().islower() or (word.start() == 0 and not pack.capitalises_nouns)


def _direction(word: str, pack: LanguagePack) -> int:
    return (word in pack.next_days) - (word in pack.last_days)


def _of_the_week(weekday: int, news: date, direction: int) -> date:
    """Return the nearest such day before or after that of the news."""
    apart = (direction * (weekday - news.weekday()) - 1) % 7 + 1
    return news + timedelta(days=direction * apart)


def _mention(span: Span, day: date) -> DateMention:
    told = (day.month, day.day)
    return DateMention(
        span=span, year=day.year, first_year=None, start=told, end=told, is_range=False
    )
