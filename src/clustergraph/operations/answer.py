"""Answer public SPARQL text: gate, version, kept answers, and a reader that can be killed.

What the request looked like and which format suits the client is decided in ``web``.
"""

import asyncio
import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Protocol

from clustergraph import __version__
from clustergraph.operations.dataset import Dataset
from clustergraph.operations.keep import KeptAnswers
from clustergraph.rdf.formats import RDF_FORMATS, RESULT_FORMATS, Format
from clustergraph.sparql.gate import Form, Limits, Outline, examine
from clustergraph.store.readers.messages import Dataset as Visible
from clustergraph.store.readers.messages import Question
from clustergraph.store.readers.pool import ReaderPool
from clustergraph.store.versions import Version

__all__ = ["Answers", "Asked", "Chunks", "Prepared", "formats_for"]

_SHORT_TEXT = 4_000
"""Characters up to which an outline is kept for the next time."""
_LONG_TEXT = 20_000
"""Characters past which reading the tokens would hold other requests up."""
_MOST_OUTLINES = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A public query as the client sent it.

    The graphs are IRIs that the request names beside the text; they win over the text's own.
    ``version_id`` asks for a kept version, ``seconds`` for a shorter time limit.
    """

    text: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    version_id: str | None = None
    seconds: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A query that may run: on which version, and its answer's tag (None where it may vary)."""

    version: Version
    question: Question
    seconds: float
    tag: str | None


class Chunks(Protocol):
    """The bytes of an answer as they come."""

    is_complete: bool

    async def next(self) -> bytes:
        """Wait for the next bytes; ``is_complete`` is set with the last ones."""
        ...


def formats_for(form: Form) -> tuple[Format, ...]:
    """List the formats that can hold the answers of such queries, the default first."""
    return RDF_FORMATS if form in (Form.CONSTRUCT, Form.DESCRIBE) else RESULT_FORMATS


class Answers:
    """Answers public queries over one dataset with one pool of readers."""

    def __init__(
        self,
        dataset: Dataset,
        readers: ReaderPool,
        *,
        limits: Limits,
        seconds: float,
        cache_bytes: int,
    ) -> None:
        self._dataset = dataset
        self._readers = readers
        self._examine = partial(examine, limits=limits)
        self._examine_short = lru_cache(_MOST_OUTLINES)(self._examine)
        self._seconds = seconds
        self._kept = KeptAnswers(cache_bytes)

    async def examine(self, text: str) -> Outline:
        """Look at the text before anything else is done with it.

        Raises:
            QueryError: when it is refused.
        """
        if len(text) <= _SHORT_TEXT:
            return self._examine_short(text)
        if len(text) <= _LONG_TEXT:
            return self._examine(text)
        return await asyncio.to_thread(self._examine, text)

    async def prepare(self, asked: Asked, outline: Outline, format_: Format) -> Prepared:
        """Choose the version and say how its answer will be tagged; nothing runs yet.

        Raises:
            NotFound: when a version is asked for that is not kept.
            StoreError: when there is no version, or it can't be read.
        """
        version = await self._version(asked.version_id)
        question = Question(
            text=asked.text,
            format=format_.key,
            dataset=_visible(asked, outline),
            default_graphs=asked.default_graphs,
            named_graphs=asked.named_graphs,
        )
        return Prepared(
            version=version,
            question=question,
            seconds=min(asked.seconds or self._seconds, self._seconds),
            tag=None if outline.is_volatile else _tag(version, question),
        )

    @asynccontextmanager
    async def open(self, prepared: Prepared) -> AsyncIterator[Chunks]:
        """Run the query; leaving the context early stops it.

        Raises:
            QueryError: when it gets no reader; later errors come from the chunks.
        """
        kept = self._kept.get(prepared.tag)
        if kept is not None:
            yield _Whole(kept)
            return
        async with self._readers.stream(
            prepared.version.store_path, prepared.question, seconds=prepared.seconds
        ) as chunks:
            yield chunks if prepared.tag is None else _Keeping(chunks, self._kept, prepared.tag)

    async def check(self) -> Version:
        """Make sure that the current version answers queries, and return it.

        Raises:
            ClusterGraphError: when it does not.
        """
        version = await self._version(None)
        await self._readers.check(version.store_path)
        return version

    async def _version(self, id_: str | None) -> Version:
        if id_ is not None:
            return self._dataset.version(id_)
        if self._dataset.is_fresh:
            version = self._dataset.current().version
        else:
            version = (await asyncio.to_thread(self._dataset.current)).version
        self._readers.prefer(version.store_path)
        return version


def _visible(asked: Asked, outline: Outline) -> Visible:
    if asked.default_graphs or asked.named_graphs:
        return Visible.GIVEN
    return Visible.OWN if outline.names_dataset else Visible.UNION


def _tag(version: Version, question: Question) -> str:
    """Name the answer by all that it follows from."""
    whole = b"\0".join((__version__.encode(), version.id.encode(), question.to_bytes()))
    return hashlib.sha256(whole).hexdigest()[:32]


class _Whole:
    """An answer that is there already."""

    def __init__(self, answer: bytes) -> None:
        self.is_complete = False
        self._answer = answer

    async def next(self) -> bytes:
        """Return all of it."""
        self.is_complete = True
        return self._answer


class _Keeping:
    """Passes an answer on, and keeps it when it turns out to be small and whole."""

    def __init__(self, chunks: Chunks, kept: KeptAnswers, tag: str) -> None:
        self.is_complete = False
        self._chunks = chunks
        self._kept = kept
        self._tag = tag
        self._is_first = True

    async def next(self) -> bytes:
        """Wait for the next bytes."""
        chunk = await self._chunks.next()
        self.is_complete = self._chunks.is_complete
        if self.is_complete and self._is_first:
            self._kept.keep(self._tag, chunk)
        self._is_first = False
        return chunk
