"""The parameters of a query or an update, in an address or a form (SPARQL 1.1 Protocol, section 2).

Which there are is not known here.
"""

from typing import Final

from starlette.exceptions import HTTPException

from clustergraph.errors import InvalidParameter
from clustergraph.model import Iri
from clustergraph.web.sparql.percent import Pairs, TooMany, read_pairs

__all__ = ["BYTE_ORDER_MARK", "FORM", "absolute_iri", "graphs_in", "not_utf_8", "only", "pairs_in"]

FORM: Final = "application/x-www-form-urlencoded"
BYTE_ORDER_MARK: Final = "\ufeff"
"""Some editors begin every text with it, and SPARQL's grammar has no place for it."""


def pairs_in(data: bytes, place: str) -> Pairs:
    """Read the names and values in the "address" or the "body" of a request.

    Raises:
        HTTPException: when they are not in UTF-8, or too many.
    """
    try:
        return read_pairs(data)
    except UnicodeDecodeError as error:
        what = f"The {place} of the request"
        raise not_utf_8(what, error) from None
    except TooMany as error:
        detail = f"The {place} of the request has more than {error.limit} {error.what}."
        raise HTTPException(400, detail) from None


def only(pairs: Pairs, name: str) -> str | None:
    """Return the one value of a name; None where there is none.

    Raises:
        HTTPException: when there are several.
    """
    values = [value for key, value in pairs if key == name]
    if len(values) > 1:
        detail = f"The request has {len(values)} {name} parameters, and one is allowed."
        raise HTTPException(400, detail)
    return values[0] if values else None


def graphs_in(pairs: Pairs, name: str) -> tuple[str, ...]:
    """Return the graphs, each once: the engine would count the triples of one named twice twice.

    Raises:
        InvalidParameter: when one is no absolute IRI.
    """
    values = (value for key, value in pairs if key == name and value)
    return tuple(dict.fromkeys(str(absolute_iri(name, value)) for value in values))


def absolute_iri(name: str, value: str) -> Iri:
    """Read an IRI; errors call it by the name.

    Raises:
        InvalidParameter: when it is none, or a relative one.
    """
    try:
        return Iri(value)
    except ValueError:
        raise InvalidParameter(name, value, "an absolute IRI") from None


def not_utf_8(what: str, error: UnicodeDecodeError) -> HTTPException:
    """Say where a text is not in UTF-8; ``what`` begins the sentence."""
    at, byte = error.start, error.object[error.start]
    return HTTPException(400, f"{what} is not in UTF-8: byte {at + 1} of its text is 0x{byte:02X}.")
