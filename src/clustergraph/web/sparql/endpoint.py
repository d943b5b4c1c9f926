"""``/sparql`` between the socket and the reader: the hot path.

A bare ASGI application that stands before all middleware, so that nothing else costs a query any
time; what the middleware does for other addresses it does itself. How requests are read is in
``protocol``, how answers are sent in ``delivery``, what browsers get in ``page``.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import lru_cache, partial
from time import perf_counter

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Receive, Scope, Send

from clustergraph.coding import choose_coding
from clustergraph.errors import InvalidParameter, NotFound, QueryError, StoreError
from clustergraph.operations.dataset import Dataset
from clustergraph.operations.querying.answer import Answers, Asked, formats_for
from clustergraph.operations.querying.query_record import Outcome, QueryRecord, outcome_of
from clustergraph.rdf.formats import RDF_FORMATS, Format, format_of, media_types
from clustergraph.sparql.gate import Form, Outline
from clustergraph.web.exchange.clients import client_of
from clustergraph.web.exchange.compression import Compression
from clustergraph.web.exchange.conditions import tags_in
from clustergraph.web.exchange.headers import CommonHeaders
from clustergraph.web.exchange.methods import options_of, without_body
from clustergraph.web.exchange.negotiation import choose_media_type, prefers_html
from clustergraph.web.problems.telling import log_if_ours, respond
from clustergraph.web.serving.extensions import whole_answer
from clustergraph.web.sparql.connection import WhileConnected
from clustergraph.web.sparql.delivery import Delivery, break_off_for
from clustergraph.web.sparql.description import description
from clustergraph.web.sparql.page import (
    empty_page,
    format_for_page,
    page_of_answer,
    page_of_error,
)
from clustergraph.web.sparql.protocol import read_request

__all__ = ["SparqlEndpoint"]

_HTML = "text/html"
_METHODS = ("GET", "HEAD", "POST")
_ALLOWED = ("GET", "POST", "HEAD", "OPTIONS")

_ONLY_READING = "Queries are asked by GET or POST."

RecordQuery = Callable[[QueryRecord], None]


class SparqlEndpoint:
    """Answers queries.

    Args:
        dataset: what is served.
        answers: runs the queries.
        characters: how long a query may be.
        record_query: is told of each query when it has ended.
        takes_updates: whether the graph may be written to, at another address.
    """

    def __init__(
        self,
        dataset: Dataset,
        answers: Answers,
        *,
        characters: int,
        record_query: RecordQuery,
        takes_updates: bool = False,
    ) -> None:
        self.dataset = dataset
        self.answers = answers
        self.characters = characters
        self.takes_updates = takes_updates
        self._record_query = record_query

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; one whose answer breaks off is left unended, which closes it."""
        start = perf_counter()
        method = scope["method"]
        if method == "OPTIONS":
            await CommonHeaders(options_of(_ALLOWED))(scope, receive, send)
            return
        if method == "HEAD":
            send = without_body(send)
        exchange = _Exchange(self, scope, receive, send)
        outcome = await exchange.settle()
        if outcome is not None:
            self._record_query(exchange.record(outcome, perf_counter() - start))


class _Exchange:
    """One request and its reply."""

    def __init__(
        self, endpoint: SparqlEndpoint, scope: Scope, receive: Receive, send: Send
    ) -> None:
        self._endpoint = endpoint
        self._scope, self._receive, self._send = scope, receive, send
        self._accept = self._header(b"accept")
        self._client = client_of(scope)
        self._asked: Asked | None = None
        self._form: Form | None = None
        self._version_id = ""
        self._delivery: Delivery | None = None

    async def settle(self) -> Outcome | None:
        """Answer, or tell what is wrong; None where no query was asked."""
        try:
            return await self._reply()
        except Exception as error:  # noqa: BLE001  (each is told to the client, or noted)
            if self._delivery is None or not self._delivery.has_begun:
                await self._tell(error)
                is_http = isinstance(error, HTTPException)
                return Outcome.MALFORMED if is_http else outcome_of(error)
            break_off_for(error, self._scope)
            return Outcome.BROKEN_OFF

    def record(self, outcome: Outcome, seconds: float) -> QueryRecord:
        """Say how it went."""
        return QueryRecord(
            form=self._form,
            outcome=outcome,
            seconds=seconds,
            bytes_sent=self._delivery.bytes_sent if self._delivery else 0,
            version_id=self._version_id,
            text=self._asked.text if self._asked else "",
            client=self._client,
        )

    async def _reply(self) -> Outcome | None:
        if self._scope["method"] not in _METHODS:
            raise HTTPException(405, _ONLY_READING, {"Allow": ", ".join(_ALLOWED)})
        request = await read_request(
            self._scope, self._receive, characters=self._endpoint.characters
        )
        self._asked = request.asked
        if request.asked is None:
            await self._reply_without_query(request.format)
            return None
        outline = await self._endpoint.answers.examine(request.asked.text)
        self._form = outline.form
        return await self._reply_to(request.asked, outline, request.format)

    async def _reply_to(self, asked: Asked, outline: Outline, wanted: str | None) -> Outcome:
        """Answer a query in the format wanted, or in the one that suits the Accept header."""
        formats = formats_for(outline.form)
        media_type, format_ = _choose(wanted, self._accept, formats)
        if format_ is None:
            shown = partial(self._show, asked, outline, format_for_page(formats))
            return await self._with_reader(shown)
        delivery = await self._prepared(asked, outline, media_type, format_)
        outcome = await delivery.deliver_at_once(self._endpoint.answers, self._known_tags())
        if outcome is not None:
            return outcome
        return await self._with_reader(partial(self._deliver, asked, outline, media_type, format_))

    async def _with_reader(self, run: Callable[[], Awaitable[None]]) -> Outcome:
        """Run a query while its client is there; again where its version was replaced meanwhile."""
        tried = ""
        with WhileConnected(self._receive):
            while True:
                try:
                    await run()
                except StoreError:
                    if self._version_id in ("", tried) or self._is_kept():
                        raise
                    tried = self._version_id
                else:
                    return Outcome.ANSWERED
        return Outcome.CLIENT_LEFT

    def _is_kept(self) -> bool:
        """Tell whether the version that was asked was not removed while its query waited."""
        try:
            self._endpoint.dataset.version(self._version_id)
        except NotFound:
            return False
        return True

    async def _deliver(
        self, asked: Asked, outline: Outline, media_type: str, format_: Format
    ) -> None:
        delivery = await self._prepared(asked, outline, media_type, format_)
        await delivery.deliver(self._endpoint.answers, self._client)

    async def _prepared(
        self, asked: Asked, outline: Outline, media_type: str, format_: Format
    ) -> Delivery:
        coding = choose_coding(self._header(b"accept-encoding"))
        prepared = await self._endpoint.answers.prepare(asked, outline, format_, coding)
        self._version_id = prepared.version.id
        self._delivery = Delivery(
            self._send,
            media_type,
            prepared,
            needs_body=self._scope["method"] != "HEAD",
            send_whole=whole_answer(self._scope),
        )
        return self._delivery

    async def _show(self, asked: Asked, outline: Outline, format_: Format) -> None:
        answers = self._endpoint.answers
        prepared = await answers.prepare(asked, outline, format_)
        self._version_id = prepared.version.id
        await self._respond(await page_of_answer(self._scope, answers, prepared, self._client))

    async def _reply_without_query(self, wanted: str | None) -> None:
        """Give browsers a form to ask with, and programs a description of the service."""
        media_type, format_ = _choose(wanted, self._accept, RDF_FORMATS)
        if format_ is None:
            await self._respond(empty_page(self._scope))
            return
        opened = await asyncio.to_thread(self._endpoint.dataset.current)
        response = await asyncio.to_thread(
            description,
            self._scope,
            opened,
            media_type,
            format_,
            self._known_tags(),
            takes_updates=self._endpoint.takes_updates,
        )
        await self._respond(response)

    async def _tell(self, error: Exception) -> None:
        """Say what is wrong: beside the query to people, as a problem to programs."""
        log_if_ours(error, self._scope["path"])
        if self._asked and isinstance(error, QueryError) and prefers_html(self._accept):
            await self._respond(page_of_error(self._scope, self._asked.text, error))
        else:
            await self._respond(respond(self._accept, error, self._scope))

    async def _respond(self, response: ASGIApp) -> None:
        await Compression(CommonHeaders(response))(self._scope, self._receive, self._send)

    def _header(self, name: bytes) -> str | None:
        """Return a header, its lines as one."""
        values = [value for key, value in self._scope["headers"] if key == name]
        return b", ".join(values).decode("latin-1") if values else None

    def _known_tags(self) -> frozenset[str]:
        """Read If-None-Match, which counts for reading only.

        Of a query ``*`` is not honoured: whether there is an answer shows when it has run.
        """
        is_post = self._scope["method"] == "POST"
        return frozenset() if is_post else tags_in(self._header(b"if-none-match"))


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
    return _negotiated(accept, tuple(formats))


@lru_cache(maxsize=1_024)  # clients send few different headers, and each with many requests
def _negotiated(accept: str | None, formats: tuple[Format, ...]) -> tuple[str, Format | None]:
    media_type = choose_media_type(accept, (*media_types(formats), _HTML))
    return media_type, None if media_type == _HTML else format_of(media_type, formats)
