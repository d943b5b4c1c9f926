"""The calls of the service: what each asks, and how its answer is read; nothing is sent here."""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final, Generic, Protocol, TypeVar
from urllib.parse import quote, urlencode

from clustergraph.client.batches import Batch, Item, Outcome
from clustergraph.client.changes import Changes
from clustergraph.client.documents import Document, DocumentsPage, PassagesPage
from clustergraph.client.entities import Entity
from clustergraph.client.filters import DocumentFilters, Filters
from clustergraph.client.found import Page, Suggestions
from clustergraph.client.messages import FORM, JSON, JSON_LINES, SPARQL_JSON, Answer, Request
from clustergraph.client.reading import reader
from clustergraph.client.tables import Table, read_any, read_table, read_text, read_truth
from clustergraph.errors import StrangeAnswer

__all__ = [
    "MOST",
    "TURTLE",
    "Call",
    "Paged",
    "answer",
    "ask",
    "changes",
    "construct",
    "document",
    "documents",
    "entity",
    "lookup",
    "passages",
    "query",
    "resolve",
    "search",
    "suggest",
    "version",
]

Each_co = TypeVar("Each_co", covariant=True)
Found_co = TypeVar("Found_co", covariant=True)

MOST: Final = 100
"""How many results a page may have at the most."""
TURTLE: Final = "text/turtle"

_LONGEST_QUERY_IN_ADDRESS: Final = 2_000
"""A query that is asked by GET may be known already; longer addresses don't pass every proxy."""

_read_page: Final = reader(Page)
_read_suggestions: Final = reader(Suggestions)
_read_entity: Final = reader(Entity)
_read_batch: Final = reader(Batch)
_read_outcome: Final = reader(Outcome)
_read_documents: Final = reader(DocumentsPage)
_read_document: Final = reader(Document)
_read_passages: Final = reader(PassagesPage)
_read_head_and_changes: Final = reader(Changes)

_NO_ENTITY: Final = re.compile(r"/((?:voc|doc|ev)/.+)")
"""Concepts, documents and passages, whose IRIs hold no ``/id/``."""


class Paged(Protocol[Each_co]):
    """A page of something, and the address of the next one where there is any."""

    @property
    def results(self) -> tuple[Each_co, ...]:
        """What is on this page."""

    @property
    def next(self) -> str | None:
        """Where to go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call(Generic[Found_co]):
    """A question to the service.

    Attributes:
        request: what to send; its address is below that of the service.
        read: what to make of the answer.
    """

    request: Request
    read: Callable[[Answer], Found_co]

    def going_on_at(self, address: str) -> "Call[Found_co]":
        """Ask for the next page, which has that address."""
        return replace(self, request=Request(url=address))


def suggest(text: str, filters: Filters, *, limit: int | None) -> Call[Suggestions]:
    """Suggest while somebody types."""
    asked = [("q", text), *filters.parameters(), ("limit", limit)]
    return Call(request=_get("api/suggest", asked), read=_read_suggestions)


def search(
    text: str, filters: Filters, *, limit: int | None, facets: Iterable[str] = ()
) -> Call[Page]:
    """Search by name."""
    counted = ",".join(facets)
    asked = [("q", text), *filters.parameters(), ("limit", limit), ("facets", counted)]
    return Call(request=_get("api/search", asked), read=_read_page)


def entity(name: str, *, include: Iterable[str], language: str) -> Call[Entity]:
    """Describe one thing, by its IRI or what follows ``/id/`` in it."""
    other = _NO_ENTITY.search(name)
    local = quote(other[1] if other else name.rpartition("/id/")[2], safe="/" if other else "")
    asked = [("include", ",".join(include)), ("lang", language)]
    return Call(request=_get(f"api/entities/{local}", asked), read=_read_entity)


def lookup(items: Iterable[str | Item], *, language: str, candidates: int | None) -> Call[Batch]:
    """Look many up at once."""
    said = [item if isinstance(item, str) else item.as_json() for item in items]
    more = {"lang": language, "candidates": candidates}
    given = {name: value for name, value in more.items() if value not in ("", None)}
    body = json.dumps({"items": said, **given}).encode()
    request = Request(url="api/lookup", method="POST", body=body, content_type=JSON)
    return Call(request=request, read=_read_batch)


def resolve(identifier: str, *, scheme: str, language: str) -> Call[Outcome]:
    """Find what bears an identifier."""
    named = {"scheme": scheme, "value": identifier} if scheme else {"uri": identifier}
    return Call(
        request=_get("api/resolve", [*named.items(), ("lang", language)]), read=_read_outcome
    )


def documents(filters: DocumentFilters) -> Call[DocumentsPage]:
    """List documents."""
    asked = [*filters.parameters(), ("limit", MOST)]
    return Call(request=_get("api/documents", asked), read=_read_documents)


def document(name: str, *, include: Iterable[str], language: str) -> Call[Document]:
    """Describe one document, by its IRI or what follows ``/doc/`` in it."""
    asked = [("include", ",".join(include)), ("lang", language)]
    return Call(request=_get(_document(name), asked), read=_read_document)


def passages(name: str, *, language: str) -> Call[PassagesPage]:
    """List the passages of a document."""
    asked = [("lang", language), ("limit", MOST)]
    return Call(request=_get(f"{_document(name)}/passages", asked), read=_read_passages)


def changes(since: str) -> Call[Changes]:
    """Tell what changed since a version."""
    request = _get("api/changes", [("since", since)])
    return Call(request=replace(request, accept=JSON_LINES), read=_read_changes)


def version() -> Call[str]:
    """Tell which version is served."""
    return Call(request=_get("api/suggest", [("limit", 1)]), read=_version_of)


def query(text: str, *, seconds: float | None) -> Call[Table]:
    """Ask for rows."""
    return Call(request=_query(text, SPARQL_JSON, seconds), read=read_table)


def ask(text: str, *, seconds: float | None) -> Call[bool]:
    """Ask whether it is so."""
    return Call(request=_query(text, SPARQL_JSON, seconds), read=read_truth)


def construct(text: str, *, media_type: str, seconds: float | None) -> Call[str]:
    """Ask for statements, written in that format."""
    return Call(request=_query(text, media_type, seconds), read=read_text)


def answer(text: str, *, seconds: float | None) -> Call[Table | bool | str]:
    """Ask whatever the query asks for."""
    return Call(request=_query(text, f"{SPARQL_JSON}, {TURTLE}", seconds), read=read_any)


def _get(path: str, asked: Iterable[tuple[str, object]]) -> Request:
    said = urlencode([(name, value) for name, value in asked if value not in ("", None)])
    return Request(url=f"{path}?{said}" if said else path)


def _document(name: str) -> str:
    return f"api/documents/{quote(name.rpartition('/doc/')[2], safe='')}"


def _read_changes(answer: Answer) -> Changes:
    """Read the first line, which says how many follow, and those."""
    first, *lines = answer.content.splitlines() or [b""]
    whole = b'{"head": %s, "changes": [%s]}' % (first, b",".join(lines))
    found = _read_head_and_changes(replace(answer, content=whole))
    if len(found.changes) != found.head.changes:
        raise StrangeAnswer(answer.url, f"{len(lines)} of {found.head.changes} changes")
    return found


def _version_of(answer: Answer) -> str:
    if "dataset-version" not in answer.headers:
        raise StrangeAnswer(answer.url, "no Dataset-Version")
    return answer.headers["dataset-version"]


def _query(text: str, media_type: str, seconds: float | None) -> Request:
    said = urlencode({"query": text} | ({"timeout": seconds} if seconds is not None else {}))
    if len(said) <= _LONGEST_QUERY_IN_ADDRESS:
        return Request(url=f"sparql?{said}", accept=media_type)
    return Request(
        url="sparql", method="POST", accept=media_type, body=said.encode(), content_type=FORM
    )
