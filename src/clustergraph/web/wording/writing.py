"""Write dates, numbers and names of languages as readers of a language do, by the CLDR (Babel).

Sentences are not made here but translated as a whole: see ``wording``.
"""

import re
from datetime import date
from functools import cache, lru_cache
from typing import Final

from babel.core import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

__all__ = ["own_name", "write_date", "write_language", "write_number", "write_period"]

_LOCALES: Final = {"en": "en_GB"}
"""The region whose habits a language follows, where it is not the one that the CLDR takes."""
_PARTIAL_DATE: Final = re.compile(r"(-|[0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
"""``YYYY``, ``YYYY-MM``, ``YYYY-MM-DD`` and ``--MM-DD``."""
_SKELETONS: Final = {
    (True, False, False): "y",
    (True, True, False): "yMMMM",
    (False, True, True): "MMMMd",
}
"""Which parts a date has, and how the CLDR calls the way to write them; whole dates are "long"."""
_LEAP_YEAR: Final = 2000
"""Stands for a year that is not known, since it has all days."""
_KEPT: Final = 4_096


@lru_cache(maxsize=_KEPT)
def write_period(start: str, end: str, language: str) -> str:
    """Write two ISO dates, of which either may be empty, without saying anything twice.

    >>> write_period("2018-02-19", "2018-02-23", "en"), write_period("2016-11", "", "pl")
    ('19–23 February 2018', 'listopad 2016')
    >>> write_period("2018-12-30", "2019-01-02", "pl"), write_period("--05-12", "--05-14", "en")
    ('30 grudnia 2018 – 2 stycznia 2019', '12–14 May')
    """
    first, last = (write_date(each, language).split(" ") for each in (start, end))
    if not start or not end or first == last:
        return " ".join(first if start else last)
    shared = 0
    while shared < min(len(first), len(last)) - 1 and first[-1 - shared] == last[-1 - shared]:
        shared += 1
    own = first[: len(first) - shared]
    dash = "–" if shared and len(own) == 1 else " – "
    return f"{' '.join(own)}{dash}{' '.join(last)}"


@lru_cache(maxsize=_KEPT)
def write_date(text: str, language: str) -> str:
    """Write an ISO date as precise as it is; what is none stays as it is.

    >>> write_date("2018-02-19", "pl"), write_date("2018", "en"), write_date("soon", "en")
    ('19 lutego 2018', '2018', 'soon')
    """
    parts = _PARTIAL_DATE.fullmatch(text)
    if parts is None:
        return text
    year, month, day = (int(part) if part and part.isdigit() else 0 for part in parts.groups())
    try:
        found = date(year or _LEAP_YEAR, month or 1, day or 1)
    except ValueError:
        return text
    if year and month and day:
        return format_date(found, "long", locale=_locale(language))
    skeleton = _SKELETONS.get((year > 0, month > 0, day > 0))
    return format_skeleton(skeleton, found, locale=_locale(language)) if skeleton else text


@lru_cache(maxsize=_KEPT)
def write_number(number: float, language: str) -> str:
    r"""Write a number.

    >>> write_number(1234567, "en"), write_number(1234, "pl")
    ('1,234,567', '1\xa0234')
    """
    return format_decimal(number, locale=_locale(language))


@cache
def write_language(code: str, language: str) -> str:
    """Name a language, or return its code where nobody knows what it is called.

    >>> write_language("bg", "en"), write_language("bg", "pl"), write_language("qaa", "en")
    ('Bulgarian', 'bułgarski', 'qaa')
    """
    spoken, _, rest = code.partition("-")
    name = _locale(language).languages.get(spoken)
    return code if name is None else f"{name} ({rest})" if rest else name


@cache
def own_name(code: str) -> str:
    """Name a language in itself, or by its code.

    >>> own_name("bg"), own_name("qaa")
    ('български', 'qaa')
    """
    try:
        locale = Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return code
    return locale.get_language_name(locale.language) or code


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(_LOCALES.get(language, language))
