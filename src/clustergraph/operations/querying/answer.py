"""Answer public SPARQL text: gate, version, kept answers, and a reader that can be killed.

What the request looked like and which format suits the client is decided in ``web``.
"""

import asyncio
import hashlib
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import islice

from clustergraph import __version__
from clustergraph.coding import SMALLEST_BYTES, Coding, compressor
from clustergraph.errors import UnsupportedQuery
from clustergraph.operations.dataset import Dataset
from clustergraph.operations.keep import KeptAnswer, KeptAnswers
from clustergraph.operations.querying.chunks import Chunks, SharedChunks, WholeChunks
from clustergraph.operations.querying.sharing import Turns
from clustergraph.rdf.formats import RDF_FORMATS, RESULT_FORMATS, Format
from clustergraph.sparql.dialects import check_portable
from clustergraph.sparql.gate import Form, Limits, Outline, examine
from clustergraph.store.graph import GraphStore
from clustergraph.store.readers.messages import Dataset as Visible
from clustergraph.store.readers.messages import Question
from clustergraph.store.readers.pool import ReaderPool, ResultStream
from clustergraph.store.remote.answering import RemoteQuestion
from clustergraph.store.remote.readers import RemoteReaders, RemoteStream
from clustergraph.store.remote.statements import DEFAULT_GRAPH, graph_there
from clustergraph.store.versions import Version

__all__ = ["Answers", "Asked", "Prepared", "formats_for"]

_SOFTWARE = __version__.encode()
_SHORT_TEXT = 4_000
"""Characters up to which an outline is kept for the next time."""
_LONG_TEXT = 20_000
"""Characters past which reading the tokens would hold other requests up."""
_MOST_OUTLINES = 1_000
_MOST_GRAPHS = 1_000
_TOO_MANY_GRAPHS = "there are too many graphs; name those that you mean by FROM and FROM NAMED."
_MOST_BYTES_AT_ONCE = 16_384
"""What takes about a millisecond to write; others wait that long for a lookup, and no longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A public query as the client sent it.

    The graphs are IRIs that the request names beside the text; they win over the text's own.
    ``version_id`` asks for a kept version, ``seconds`` for a shorter time limit; ``sees_default``
    is true where the default graph is meant as it is stored, alone. ``by_engine`` is true where the
    engine may answer that stands behind the service, if there is one.
    """

    text: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    version_id: str | None = None
    seconds: float | None = None
    sees_default: bool = False
    by_engine: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A query that may run: on which version, and its answer's tag (None where it may vary).

    ``graph`` is the version's, open, where the query is a lookup and needs no reader. ``remote`` is
    what the engine is asked that stands behind the service; ``is_of_version`` is false where that
    one holds another version just now.
    """

    version: Version
    question: Question
    seconds: float
    tag: str | None
    graph: GraphStore | None = None
    remote: RemoteQuestion | None = None
    is_of_version: bool = True


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
        engine: RemoteReaders | None = None,
    ) -> None:
        self._dataset = dataset
        self._readers = readers
        self._engine = engine
        self._examine = partial(examine, limits=limits)
        self._examine_short = lru_cache(_MOST_OUTLINES)(self._examine)
        self._seconds = seconds
        self._kept: KeptAnswers[KeptAnswer] = KeptAnswers(cache_bytes)
        self._turns = Turns()

    async def examine(self, text: str) -> Outline:
        """Look at the text before anything else is done with it.

        What is short is remembered, and what is long is read in another thread.

        Raises:
            QueryError: when it is refused.
        """
        if len(text) <= _SHORT_TEXT:
            return self._examine_short(text)
        if len(text) <= _LONG_TEXT:
            return self._examine(text)
        return await asyncio.to_thread(self._examine, text)

    async def prepare(
        self,
        asked: Asked,
        outline: Outline,
        format_: Format,
        coding: Coding = Coding.IDENTITY,
    ) -> Prepared:
        """Choose the version and say how its answer will be tagged; nothing runs yet.

        Raises:
            NotFound: when a version is asked for that is not kept.
            StoreError: when there is no version, or it can't be read.
            QueryError: when the engine behind the service is to answer, and does not.
        """
        if self._engine is not None and asked.by_engine and asked.version_id is None:
            return await self._prepare_remote(self._engine, asked, outline, format_, coding)
        version, graph = await self._version(asked.version_id)
        question = _question(asked, outline, format_, coding, version)
        is_lookup = outline.is_lookup and question.dataset is Visible.UNION
        return Prepared(
            version=version,
            question=question,
            seconds=min(asked.seconds or self._seconds, self._seconds),
            tag=None if outline.is_volatile else _tag(version, question),
            graph=graph if is_lookup else None,
        )

    async def _prepare_remote(
        self,
        engine: RemoteReaders,
        asked: Asked,
        outline: Outline,
        format_: Format,
        coding: Coding,
    ) -> Prepared:
        check_portable(asked.text)
        version, graph = await self._version(None)
        question = _question(asked, outline, format_, coding, version)
        state = await engine.lookout.state(version.content_hash)
        is_held = state.version == version.content_hash
        is_kept = is_held and not engine.is_shared and not outline.is_volatile
        return Prepared(
            version=version,
            question=question,
            seconds=min(asked.seconds or self._seconds, self._seconds),
            tag=_tag(version, question, b"engine") if is_kept else None,
            remote=_remote(question, outline, graph if version.is_plain else None),
            is_of_version=is_held,
        )

    def kept(self, prepared: Prepared) -> KeptAnswer | None:
        """Return the answer where it is kept."""
        return self._kept.get(prepared.tag)

    def look_up(self, prepared: Prepared) -> KeptAnswer | None:
        """Return the answer of a lookup, at once and without a reader; None of other queries.

        None of a lookup, too, whose answer is not small.

        Raises:
            QueryError: when it has no answer.
        """
        if prepared.graph is None or prepared.tag is None:
            return None
        question = prepared.question
        body = prepared.graph.answer_lookup(
            question.text, question.format, most_bytes=_MOST_BYTES_AT_ONCE
        )
        if body is None:
            return None
        answer = _coded(body, question.coding)
        self._kept.keep(prepared.tag, answer)
        return answer

    def open(self, prepared: Prepared, client: str = "") -> AbstractAsyncContextManager[Chunks]:
        """Run the query inside the context that this makes; leaving it early stops the query.

        Entering it raises ``QueryError`` when the client gets no reader, and ``StoreError`` when
        the version went away meanwhile; later errors come from the chunks.
        """
        kept = self._kept.get(prepared.tag)
        if kept is not None:
            return WholeChunks(kept)
        stream = self._stream(prepared, client)
        if prepared.tag is None:
            return stream
        shared = SharedChunks(stream, self._kept, self._turns, prepared.tag, prepared.seconds)
        if prepared.remote is not None and self._engine is not None:
            lookout = self._engine.lookout
            shared.may_be_kept = partial(lookout.still_holds, prepared.version.content_hash)
        return shared

    def _stream(self, prepared: Prepared, client: str) -> ResultStream | RemoteStream:
        if prepared.remote is not None and self._engine is not None:
            return self._engine.stream(prepared.remote, seconds=prepared.seconds, client=client)
        return self._readers.stream(
            prepared.version.store_path, prepared.question, seconds=prepared.seconds, client=client
        )

    async def is_engine_in_step(self) -> bool | None:
        """Tell whether the engine behind the service holds the current version; None without one.

        Raises:
            QueryError: when it does not answer.
            StoreError: when there is no version, or it can't be read.
        """
        if self._engine is None:
            return None
        version, _ = await self._version(None)
        state = await self._engine.lookout.state(version.content_hash)
        return state.version == version.content_hash

    async def check(self) -> Version:
        """Make sure that the current version answers queries, and return it.

        Raises:
            ClusterGraphError: when it does not.
        """
        version, _ = await self._version(None)
        await self._readers.check(version.store_path)
        return version

    async def _version(self, id_: str | None) -> tuple[Version, GraphStore | None]:
        """Return the version asked for, open only if it is the current one."""
        if id_ is not None:
            return self._dataset.version(id_), None
        opened = await self._dataset.opened()
        self._readers.prefer(opened.version.store_path)
        return opened.version, opened.graph


def _visible(asked: Asked, outline: Outline, version: Version) -> Visible:
    """Say which graphs a query sees; in a plain version the default graph is no other's union."""
    if asked.default_graphs or asked.named_graphs:
        return Visible.GIVEN
    is_own = outline.names_dataset or asked.sees_default or version.is_plain
    return Visible.OWN if is_own else Visible.UNION


def _question(
    asked: Asked, outline: Outline, format_: Format, coding: Coding, version: Version
) -> Question:
    return Question(
        text=asked.text,
        format=format_.key,
        coding=coding,
        dataset=_visible(asked, outline, version),
        default_graphs=asked.default_graphs,
        named_graphs=asked.named_graphs,
    )


def _remote(question: Question, outline: Outline, plain: GraphStore | None) -> RemoteQuestion:
    """Say what the engine is asked; there a default graph is another one, or all graphs as one.

    A plain graph's query is told which graph that is, and which others there are.
    """
    names_dataset = outline.names_dataset or question.dataset is Visible.GIVEN
    default, named = question.default_graphs, question.named_graphs
    if plain is not None and not names_dataset:
        default, named = (DEFAULT_GRAPH.value,), _names_there(plain)
    return RemoteQuestion(
        text=question.text,
        form=outline.form,
        format=question.format,
        coding=question.coding,
        sees_all=not names_dataset and plain is None,
        default_graphs=default,
        named_graphs=named,
    )


def _names_there(plain: GraphStore) -> tuple[str, ...]:
    names = {graph_there(graph).value for graph in islice(plain.graphs(), _MOST_GRAPHS + 1)}
    if len(names) > _MOST_GRAPHS:
        raise UnsupportedQuery(_TOO_MANY_GRAPHS)
    return tuple(sorted(names))


def _tag(version: Version, question: Question, *more: bytes) -> str:
    """Name the answer by all that it follows from."""
    whole = b"\0".join((_SOFTWARE, version.id.encode(), question.packed, *more))
    return hashlib.sha256(whole).hexdigest()[:32]


def _coded(body: bytes, coding: Coding) -> KeptAnswer:
    """Compress an answer, unless it is too small for that."""
    if coding is Coding.IDENTITY or len(body) < SMALLEST_BYTES:
        return KeptAnswer(body, Coding.IDENTITY)
    compressing = compressor(coding)
    return KeptAnswer(compressing.compress(body) + compressing.flush(), coding)
