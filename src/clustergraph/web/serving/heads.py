"""The head of a request: what must hold of it, and in which form it goes on (RFC 9112)."""

import re
from http import HTTPStatus
from typing import Any

import httptools

from clustergraph.web.serving.refusals import Refusal, too_many_headers

__all__ = ["check_head", "check_transfer_encoding", "framing_alone", "in_origin_form"]

_VERSIONS = frozenset(("1.1", "1.0"))
_FRAMING = frozenset((b"content-length", b"transfer-encoding"))
_ABSOLUTE = re.compile(rb"https?://", re.IGNORECASE)

Headers = list[tuple[bytes, bytes]]


def check_head(version: str, headers: Headers, hosts: int, *, most_headers: int) -> None:
    """Make sure that a head is one; ``hosts`` is how many Host headers it has.

    Raises:
        Refusal: when its version is not known, or its headers are too many or name no one host.
    """
    if version not in _VERSIONS:
        raise Refusal(HTTPStatus.HTTP_VERSION_NOT_SUPPORTED, "HTTP/1.1 is spoken here.")
    if hosts != 1 and (hosts or version == "1.1"):
        raise Refusal(HTTPStatus.BAD_REQUEST, "A request has one Host header.")
    if len(headers) > most_headers:
        raise too_many_headers(most_headers)


def check_transfer_encoding(version: str, value: bytes) -> None:
    """Make sure that a body comes in a way that can be read to its end.

    Raises:
        Refusal: when it does not.
    """
    if version != "1.1":
        raise Refusal(HTTPStatus.BAD_REQUEST, "HTTP/1.0 knows no Transfer-Encoding.")
    if value.lower() != b"chunked":
        raise Refusal(HTTPStatus.NOT_IMPLEMENTED, "The one Transfer-Encoding here is chunked.")


def framing_alone(headers: Headers) -> bytes:
    """Write a head that says no more than how long the body is (section 6)."""
    framing = (b"%b: %b\r\n" % header for header in headers if header[0] in _FRAMING)
    return b"".join((b"POST / HTTP/1.1\r\n", *framing, b"\r\n"))


def in_origin_form(method: bytes, url: bytes, headers: Headers) -> tuple[bytes, Headers]:
    """Make a path of a target that is written otherwise, and Host what it names (section 3.2).

    >>> in_origin_form(b"GET", b"http://a.example:81/b?c", [(b"host", b"x")])
    (b'/b?c', [(b'host', b'a.example:81')])
    """
    if url == b"*" and method == b"OPTIONS":
        return b"/", headers
    if _ABSOLUTE.match(url) is None:
        return url, headers
    target: Any = httptools.parse_url(url)  # a port may be None, whatever its stub says
    path = (target.path or b"/") + (b"?" + target.query if target.query else b"")
    host = target.host if target.port is None else b"%b:%d" % (target.host, target.port)
    return path, [(name, host if name == b"host" else value) for name, value in headers]
