r"""Addresses whose parameters are in another coding than UTF-8 (RFC 3986, section 2.5).

Frameworks put ``\ufffd`` for what they can't decode, and a name that was sent in Latin 1 would be
looked for without its letters, and not be found.
"""

import re
from typing import Final
from urllib.parse import unquote_to_bytes

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Receive, Scope, Send

__all__ = ["ReadableAddresses"]

_NOT_ASCII: Final = re.compile(rb"[\x80-\xff]|%[89A-Fa-f][0-9A-Fa-f]")
"""Most addresses have none of these, and nothing to decode."""


class ReadableAddresses:
    """Middleware that refuses an address of which a part would be lost."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request whose parameters are in UTF-8.

        Raises:
            HTTPException: when they are not.
        """
        parameters = scope.get("query_string", b"")
        if _NOT_ASCII.search(parameters):
            _check(unquote_to_bytes(parameters))
        await self._app(scope, receive, send)


def _check(text: bytes) -> None:
    try:
        text.decode()
    except UnicodeDecodeError as error:
        detail = (
            "The address of the request is not in UTF-8: "
            f"byte {error.start + 1} of its parameters is 0x{text[error.start]:02X}."
        )
        raise HTTPException(400, detail) from None
