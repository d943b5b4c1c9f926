"""What a request says in the words of the SPARQL 1.1 Protocol, section 2.1; nothing is run here."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Never
from urllib.parse import parse_qsl

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import Receive, Scope

from clustergraph.errors import InvalidParameter
from clustergraph.model import Iri
from clustergraph.operations.answer import Asked

__all__ = ["SparqlRequest", "read_request"]

_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"
_MOST_PARAMETERS = 1_000
_ESCAPED_BYTES_PER_CHARACTER = 12
"""A character may take four bytes, and each of them three in a form."""

Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SparqlRequest:
    """What is asked, None where no query came; ``format`` is a key or media type that was named."""

    asked: Asked | None
    format: str | None


async def read_request(scope: Scope, receive: Receive, *, characters: int) -> SparqlRequest:
    """Read the request's address and, of a POST, its body.

    Args:
        scope: the request's.
        receive: gives the body.
        characters: how long a query may be.

    Raises:
        HTTPException: when the request is not what the protocol asks for.
        InvalidParameter: when a parameter can't be understood.
    """
    pairs = _pairs(scope["query_string"])
    if scope["method"] == "POST":
        body = await _body(receive, characters * _ESCAPED_BYTES_PER_CHARACTER)
        pairs = [*pairs, *_posted(Headers(scope=scope), body)]
    request = _request(pairs)
    if request.asked is None and scope["method"] == "POST":
        _refuse(400, "There is no query in the request.")
    return request


def _posted(headers: Headers, body: bytes) -> Pairs:
    media_type, _, parameters = headers.get("content-type", "").lower().partition(";")
    if media_type.strip() == _FORM:
        return _pairs(body)
    if media_type.strip() != _QUERY:
        _refuse(415, f"A query is sent as {_QUERY} or {_FORM}.")
    if parameters.partition("charset=")[2].strip('" ') not in ("", "utf-8", "utf8"):
        _refuse(415, "A query must be sent in UTF-8.")
    return [("query", _decoded(body))]


def _request(pairs: Pairs) -> SparqlRequest:
    if any(name == "update" for name, _ in pairs):
        _refuse(400, "This address takes queries, and an update was sent.")
    text = _single(pairs, "query")
    format_ = _single(pairs, "format")
    if text is None:
        return SparqlRequest(asked=None, format=format_)
    asked = Asked(
        text=text,
        default_graphs=_graphs(pairs, "default-graph-uri"),
        named_graphs=_graphs(pairs, "named-graph-uri"),
        version_id=_single(pairs, "version"),
        seconds=_seconds(_single(pairs, "timeout")),
    )
    return SparqlRequest(asked=asked, format=format_)


def _single(pairs: Pairs, name: str) -> str | None:
    values = [value for key, value in pairs if key == name]
    if len(values) > 1:
        _refuse(400, f"The request has {len(values)} {name} parameters, and one is allowed.")
    return values[0] if values and values[0].strip() else None


def _graphs(pairs: Pairs, name: str) -> tuple[Iri, ...]:
    return tuple(_iri(name, value) for key, value in pairs if key == name)


def _iri(name: str, value: str) -> Iri:
    try:
        return Iri(value)
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


def _pairs(query: bytes) -> Pairs:
    try:
        return parse_qsl(
            query.decode(),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=_MOST_PARAMETERS,
        )
    except UnicodeDecodeError:
        _refuse(400, "The request is not in UTF-8.")
    except ValueError:
        _refuse(400, f"The request has more than {_MOST_PARAMETERS} parameters.")


def _decoded(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError:
        _refuse(400, "The query is not in UTF-8.")


async def _body(receive: Receive, limit_bytes: int) -> bytes:
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            _refuse(400, "The request broke off.")
        body += message.get("body", b"")
        if len(body) > limit_bytes:
            _refuse(413, f"The request is longer than {limit_bytes} bytes.")
        if not message.get("more_body", False):
            return bytes(body)


def _refuse(status: int, reason: str) -> Never:
    raise HTTPException(status, reason)
