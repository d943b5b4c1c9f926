"""One call to the service: the version that answers it, its reader's language, and its answer."""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from clustergraph.coding import read_quality
from clustergraph.errors import NotAcceptable, NotFound
from clustergraph.operations.dataset import OpenVersion
from clustergraph.operations.labels import DEFAULT_LANGUAGE
from clustergraph.web.negotiation import accept_of
from clustergraph.web.offers import HTML, JSON
from clustergraph.web.root_path import path_below_root
from clustergraph.web.visit import Visit

__all__ = ["DRAFT_JSON", "ROOT", "Call"]

ROOT: Final = "/reconcile"
DRAFT_JSON: Final = "application/reconciliation.v1+json"
"""How the draft proposed to ask for it at an address that answers 0.2 as well."""
_VERSIONS: Final = re.compile(r"application/reconciliation\.([\w.-]+)\+json")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_MOST_CHARACTERS: Final = 500
"""A longer Accept-Language header is read up to here only."""


class Call:
    """A request to the service.

    Attributes:
        visit: the request as all pages know it.
        opened: the version that answers.
        language: of the labels, from the path, from ``?lang=``, or from Accept-Language.
        root: the address of the service, with the language where that stands in the path.
    """

    def __init__(self, request: Request) -> None:
        self.visit = Visit(request)
        self.opened: OpenVersion = self.visit.opened
        spoken = request.path_params.get("lang", "")
        if spoken and not _LANGUAGE.fullmatch(spoken):
            raise NotFound(path_below_root(request.scope))
        self.language = spoken.lower() or self.word("lang") or _preferred(request)
        self.site = str(request.base_url).rstrip("/")
        self.root = f"{self.site}{ROOT}/{spoken}" if spoken else f"{self.site}{ROOT}"

    def word(self, name: str) -> str:
        """Return a parameter of the address without the space round it, or an empty string."""
        return self.visit.word(name)

    def number(self, name: str, *, most: int) -> int:
        """Return a whole number from the address, 0 where it names none.

        Raises:
            InvalidParameter: when it is no number, or out of bounds.
        """
        return self.visit.number(name, most=most)

    @property
    def wants_draft(self) -> bool:
        """Whether the Accept header asks for 1.0.

        Raises:
            NotAcceptable: when it names versions of the protocol, and none that there is.
        """
        accept = accept_of(self.visit.request.headers) or ""
        versions = _VERSIONS.findall(accept)
        if versions and not {"v1", "v0.2"}.intersection(versions):
            raise NotAcceptable(accept, [JSON, DRAFT_JSON])
        return "v1" in versions

    def told(self, make: Callable[[], Mapping[str, Any]]) -> Response:
        """Answer a GET with JSON; 304 where the client has it."""
        media_type = DRAFT_JSON if self.wants_draft else JSON
        return self.visit.answer(
            lambda: _written(make()),
            media_type=media_type,
            headers=self._headers(),
            files=self.language,
        )

    def shown(self, make: Callable[[], str], *, headers: Mapping[str, str]) -> Response:
        """Answer a GET with HTML; 304 where the client has it."""
        return self.visit.answer(
            make,
            media_type=HTML,
            headers={**self._headers(), **headers},
            files=self.language,
        )

    def answered(self, message: Mapping[str, Any]) -> Response:
        """Answer a POST with JSON."""
        media_type = DRAFT_JSON if self.wants_draft else JSON
        headers = {"Dataset-Version": self.opened.version.id, **self._headers()}
        return Response(_written(message), media_type=media_type, headers=headers)

    def _headers(self) -> dict[str, str]:
        return {"Vary": "Accept, Accept-Language", "Content-Language": self.language}


def _written(message: Mapping[str, Any]) -> bytes:
    return json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode()


def _preferred(request: Request) -> str:
    """Return the language that the reader likes best (RFC 9110, section 12.5.4)."""
    header = request.headers.get("accept-language", "")[:_MOST_CHARACTERS]
    wanted: list[tuple[float, str]] = []
    for member in header.split(","):
        tag, _, parameters = member.strip().partition(";")
        if _LANGUAGE.fullmatch(tag.strip()):
            wanted.append((_quality(parameters), tag.strip()))
    best = max(wanted, key=lambda each: each[0], default=(0.0, ""))
    return best[1].partition("-")[0].lower() if best[0] > 0 else DEFAULT_LANGUAGE


def _quality(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    return read_quality(value) if name.strip().lower() == "q" else 1.0
