"""How errors are told: as problems (RFC 9457) to programs, else as pages."""

import json
import logging
import re
from collections.abc import Mapping
from dataclasses import replace
from http import HTTPStatus

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from clustergraph.errors import (
    ClusterGraphError,
    HomeNotWritable,
    NotAllowed,
    NoToken,
    UnknownToken,
    UnsupportedContent,
    VersionMissing,
)
from clustergraph.iris import BASE
from clustergraph.web.exchange.headers import spoken_in
from clustergraph.web.exchange.methods import methods_at
from clustergraph.web.exchange.negotiation import accept_of, prefers_html
from clustergraph.web.exchange.root_path import path_below_root
from clustergraph.web.problems.misfits import wanted
from clustergraph.web.problems.page import reader_of_error, show_error
from clustergraph.web.problems.problem import Problem
from clustergraph.web.problems.statuses import status_of

__all__ = [
    "NoBugEscapes",
    "install",
    "log_if_ours",
    "problem_of",
    "respond",
]

_logger = logging.getLogger(__name__)

_MEMBERS = (
    "line",
    "column",
    "limit",
    "seconds",
    "retry_after_seconds",
    "name",
    "offers",
    "known",
    "why",
    "scope",
    "version",
    "errors",
)
"""What a problem tells beside its sentence, where the error has it."""
_OUR_FAULT = (
    "Something went wrong in this service. It has been noted; the request was not at fault."
)
_MOST_FAULTS = 20
"""Of one request are told; an address has room for thousands."""
_NO_VERSION = "There is no graph to answer from yet."
_NOT_STORED = "What was sent can't be stored here now, and nothing has changed. It has been noted."
_REALM = 'Bearer realm="clustergraph"'
"""How one says who one is (RFC 6750, section 3)."""


def install(app: FastAPI) -> None:
    """Have every error that a handler raises told as a problem."""
    for error in (ClusterGraphError, HTTPException, RequestValidationError):
        app.add_exception_handler(error, _handle)


class NoBugEscapes:
    """Middleware that logs what no handler answers for, and tells the client no more than that."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with 500, unless the answer has begun: then its connection must break off."""
        has_begun = False

        async def noting_send(message: Message) -> None:
            nonlocal has_begun
            has_begun = True
            await send(message)

        try:
            await self._app(scope, receive, noting_send)
        except Exception as error:
            if scope["type"] != "http" or has_begun:
                raise
            log_if_ours(error, scope["path"])
            response = respond(accept_of(Headers(scope=scope)), error, scope)
            await response(scope, receive, send)


async def _handle(request: Request, error: Exception) -> Response:
    log_if_ours(error, request.url.path)
    return respond(accept_of(request.headers), error, request.scope)


def log_if_ours(error: Exception, path: str) -> None:
    """Note what no client is at fault for; with its trace where it is none of our own errors."""
    is_ours = problem_of(error).status is HTTPStatus.INTERNAL_SERVER_ERROR
    if is_ours or isinstance(error, HomeNotWritable):
        trace = None if isinstance(error, ClusterGraphError) else error
        _logger.error("request_failed", extra={"path": path, "reason": str(error)}, exc_info=trace)


def respond(accept: str | None, error: Exception, scope: Scope | None = None) -> Response:
    """Tell of an error in the way that the Accept header asks for.

    A page is in the language of who asked, where the request is known.
    """
    problem = _naming_what_there_is(problem_of(error), scope)
    headers = {"Vary": "Accept", "Cache-Control": "no-store", **problem.headers}
    if not prefers_html(accept):
        return Response(
            _as_json(problem), problem.status, headers, media_type="application/problem+json"
        )
    language = reader_of_error(scope).wording.language
    headers |= spoken_in(language)
    return Response(show_error(problem, scope), problem.status, headers, media_type="text/html")


def problem_of(error: Exception) -> Problem:
    """Say what the client is told of an error; nothing of our own faults but that they are ours."""
    if isinstance(error, HTTPException):
        return _of_http(error)
    if isinstance(error, RequestValidationError):
        return _of_validation(error)
    status = status_of(type(error))
    if status is HTTPStatus.INTERNAL_SERVER_ERROR:
        return _named("internal-error", status, _OUR_FAULT)
    members = {name: getattr(error, name) for name in _MEMBERS if hasattr(error, name)}
    return _named(
        _kebab(type(error).__name__),
        status,
        _told(error),
        {name: value for name, value in members.items() if value is not None},
        {**_when_again(members), **_what_instead(error)},
    )


def _told(error: Exception) -> str:
    """Return an error's sentence; where our files lie is nobody's business."""
    if isinstance(error, HomeNotWritable):
        return _NOT_STORED
    return _NO_VERSION if isinstance(error, VersionMissing) else str(error)


def _when_again(members: Mapping[str, object]) -> Mapping[str, str]:
    seconds = members.get("retry_after_seconds")
    return {} if seconds is None else {"Retry-After": str(seconds)}


def _what_instead(error: Exception) -> Mapping[str, str]:
    """Say in headers what the client may do instead."""
    match error:
        case NoToken():
            return {"WWW-Authenticate": _REALM}
        case UnknownToken():
            return {"WWW-Authenticate": f'{_REALM}, error="invalid_token"'}
        case NotAllowed():
            refused = f'{_REALM}, error="insufficient_scope", scope="{error.scope}"'
            return {"WWW-Authenticate": refused}
        case UnsupportedContent():
            return {"Accept-Post": ", ".join(error.offers)}
        case _:
            return {}


def _of_http(error: HTTPException) -> Problem:
    status = HTTPStatus(error.status_code)
    detail = error.detail if error.detail != status.phrase else status.description
    return Problem(
        type="about:blank",
        title=status.phrase,
        status=status,
        detail=detail or status.phrase,
        members={},
        headers=error.headers or {},
    )


def _naming_what_there_is(problem: Problem, scope: Scope | None) -> Problem:
    """Say which methods or addresses there are, where one is refused and nothing better is said."""
    if scope is None:
        return problem
    if problem.detail == HTTPStatus.METHOD_NOT_ALLOWED.description:
        methods = ", ".join(methods_at(scope))
        return replace(problem, detail=f"This address takes {methods}, and no other method.")
    if problem.detail == HTTPStatus.NOT_FOUND.description:
        where = "Begin at /.well-known/void for data, at /docs for calls."
        return replace(problem, detail=f"Nothing answers at {path_below_root(scope)}. {where}")
    return problem


def _of_validation(error: RequestValidationError) -> Problem:
    places = [
        {"place": "/".join(map(str, wrong["loc"])), "reason": f"it must be {wanted(wrong)}"}
        for wrong in error.errors()[:_MOST_FAULTS]
    ]
    detail = "; ".join(f"{wrong['place']}: {wrong['reason']}" for wrong in places)
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    return _named("invalid-request", status, detail, {"errors": places})


def _named(
    name: str,
    status: HTTPStatus,
    detail: str,
    members: Mapping[str, object] | None = None,
    headers: Mapping[str, str] | None = None,
) -> Problem:
    return Problem(
        type=f"{BASE}problem/{name}",
        title=name.replace("-", " ").capitalize(),
        status=status,
        detail=detail,
        members=members or {},
        headers=headers or {},
    )


def _kebab(name: str) -> str:
    """Part a class name into words.

    >>> _kebab("QueryTimedOut")
    'query-timed-out'
    """
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()


def _as_json(problem: Problem) -> bytes:
    return json.dumps({**problem.as_values(), **problem.members}, ensure_ascii=False).encode()
