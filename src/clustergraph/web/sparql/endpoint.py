"""``/sparql``: the SPARQL 1.1 Protocol for queries, between the socket and the reader.

A bare ASGI endpoint, since this is the hot path. How requests are read is in ``protocol``, what
browsers get in ``page``.
"""

import asyncio
from collections.abc import Sequence

from starlette.datastructures import URL, Headers, State
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from clustergraph.errors import InvalidParameter, QueryError
from clustergraph.operations.answer import Answers, Asked, formats_for
from clustergraph.operations.describe_service import describe_service
from clustergraph.rdf.formats import RDF_FORMATS, Format, format_of, media_types
from clustergraph.web.methods import IS_HEAD
from clustergraph.web.negotiation import choose, prefers_html
from clustergraph.web.sparql.connection import while_connected
from clustergraph.web.sparql.delivery import Delivery
from clustergraph.web.sparql.page import empty_page, page_of_answer, page_of_error
from clustergraph.web.sparql.protocol import read_request

__all__ = ["SparqlEndpoint"]

_HTML = "text/html"


class SparqlEndpoint:
    """Answers queries; its parts are found in the application's state: ``answers``, ``dataset``.

    Args:
        characters: how long a query may be.
    """

    def __init__(self, *, characters: int) -> None:
        self._characters = characters

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request.

        Raises:
            ClusterGraphError: before anything was sent.
            HTTPException: when the request breaks the protocol.
        """
        request = await read_request(scope, receive, characters=self._characters)
        exchange = _Exchange(scope, receive, send)
        if request.asked is None:
            await exchange.reply_without_query(request.format)
            return
        try:
            await exchange.reply(request.asked, request.format)
        except QueryError as error:
            if not prefers_html(exchange.accept):
                raise
            await page_of_error(request.asked.text, error)(scope, receive, send)


class _Exchange:
    """One request and its reply."""

    def __init__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._scope, self._receive, self._send = scope, receive, send
        self._state: State = scope["app"].state
        self._headers = Headers(scope=scope)
        self.accept = self._headers.get("accept")

    async def reply_without_query(self, wanted: str | None) -> None:
        """Give browsers a form to ask with, and programs a description of the service."""
        media_type, format_ = _choose(wanted, self.accept, RDF_FORMATS)
        response = empty_page() if format_ is None else await self._description(media_type, format_)
        await response(self._scope, self._receive, self._send)

    async def _description(self, media_type: str, format_: Format) -> Response:
        opened = await asyncio.to_thread(self._state.dataset.current)
        endpoint = str(URL(scope=self._scope).replace(query="", fragment=""))
        body = await asyncio.to_thread(describe_service, opened.graph, endpoint, format_)
        headers = {
            "Vary": "Accept",
            "Dataset-Version": opened.version.id,
            "Cache-Control": "no-cache",
        }
        return Response(body, headers=headers, media_type=media_type)

    async def reply(self, asked: Asked, wanted: str | None) -> None:
        """Answer a query in the format wanted, or in the one that suits the Accept header."""
        answers: Answers = self._state.answers
        outline = await answers.examine(asked.text)
        formats = formats_for(outline.form)
        media_type, format_ = _choose(wanted, self.accept, formats)
        prepared = await answers.prepare(asked, outline, format_ or formats[0])
        async with while_connected(self._receive):
            if format_ is None:
                response = await page_of_answer(answers, prepared)
                await response(self._scope, self._receive, self._send)
            else:
                known = _tags(self._headers.get("if-none-match", ""))
                needs_body = not self._scope.get(IS_HEAD, False)
                delivery = Delivery(self._send, media_type, prepared, needs_body=needs_body)
                await delivery.deliver(answers, known)


def _choose(
    wanted: str | None, accept: str | None, formats: Sequence[Format]
) -> tuple[str, Format | None]:
    """Choose the media type and its format, which is None for a page.

    Raises:
        InvalidParameter: when the request names a format that does not hold such answers.
        NotAcceptable: when nothing suits the client.
    """
    if wanted is not None:
        format_ = format_of(wanted, formats)
        if format_ is None:
            keys = ", ".join(format_.key for format_ in formats)
            raise InvalidParameter("format", wanted, f"one of {keys} for this kind of query")
        return format_.media_type, format_
    media_type = choose(accept, (*media_types(formats), _HTML))
    return media_type, None if media_type == _HTML else format_of(media_type, formats)


def _tags(if_none_match: str) -> set[str]:
    """Read If-None-Match; weak and strong tags compare alike (RFC 9110, section 13.1.2)."""
    return {tag.strip().removeprefix("W/") for tag in if_none_match.split(",")}
