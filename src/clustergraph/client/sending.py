"""Send a request with httpx2, blocking or not; its errors become ours here, and nowhere else."""

from collections.abc import Iterator
from contextlib import aclosing, closing, contextmanager

import httpx2

from clustergraph.client.messages import Answer, Request
from clustergraph.errors import AnswerTooLong, NoAnswer

__all__ = ["send", "send_async"]


def send(http: httpx2.Client, request: Request, most_bytes: int) -> Answer:
    """Return the answer, whatever its status.

    Raises:
        NoAnswer: when none comes, or not all of it.
        AnswerTooLong: when there is more of it than that.
    """
    with _until_it_begins(request):
        response = http.send(_built(http, request), stream=True)
    body = _Body(request, most_bytes)
    with closing(response), _until_it_ends(request):
        for piece in response.iter_bytes():
            body.take(piece)
    return _answer(response, body)


async def send_async(http: httpx2.AsyncClient, request: Request, most_bytes: int) -> Answer:
    """Return the answer, as ``send`` does."""
    with _until_it_begins(request):
        response = await http.send(_built(http, request), stream=True)
    body = _Body(request, most_bytes)
    async with aclosing(response):
        with _until_it_ends(request):
            async for piece in response.aiter_bytes():
                body.take(piece)
    return _answer(response, body)


class _Body:
    """What came of an answer's body so far."""

    def __init__(self, request: Request, most_bytes: int) -> None:
        self._url = request.url
        self._most_bytes = most_bytes
        self._bytes = 0
        self._pieces: list[bytes] = []

    def take(self, piece: bytes) -> None:
        self._bytes += len(piece)
        if self._bytes > self._most_bytes:
            raise AnswerTooLong(self._url, self._most_bytes)
        self._pieces.append(piece)

    def __bytes__(self) -> bytes:
        return b"".join(self._pieces)


def _built(http: httpx2.Client | httpx2.AsyncClient, request: Request) -> httpx2.Request:
    return http.build_request(
        request.method, request.url, headers=request.headers, content=request.body or None
    )


@contextmanager
def _until_it_begins(request: Request) -> Iterator[None]:
    try:
        yield
    except httpx2.ConnectTimeout as error:
        raise NoAnswer(request.url, "no connection in time", may_ask_again=True) from error
    except httpx2.TimeoutException as error:
        raise NoAnswer(request.url, "it took too long", may_ask_again=False) from error
    except (httpx2.InvalidURL, httpx2.UnsupportedProtocol, httpx2.TooManyRedirects) as error:
        raise NoAnswer(request.url, str(error), may_ask_again=False) from error
    except httpx2.RequestError as error:
        raise NoAnswer(request.url, _words(error), may_ask_again=True) from error


@contextmanager
def _until_it_ends(request: Request) -> Iterator[None]:
    try:
        yield
    except httpx2.RequestError as error:
        reason = f"it broke off: {_words(error)}"
        raise NoAnswer(request.url, reason, may_ask_again=False) from error


def _words(error: httpx2.RequestError) -> str:
    return str(error) or type(error).__name__


def _answer(response: httpx2.Response, body: _Body) -> Answer:
    return Answer(
        url=str(response.url),
        status=response.status_code,
        headers={name.lower(): value for name, value in response.headers.items()},
        content=bytes(body),
    )
