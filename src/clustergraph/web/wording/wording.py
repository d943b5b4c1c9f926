"""Say a sentence of the interface in one language."""

import io
import re
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from typing import Final

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from clustergraph.web.wording.writing import (
    write_date,
    write_language,
    write_number,
    write_period,
)

__all__ = ["ENGLISH", "INTERFACE_LANGUAGES", "Wording", "message", "wording_in"]

INTERFACE_LANGUAGES: Final = ("en", "pl", "bg")
"""The first is that of the sources, and the one for readers of any other language."""

_STOPPED: Final = re.compile(r"(%\((\w+)\)s)\.(?!\.)")
"""A value before a full stop."""


class Wording:
    """The sentences of the interface in one of its languages.

    Messages are English, with values as ``%(name)s``; one without a translation stays English.
    """

    def __init__(self, language: str, translations: NullTranslations) -> None:
        self.language = language
        self.translations = translations

    def gettext(self, message: str, **values: object) -> str:
        """Say a message.

        >>> wording_in("en").gettext("Page %(number)s of %(total)s", number=1, total=2)
        'Page 1 of 2'
        """
        return _filled(self.translations.gettext(message), values)

    def pgettext(self, context: str, message: str, **values: object) -> str:
        """Say a message that means something else elsewhere."""
        return _filled(self.translations.pgettext(context, message), values)

    def ngettext(self, singular: str, plural: str, number: int, **values: object) -> str:
        """Say a message that goes by a number, which is there as ``%(num)s``.

        >>> wording_in("en").ngettext("%(num)s row", "%(num)s rows", 2)
        '2 rows'
        """
        said = self.translations.ngettext(singular, plural, number)
        return _filled(said, {"num": self.number(number)} | values)

    def number(self, number: float) -> str:
        """Write a number.

        >>> wording_in("en").number(12488)
        '12,488'
        """
        return write_number(number, self.language)

    def date(self, text: str) -> str:
        """Write an ISO date, as precise as it is; what is none stays as it is.

        >>> wording_in("bg").date("2018-02-19")
        '19 февруари 2018\u202fг.'
        """
        return write_date(text, self.language)

    def period(self, start: str, end: str) -> str:
        """Write from when to when, in ISO dates of which either may be empty.

        >>> wording_in("pl").period("2018-02-19", "2018-02-23")
        '19–23 lutego 2018'
        """
        return write_period(start, end, self.language)

    def language_name(self, code: str) -> str:
        """Name a language.

        >>> wording_in("pl").language_name("bg")
        'bułgarski'
        """
        return write_language(code, self.language)


def message(text: str) -> str:
    """Mark a message that a table holds, and that is said in a language only later.

    >>> wording_in("en").gettext(message("Where sources disagree"))
    'Where sources disagree'
    """
    return text


def _filled(said: str, values: dict[str, object]) -> str:
    """Fill a message; a value that ends in a full stop, such as "Inc.", brings the sentence's."""
    if not values:
        return said.replace("%%", "%")
    ended = {name for name, value in values.items() if str(value).endswith(".")}
    return _STOPPED.sub(lambda at: at[1] if at[2] in ended else at[0], said) % values


@cache
def wording_in(language: str) -> Wording:
    """Return the wording for readers of a language: in it, or in English.

    >>> wording_in("pl").language, wording_in("pl-PL").language, wording_in("fr").language
    ('pl', 'pl', 'en')
    """
    spoken = language.partition("-")[0]
    known = spoken if spoken in INTERFACE_LANGUAGES else INTERFACE_LANGUAGES[0]
    return Wording(known, _translations(known))


@cache
def _translations(language: str) -> NullTranslations:
    """Read a catalogue; the sources' own language has none."""
    if language == INTERFACE_LANGUAGES[0]:
        return NullTranslations()
    source = files("clustergraph.web.wording") / "catalogues" / f"{language}.po"
    compiled = io.BytesIO()
    with source.open("rb") as opened:
        write_mo(compiled, read_po(opened, locale=language))
    compiled.seek(0)
    return GNUTranslations(compiled)


ENGLISH: Final = wording_in("en")
