"""The language that a reader wants: how a tag of one is written, and what browsers say of it."""

import re
from typing import Final

from starlette.datastructures import Headers, QueryParams
from starlette.types import Scope

from clustergraph.coding import read_quality
from clustergraph.errors import InvalidParameter
from clustergraph.operations.labels import DEFAULT_LANGUAGE
from clustergraph.web.wording.reader import Reader

__all__ = ["LANGUAGE_TAG", "is_language_tag", "preferred_language", "read_language", "reader_of"]

LANGUAGE_TAG: Final = r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"
"""A tag as readers of this service write one (BCP 47), in small letters at its beginning."""
_TAG: Final = re.compile(LANGUAGE_TAG)
_MOST_CHARACTERS: Final = 500
"""A longer Accept-Language header is read up to here only."""


def is_language_tag(text: str) -> bool:
    """Tell whether a text is written as a tag.

    >>> [is_language_tag(text) for text in ("pl", "sr-Latn", "polski", "")]
    [True, True, False, False]
    """
    return _TAG.fullmatch(text) is not None


def read_language(tag: str, parameter: str = "lang") -> str:
    """Return the tag that a parameter names.

    Raises:
        InvalidParameter: when it is none.
    """
    if not is_language_tag(tag):
        raise InvalidParameter(parameter, tag, "a language tag, such as en, pl or bg")
    return tag


def preferred_language(headers: Headers) -> str:
    """Return the language that a browser likes best, without its region (RFC 9110, 12.5.4).

    >>> preferred_language(Headers({"accept-language": "fr;q=0.5, pl-PL, *;q=0.1"}))
    'pl'
    """
    header = headers.get("accept-language", "")[:_MOST_CHARACTERS]
    wanted: list[tuple[float, str]] = []
    for member in header.split(","):
        tag, _, parameters = member.strip().partition(";")
        if is_language_tag(tag.strip().lower()):
            wanted.append((_quality(parameters), tag.strip().lower()))
    quality, best = max(wanted, key=lambda each: each[0], default=(0.0, ""))
    return best.partition("-")[0] if quality > 0 else DEFAULT_LANGUAGE


def reader_of(scope: Scope) -> Reader:
    """Return who makes a request, whatever else is wrong with it.

    A parameter ``lang`` that is no tag is passed over: only who asks for a page is told of it.
    """
    asked = QueryParams(scope.get("query_string", b"")).get("lang", "")
    if is_language_tag(asked):
        return Reader(language=asked, is_asked=True)
    return Reader(language=preferred_language(Headers(scope=scope)))


def _quality(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    return read_quality(value) if name.strip().lower() == "q" else 1.0
