"""Read what a request carries: a form, as 0.2 has it, or JSON, as the draft has it."""

from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request

from clustergraph.errors import InvalidParameter
from clustergraph.web.exchange.headers import media_type_of
from clustergraph.web.exchange.repeating import refuse_repeated
from clustergraph.web.reconcile.call import DRAFT_JSON, ROOT
from clustergraph.web.sparql.percent import TooMany, read_pairs

__all__ = ["read_body", "read_form"]

_FORM: Final = "application/x-www-form-urlencoded"
_JSON: Final = ("application/json", DRAFT_JSON)


async def read_form(request: Request) -> dict[str, str]:
    """Return the fields of a form.

    Raises:
        HTTPException: when it is none.
        InvalidParameter: when it can't be read, or has two values for a field.
    """
    if (media_type := _media_type(request)) != _FORM:
        detail = (
            f"Version 0.2 of the protocol sends {_FORM}, and not {media_type or 'no type'}; "
            f"the draft of 1.0 takes JSON at {ROOT}/v1/match and {ROOT}/v1/extend."
        )
        raise HTTPException(415, detail)
    try:
        pairs = [*read_pairs(await request.body())]
    except UnicodeDecodeError as error:
        raise InvalidParameter("the body", f"byte {error.start + 1}", "in UTF-8") from None
    except TooMany as error:
        raise InvalidParameter("the body", str(error), "a form of fewer") from None
    refuse_repeated(pairs)
    return dict(pairs)


async def read_body(request: Request) -> bytes:
    """Return the body of a request that should be JSON.

    Raises:
        HTTPException: when it says that it is something else.
    """
    media_type = _media_type(request)
    if media_type not in _JSON:
        detail = f"The draft of 1.0 takes {_JSON[0]} here, and not {media_type or 'no type'}."
        raise HTTPException(415, detail)
    return await request.body()


def _media_type(request: Request) -> str:
    return media_type_of(request.headers.get("content-type", ""))
