"""What goes over the wire, whichever library carries it: a request, and the answer to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

__all__ = ["FORM", "JSON", "JSON_LINES", "SPARQL_JSON", "Answer", "Request"]

FORM = "application/x-www-form-urlencoded"
JSON = "application/json"
JSON_LINES = "application/x-ndjson"
SPARQL_JSON = "application/sparql-results+json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Something to be asked.

    Attributes:
        url: the whole address with its query.
        accept: in which media type the answer should be.
        body: what is sent along, in the media type ``content_type``.
        known_tag: of the answer that the asker has already, or empty.
    """

    url: str
    method: Literal["GET", "POST"] = "GET"
    accept: str = JSON
    body: bytes = b""
    content_type: str = ""
    known_tag: str = ""

    @property
    def headers(self) -> dict[str, str]:
        """Its headers."""
        headers = {"Accept": self.accept}
        if self.content_type:
            headers["Content-Type"] = self.content_type
        if self.known_tag:
            headers["If-None-Match"] = self.known_tag
        return headers


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back.

    Attributes:
        url: what was asked in the end, after redirects.
        status: of HTTP.
        headers: their names in small letters.
        content: the body, decompressed.
    """

    url: str
    status: int
    headers: Mapping[str, str]
    content: bytes

    @property
    def media_type(self) -> str:
        """The media type, without parameters; empty where none is given."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()
