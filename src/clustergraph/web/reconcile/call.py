"""One call to the service: the version that answers it, its reader's language, and its answer."""

import json
from collections.abc import Callable, Mapping
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from clustergraph.errors import NotAcceptable, NotFound
from clustergraph.operations.dataset import OpenVersion
from clustergraph.web.exchange.headers import spoken_in
from clustergraph.web.exchange.negotiation import accept_of, choose_media_type
from clustergraph.web.exchange.repeating import refuse_repeated
from clustergraph.web.exchange.root_path import path_below_root
from clustergraph.web.offers import HTML, JSON
from clustergraph.web.visit import Visit
from clustergraph.web.wording.reader import Reader
from clustergraph.web.wording.reader_language import is_language_tag, preferred_language

__all__ = ["DRAFT_JSON", "ROOT", "Call"]

ROOT: Final = "/reconcile"
DRAFT_JSON: Final = "application/reconciliation.v1+json"
"""How the draft proposed to ask for it at an address that answers 0.2 as well."""
_STABLE_JSON: Final = "application/reconciliation.v0.2+json"
_VERSION: Final = "application/reconciliation."
"""What the names of all versions begin with."""


class Call:
    """A request to the service.

    Attributes:
        visit: the request as all pages know it.
        opened: the version that answers.
        language: of the labels, from the path, from ``?lang=``, or from Accept-Language.
        reader: who asked in that language.
        root: the address of the service, with the language where that stands in the path.
    """

    def __init__(self, request: Request) -> None:
        refuse_repeated(request.query_params.multi_items())
        self.visit = Visit(request)
        self.opened: OpenVersion = self.visit.opened
        spoken = request.path_params.get("lang", "")
        if spoken and not is_language_tag(spoken.lower()):
            raise NotFound(path_below_root(request.scope))
        asked = spoken.lower() or self.word("lang")
        self.language = asked or preferred_language(request.headers)
        self.reader = Reader(language=self.language, is_asked=bool(asked))
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
        accept = accept_of(self.visit.request.headers)
        try:
            return choose_media_type(accept, (JSON, _STABLE_JSON, DRAFT_JSON)) == DRAFT_JSON
        except NotAcceptable:
            if accept is not None and _VERSION in accept:
                raise
            return False  # many clients ask for scripts or pages, and read JSON

    def told(self, make: Callable[[], Mapping[str, Any]]) -> Response:
        """Answer a GET with JSON; 304 where the client has it."""
        media_type = DRAFT_JSON if self.wants_draft else JSON
        return self.visit.answer(
            lambda: _written(make()),
            media_type=media_type,
            headers=self._headers(),
            depends_on=self.language,
        )

    def shown(self, make: Callable[[], str], *, headers: Mapping[str, str]) -> Response:
        """Answer a GET with HTML; 304 where the client has it."""
        return self.visit.answer(
            make,
            media_type=HTML,
            headers={**self._headers(), **headers},
            depends_on=self.language,
        )

    def answered(self, message: Mapping[str, Any]) -> Response:
        """Answer a POST with JSON."""
        media_type = DRAFT_JSON if self.wants_draft else JSON
        return self.visit.answer_post(
            _written(message), media_type=media_type, headers=self._headers()
        )

    def _headers(self) -> dict[str, str]:
        return spoken_in(self.language)


def _written(message: Mapping[str, Any]) -> bytes:
    return json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode()
