"""The form of language tags (BCP 47, RFC 5646 section 2.1), whether registered or not.

The specification wants registered tags. That takes the registry of the day: what is told here is
only whether a tag could be one.
"""

import re
from typing import Final

__all__ = ["is_language_tag"]

_LANGUAGE: Final = r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})"
_SCRIPT: Final = r"(?:-[a-z]{4})?"
_REGION: Final = r"(?:-(?:[a-z]{2}|[0-9]{3}))?"
_VARIANTS: Final = r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
_EXTENSIONS: Final = r"(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*"
_PRIVATE: Final = r"x(?:-[a-z0-9]{1,8})+"
_TAG: Final = re.compile(
    rf"(?:{_LANGUAGE}{_SCRIPT}{_REGION}{_VARIANTS}{_EXTENSIONS}(?:-{_PRIVATE})?|{_PRIVATE}"
    r"|i-[a-z]{2,8})",
    re.IGNORECASE | re.ASCII,
)


def is_language_tag(text: str) -> bool:
    """Tell whether a text has the form of a language tag.

    >>> [is_language_tag(tag) for tag in ("de", "zh-Hant-TW", "sr-Latn", "english", "de_DE", "")]
    [True, True, True, True, False, False]
    """
    return _TAG.fullmatch(text) is not None
