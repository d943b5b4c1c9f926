"""How long the body of a request may be, whether it says so or just comes; none comes packed."""

import re
from typing import Final, Never

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from clustergraph.web.exchange.root_path import path_below_root

__all__ = ["LimitBodies", "is_written_to"]

_WITHOUT_BODY: Final = frozenset(("GET", "HEAD", "OPTIONS"))
"""What comes with these is never read (RFC 9110, section 9.3.1)."""


_WRITTEN_TO: Final = re.compile(r"/(?:update|store(?:/.*)?)", re.DOTALL)


def is_written_to(scope: Scope) -> bool:
    """Tell whether a request goes where the graph is written.

    There a body is read only of those who may write, and then it has a limit of its own.
    """
    return _WRITTEN_TO.fullmatch(path_below_root(scope)) is not None


class LimitBodies:
    """Middleware that refuses a body which is too long: at once where its length is declared.

    Of a body that is compressed it can't be told, and nothing here unpacks one (RFC 9110, section
    15.5.16).

    A refusal is an HTTPException, whoever reads the body: frameworks take all others for a body
    that they can't understand.

    Args:
        app: reads the bodies.
        limit_bytes: how long one may be, as it comes.
    """

    def __init__(self, app: ASGIApp, *, limit_bytes: int) -> None:
        self._app = app
        self._limit_bytes = limit_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and count its body as it is read.

        Raises:
            HTTPException: when it is too long, or compressed.
        """
        is_free = scope["type"] != "http" or scope["method"] in _WITHOUT_BODY
        if is_free or is_written_to(scope):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if headers.get("content-encoding", "identity").lower() != "identity":
            detail = "The body of a request is sent without a Content-Encoding."
            raise HTTPException(415, detail, {"Accept-Encoding": "identity"})
        declared = headers.get("content-length", "")
        if declared.isdecimal() and int(declared) > self._limit_bytes:
            self._refuse()
        await self._app(scope, self._counting(receive), send)

    def _counting(self, receive: Receive) -> Receive:
        length = 0

        async def receive_counting() -> Message:
            nonlocal length
            message = await receive()
            length += len(message.get("body", b""))
            if length > self._limit_bytes:
                self._refuse()
            return message

        return receive_counting

    def _refuse(self) -> Never:
        detail = (
            f"The body of the request is longer than {self._limit_bytes} bytes; "
            "send what is in it in several requests."
        )
        raise HTTPException(413, detail)
