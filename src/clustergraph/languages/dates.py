"""Dates in running text: days, ranges, months, seasons and years, never a year that is not given.

The grammar is one for all languages; months, seasons, joining words and the endings of ordinals
come from the pack. Without a pack only figures are read.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import regex

from clustergraph.languages.pack import LanguagePack
from clustergraph.languages.pattern_filter import PatternFilter
from clustergraph.model import PartialDate, Span, YearlessDate

__all__ = ["Date", "DateMention", "find_dates", "refines"]

Day = tuple[int | None, int | None]
"""Month and day, None for what is not said."""
Date = PartialDate | YearlessDate


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A date or a range of dates as written; ``year`` is None where the text gives none.

    ``start`` and ``end`` are (month, day) with None for what is not said. ``first_year`` differs
    from ``year`` only in ranges such as 2011-2012.
    """

    span: Span
    year: int | None
    first_year: int | None
    start: Day
    end: Day
    is_range: bool

    def resolve(self, context_year: int | None) -> tuple[Date, Date] | None:
        """Return first and last date, the year taken from the context where the text gives none.

        Where no year is known either, days stay without one. None for a month without a year, or
        when the calendar has no such day.
        """
        last = self.year or context_year
        try:
            if last is None:
                return _yearless(self.start), _yearless(self.end)
            return PartialDate(self.first_year or last, *self.start), PartialDate(last, *self.end)
        except ValueError:
            return None


def refines(date: Date, other: Date) -> bool:
    """Tell whether it is the same date, told more exactly.

    >>> refines(PartialDate(2018, 5, 6), PartialDate(2018, 5))
    True
    >>> refines(PartialDate(2018, 5, 6), YearlessDate(5, 6))
    True
    """
    if isinstance(other, YearlessDate):
        return isinstance(date, PartialDate) and str(date).endswith(str(other)[1:])
    return str(date).startswith(f"{other}-")


def _yearless(day: Day) -> YearlessDate:
    month, number = day
    if month is None or number is None:
        raise ValueError("only a day stands without a year")
    return YearlessDate(month, number)


def find_dates(text: str, pack: LanguagePack | None) -> tuple[DateMention, ...]:
    """Return the dates of the text in order; spans do not overlap, and count from its beginning."""
    found: list[DateMention] = []
    grammar = _grammar(pack)
    for place in _filter(pack).candidates(text):
        pattern, read = grammar[place]
        for match in pattern.finditer(text):
            span = Span(*match.span())
            mention = read(match, pack)
            if mention is not None and not any(span.overlaps(other.span) for other in found):
                found.append(mention)
    return tuple(sorted(found, key=lambda mention: mention.span))


# -- Readers -------------------------------------------------------------------------------------

Reader = Callable[["regex.Match[str]", LanguagePack | None], DateMention | None]


def _written(match: "regex.Match[str]", pack: LanguagePack | None) -> DateMention:
    """Read what names its months by words: the second is the first where only one is said."""
    first_month = _month(match, "month1", pack)
    first_day = _number(match, "day1")
    return DateMention(
        span=Span(*match.span()),
        year=_number(match, "year"),
        first_year=_number(match, "year1"),
        start=(first_month, first_day),
        end=(_month(match, "month2", pack) or first_month, _number(match, "day2") or first_day),
        is_range=not {"day2", "month2"}.isdisjoint(match.groupdict()),
    )


def _numeric(match: "regex.Match[str]", _: LanguagePack | None) -> DateMention | None:
    month, first_day = _number(match, "number"), _number(match, "day1")
    first_month = _number(match, "number1") or month
    year, first_year = _number(match, "year"), _number(match, "year1")
    if month is None or first_month is None or not {month, first_month} <= _MONTHS:
        return None
    if (first_year or year or 0, first_month) > (year or 0, month):
        return None
    return DateMention(
        span=Span(*match.span()),
        year=year,
        first_year=first_year,
        start=(first_month, first_day),
        end=(month, _number(match, "day2") or first_day),
        is_range=not {"day2", "year1"}.isdisjoint(match.groupdict()),
    )


_MONTHS = frozenset(range(1, 13))


def _years(match: "regex.Match[str]", _: LanguagePack | None) -> DateMention | None:
    """Read a year or two; a season is no unit of the calendar, its year is what is sure."""
    first, last = _number(match, "year1"), _number(match, "year")
    if first is not None and last is not None and first >= last:
        return None
    return DateMention(
        span=Span(*match.span()),
        year=last,
        first_year=first,
        start=(None, None),
        end=(None, None),
        is_range=first is not None,
    )


def _month_alone(match: "regex.Match[str]", pack: LanguagePack | None) -> DateMention | None:
    """Read a month by itself where it is written in full: "may" is not only a month."""
    return _written(match, pack) if len(match.group()) >= _SHORTEST_MONTH else None


def _months_alone(match: "regex.Match[str]", pack: LanguagePack | None) -> DateMention | None:
    """Read «from March to June», both written in full."""
    names = (match["month1"], match["month2"])
    return _written(match, pack) if min(map(len, names)) >= _SHORTEST_MONTH else None


_SHORTEST_MONTH = 4


def _number(match: "regex.Match[str]", name: str) -> int | None:
    value = match.groupdict().get(name)
    return int(value) if value else None


def _month(match: "regex.Match[str]", name: str, pack: LanguagePack | None) -> int | None:
    form = match.groupdict().get(name)
    if not form or pack is None:
        return None
    return pack.months.get(form.lower(), pack.months.get(f"{form.lower()}."))


# -- Grammar -------------------------------------------------------------------------------------

_SHAPES: tuple[tuple[str, Reader], ...] = (
    ("{day1}{of}{month1}{maybe_year1}{join}{weekday}{day2}{of}{month2}{maybe_year}", _written),
    ("{day1}{more_days}{join}{article}{weekday}{day2}{of}{month1}{maybe_year}", _written),
    ("{ahead}{month1} {day1}{maybe_year1}{join}{month2} {day2}{maybe_year}", _written),
    ("{month1} {day1}{more_days}{join}{day2}{comma}{year}", _written),
    ("{ahead}{month1} {day1}{join}{day2}", _written),
    ("{day1}{of}{month1}{maybe_year}", _written),
    ("{month1} {day1}{comma}{year}", _written),
    ("{ahead}{month1} {day1}", _written),
    ("{figure1}{dot}{number1}{dot}{year1}{join}{figure2}{dot}{number}{dot}{year}", _numeric),
    ("{figure1}/{number1}/{year1}{join}{figure2}/{number}/{year}", _numeric),
    ("{figure1}{dot}{number1}[.]?{join}{figure2}{dot}{number}{dot}{year}", _numeric),
    ("{figure1}{stop}{join}{figure2}{dot}{number}{dot}{year}", _numeric),
    ("{figure1}{dot}{number}{dot}{year}", _numeric),
    ("{figure1}[/-]{number}[/-]{year}", _numeric),
    ("{year}-{iso_number}-{iso_day}", _numeric),
    ("{number1}[./]{year1}{join}{number}[./]{year}", _numeric),
    ("{month1}{after_year1}{join}{month2}{of_year}", _written),
    ("{month1}{of_year}", _written),
    ("{season}{of_year}", _years),
    ("{month1}{join}{month2}", _months_alone),
    ("{month1}", _month_alone),
    ("{year1}{dash}{year}", _years),
    ("{year}", _years),
)
"""The shapes of dates, each with its reader; what one takes is no longer there for the next."""


@cache
def _grammar(pack: LanguagePack | None) -> tuple[tuple["regex.Pattern[str]", Reader], ...]:
    parts = _parts(pack)
    return tuple((_compiled(shape, parts), read) for shape, read in _SHAPES)


@cache
def _filter(pack: LanguagePack | None) -> PatternFilter:
    """Return what tells which shapes may be in a text: in most sentences none is."""
    return PatternFilter(pattern.pattern for pattern, _ in _grammar(pack))


def _compiled(shape: str, parts: Mapping[str, str]) -> "regex.Pattern[str]":
    pattern = shape.replace(" ", r"\s+").format_map(parts)
    return regex.compile(
        rf"(?<![\p{{L}}\p{{N}}./-]){pattern}(?![\p{{L}}\p{{N}}])", regex.IGNORECASE
    )


def _parts(pack: LanguagePack | None) -> Mapping[str, str]:
    """Return the parts that the shapes are put together of, those of words with the pack's."""
    words = _words(pack)
    of, sign = words["of"], words["year_signs"]
    ending = rf"(?:-?(?:{words['ordinal_endings']})|\.)?"
    year = rf"(?P<year>(?:19|20)\d\d)(?:\s?(?:{sign})\b\.?)?"
    year1 = year.replace("<year>", "<year1>")
    return {
        "day1": rf"(?P<day1>[0-3]?\d){ending}",
        "day2": rf"(?P<day2>[0-3]?\d){ending}",
        "more_days": rf"(?:\s*,\s*[0-3]?\d{ending}(?=\s*,|\s+\p{{L}}))*",
        "figure1": r"(?P<day1>[0-3]?\d)",
        "figure2": r"(?P<day2>[0-3]?\d)",
        "number1": r"(?P<number1>[01]?\d)",
        "number": r"(?P<number>[01]?\d)",
        "iso_day": r"(?P<day1>[0-3]\d)",
        "iso_number": r"(?P<number>[01]\d)",
        "month1": rf"(?P<month1>{words['months']})\.?",
        "month2": rf"(?P<month2>{words['months']})\.?",
        "season": rf"(?P<season>{words['seasons']})",
        "year": year,
        "year1": r"(?P<year1>(?:19|20)\d\d)",
        "maybe_year": rf"(?:,?\s*(?:(?:{of})\s+)?{year})?",
        "maybe_year1": rf"(?:,?\s*(?:(?:{of})\s+)?{year1})?",
        "after_year1": rf"(?:\s+(?:(?:{of})\s+)?{year1})?",
        "ahead": r"(?<!\bin\s)" if pack and not pack.head_first else "(?!)",
        "of_year": rf"\s+(?:(?:{of})\s+)?{year}",
        "of": rf"\s*(?:(?:{of})\s+)?",
        "article": rf"(?:(?:{words['articles']})\s+)?",
        "comma": r"(?:,\s*|\s+)",
        "stop": r"\.?",
        "dot": r"[.][ \u00a0]?",
        "dash": r"\s*[-–—/]\s*",
        "join": rf"\s*(?:[-–—/]|\b(?:{words['joins']})\b)\s*",
        "weekday": r"(?:\p{L}+,?\s+)?",
    }


def _words(pack: LanguagePack | None) -> Mapping[str, str]:
    """Return the pack's words as alternatives of a pattern; nothing matches an empty set."""
    sets: Mapping[str, Iterable[str]] = (
        {}
        if pack is None
        else {
            "articles": pack.articles,
            "joins": pack.date_joins,
            "months": (form.rstrip(".") for form in pack.months),
            "of": pack.of_words,
            "ordinal_endings": pack.ordinal_endings,
            "seasons": pack.seasons,
            "year_signs": pack.year_signs,
        }
    )
    return {name: _any_of(sets.get(name, ())) for name in _WORD_SETS}


_WORD_SETS = ("articles", "joins", "months", "of", "ordinal_endings", "seasons", "year_signs")


def _any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest first."""
    escaped = (regex.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return "|".join(escaped) or "(?!)"
