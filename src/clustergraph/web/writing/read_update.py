"""What a request for an update says in the words of the SPARQL 1.1 Protocol, section 2.2."""

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Never

from starlette.exceptions import HTTPException
from starlette.requests import Request

from clustergraph.web.exchange.content_types import check_charset, content_type_of
from clustergraph.web.exchange.headers import media_type_of
from clustergraph.web.sparql.parameters import BYTE_ORDER_MARK, FORM, graphs_in, only, pairs_in
from clustergraph.web.sparql.percent import Pairs
from clustergraph.web.writing.bodies import pieces_of, save, save_text

__all__ = ["SentUpdate", "read_update"]

_UPDATE: Final = "application/sparql-update"
_TAKEN: Final = {"Accept-Post": f"{_UPDATE}, {FORM}"}
_OF_QUERIES: Final = ("query", "default-graph-uri", "named-graph-uri", "version", "timeout")
_LONGEST_FORM: Final = 1 << 24
"""In bytes: a form is decoded as a whole, and all others wait meanwhile; a text is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentUpdate:
    """An update: where its text lies, and what the request says beside it.

    ``using`` and ``using_named`` are the graphs that its patterns see (section 2.2.3), ``validate``
    is the parameter as it came.
    """

    path: Path
    using: tuple[str, ...]
    using_named: tuple[str, ...]
    validate: str


async def read_update(request: Request, folder: Path, *, most_bytes: int) -> SentUpdate:
    """Read a request's address and its body, whose text goes to a file in a folder.

    Raises:
        HTTPException: when the request is not what the protocol asks for.
        InvalidParameter: when a parameter can't be understood.
        WriteError: when the body is too long, or can't be unpacked.
    """
    path = folder / "update.ru"
    content_type = content_type_of(request.headers)
    check_charset(content_type, "An update")
    pairs = pairs_in(request.scope["query_string"], "address")
    media_type = media_type_of(content_type)
    if media_type == _UPDATE:
        _refuse_text_in(pairs)
        await save_text(pieces_of(request, most_bytes), path)
    elif media_type == FORM:
        body = folder / "form"
        await save(pieces_of(request, min(most_bytes, _LONGEST_FORM)), body)
        pairs = [*pairs, *await asyncio.to_thread(_form, body)]
        await asyncio.to_thread(path.write_text, _text(pairs), "utf-8")
    else:
        raise HTTPException(415, f"An update is sent as {_UPDATE} or {FORM}.", _TAKEN)
    return _update(path, pairs)


def _update(path: Path, pairs: Pairs) -> SentUpdate:
    for name in _OF_QUERIES:
        if _names(pairs, name):
            _refuse(f"This address takes updates, and {name!r} belongs to a query.")
    return SentUpdate(
        path=path,
        using=graphs_in(pairs, "using-graph-uri"),
        using_named=graphs_in(pairs, "using-named-graph-uri"),
        validate=only(pairs, "validate") or "",
    )


def _form(path: Path) -> Pairs:
    return pairs_in(path.read_bytes(), "body")


def _text(pairs: Pairs) -> str:
    """Return the one update of a form."""
    if (text := only(pairs, "update")) is None:
        _refuse("There is no update in the request.")
    return text.removeprefix(BYTE_ORDER_MARK)


def _refuse_text_in(pairs: Pairs) -> None:
    if _names(pairs, "update"):
        _refuse("The request has an update in its address, and another one in its body.")


def _names(pairs: Pairs, name: str) -> bool:
    return any(key == name for key, _ in pairs)


def _refuse(reason: str) -> Never:
    raise HTTPException(400, reason)
