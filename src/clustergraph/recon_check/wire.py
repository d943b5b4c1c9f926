"""Send requests to a service that may do anything; what comes of each is an exchange, no exception.

Bounded in time (an answer that drips is cut off), in size, in redirects and in number; polite (one
request at a time, a pause between them, ``Retry-After`` is heeded); and nothing is asked twice.
"""

import asyncio
import ssl
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import TracebackType
from typing import Final, Self
from urllib.parse import urlsplit

import httpx2

from clustergraph.recon_check.messages import Answer, Exchange, Headers, Request, joined

__all__ = ["Wire"]

_AGENT: Final = "clustergraph-recon-check"
_MOST_HOPS: Final = 5
_MOST_BYTES: Final = 5_000_000
_MOST_SILENCES: Final = 3
"""After so many requests in a row that got no answer the service is taken for gone."""
_LONGEST_WAIT_SECONDS: Final = 30
_KEEPING_THE_METHOD: Final = frozenset({307, 308})
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_BUSY: Final = frozenset({429, 503})


class Wire:
    """The way to one service.

    Attributes:
        sent: how many requests went out.
    """

    def __init__(
        self,
        *,
        headers: Mapping[str, str] | None = None,
        timeout_seconds: float = 20,
        pause_seconds: float = 0,
        trust: ssl.SSLContext | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Make the way.

        Args:
            headers: what each request carries to the first host that is asked, such as credentials.
            timeout_seconds: how long an answer may take, to its last byte.
            pause_seconds: how long the service has peace between two requests.
            trust: which certificates are believed; those of the system, where it is not told.
            sleep: how to wait.
        """
        self.sent = 0
        self._headers = dict(headers or {})
        self._timeout_seconds = timeout_seconds
        self._pause_seconds = pause_seconds
        self._sleep = sleep
        self._known: dict[Request, Exchange] = {}
        self._silences = 0
        self._home = ""
        self._loop = asyncio.Runner()
        self._http = httpx2.AsyncClient(
            headers={"user-agent": _AGENT, "accept-encoding": "identity"},
            timeout=timeout_seconds,
            verify=trust or httpx2.create_ssl_context(),
            follow_redirects=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the connections."""
        self._loop.run(self._http.aclose())
        self._loop.close()

    def ask(self, request: Request) -> Exchange:
        """Return what becomes of a request; what was asked before is not asked again."""
        if request not in self._known:
            self._home = self._home or _origin(request.url)
            self._known[request] = self._asked(request)
        return self._known[request]

    def _asked(self, request: Request) -> Exchange:
        if self._silences >= _MOST_SILENCES:
            return Exchange(
                request=request,
                trouble=f"not asked: {_MOST_SILENCES} requests in a row had no answer",
            )
        exchange = self._sent_on(request)
        wait = _wanted_wait(exchange)
        if wait is not None and wait <= _LONGEST_WAIT_SECONDS:
            self._sleep(wait)
            exchange = self._sent_on(request)
        self._silences = 0 if exchange.answer else self._silences + 1
        return exchange

    def _sent_on(self, request: Request) -> Exchange:
        """Follow redirects as a client of reconciliation can: a post must stay a post."""
        through: tuple[str, ...] = ()
        exchange = self._sent(request)
        while exchange.answer and exchange.answer.status in _REDIRECTS:
            target = exchange.answer.header("location")
            if not target:
                break
            if request.method != "GET" and exchange.answer.status not in _KEEPING_THE_METHOD:
                break
            if len(through) == _MOST_HOPS:
                return replace(exchange, answer=None, trouble="redirects come to no end")
            through += (joined(exchange.request.url, target),)
            exchange = self._sent(replace(request, url=through[-1]))
        return replace(exchange, request=request, through=through)

    def _sent(self, request: Request) -> Exchange:
        if not _origin(request.url):
            return Exchange(request=request, trouble="an address that is none")
        if self.sent:
            self._sleep(self._pause_seconds)
        self.sent += 1
        self._http.cookies.clear()  # a service may not tell its answers by what was asked before
        try:
            answer = self._loop.run(self._answer(request))
        except TimeoutError:
            trouble = f"no whole answer within {self._timeout_seconds:g} seconds"
            return Exchange(request=request, trouble=trouble)
        except (httpx2.HTTPError, httpx2.InvalidURL, ValueError, OSError) as error:
            return Exchange(request=request, trouble=_words(error))
        return Exchange(request=request, answer=answer)

    async def _answer(self, request: Request) -> Answer:
        async with asyncio.timeout(self._timeout_seconds):
            built = self._http.build_request(
                request.method,
                request.url,
                headers=self._all_headers(request),
                content=request.content or None,
            )
            response = await self._http.send(built, stream=True)
            try:
                body, cut = await _body(response)
            finally:
                await response.aclose()
        return Answer(status=response.status_code, headers=_headers(response), body=body, cut=cut)

    def _all_headers(self, request: Request) -> dict[str, str]:
        """Add what the user wants sent, but to no other host: it may be a secret."""
        mine = self._headers if _origin(request.url) == self._home else {}
        asked = dict(request.headers)
        return {key: value for key, value in mine.items() if key.lower() not in asked} | asked


async def _body(response: httpx2.Response) -> tuple[bytes, bool]:
    held = bytearray()
    async for piece in response.aiter_bytes():
        held += piece
        if len(held) > _MOST_BYTES:
            return bytes(held[:_MOST_BYTES]), True
    return bytes(held), False


def _headers(response: httpx2.Response) -> Headers:
    return tuple(_decoded(response.headers.raw))


def _decoded(raw: Iterable[tuple[bytes, bytes]]) -> Iterable[tuple[str, str]]:
    return ((key.decode("latin-1").lower(), value.decode("latin-1")) for key, value in raw)


def _wanted_wait(exchange: Exchange) -> float | None:
    """Return for how many seconds a busy service asks, where it says."""
    if exchange.answer is None or exchange.answer.status not in _BUSY:
        return None
    said = exchange.answer.header("retry-after").strip()
    return float(said) if said.isascii() and said.isdigit() else None


def _origin(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}".lower()


def _words(error: Exception) -> str:
    if isinstance(error, httpx2.TimeoutException):
        return "no answer in time"
    kinds = {
        httpx2.ConnectError: "no connection",
        httpx2.RemoteProtocolError: "the answer breaks off or is not HTTP",
        httpx2.DecodingError: "the answer can't be decompressed",
        httpx2.UnsupportedProtocol: "an address that is not of the web",
        httpx2.InvalidURL: "an address that is none",
    }
    what = next((words for kind, words in kinds.items() if isinstance(error, kind)), "no answer")
    return f"{what} ({error})" if str(error) else what
