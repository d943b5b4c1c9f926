"""Tokens that say where a page ends and the next begins.

A token names the last hit and not a number of hits, so that it holds when another version is
published in the meantime; and it holds for one question only.
"""

import base64
import binascii
import hashlib
import json
from typing import Any, Final, NamedTuple, Self

from clustergraph.errors import InvalidParameter
from clustergraph.names.files.ordering import PlaceInOrder

__all__ = ["Bookmark", "fingerprint", "read_place", "write_place"]

_DIGEST_LENGTH: Final = 8
_UNREADABLE: Final = (ValueError, TypeError, binascii.Error, OverflowError, RecursionError)


class Bookmark(NamedTuple):
    """The last hit of a page: how much it weighs and its place among those that weigh the same."""

    weight: float
    prominence: int
    iri: str

    def write(self, question: str) -> str:
        """Write it as a token that holds for one question only."""
        return _written(question, *self)

    @classmethod
    def read(cls, token: str, question: str) -> Self:
        """Read a token.

        Raises:
            InvalidParameter: when it is none, or belongs to another question.
        """
        try:
            asked, weight, prominence, iri = _read(token)
            mark = cls(float(weight), int(prominence), str(iri))
        except _UNREADABLE:
            raise _no_token(token) from None
        _check(token, asked, question)
        return mark


def write_place(place: PlaceInOrder, question: str) -> str:
    """Write the last place of a page that is in order as a token."""
    return _written(question, *place)


def read_place(token: str, question: str) -> PlaceInOrder:
    """Read a token of a page that is in order.

    Raises:
        InvalidParameter: when it is none, or belongs to another question.
    """
    try:
        asked, called, iri = _read(token)
        place = PlaceInOrder(str(called), str(iri))
    except _UNREADABLE:
        raise _no_token(token) from None
    _check(token, asked, question)
    return place


def fingerprint(*parts: object) -> str:
    """Return a short hash of what was asked."""
    return hashlib.sha256(repr(parts).encode("utf-8", "replace")).hexdigest()[:_DIGEST_LENGTH]


def _written(*parts: object) -> str:
    plain = json.dumps(parts, separators=(",", ":"))
    return base64.urlsafe_b64encode(plain.encode()).decode().rstrip("=")


def _read(token: str) -> Any:
    padded = token.encode("ascii") + b"=" * (-len(token) % 4)
    return json.loads(base64.urlsafe_b64decode(padded))


def _no_token(token: str) -> InvalidParameter:
    return InvalidParameter("next", token, "what an answer gave as next")


def _check(token: str, asked: object, question: str) -> None:
    if asked != question:
        raise InvalidParameter("next", token, "what an answer to the same question gave")
