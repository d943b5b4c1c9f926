"""Which language a text is written in."""

import re

import eldc

__all__ = ["UNDETERMINED", "detect_language", "language_code"]

UNDETERMINED = "und"
_ENOUGH = 20_000
"""Characters that are looked at; a longer text is no surer."""
_SURE = 300
"""From so many characters on the text is believed, not its label: templates are copied."""
_TAG = re.compile(r"\s*([a-zA-Z]{2,3})(?:[-_].*)?\s*")


def detect_language(text: str, declared: str = "") -> str:
    """Return the BCP 47 code of the text's language, ``und`` when it can't be told.

    A declared language counts for a short text, and where it is none of those that can be told: a
    Macedonian text would be taken for Bulgarian.

    >>> detect_language("Klaster to grupa przedsiębiorstw z jednej branży i regionu.")
    'pl'
    >>> detect_language("Klaster", declared="pl")
    'pl'
    """
    eldc.init()
    if declared and (len(text) < _SURE or declared not in eldc.LANGUAGES):
        return declared
    return eldc.detect(text[:_ENOUGH]) or declared or UNDETERMINED


def language_code(tag: str) -> str:
    """Return the language of a tag as files give it, without region and script, or nothing.

    >>> language_code("pl-PL"), language_code("en_GB"), language_code("English")
    ('pl', 'en', '')
    """
    match = _TAG.fullmatch(tag)
    return match[1].lower() if match else ""
