"""What a request says in the words of the SPARQL 1.1 Protocol, section 2.1; nothing is run here."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Never

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import Receive, Scope

from clustergraph.errors import InvalidParameter
from clustergraph.model import Iri
from clustergraph.operations.answer import Asked
from clustergraph.web.exchange.headers import media_type_of
from clustergraph.web.sparql.percent import Pairs, TooMany, read_pairs

__all__ = ["SparqlRequest", "read_request"]

_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"
_TAKEN = {"Accept-Post": f"{_QUERY}, {_FORM}"}
_UTF_8 = frozenset({"utf-8", "utf8"})
_CHARSET = re.compile(r';\s*charset\s*=\s*"?([^";]*)', re.IGNORECASE)
_ESCAPED_BYTES_PER_CHARACTER = 12
"""A character may take four bytes, and each of them three in a form."""
_BYTE_ORDER_MARK = "\ufeff"
"""Some editors begin every text with it, and SPARQL's grammar has no place for it."""
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
    pairs = _pairs(scope["query_string"], "address")
    if scope["method"] == "POST":
        headers = Headers(scope=scope)
        media_type = _media_type(headers)
        body = await _body(headers, receive, characters * _ESCAPED_BYTES_PER_CHARACTER)
        pairs = [*pairs, *(_pairs(body, "body") if media_type == _FORM else _direct(body))]
    request = _request(pairs)
    if request.asked is None and (scope["method"] == "POST" or _names_any(pairs, _NEED_A_QUERY)):
        _refuse(400, "There is no query in the request.")
    return request


def _media_type(headers: Headers) -> str:
    """Say which of the two media types the body has.

    A query is in UTF-8 whichever way it comes (RFC 3629; SPARQL 1.1 Protocol, section 2.1.3).
    """
    declared = headers.getlist("content-type")
    if len(set(declared)) > 1:
        _refuse(400, f"The request has {len(declared)} Content-Type headers, and one is allowed.")
    content_type = declared[0] if declared else ""
    media_type = media_type_of(content_type)
    if media_type not in (_FORM, _QUERY):
        _refuse(415, f"A query is sent as {_QUERY} or {_FORM}.", _TAKEN)
    for charset in _CHARSET.findall(content_type):
        if charset.strip().lower() not in _UTF_8:
            _refuse(415, f"A query must be sent in UTF-8, and not in {charset.strip()}.", _TAKEN)
    if headers.get("content-encoding", "identity").lower() != "identity":
        _refuse(415, "A query is sent without a Content-Encoding.", {"Accept-Encoding": "identity"})
    return media_type


def _request(pairs: Pairs) -> SparqlRequest:
    if _names_any(pairs, ("update",)):
        _refuse(400, "This address takes queries, and an update was sent.")
    text = _only(pairs, "query")
    format_ = _single(pairs, "format")
    if text is None:
        return SparqlRequest(asked=None, format=format_)
    asked = Asked(
        text=text.removeprefix(_BYTE_ORDER_MARK),
        default_graphs=_graphs(pairs, "default-graph-uri"),
        named_graphs=_graphs(pairs, "named-graph-uri"),
        version_id=_single(pairs, "version"),
        seconds=_seconds(_single(pairs, "timeout")),
        by_engine=True,
    )
    return SparqlRequest(asked=asked, format=format_)


def _names_any(pairs: Pairs, names: Sequence[str]) -> bool:
    return any(name in names for name, _ in pairs)


def _only(pairs: Pairs, name: str) -> str | None:
    values = [value for key, value in pairs if key == name]
    if len(values) > 1:
        _refuse(400, f"The request has {len(values)} {name} parameters, and one is allowed.")
    return values[0] if values else None


def _single(pairs: Pairs, name: str) -> str | None:
    return (_only(pairs, name) or "").strip() or None


def _graphs(pairs: Pairs, name: str) -> tuple[str, ...]:
    """Read the graphs, each once: the engine would count the triples of one named twice twice."""
    return tuple(dict.fromkeys(_iri(name, value) for key, value in pairs if key == name and value))


def _iri(name: str, value: str) -> str:
    try:
        return str(Iri(value))
    except ValueError:
        raise InvalidParameter(name, value, "an absolute IRI") from None


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


def _pairs(data: bytes, place: str) -> Pairs:
    try:
        return read_pairs(data)
    except UnicodeDecodeError as error:
        _refuse_bytes(f"The {place} of the request", error)
    except TooMany as error:
        _refuse(400, f"The {place} of the request has more than {error.limit} {error.what}.")


def _direct(body: bytes) -> Pairs:
    try:
        return [("query", body.decode())]
    except UnicodeDecodeError as error:
        _refuse_bytes("The query", error)


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


def _refuse_bytes(what: str, error: UnicodeDecodeError) -> Never:
    at, byte = error.start, error.object[error.start]
    _refuse(400, f"{what} is not in UTF-8: byte {at + 1} of its text is 0x{byte:02X}.")


def _refuse_length(limit_bytes: int) -> Never:
    _refuse(413, f"The request is longer than {limit_bytes} bytes.")


def _refuse(status: int, reason: str, headers: Mapping[str, str] | None = None) -> Never:
    raise HTTPException(status, reason, headers)
