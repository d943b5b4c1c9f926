"""What a request says in the words of the SPARQL 1.1 Protocol, section 2.1; nothing is run here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Never

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import Receive, Scope

from clustergraph.errors import InvalidParameter
from clustergraph.operations.querying.answer import Asked
from clustergraph.web.exchange.content_types import check_charset, content_type_of
from clustergraph.web.exchange.headers import media_type_of
from clustergraph.web.sparql.parameters import (
    BYTE_ORDER_MARK,
    FORM,
    graphs_in,
    not_utf_8,
    only,
    pairs_in,
)
from clustergraph.web.sparql.percent import Pairs

__all__ = ["SparqlRequest", "read_request"]

_QUERY = "application/sparql-query"
_TAKEN = {"Accept-Post": f"{_QUERY}, {FORM}"}
_ESCAPED_BYTES_PER_CHARACTER = 12
"""A character may take four bytes, and each of them three in a form."""
_NEED_A_QUERY = ("default-graph-uri", "named-graph-uri", "version", "timeout")


@dataclass(frozen=True, slots=True, kw_only=True)
class SparqlRequest:
    """What is asked, None where no query came; ``format`` is a key or media type that was named."""

    asked: Asked | None
    format: str | None


async def read_request(scope: Scope, receive: Receive, *, characters: int) -> SparqlRequest:
    """Read the request's address and, of a POST, its body.

    Parameters that the protocol does not know are passed over; one without a value counts as not
    given, but for the query itself.

    Args:
        scope: the request's.
        receive: gives the body.
        characters: how long a query may be.

    Raises:
        HTTPException: when the request is not what the protocol asks for.
        InvalidParameter: when a parameter can't be understood.
    """
    pairs = pairs_in(scope["query_string"], "address")
    if scope["method"] == "POST":
        headers = Headers(scope=scope)
        media_type = _media_type(headers)
        body = await _body(headers, receive, characters * _ESCAPED_BYTES_PER_CHARACTER)
        pairs = [*pairs, *(pairs_in(body, "body") if media_type == FORM else _direct(body))]
    request = _request(pairs)
    if request.asked is None and (scope["method"] == "POST" or _names_any(pairs, _NEED_A_QUERY)):
        _refuse(400, "There is no query in the request.")
    return request


def _media_type(headers: Headers) -> str:
    """Say which of the two media types the body has.

    A query is in UTF-8 whichever way it comes (RFC 3629; SPARQL 1.1 Protocol, section 2.1.3).
    """
    content_type = content_type_of(headers)
    media_type = media_type_of(content_type)
    if media_type not in (FORM, _QUERY):
        _refuse(415, f"A query is sent as {_QUERY} or {FORM}.", _TAKEN)
    check_charset(content_type, "A query", _TAKEN)
    if headers.get("content-encoding", "identity").lower() != "identity":
        _refuse(415, "A query is sent without a Content-Encoding.", {"Accept-Encoding": "identity"})
    return media_type


def _request(pairs: Pairs) -> SparqlRequest:
    if _names_any(pairs, ("update",)):
        _refuse(400, "This address takes queries, and an update was sent.")
    text = only(pairs, "query")
    format_ = _single(pairs, "format")
    if text is None:
        return SparqlRequest(asked=None, format=format_)
    asked = Asked(
        text=text.removeprefix(BYTE_ORDER_MARK),
        default_graphs=graphs_in(pairs, "default-graph-uri"),
        named_graphs=graphs_in(pairs, "named-graph-uri"),
        version_id=_single(pairs, "version"),
        seconds=_seconds(_single(pairs, "timeout")),
        by_engine=True,
    )
    return SparqlRequest(asked=asked, format=format_)


def _names_any(pairs: Pairs, names: Sequence[str]) -> bool:
    return any(name in names for name, _ in pairs)


def _single(pairs: Pairs, name: str) -> str | None:
    return (only(pairs, name) or "").strip() or None


def _seconds(value: str | None) -> float | None:
    if value is None:
        return None
    try:
        seconds = float(value)
    except ValueError:
        seconds = 0.0
    if not isfinite(seconds) or seconds <= 0:
        raise InvalidParameter("timeout", value, "a number of seconds above 0")
    return seconds


def _direct(body: bytes) -> Pairs:
    try:
        return [("query", body.decode())]
    except UnicodeDecodeError as error:
        raise not_utf_8("The query", error) from None


async def _body(headers: Headers, receive: Receive, limit_bytes: int) -> bytes:
    declared = headers.get("content-length", "0")
    if declared.isdecimal() and int(declared) > limit_bytes:
        _refuse_length(limit_bytes)
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            _refuse(400, "The request broke off.")
        body += message.get("body", b"")
        if len(body) > limit_bytes:
            _refuse_length(limit_bytes)
        if not message.get("more_body", False):
            return bytes(body)


def _refuse_length(limit_bytes: int) -> Never:
    _refuse(413, f"The request is longer than {limit_bytes} bytes.")


def _refuse(status: int, reason: str, headers: Mapping[str, str] | None = None) -> Never:
    raise HTTPException(status, reason, headers)
