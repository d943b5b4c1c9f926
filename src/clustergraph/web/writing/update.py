"""``/update``: SPARQL Update, for whoever has a token; ``updates`` reads what a request says."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from clustergraph.operations.writing.order import Content, Kind, Order, Written
from clustergraph.web.writing.graphs import address_of
from clustergraph.web.writing.options import Writing
from clustergraph.web.writing.sending import is_checked, key_of, room_in, send, written_headers
from clustergraph.web.writing.updates import read_update

__all__ = ["answer", "router"]


async def update(request: Request) -> Response:
    """Carry out an update; tells what became of it."""
    writing: Writing = request.app.state.writing
    token = writing.tokens.find(request.headers.get("authorization"))
    key = key_of(request.headers)
    async with room_in(writing.home) as folder:
        sent = await read_update(request, folder, most_bytes=writing.most_bytes)
        content = Content(name="The update", path=sent.path, base=address_of(request))
        order = Order(
            kind=Kind.UPDATE,
            by=token.name,
            contents=(content,),
            using=sent.using,
            using_named=sent.using_named,
            graphs=token.graphs,
            is_checked=is_checked(sent.validate, token),
            key=key,
        )
        return answer(await send(request, order, is_there=lambda _: True))


router = APIRouter(include_in_schema=False)
router.add_route("/update", update, methods=["POST"])


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
