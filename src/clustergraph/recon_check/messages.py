"""A request, its answer, and both together: what a report can show of them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias
from urllib.parse import quote, urlencode, urljoin

__all__ = [
    "ORIGIN",
    "Answer",
    "Exchange",
    "Headers",
    "Request",
    "get",
    "joined",
    "post_form",
    "post_json",
    "quoted",
]

ORIGIN: Final = "https://client.example"
"""Where the page lies that would ask, for a server that decides by it."""

_JSON: Final = "application/json"

Headers: TypeAlias = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is sent."""

    method: str
    url: str
    headers: Headers = ()
    content: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back.

    Attributes:
        headers: their names in small letters.
        cut: whether the body was longer than anybody needs, and is not here in full.
    """

    status: int
    headers: Headers
    body: bytes
    cut: bool = False

    def header(self, name: str) -> str:
        """Return a header's value, joined where it came more than once, or an empty text."""
        return ", ".join(value for key, value in self.headers if key == name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A request and what became of it: an answer, or else a trouble in words.

    Attributes:
        through: the addresses to which it was sent on, one after the other.
    """

    request: Request
    answer: Answer | None = None
    trouble: str = ""
    through: tuple[str, ...] = field(default=())


def get(url: str, parameters: Mapping[str, str] | None = None, accept: str = _JSON) -> Request:
    """Ask with a GET; parameters are added to those that the address has."""
    if parameters:
        url += ("&" if "?" in url else "?") + urlencode(parameters)
    return Request(method="GET", url=url, headers=(("accept", accept), ("origin", ORIGIN)))


def post_form(url: str, fields: Mapping[str, str], accept: str = _JSON) -> Request:
    """Ask with a form, as a page or OpenRefine sends one."""
    kind = "application/x-www-form-urlencoded"
    return _post(url, kind, urlencode(fields).encode("ascii"), accept)


def post_json(url: str, value: object, accept: str = _JSON) -> Request:
    """Ask with JSON; a text is sent as it stands, so that it may be none."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return _post(url, _JSON, text.encode("utf-8"), accept)


def joined(base: str, address: str) -> str:
    """Resolve an address; what is none stays as it is, and can't be asked."""
    try:
        return urljoin(base, address)
    except ValueError:
        return address


def quoted(text: str) -> str:
    """Write a text as a component of a URI (RFC 3986, section 2.1)."""
    return quote(text, safe="")


def _post(url: str, kind: str, content: bytes, accept: str) -> Request:
    headers = (("accept", accept), ("content-type", kind), ("origin", ORIGIN))
    return Request(method="POST", url=url, headers=headers, content=content)
