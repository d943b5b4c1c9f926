"""``/update``: SPARQL Update, for whoever has a token; what a request says is ``read_update``'s."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from clustergraph.operations.writing.order import Content, Kind, Order
from clustergraph.web.writing.graphs import address_of
from clustergraph.web.writing.options import Writing
from clustergraph.web.writing.read_update import read_update
from clustergraph.web.writing.sending import answer, is_checked, key_of, room_in, send

__all__ = ["router"]


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
