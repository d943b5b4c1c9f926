"""One visit of a reader: what the request asks for, the version that answers it, and the answer.

The version is taken once and kept to the end, so that one answer never speaks of two versions.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Self

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse

from clustergraph import __version__
from clustergraph.errors import InvalidParameter, Withdrawn
from clustergraph.iris import is_concept
from clustergraph.model import HIDDEN, Iri
from clustergraph.names import NameIndex
from clustergraph.operations.dataset import Dataset, OpenVersion
from clustergraph.operations.describing.describe import current_iri
from clustergraph.operations.keep import KeptFindings
from clustergraph.operations.labels import Labels
from clustergraph.operations.querying.terms_beside import with_terms
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Version
from clustergraph.web.exchange.conditions import has, tags_in
from clustergraph.web.exchange.headers import content_type, spoken_in
from clustergraph.web.exchange.look_digest import look_digest
from clustergraph.web.exchange.methods import IS_HEAD
from clustergraph.web.exchange.root_path import path_below_root
from clustergraph.web.wording.reader import ANYBODY, Reader
from clustergraph.web.wording.reader_language import preferred_language, read_language

__all__ = ["PageVisit", "Visit", "knows"]

_NUMBER = re.compile(r"[0-9]{1,9}")
_ASK_EACH_TIME = "no-cache"
"""Caches may keep an answer, and ask whether it still holds; a 304 costs next to nothing."""


class Visit:
    """A request for something that depends on the data.

    Attributes:
        request: the request.
        opened: the version that answers, open.
        version_id: of the version that answers.
        graph: its statements.
        names: its index of names.
        findings: what was found out about it already.
        shows_whole_texts: whether documents may be shown in full.
        reader: who reads, and in which language.
        language: that names should be in.
        labels: finds names in that language.
    """

    def __init__(self, request: Request, opened: OpenVersion | None = None) -> None:
        opened = opened or _current_version(request)
        self.request = request
        self.opened = opened
        self.version_id = opened.version.id
        self.graph: GraphStore = opened.graph
        self.names: NameIndex = opened.names
        self.findings: KeptFindings = opened.findings
        self.shows_whole_texts: bool = request.app.state.shows_whole_texts
        self._version: Version = opened.version
        self.reader = self._find_reader()
        self.language = self.reader.language
        self.labels = Labels(self.graph, self.language)

    def of_person(self) -> "PageVisit":
        """Return the same visit, to the same version, as that of a person who reads a page."""
        return PageVisit(self.request, self.opened)

    def about_terms(self) -> Self:
        """Return the same visit to a version that tells what our terms mean, as all but few do."""
        return type(self)(self.request, with_terms(self.opened))

    def _find_reader(self) -> Reader:
        """Return who reads: programs say in the address what language they want."""
        asked = self.request.query_params.get("lang")
        return Reader(language=read_language(asked), is_asked=True) if asked else ANYBODY

    def current(self, iri: Iri) -> Iri:
        """Return the IRI itself where the version describes it, or the one that replaced it.

        Raises:
            Withdrawn: when somebody asked that it be forgotten.
            Gone: when no document supports it any more.
            NotFound: when the version has never heard of it.
        """
        withheld = self._version.withheld(iri)
        if withheld is None:
            return current_iri(self.graph, iri)
        if withheld.replaced_by is None:
            raise Withdrawn(iri, withheld.why)
        return withheld.replaced_by

    def about(self, iri: Iri) -> Self:
        """Return the same visit to a version that can tell of a thing, also of one of our terms."""
        return self.about_terms() if is_concept(iri) else self

    def moved(self, iri: Iri, address: Callable[[Iri], str]) -> Response | None:
        """Lead to the address of what replaced a thing; None where the version describes it.

        Raises:
            Withdrawn, Gone, NotFound: as ``current`` does.
        """
        survivor = self.current(iri)
        return self.redirect(address(survivor), 301) if survivor != iri else None

    @property
    def dataset(self) -> Dataset:
        """All versions that are kept."""
        dataset: Dataset = self.request.app.state.dataset
        return dataset

    @property
    def version(self) -> Version:
        """The version that answers: its time, its report, its files."""
        return self._version

    def text(self, document: Iri) -> str:
        """Return a document's text; empty where the version keeps none of it."""
        return self._version.text(document.local)

    def has_hidden_words(self, text: str) -> bool:
        """Tell whether words of a document's text are hidden because somebody asked for it."""
        return self._version.withholds and HIDDEN in text

    def word(self, name: str) -> str:
        """Return a parameter of the query without the space round it, or an empty string."""
        return self.request.query_params.get(name, "").strip()

    @property
    def path(self) -> str:
        """The decoded path below where the service is mounted, without its first slash."""
        return path_below_root(self.request.scope).removeprefix("/")

    def number(self, name: str, *, most: int) -> int:
        """Return a whole number from the query, 0 where it names none.

        Raises:
            InvalidParameter: when it is no number, or out of bounds.
        """
        text = self.word(name) or "0"
        if not _NUMBER.fullmatch(text) or int(text) > most:
            raise InvalidParameter(name, text, f"a whole number from 0 to {most}")
        return int(text)

    def address(self, **changes: str | int) -> str:
        """Return the path and query of this request with some parameters changed."""
        url = self.request.url.include_query_params(**changes)
        return f"{url.path}?{url.query}"

    def answer(
        self,
        make: Callable[[], bytes | str],
        *,
        media_type: str,
        headers: Mapping[str, str] | None = None,
        links: Callable[[], Mapping[str, str]] | None = None,
        depends_on: str = "",
    ) -> Response:
        """Answer with what ``make`` gives; 304 where the client has it, and then nothing is made.

        The headers of ``links`` need not stand in a 304 (RFC 9110, section 15.4.5).

        The entity tag stands for the version, the software, how much of a text may be shown, the
        address with its query, and the media type (RFC 9110, section 8.8.3); and for what else the
        answer ``depends_on``, such as a hash of files, or a language from the headers.
        """
        standing = self._standing(media_type, depends_on, headers)
        if knows(self.request, standing["ETag"]):
            return Response(status_code=304, headers=standing)
        told = {**standing, "Content-Type": content_type(media_type), **(links() if links else {})}
        return Response(make(), headers=told)

    def answer_post(
        self, content: bytes, *, media_type: str, headers: Mapping[str, str] | None = None
    ) -> Response:
        """Answer what was posted; nobody may keep that for others, nor ask whether it holds."""
        standing = {"Dataset-Version": self.version_id, "Cache-Control": "no-store"}
        return Response(content, headers={**standing, **(headers or {})}, media_type=media_type)

    def stream(self, pieces: Iterable[bytes], *, media_type: str) -> Response:
        """Answer with pieces as they are made, in a thread; none is made for HEAD or for a 304."""
        standing = self._standing(media_type)
        if knows(self.request, standing["ETag"]):
            return Response(status_code=304, headers=standing)
        read = (b"",) if self.request.scope.get(IS_HEAD, False) else pieces
        headers = {**standing, "Content-Type": content_type(media_type)}
        return StreamingResponse(read, headers=headers)

    def _standing(
        self, media_type: str, depends_on: str = "", more: Mapping[str, str] | None = None
    ) -> dict[str, str]:
        return {
            "ETag": self._tag(f"{media_type}{depends_on}"),
            "Vary": "Accept",
            "Dataset-Version": self.version_id,
            "Cache-Control": _ASK_EACH_TIME,
            **(more or {}),
        }

    def redirect(self, address: str, status: int) -> Response:
        """Send the client on, in the version that knows the way."""
        headers = {"Vary": "Accept", "Dataset-Version": self.version_id}
        return RedirectResponse(address, status_code=status, headers=headers)

    def _tag(self, media_type: str) -> str:
        texts = "full" if self.shows_whole_texts else "excerpts"
        key = f"{self.version_id}\n{__version__}\n{texts}\n{self.request.url}\n{media_type}"
        return f'"{hashlib.sha256(key.encode()).hexdigest()[:24]}"'


class PageVisit(Visit):
    """A person's visit: where the address asks for no language, the browser says which is best."""

    def _find_reader(self) -> Reader:
        asked = super()._find_reader()
        return (
            asked if asked.is_asked else Reader(language=preferred_language(self.request.headers))
        )

    def _standing(
        self, media_type: str, depends_on: str = "", more: Mapping[str, str] | None = None
    ) -> dict[str, str]:
        standing = super()._standing(
            media_type, f"{depends_on}\n{self.language}\n{look_digest()}", more
        )
        return {**standing, **spoken_in(self.reader.wording.language)}


def _current_version(request: Request) -> OpenVersion:
    opened: OpenVersion = request.app.state.dataset.current()
    return opened


def knows(request: Request, tag: str) -> bool:
    """Tell whether the client has the answer of that entity tag already, or any (``*``)."""
    return has(tags_in(request.headers.get("if-none-match")), tag)
