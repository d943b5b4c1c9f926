"""Public queries run by an engine elsewhere: admission, limits and mending stay here.

What the pool of reader processes does for a version on this machine, this does for the engine: the
same queue, the same limits, and the bytes of an answer as they come. All of it belongs to one event
loop. A query whose client goes away, or whose time is over, has its connection closed; whether the
engine then stops is the engine's business.
"""

import asyncio
from collections.abc import AsyncGenerator, Mapping
from contextlib import AsyncExitStack
from types import TracebackType
from typing import Final, Self

import httpx2

from clustergraph.coding import compressor
from clustergraph.errors import (
    AnswerTooLarge,
    EngineAway,
    QueryTimedOut,
)
from clustergraph.sparql.catalogue import find_query
from clustergraph.store.readers.admission import LONG_AFTER_SECONDS, Admission
from clustergraph.store.remote.address import EngineAddress
from clustergraph.store.remote.answering import RemoteQuestion, accept_header, check, mended
from clustergraph.store.remote.lookout import Lookout
from clustergraph.store.remote.results import JSON
from clustergraph.store.remote.sending import refusal, told_as_ours, trust

__all__ = ["RemoteReaders", "RemoteStream"]

_LOOK_SECONDS: Final = 5.0
"""A short question about the engine takes no longer, or it is away."""


class RemoteReaders:
    """Runs queries on an engine.

    Args:
        engine: where it is.
        places: how many queries run at once; one more than that, long ones, may run beside.
        queue_length: how many more may wait; past that ``TooBusy`` at once.
        answer_bytes: how long an answer may be; None for no limit.
        is_shared: whether others write to it too, so that no answer may be kept.
    """

    def __init__(
        self,
        engine: EngineAddress,
        *,
        places: int,
        queue_length: int,
        answer_bytes: int | None = None,
        is_shared: bool = False,
    ) -> None:
        self.admission = Admission(
            places=places,
            aside=places + 1,
            queue_length=queue_length,
            waiting_changed=lambda: None,
        )
        self.answer_bytes = answer_bytes
        self.is_shared = is_shared
        self._engine = engine
        self._http: httpx2.AsyncClient | None = None
        self.lookout = Lookout(self._answer)

    def stream(
        self, question: RemoteQuestion, *, seconds: float, client: str = ""
    ) -> "RemoteStream":
        """Run a query inside the context that this makes; leaving it early gives the answer up.

        Entering it raises ``TooBusy`` when the client gets no place in time.

        Args:
            question: the query.
            seconds: how long it may wait for a place, and how long it may run.
            client: whatever tells those apart who shall have their fair share.
        """
        return RemoteStream(self, question, seconds=seconds, client=client)

    async def send(self, data: Mapping[str, object], accept: str) -> httpx2.Response:
        """Send a query; its answer's body is still to be read, and to be closed."""
        if self._http is None:
            self._http = httpx2.AsyncClient(
                timeout=httpx2.Timeout(None, connect=_LOOK_SECONDS),
                limits=httpx2.Limits(max_connections=None),
                verify=trust(),
                trust_env=False,
            )
        headers = {"Accept": accept, "Accept-Encoding": "identity"}
        request = self._http.build_request("POST", self._engine.query, data=data, headers=headers)
        return await self._http.send(request, stream=True)

    async def close(self) -> None:
        """Close all connections; it can be used again after that."""
        self.lookout.close()
        if self._http is not None:
            await self._http.aclose()
            self._http = None

    async def _answer(self, name: str, way: Mapping[str, str]) -> bytes:
        """Ask a query of the catalogue."""
        try:
            async with asyncio.timeout(_LOOK_SECONDS):
                with told_as_ours():
                    response = await self.send({"query": find_query(name).text, **way}, JSON)
                    body = await response.aread()
        except TimeoutError:
            raise EngineAway("it took too long") from None
        if not response.is_success:
            raise refusal(response.status_code, response.text)
        return body


class RemoteStream:
    """A query's run on an engine, as an async context; inside it, the bytes of its answer.

    The clock runs only while the engine is waited for.

    Attributes:
        is_complete: whether all bytes came.
        coding: what they are compressed with; holds from the first bytes on.
    """

    def __init__(
        self, readers: RemoteReaders, question: RemoteQuestion, *, seconds: float, client: str
    ) -> None:
        self.is_complete = False
        self.coding = question.coding
        self._readers = readers
        self._question = question
        self._client = client
        self._limit = self._left = seconds
        self._bytes = 0
        self._open = AsyncExitStack()

    async def __aenter__(self) -> Self:
        """Wait for a place."""
        admission = self._readers.admission
        admitted = await admission.enter(self._client, self._limit)
        self._open.callback(admission.leave, admitted)
        loop = asyncio.get_running_loop()
        timer = loop.call_later(LONG_AFTER_SECONDS, admission.step_aside, admitted)
        self._open.callback(timer.cancel)
        self._pieces = self._run()
        self._open.push_async_callback(self._pieces.aclose)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the connection where more would come, and give the place back."""
        await self._open.aclose()

    async def next(self) -> bytes:
        """Wait for the next bytes; the last ones may be none, and set ``is_complete``.

        Raises:
            QueryTimedOut: when the time limit passes first.
            AnswerTooLarge: when the answer is longer than an answer may be.
            QueryError: when the query fails otherwise.
        """
        piece = await self._within_limit()
        self._bytes += len(piece)
        limit = self._readers.answer_bytes
        if limit is not None and self._bytes > limit:
            raise AnswerTooLarge(limit)
        return piece

    async def _within_limit(self) -> bytes:
        loop = asyncio.get_running_loop()
        start = loop.time()
        try:
            async with asyncio.timeout(self._left):
                with told_as_ours():
                    return await anext(self._pieces, b"")
        except TimeoutError:
            raise QueryTimedOut(self._limit) from None
        finally:
            self._left -= loop.time() - start

    async def _run(self) -> AsyncGenerator[bytes, None]:
        """Ask, mend and compress; yields no empty piece but the last one."""
        compressing = compressor(self.coding)
        async for piece in mended(await self._asked(), self._question):
            if coded := compressing.compress(piece):
                yield coded
        self.is_complete = True
        yield compressing.flush()

    async def _asked(self) -> httpx2.Response:
        """Send the query and look at what the head of its answer says."""
        question = self._question
        data: dict[str, object] = {"query": question.text}
        if question.sees_all:
            data |= self._readers.lookout.known_way()
        if question.default_graphs:
            data["default-graph-uri"] = list(question.default_graphs)
        if question.named_graphs:
            data["named-graph-uri"] = list(question.named_graphs)
        response = await self._readers.send(data, accept_header(question))
        self._open.push_async_callback(response.aclose)
        await check(response, question)
        return response
