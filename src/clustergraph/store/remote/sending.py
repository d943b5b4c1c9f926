"""HTTP with an engine: who we are there, and what its refusals and failures mean.

No other module catches the HTTP library's errors for engines.
"""

import re
import ssl
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from functools import cache
from http import HTTPStatus

import httpx2

from clustergraph.errors import EngineAway, EngineFailed, QueryError, UnsupportedQuery
from clustergraph.store.mistakes import malformed
from clustergraph.store.remote.address import EngineAddress

__all__ = ["authentication", "refusal", "told_as_ours", "trust"]

_MOST_WORDS = 300
"""Of what an engine says are repeated."""
_WITH_POSITION = "error at "
_MARKUP = re.compile(r"<[^<>]{0,200}>")
_QUERY_REPEATED = re.compile(r"\s*SPARQL query:.*", re.DOTALL)
_ITS_CLIENTS_FAULT = frozenset(
    {
        HTTPStatus.BAD_REQUEST,
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        HTTPStatus.REQUEST_URI_TOO_LONG,
        HTTPStatus.UNPROCESSABLE_ENTITY,
    }
)
_LATER = frozenset(
    {
        HTTPStatus.TOO_MANY_REQUESTS,
        HTTPStatus.BAD_GATEWAY,
        HTTPStatus.SERVICE_UNAVAILABLE,
        HTTPStatus.GATEWAY_TIMEOUT,
    }
)


def authentication(engine: EngineAddress) -> httpx2.Auth | None:
    """Return how we say who we are when we write."""
    if engine.user:
        return _ByChallenge(engine.user, engine.password)
    return _Bearer(engine.password) if engine.password else None


@cache
def trust() -> ssl.SSLContext:
    """Return whom this machine trusts; to read that takes some 30 ms, so it is done once."""
    return ssl.create_default_context()


def refusal(status: int, body: str, text: str = "") -> QueryError:
    """Make an error of an answer that is none, in the engine's words.

    An engine of our own kind says where a query's ``text`` is wrong; then our error does, too.
    """
    if status == HTTPStatus.BAD_REQUEST and body.startswith(_WITH_POSITION):
        return malformed(body.strip(), text)
    words = _words(body) or f"status {status}"
    if status in _ITS_CLIENTS_FAULT:
        return UnsupportedQuery(words)
    return EngineAway(words) if status in _LATER else EngineFailed(words)


@contextmanager
def told_as_ours() -> Iterator[None]:
    """Turn what the HTTP library raises into our errors.

    Raises:
        EngineAway: when the engine can't be reached, or says nothing for too long.
        EngineFailed: when its answer is no HTTP, or breaks off.
    """
    try:
        yield
    except httpx2.ConnectError as error:
        raise EngineAway(_reason(error)) from error
    except httpx2.TimeoutException as error:
        raise EngineAway("it took too long") from error
    except (httpx2.RequestError, httpx2.InvalidURL, httpx2.StreamError) as error:
        raise EngineFailed(_reason(error)) from error


class _ByChallenge(httpx2.Auth):
    """A name and a password, in the way that the engine asks for: Digest rather than Basic."""

    def __init__(self, user: str, password: str) -> None:
        self._digest = httpx2.DigestAuth(user, password)
        self._basic = httpx2.BasicAuth(user, password)
        self._chosen: httpx2.Auth | None = None

    def auth_flow(
        self, request: httpx2.Request
    ) -> Generator[httpx2.Request, httpx2.Response, None]:
        """Send the request; once more where the engine wants to know who we are."""
        if self._chosen is None:
            response = yield request
            if response.status_code != HTTPStatus.UNAUTHORIZED:
                return
            self._chosen = self._way(response)
        yield from self._chosen.auth_flow(request)

    def _way(self, response: httpx2.Response) -> httpx2.Auth:
        challenges = response.headers.get_list("www-authenticate")
        wants_digest = any(said.lower().startswith("digest") for said in challenges)
        return self._digest if wants_digest else self._basic


class _Bearer(httpx2.Auth):
    """A token."""

    def __init__(self, token: str) -> None:
        self._token = token

    def auth_flow(
        self, request: httpx2.Request
    ) -> Generator[httpx2.Request, httpx2.Response, None]:
        """Send the token with the request."""
        request.headers["Authorization"] = f"Bearer {self._token}"
        yield request


def _words(body: str) -> str:
    r"""Shorten what an engine said to a line without markup, and without our query in it.

    >>> _words("<h1>Bad</h1>\nVirtuoso 37000 Error SP030: no\n\nSPARQL query:\nASK")
    'Bad Virtuoso 37000 Error SP030: no'
    """
    text = " ".join(_MARKUP.sub(" ", _QUERY_REPEATED.sub("", body)).split())
    return text if len(text) <= _MOST_WORDS else f"{text[:_MOST_WORDS]}…"


def _reason(error: Exception) -> str:
    return str(error) or type(error).__name__
