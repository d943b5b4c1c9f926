"""What a client may do on one connection, and what it is told when it does otherwise.

When that is looked at, and what becomes of the connection then, is in ``wire``.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from http import HTTPStatus

from starlette.exceptions import HTTPException

from clustergraph.web.exchange.headers import COMMON
from clustergraph.web.problems.telling import respond

__all__ = [
    "Refusal",
    "WireLimits",
    "as_http",
    "body_too_long",
    "head_too_long",
    "malformed",
    "target_too_long",
    "too_many_connections",
    "too_many_headers",
    "too_slow",
    "unknown_method",
]

_UNKNOWN_METHOD = re.compile(rb"(?!(?:GET|HEAD|POST|OPTIONS) )[A-Z-]+ \S+ HTTP/1")
_TLS_HANDSHAKE = b"\x16\x03"
_CLOSE = (b"connection", b"close")


@dataclass(frozen=True, slots=True, kw_only=True)
class WireLimits:
    """What a client may do on one connection.

    ``head_seconds`` to send a request's head (or its first byte); a body comes with at least
    ``body_bytes_per_second``, reckoned over the same time; ``reading_seconds`` in which a client
    must take some of its answer; ``goodbye_seconds`` to read why it is sent away.
    """

    head_seconds: float = 10.0
    body_bytes_per_second: int = 1_000
    reading_seconds: float = 60.0
    goodbye_seconds: float = 2.0
    target_bytes: int = 65_536
    head_bytes: int = 131_072
    headers: int = 200
    body_bytes: int = 16_777_216


class Refusal(HTTPException):
    """What is wrong with a request, before any application sees it."""


def as_http(refusal: Refusal, headers: Iterable[tuple[bytes, bytes]]) -> bytes:
    """Write the whole answer that tells of a refusal and closes the connection.

    Args:
        refusal: what is wrong.
        headers: those that the server puts before all others.
    """
    response = respond(None, refusal)
    status = HTTPStatus(refusal.status_code)
    lines = (
        b"HTTP/1.1 %d %b" % (status, status.phrase.encode()),
        *(b"%b: %b" % header for header in (*headers, *response.raw_headers, *COMMON, _CLOSE)),
        b"",
    )
    return b"\r\n".join((*lines, bytes(response.body)))


def malformed(piece: bytes) -> Refusal:
    """Refuse what is not HTTP, by the bytes that it begins with."""
    if piece.startswith(_TLS_HANDSHAKE):
        return Refusal(HTTPStatus.BAD_REQUEST, "This port speaks http://, not https://.")
    return Refusal(
        HTTPStatus.BAD_REQUEST,
        "This is not HTTP/1.1: in its request line, its headers or the lengths of its body. "
        "What stands in the request line must be percent-encoded.",
    )


def unknown_method(piece: bytes) -> Refusal:
    """Refuse a method that is none of HTTP's, or what is no method at all."""
    if _UNKNOWN_METHOD.match(piece):
        return Refusal(HTTPStatus.NOT_IMPLEMENTED, "No such method is known here.")
    return malformed(piece)


def too_slow(seconds: float) -> Refusal:
    """Refuse a request that does not come."""
    return Refusal(
        HTTPStatus.REQUEST_TIMEOUT, f"The request did not come within {seconds:g} seconds."
    )


def target_too_long(limit: int) -> Refusal:
    """Refuse an address of more bytes than that."""
    return Refusal(
        HTTPStatus.REQUEST_URI_TOO_LONG,
        f"The address is longer than {limit} bytes; send long queries by POST.",
    )


def head_too_long(limit: int) -> Refusal:
    """Refuse a head of more bytes than that."""
    return Refusal(
        HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
        f"The head of the request is longer than {limit} bytes.",
    )


def too_many_headers(limit: int) -> Refusal:
    """Refuse a head of more headers than that."""
    return Refusal(
        HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, f"The request has more than {limit} headers."
    )


def body_too_long(limit: int) -> Refusal:
    """Refuse a body of more bytes than that."""
    return Refusal(
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"The request's body is longer than {limit} bytes."
    )


def too_many_connections() -> Refusal:
    """Refuse a connection for which there is no room."""
    return Refusal(
        HTTPStatus.SERVICE_UNAVAILABLE,
        "There are too many connections, in all or from your address; close some.",
        {"Retry-After": "5"},
    )
