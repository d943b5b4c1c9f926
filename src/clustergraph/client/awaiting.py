"""The client for programs that do something else meanwhile: ``Client`` to be awaited."""

from asyncio import sleep
from collections.abc import AsyncIterator, Iterable
from typing import Self, TypeVar

import httpx2

from clustergraph.client import calls
from clustergraph.client.answer_cache import AnswerCache
from clustergraph.client.asking import Asking
from clustergraph.client.batches import MOST_ITEMS, Batch, Item, Outcome, batched
from clustergraph.client.calls import TURTLE, Call, Paged
from clustergraph.client.changes import Changes
from clustergraph.client.documents import Document, DocumentEntry, Passage
from clustergraph.client.entities import Entity
from clustergraph.client.filters import DocumentFilters, Filters, Words
from clustergraph.client.found import Hit, Page, Suggestions
from clustergraph.client.options import ClientOptions
from clustergraph.client.sending import send_async
from clustergraph.client.site import Site
from clustergraph.client.tables import Table
from clustergraph.errors import NoAnswer

__all__ = ["AsyncClient"]

Each = TypeVar("Each")
Found = TypeVar("Found")


class AsyncClient:
    """Asks a service; all of an event loop may share one. Errors are those of ``Client``."""

    def __init__(
        self,
        url: str,
        options: ClientOptions | None = None,
        *,
        transport: httpx2.AsyncBaseTransport | None = None,
    ) -> None:
        """Ask the service whose start page has that address.

        Raises:
            InvalidParameter: when it is no address.
        """
        self._site = Site(url)
        options = options or ClientOptions()
        self._patience = options.patience
        self._most_bytes = options.most_bytes
        self._cache = AnswerCache(options.cache_bytes)
        self._http = httpx2.AsyncClient(**options.for_httpx(), transport=transport)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Close the connections; ``async with`` does it too."""
        await self._http.aclose()

    async def suggest(
        self,
        text: str,
        *,
        kind: Words = (),
        place: Words = (),
        language: str = "",
        limit: int | None = None,
    ) -> Suggestions:
        """Suggest while somebody types: the last word may be unfinished."""
        filters = Filters(kind=kind, place=place, language=language)
        return await self._ask(calls.suggest(text, filters, limit=limit))

    async def search(
        self,
        text: str,
        *,
        kind: Words = (),
        place: Words = (),
        language: str = "",
        limit: int | None = None,
        facets: Iterable[str] = (),
    ) -> Page:
        """Find entities, concepts and documents by name; the best come first.

        Args:
            text: a name in any script, an IRI or an identifier; empty for all there are.
            kind: classes, such as ``Organisation``, with all below them; any of several.
            place: places by name, IRI or identifier, for what lies in any of them.
            language: keeps the names in this language and those without one.
            limit: how many results to return at the most.
            facets: what to count the results by: type, place, lang.
        """
        filters = Filters(kind=kind, place=place, language=language)
        return await self._ask(calls.search(text, filters, limit=limit, facets=facets))

    def search_all(
        self, text: str, *, kind: Words = (), place: Words = (), language: str = ""
    ) -> AsyncIterator[Hit]:
        """Yield all that a search finds, page by page as they are needed."""
        filters = Filters(kind=kind, place=place, language=language)
        return self._all(calls.search(text, filters, limit=calls.MOST))

    async def entity(self, name: str, *, include: Iterable[str] = (), language: str = "") -> Entity:
        """Describe one thing; of one that was merged, the one that it is now.

        Args:
            name: its IRI, or what follows ``/id/`` in that.
            include: parts to add to the facts: names, relations, incoming, consequences,
                documents, same_as; evidence adds quotes to them all.
            language: labels in this language, where there are any.
        """
        return await self._ask(calls.entity(name, include=include, language=language))

    async def lookup(
        self, items: Iterable[str | Item], *, language: str = "", candidates: int | None = None
    ) -> Batch:
        """Look up as many as a thousand names and identifiers at once; each has its own outcome.

        Args:
            items: texts, or an ``Item`` where more is known.
            language: labels in this language, where there are any.
            candidates: how many to give of what is not certain, at the most.
        """
        return await self._ask(calls.lookup(items, language=language, candidates=candidates))

    async def lookup_all(
        self, items: Iterable[str | Item], *, language: str = "", candidates: int | None = None
    ) -> AsyncIterator[Outcome]:
        """Look any number of them up, batch by batch as the outcomes are needed."""
        for some in batched(items, MOST_ITEMS):
            batch = await self.lookup(some, language=language, candidates=candidates)
            for outcome in batch.results:
                yield outcome

    async def resolve(self, identifier: str, *, scheme: str = "", language: str = "") -> Outcome:
        """Find what bears an identifier: an IRI in any shape, or one that a register gave.

        Raises:
            NotThere: when nothing bears it.
            NoLongerThere: when what bore it was removed.
        """
        return await self._ask(calls.resolve(identifier, scheme=scheme, language=language))

    def documents(
        self,
        *,
        written_in: str = "",
        publisher: str = "",
        issued_from: str = "",
        issued_to: str = "",
        mentions: str = "",
        language: str = "",
    ) -> AsyncIterator[DocumentEntry]:
        """Yield the documents, the newest first.

        Args:
            written_in: those in this language.
            publisher: those that it published.
            issued_from: those published then or later: a day, a month or a year.
            issued_to: those published then or before.
            mentions: those that mention this: an IRI or an identifier.
            language: labels in this language, where there are any.
        """
        filters = DocumentFilters(
            written_in=written_in,
            publisher=publisher,
            issued_from=issued_from,
            issued_to=issued_to,
            mentions=mentions,
            language=language,
        )
        return self._all(calls.documents(filters))

    async def document(
        self, name: str, *, include: Iterable[str] = (), language: str = ""
    ) -> Document:
        """Describe one document, by its IRI or what follows ``/doc/``; it may include entities."""
        return await self._ask(calls.document(name, include=include, language=language))

    def passages(self, document: str, *, language: str = "") -> AsyncIterator[Passage]:
        """Yield the passages of a document that carry statements, in their order."""
        return self._all(calls.passages(document, language=language))

    async def version(self) -> str:
        """Tell which version of the graph is served."""
        return await self._ask(calls.version())

    async def changes(self, since: str) -> Changes:
        """Tell what changed since a version.

        Raises:
            NotThere: when there never was such a version.
            NoLongerThere: when it is not kept any more.
        """
        return await self._ask(calls.changes(since))

    async def query(self, text: str, *, seconds: float | None = None) -> Table:
        """Ask a SELECT query; ``seconds`` is how long it may take."""
        return await self._ask(calls.query(text, seconds=seconds))

    async def ask(self, text: str, *, seconds: float | None = None) -> bool:
        """Ask an ASK query."""
        return await self._ask(calls.ask(text, seconds=seconds))

    async def construct(
        self, text: str, *, media_type: str = TURTLE, seconds: float | None = None
    ) -> str:
        """Ask a CONSTRUCT or DESCRIBE query; returns what it makes in that format."""
        return await self._ask(calls.construct(text, media_type=media_type, seconds=seconds))

    async def answer(self, text: str, *, seconds: float | None = None) -> Table | bool | str:
        """Ask a query of any form; returns rows, yes or no, or statements in Turtle."""
        return await self._ask(calls.answer(text, seconds=seconds))

    async def _all(self, call: Call[Paged[Each]]) -> AsyncIterator[Each]:
        page = await self._ask(call)
        for each in page.results:
            yield each
        while page.next:
            page = await self._ask(call.going_on_at(page.next))
            for each in page.results:
                yield each

    async def _ask(self, call: Call[Found]) -> Found:
        asking = Asking(self._site.request(call.request), self._cache, self._patience)
        while asking.answer is None:
            await sleep(asking.pause_seconds)
            try:
                asking.hear(await send_async(self._http, asking.request, self._most_bytes))
            except NoAnswer as failure:
                asking.miss(failure)
        return call.read(asking.answer)
