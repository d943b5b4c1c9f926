"""What a request says of its body: one thing, and nothing that can't be read."""

import re
from collections.abc import Mapping
from typing import Final

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException

from clustergraph.web.exchange.headers import media_type_of

__all__ = ["check_charset", "content_type_of"]

_CHARSET: Final = re.compile(r';\s*charset\s*=\s*"?([^";]*)', re.IGNORECASE)
_UTF_8: Final = frozenset({"utf-8", "utf8", "us-ascii"})


def content_type_of(headers: Headers) -> str:
    """Return the Content-Type of a request; empty where it has none.

    Raises:
        HTTPException: when it says several things.
    """
    declared = set(headers.getlist("content-type"))
    if len(declared) > 1:
        detail = f"The request has {len(declared)} Content-Type headers, and one is allowed."
        raise HTTPException(400, detail)
    return next(iter(declared), "")


def check_charset(content_type: str, name: str, headers: Mapping[str, str] | None = None) -> None:
    """Make sure that a text is not said to be in another coding than UTF-8.

    Args:
        content_type: what the request says of it.
        name: what the text is called in a refusal.
        headers: those of a refusal.

    Raises:
        HTTPException: when it is.
    """
    if media_type_of(content_type).endswith("xml"):  # which says itself what it is in
        return
    for charset in _CHARSET.findall(content_type):
        if charset.strip().lower() not in _UTF_8:
            detail = f"{name} must be sent in UTF-8, and not in {charset.strip()}."
            raise HTTPException(415, detail, headers)
