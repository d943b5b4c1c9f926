"""Say in words how far a passage is to be trusted; the numbers come from ``calibrate``."""

from typing import Final

from clustergraph.web.wording import Wording, message

__all__ = ["certainty"]

_WORDS: Final = (
    (0.995, message("certain")),
    (0.95, message("very likely read rightly (%(number)s in 100)")),
    (0.8, message("likely read rightly (%(number)s in 100)")),
    (0.6, message("more likely read rightly than not (%(number)s in 100)")),
    (0.0, message("doubtful (%(number)s in 100)")),
)
"""From which probability on which words hold; below 0.6, a person is asked to look."""


def certainty(confidence: str, wording: Wording) -> str:
    """Say how likely a passage was read rightly; nothing where nobody measured it.

    >>> from clustergraph.web.wording import ENGLISH
    >>> certainty("0.97", ENGLISH), certainty("", ENGLISH)
    ('very likely read rightly (97 in 100)', '')
    """
    if not confidence:
        return ""
    probability = float(confidence)
    words = next(said for least, said in _WORDS if probability >= least)
    return wording.gettext(words, number=round(probability * 100))
