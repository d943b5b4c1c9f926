"""The switch of languages on pages that stand for nothing in the graph: where each language is."""

from urllib.parse import quote, urlencode

from starlette.datastructures import QueryParams
from starlette.types import Scope

from clustergraph.web.pieces import Link
from clustergraph.web.wording import INTERFACE_LANGUAGES, own_name

__all__ = ["languages_at"]


def languages_at(scope: Scope) -> tuple[Link, ...]:
    """Link to what a request asked for in each language of the interface.

    There is nothing to link to where it was posted, or where the address would be one of another
    host to browsers.
    """
    path = quote(scope["path"])
    if scope.get("method", "GET") not in ("GET", "HEAD") or path.startswith("//"):
        return ()
    asked = QueryParams(scope.get("query_string", b"")).multi_items()
    return tuple(
        Link(text=own_name(code), href=_address(path, asked, code), language=code)
        for code in INTERFACE_LANGUAGES
    )


def _address(path: str, asked: list[tuple[str, str]], code: str) -> str:
    others = [(name, value) for name, value in asked if name != "lang"]
    return f"{path}?{urlencode([*others, ('lang', code)])}"
