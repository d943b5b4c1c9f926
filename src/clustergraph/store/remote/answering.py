"""What an engine answers to a public query: looked at, mended, and given on piece by piece.

How it is reached, and how long it may take, is known in ``readers``.
"""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from http import HTTPStatus
from itertools import chain
from typing import Final

import httpx2

from clustergraph.coding import Coding
from clustergraph.errors import AnswerTooLarge, EngineFailed, UnsupportedQuery
from clustergraph.rdf.formats import RDF_FORMATS, RESULT_FORMATS, media_types
from clustergraph.sparql.gate import Form
from clustergraph.store.remote.converting import SOURCES, Modern, convert
from clustergraph.store.remote.results import JSON, truth_in
from clustergraph.store.remote.sending import refusal

__all__ = ["RemoteQuestion", "accept_header", "check", "mended"]

_MOST_CONVERTED_BYTES: Final = 1 << 26
"""What is written anew here is held in memory meanwhile."""
_MOST_WORDS_BYTES: Final = 10_000
_TRIPLES: Final = "application/n-triples"
_ROWS_HEADER: Final = "x-sparql-maxrows"
"""By which Virtuoso tells that it gave as many rows as it ever gives."""
_PARTIAL_HEADER: Final = "x-sql-state"
"""By which it tells that its own time limit cut the answer; newer ones by the status 206."""
_SPOKEN: Final = frozenset(
    chain(media_types(RESULT_FORMATS), media_types(RDF_FORMATS), *SOURCES.values())
)
"""What is no answer of an engine has another type: a page of whoever stands before it, say."""
_TRUTHS: Final = {True: b'{"head":{},"boolean":true}', False: b'{"head":{},"boolean":false}'}


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteQuestion:
    """A query for an engine, and what its answer shall be.

    ``sees_all`` is true where all graphs count as one; the two lists of graph IRIs count where the
    request names the dataset. ``format`` is the format's key.
    """

    text: str
    form: Form
    format: str
    coding: Coding = Coding.IDENTITY
    sees_all: bool = True
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


def accept_header(question: RemoteQuestion) -> str:
    """Say which media types the engine may answer in."""
    return ", ".join(_sources(question))


async def check(response: httpx2.Response, question: RemoteQuestion) -> None:
    """Look at the head of an answer, and at its words where it is none.

    Raises:
        UnsupportedQuery: when the engine can't run the query, can't write the format, or may have
            left out rows.
        EngineAway: when it takes no requests now.
        EngineFailed: when it failed otherwise, answered a part only, or gave no answer of SPARQL.
    """
    status = response.status_code
    media_type = _media_type(response)
    if response.is_success and media_type not in _SPOKEN:
        reason = f"it answered with {media_type or 'no media type'}, as no SPARQL engine does"
        raise EngineFailed(reason)
    has_other_format = response.is_success and media_type not in _sources(question)
    if has_other_format or status == HTTPStatus.NOT_ACCEPTABLE:
        reason = f"the engine does not write {question.format}; ask for another format."
        raise UnsupportedQuery(reason)
    if not response.is_success:
        raise refusal(status, await _beginning(response), question.text)
    if rows := response.headers.get(_ROWS_HEADER):
        reason = f"the engine gives {rows} rows at the most; ask for fewer, with LIMIT."
        raise UnsupportedQuery(reason)
    if status == HTTPStatus.PARTIAL_CONTENT or _PARTIAL_HEADER in response.headers:
        raise EngineFailed("it gave only a part of the answer, since its own time limit passed")


async def mended(response: httpx2.Response, question: RemoteQuestion) -> AsyncIterator[bytes]:
    """Yield the answer in the format that was asked for, as it comes where that is possible.

    Raises:
        AnswerTooLarge: when it must be written anew, and is too long for that.
        EngineFailed: when it is not in the format that it says.
    """
    if question.form is Form.ASK or not SOURCES[question.format]:
        yield await _converted(response, question)
        return
    if question.format != "json":
        async for piece in response.aiter_bytes():
            yield piece
        return
    modern = Modern()
    async for piece in response.aiter_bytes():
        if fresh := modern.take(piece):
            yield fresh
    yield modern.end()


def _sources(question: RemoteQuestion) -> tuple[str, ...]:
    if question.form is Form.ASK:
        return (JSON,)
    is_graph = question.form in (Form.CONSTRUCT, Form.DESCRIBE)
    return SOURCES[question.format] or ((_TRIPLES,) if is_graph else (JSON,))


def _media_type(response: httpx2.Response) -> str:
    declared: str = response.headers.get("content-type", "")
    return declared.partition(";")[0].strip().lower()


async def _beginning(response: httpx2.Response) -> str:
    read = b""
    async for piece in response.aiter_bytes():
        read += piece
        if len(read) > _MOST_WORDS_BYTES:
            break
    return read[:_MOST_WORDS_BYTES].decode(errors="replace")


async def _converted(response: httpx2.Response, question: RemoteQuestion) -> bytes:
    """Read the whole answer and write it anew, in another thread."""
    body = bytearray()
    async for piece in response.aiter_bytes():
        body += piece
        if len(body) > _MOST_CONVERTED_BYTES:
            raise AnswerTooLarge(_MOST_CONVERTED_BYTES)
    if question.form is Form.ASK:
        return convert(_TRUTHS[truth_in(bytes(body))], question.format)
    return await asyncio.to_thread(convert, bytes(body), question.format)
