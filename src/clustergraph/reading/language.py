"""Which language a text is written in."""

import eldc

__all__ = ["UNDETERMINED", "detect_language"]

UNDETERMINED = "und"
_ENOUGH = 20_000
"""Characters that are looked at; a longer text is no surer."""


def detect_language(text: str) -> str:
    """Return the BCP 47 code of the text's language, ``und`` when it can't be told.

    >>> detect_language("Klaster to grupa przedsiębiorstw z jednej branży i regionu.")
    'pl'
    """
    eldc.init()
    return eldc.detect(text[:_ENOUGH]) or UNDETERMINED
