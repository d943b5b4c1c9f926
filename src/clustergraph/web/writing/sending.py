"""Have an order carried out, under the conditions of whoever sent it; tell what became of it."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from clustergraph.errors import InvalidParameter, StateChanged
from clustergraph.operations.dataset import Dataset, OpenVersion
from clustergraph.operations.writing.order import Order, Written
from clustergraph.store.versions import Home, scratch
from clustergraph.web.writing.conditions import Conditions
from clustergraph.web.writing.options import Writing
from clustergraph.web.writing.tokens import UNCHECKED, Token

__all__ = ["answer", "is_checked", "key_of", "room_in", "send", "written_headers"]

_KEY: Final = re.compile(r'"([\x20\x21\x23-\x7e]{1,255})"|([\x21\x23-\x2b\x2d-\x7e]{1,255})')
"""A string of RFC 9651, section 3.3.3, or the same without quotes."""
_BAD_KEY: Final = (
    "The Idempotency-Key must be one text of at most 255 characters of ASCII, such as a UUID."
)
_YES_OR_NO: Final = {"": True, "true": True, "1": True, "false": False, "0": False}
_MOST_TRIALS: Final = 5
"""Others may write between looking and writing, but they don't always do."""

IsThere = Callable[[OpenVersion], bool]


@asynccontextmanager
async def room_in(home: Home) -> AsyncIterator[Path]:
    """Give a folder for what a request brings; it is gone when the context ends."""
    room = scratch(home)
    folder = await asyncio.to_thread(room.__enter__)
    try:
        yield folder
    finally:
        await asyncio.to_thread(room.__exit__, None, None, None)


def key_of(headers: Headers) -> str | None:
    """Return the Idempotency-Key; None where there is none.

    (draft-ietf-httpapi-idempotency-key-header)

    Raises:
        HTTPException: when it is no key.
    """
    given = headers.getlist("idempotency-key")
    if not given:
        return None
    found = _KEY.fullmatch(given[0].strip()) if len(given) == 1 else None
    if found is None:
        raise HTTPException(400, _BAD_KEY)
    return found[1] or found[2]


def is_checked(value: str, token: Token) -> bool:
    """Read the parameter ``validate``: whether what is written must keep the rules.

    Raises:
        InvalidParameter: when it says neither yes nor no.
        NotAllowed: when it says no, and the token is not for that.
    """
    if value.lower() not in _YES_OR_NO:
        raise InvalidParameter("validate", value, "true or false")
    answer = _YES_OR_NO[value.lower()]
    if not answer:
        token.allow(UNCHECKED, "writing without validation")
    return answer


async def send(request: Request, order: Order, is_there: IsThere) -> Written:
    """Have an order carried out, if what the request asks for holds.

    Who repeats a request with its key gets the answer of the first time, though the conditions
    held only then; so an order that has a key is sent in any case, to be refused there.

    Args:
        request: tells the conditions.
        order: what is to be written.
        is_there: tells whether that which is written to is in a version.

    Raises:
        HTTPException: when the conditions do not hold.
        ClusterGraphError: when it was not written.
    """
    dataset: Dataset = request.app.state.dataset
    writing: Writing = request.app.state.writing
    conditions = Conditions.of(request.headers)
    if not conditions.depend_on_current:
        return await writing.writer.write(replace(order, only_after=conditions.versions))
    for _ in range(_MOST_TRIALS):
        opened = await dataset.opened()
        holds = conditions.hold(opened.version.id, is_there=is_there(opened))
        if not holds and order.key is None:
            break
        only_after = (opened.version.id,) if holds else ()
        try:
            return await writing.writer.write(replace(order, only_after=only_after))
        except StateChanged:
            if not holds:
                break
    raise HTTPException(412, _why_not(conditions))


def written_headers(written: Written) -> dict[str, str]:
    """Say which version holds what was written; nobody may keep the answer for others."""
    return {"Dataset-Version": written.version, "Cache-Control": "no-store"}


def answer(written: Written, status: int = 200) -> Response:
    """Tell in JSON what became of a write."""
    told = {
        "version": written.version,
        "previous": written.previous,
        "added": written.added,
        "removed": written.removed,
        "warnings": list(written.warnings),
    }
    return JSONResponse(told, status, written_headers(written))


def _why_not(conditions: Conditions) -> str:
    if conditions.must_be_new:
        return "It is there already, and the request has If-None-Match: *. Nothing has changed."
    if conditions.must_exist:
        return "It is not there, and the request has If-Match: *. Nothing has changed."
    return "The graph is not as the request wants it by If-Match. Nothing has changed."
