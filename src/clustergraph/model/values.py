"""The small values that facts are made of; they refuse nonsense at birth."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Self

__all__ = ["Iri", "LangString", "PartialDate", "Span", "YearlessDate"]

_PLANES = "".join(f"{chr(at)}-{chr(at + 0xFFFD)}" for at in range(0x10000, 0xE0000, 0x10000))
_BEYOND_ASCII = rf"\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef{_PLANES}\U000e1000-\U000efffd"
_SIGNS = rf"A-Za-z0-9._~!$&'()*+,;={_BEYOND_ASCII}-"
_PERCENT = "%[0-9A-Fa-f]{2}"
_USER = rf"(?:[{_SIGNS}:]++|{_PERCENT})*+@"
_AUTHORITY = rf"//(?:{_USER})?(?:[{_SIGNS}]++|{_PERCENT})*+(?::[0-9]*+)?(?![^/?#])"
_REST = rf"(?:[{_SIGNS}:@/?]++|{_PERCENT})*+"
_IRI = re.compile(
    rf"[A-Za-z][A-Za-z0-9+.-]*+:(?=.)(?:{_AUTHORITY}|(?!//)){_REST}(?:#{_REST})?", re.ASCII
)
"""RFC 3987, section 2.2, but for addresses in brackets and characters of private use."""
_LANGUAGE = re.compile(r"[a-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_ISO_DAY_OF_YEAR = re.compile(r"--(\d\d)-(\d\d)")
_LEAP_YEAR = 2000
_ISO_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


class Iri(str):
    """An absolute IRI (RFC 3987), a real ``str`` that can be told from other strings at run time.

    >>> Iri("https://w3id.org/clustergraph/ns#Cluster").local
    'Cluster'
    """

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        """Make one.

        Raises:
            ValueError: when the text is not absolute, holds a forbidden character, or an IPv6
                address, which nothing here needs.
        """
        if not _IRI.fullmatch(text):
            message = f"not an absolute IRI: {text!r}"
            raise ValueError(message)
        return super().__new__(cls, text)

    @property
    def local(self) -> str:
        """What follows the last ``#`` or ``/``."""
        return re.split(r"[#/]", self)[-1]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of Unicode code points in a document's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            message = f"not a span: {self.start}..{self.end}"
            raise ValueError(message)

    def covers(self, other: "Span") -> bool:
        """Tell whether the other span lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def hull(self, other: "Span") -> "Span":
        """Return the smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


@dataclass(frozen=True, slots=True, order=True)
class LangString:
    """Text with its language (BCP 47)."""

    text: str
    language: str

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("a language string needs text")
        if not _LANGUAGE.fullmatch(self.language):
            message = f"not a language tag: {self.language!r}"
            raise ValueError(message)


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A day, a month or a year of the calendar, as precise as its source.

    >>> str(PartialDate(2018, 2)), PartialDate(2018, 2).last_day.isoformat()
    ('2018-02', '2018-02-28')
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.month is None and self.day is not None:
            raise ValueError("a day needs its month")
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

        Raises:
            ValueError: for anything else.
        """
        match = _ISO_DATE.fullmatch(text)
        if match is None:
            message = f"not a year, month or day: {text!r}"
            raise ValueError(message)
        year, month, day = match.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None)

    @property
    def first_day(self) -> date:
        """The earliest day that it allows."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The latest day that it allows."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        return "-".join(parts)


@dataclass(frozen=True, slots=True, order=True)
class YearlessDate:
    """A day of a year that nobody tells; never completed by guessing.

    >>> str(YearlessDate(5, 12))
    '--05-12'
    """

    month: int
    day: int

    def __post_init__(self) -> None:
        date(_LEAP_YEAR, self.month, self.day)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``--MM-DD``.

        Raises:
            ValueError: for anything else.
        """
        match = _ISO_DAY_OF_YEAR.fullmatch(text)
        if match is None:
            message = f"not a day of a year: {text!r}"
            raise ValueError(message)
        return cls(int(match[1]), int(match[2]))

    def __str__(self) -> str:
        return f"--{self.month:02}-{self.day:02}"
