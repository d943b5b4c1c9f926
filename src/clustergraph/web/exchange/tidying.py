"""One address for each thing: those with a slash too many lead to the one without.

What an address stands for is decided by the routes; nothing that has none leads anywhere.
"""

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import quote

from starlette.responses import RedirectResponse
from starlette.routing import BaseRoute, Match, Mount
from starlette.types import ASGIApp, Receive, Scope, Send

from clustergraph.web.exchange.root_path import path_below_root

__all__ = ["TidyAddresses"]

_SLASHES: Final = re.compile(r"(?<!:)/{2,}")
"""Those that part an IRI after its scheme are no mistake."""
_UPWARDS: Final = re.compile(r"/\.{1,2}(?=/|\Z)")
_FOLDERS: Final = ("/dumps/", "/reconcile/")
"""Where addresses may end in a slash, since those of other things stand below them."""
_NAMES: Final = ("/store/", "/graph/")
"""Below which an address is a graph's name, to the last slash."""
_IN_PATHS: Final = "/:@!$&'()*+,;=~"
"""What may stand in a path as it is (RFC 3986, section 3.3)."""


class TidyAddresses:
    """Middleware that leads on from an address with double slashes, or one at its end."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is tidy, or has no tidy form that stands for something."""
        tidy = _tidy(scope) if scope["type"] == "http" else None
        if tidy is None:
            await self._app(scope, receive, send)
            return
        query = scope.get("query_string", b"").decode("latin-1")
        address = quote(tidy, safe=_IN_PATHS) + (f"?{query}" if query else "")
        await RedirectResponse(address, 308)(scope, receive, send)


def _tidy(scope: Scope) -> str | None:
    """Return the tidy form of a path; None where it has none that stands for something else."""
    path = path_below_root(scope)
    tidy = _SLASHES.sub("/", path)
    is_name = path.startswith(_NAMES) and path not in _NAMES
    if is_name or _UPWARDS.search(path):  # a client would go up before it asks again
        return None
    if not tidy.startswith(_FOLDERS):
        tidy = tidy.rstrip("/") or "/"
    return tidy if tidy != path and _is_known(scope, tidy) else None


def _is_known(scope: Scope, path: str) -> bool:
    asked = {**scope, "path": scope.get("root_path", "") + path}
    routes: Iterable[BaseRoute] = scope["app"].routes
    found = (route.matches(asked)[0] for route in routes if not isinstance(route, Mount))
    return any(match is not Match.NONE for match in found)
