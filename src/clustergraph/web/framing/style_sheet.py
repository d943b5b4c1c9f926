"""The style sheet of all pages: small sheets by topic, joined into one."""

import hashlib
from functools import cache
from importlib.resources import files
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from clustergraph.web.exchange.conditions import has, tags_in

__all__ = ["ASK_EACH_TIME", "FOR_A_YEAR", "route", "style_sheet"]

_PATH: Final = "/assets/style.css"
_SHEETS: Final = (
    *("ground", "frame", "words", "search", "small", "start", "facts", "quotes", "documents"),
    *("questions", "ontology", "rules", "lists", "related", "pictures", "network", "evidence"),
    *("machines", "scripts"),
)
"""In the order in which they are read: later ones may refine earlier ones."""
FOR_A_YEAR: Final = "public, max-age=31536000, immutable"
ASK_EACH_TIME: Final = "no-cache"


def style_sheet() -> str:
    """Return the address of the style sheet; it changes with its content, so that none is stale."""
    return f"{_PATH}?{_digest()}"


def _answer(request: Request) -> Response:
    lasts = request.url.query == _digest()
    tag = f'"{_digest()}"'
    headers = {"ETag": tag, "Cache-Control": FOR_A_YEAR if lasts else ASK_EACH_TIME}
    if has(tags_in(request.headers.get("if-none-match")), tag):
        return Response(status_code=304, headers=headers)
    return Response(_text(), headers=headers, media_type="text/css")


route = Route(_PATH, _answer)


@cache
def _text() -> str:
    folder = files("clustergraph.web") / "assets" / "styles"
    return "\n".join((folder / f"{name}.css").read_text("utf-8") for name in _SHEETS)


@cache
def _digest() -> str:
    return hashlib.sha256(_text().encode()).hexdigest()[:12]
