"""``/store``: whole graphs, put, added to and removed (SPARQL 1.1 Graph Store HTTP Protocol).

How they are read is in ``reading``; which graph a request is about, in ``graphs``.
"""

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from clustergraph.errors import UnsupportedContent
from clustergraph.model import Iri
from clustergraph.operations.dataset import OpenVersion
from clustergraph.operations.writing.order import Content, Kind, Order, Written
from clustergraph.rdf.formats import RDF_FORMATS, media_types
from clustergraph.web.writing.contents import OF_GRAPHS, OF_TRIPLES, receive
from clustergraph.web.writing.graphs import STORE, Target, address_of, new_graph, target_of
from clustergraph.web.writing.options import Writing
from clustergraph.web.writing.reading import has_graph
from clustergraph.web.writing.sending import (
    answer,
    is_checked,
    key_of,
    room_in,
    send,
    written_headers,
)
from clustergraph.web.writing.tokens import Token

__all__ = ["router"]

_NAME_BYTES: Final = 8
_NO_GRAPH: Final = "Say which graph is meant: ?default, or ?graph= and its IRI."
_OF_GRAPHS: Final = frozenset(format_.key for format_ in OF_GRAPHS)


async def replace_graph(request: Request) -> Response:
    """Make a graph what is sent, or make one of it (PUT)."""
    return await _write(request, Kind.REPLACE)


async def add_to_graph(request: Request) -> Response:
    """Add what is sent to a graph, or make one of it (POST)."""
    return await _write(request, Kind.ADD, may_be_new=True)


async def drop_graph(request: Request) -> Response:
    """Remove a graph (DELETE)."""
    return await _write(request, Kind.DROP)


router = APIRouter(include_in_schema=False)
for _path in (STORE, f"{STORE}/{{name:path}}"):
    router.add_route(_path, replace_graph, methods=["PUT"])
    router.add_route(_path, add_to_graph, methods=["POST"])
    router.add_route(_path, drop_graph, methods=["DELETE"])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sender:
    """Who sends a request, and what is known of it before its body is read."""

    token: Token
    key: str | None
    is_checked: bool

    def order(self, kind: Kind, graph: Iri | None, contents: tuple[Content, ...]) -> Order:
        """Say what is to be written."""
        return Order(
            kind=kind,
            by=self.token.name,
            contents=contents,
            graph=graph,
            graphs=self.token.graphs,
            is_checked=self.is_checked,
            key=self.key,
        )


async def _write(request: Request, kind: Kind, *, may_be_new: bool = False) -> Response:
    """Write a graph, which the request must name unless it may be a new one."""
    writing: Writing = request.app.state.writing
    sender = _sender(request, writing)
    target = target_of(request)
    if target is None and not may_be_new:
        raise HTTPException(400, _NO_GRAPH)
    async with room_in(writing.home) as folder:
        contents = () if kind is Kind.DROP else await _received(request, folder, target)
        if target is None:
            return await _write_new(request, sender, contents)
        written = await _send(request, sender.order(kind, target.graph, contents))
    return _answer(written, 201 if written.is_new_graph else 204)


async def _write_new(request: Request, sender: _Sender, contents: tuple[Content, ...]) -> Response:
    """Write to the graphs that the contents name, or to a new one of ours (section 5.5)."""
    if _name_their_graphs(contents):
        return answer(await _send(request, sender.order(Kind.ADD, None, contents)))
    graph = new_graph(request, _new_name(sender))
    based = tuple(replace(content, base=graph) for content in contents)
    written = await _send(request, sender.order(Kind.ADD, graph, based))
    return _answer(written, 201, {"Location": graph})


def _sender(request: Request, writing: Writing) -> _Sender:
    token = writing.tokens.find(request.headers.get("authorization"))
    validate = request.query_params.get("validate", "")
    return _Sender(token=token, key=key_of(request.headers), is_checked=is_checked(validate, token))


async def _received(request: Request, folder: Path, target: Target | None) -> tuple[Content, ...]:
    writing: Writing = request.app.state.writing
    return await receive(
        request,
        folder,
        most_bytes=writing.most_bytes,
        base=(target and target.graph) or address_of(request),
        formats=OF_TRIPLES if target else RDF_FORMATS,
    )


async def _send(request: Request, order: Order) -> Written:
    def is_there(opened: OpenVersion) -> bool:
        return has_graph(opened.graph, order.graph)

    return await send(request, order, is_there)


def _name_their_graphs(contents: tuple[Content, ...]) -> bool:
    """Tell whether what was sent says which graphs its triples stand in; all of it must, or none.

    Raises:
        UnsupportedContent: when only some of it does.
    """
    others = [content for content in contents if content.format not in _OF_GRAPHS]
    if others and len(others) < len(contents):
        raise UnsupportedContent(others[0].name, others[0].format, media_types(OF_GRAPHS))
    return not others


def _new_name(sender: _Sender) -> str:
    """Return a name that nobody has; the same where somebody sends the same again, by its key."""
    if sender.key is None:
        return secrets.token_hex(_NAME_BYTES)
    whole = f"{sender.token.name}\n{sender.key}"
    return hashlib.sha256(whole.encode()).hexdigest()[: 2 * _NAME_BYTES]


def _answer(written: Written, status: int, headers: Mapping[str, str] | None = None) -> Response:
    """Say that it is done; in JSON where there is more to say."""
    told = {**written_headers(written), **(headers or {})}
    if status == 204 and not written.warnings:
        return Response(status_code=204, headers=told)
    response = answer(written, 200 if status == 204 else status)
    response.headers.update(told)
    return response
