"""The path below which a proxy shows the service, and how it comes before all our addresses.

All else speaks of addresses as if the service had the whole host. Where it has not, the path is
put into the request's scope, as ASGI has it, and before each address that leaves: in pages when
they are rendered, and in headers. A proxy may keep the path or strip it.
"""

import re
from contextvars import ContextVar
from typing import Final

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["UnderRootPath", "path_below_root", "rooted", "rooted_address"]

_ROOT_PATH: Final = ContextVar("root_path", default="")
_IN_PAGES: Final = re.compile(r'(\s(?:href|src|action|formaction|data-[a-z-]+)=")(/(?!/)[^"]*)')
"""Values stand in double quotes, and a quote in a value or in text is escaped."""
_IN_LINKS: Final = re.compile(r"(<)(/(?!/)[^>]*)")
_LOCATIONS: Final = (b"location", b"content-location")


class UnderRootPath:
    """Wraps an application, as the outermost.

    Args:
        app: the application.
        root_path: the path, which begins with a slash and does not end with one.
    """

    def __init__(self, app: ASGIApp, root_path: str) -> None:
        self._app = app
        self._root_path = root_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on as one below the path."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if scope["path"] == self._root_path:
            await RedirectResponse(f"{self._root_path}/", 308)(scope, receive, send)
            return

        async def send_rooted(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = [_rooted_header(*header) for header in message.get("headers", ())]
                message = {**message, "headers": headers}
            await send(message)

        _ROOT_PATH.set(self._root_path)  # a request has a context of its own
        await self._app(self._below(scope), receive, send_rooted)

    def _below(self, scope: Scope) -> Scope:
        path = scope["path"]
        if not path.startswith(f"{self._root_path}/"):
            path = self._root_path + path
        return {**scope, "path": path, "root_path": self._root_path}


def path_below_root(scope: Scope) -> str:
    """Return a request's path as our addresses have it."""
    path: str = scope["path"]
    return path.removeprefix(scope.get("root_path", ""))


def rooted(page: str) -> str:
    """Put the path before the addresses on a page, where the service has one."""
    root_path = _ROOT_PATH.get()
    return _put_before(root_path, _IN_PAGES, page) if root_path else page


def rooted_address(address: str) -> str:
    """Put the path before one address of ours, where the service has one: for what is no page."""
    root_path = _ROOT_PATH.get()
    return _with(root_path, address) if root_path else address


def _rooted_header(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    root_path = _ROOT_PATH.get()
    if name == b"link":
        return name, _put_before(root_path, _IN_LINKS, value.decode("latin-1")).encode("latin-1")
    if name in _LOCATIONS:
        address = value.decode("latin-1")
        return name, _with(root_path, address).encode("latin-1")
    return name, value


def _put_before(root_path: str, pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda found: found[1] + _with(root_path, found[2]), text)


def _with(root_path: str, address: str) -> str:
    """Put the path before an address on this host; one that came from the request has it.

    >>> _with("/kg", "/ns"), _with("/kg", "/kg/ns"), _with("/kg", "https://w3id.org/")
    ('/kg/ns', '/kg/ns', 'https://w3id.org/')
    """
    is_ours = address.startswith("/") and not address.startswith(("//", f"{root_path}/"))
    return root_path + address if is_ours else address
