"""What an answer's bytes are kept of, and who gets them, while they come."""

import asyncio
from typing import Self

import pytest

from clustergraph.coding import Coding
from clustergraph.errors import QueryError, QueryOutOfMemory, ReaderLost
from clustergraph.operations.keep import KeptAnswer, KeptAnswers
from clustergraph.operations.querying.chunks import SharedChunks, WholeChunks
from clustergraph.operations.querying.sharing import Turns

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


class _Stream:
    """A query's run whose bytes are known."""

    def __init__(self, *pieces: bytes, error: QueryError | None = None) -> None:
        self.is_complete = False
        self.coding = Coding.GZIP
        self.runs = 0
        self._pieces = list(pieces)
        self._error = error

    async def __aenter__(self) -> Self:
        self.runs += 1
        return self

    async def __aexit__(self, *_: object) -> None:
        self._pieces.clear()

    async def next(self) -> bytes:
        await asyncio.sleep(0)
        if self._error is not None:
            raise self._error
        piece = self._pieces.pop(0)
        self.is_complete = not self._pieces
        return piece


class _Kitchen:
    """What equal queries share."""

    def __init__(self) -> None:
        self.kept: KeptAnswers[KeptAnswer] = KeptAnswers(1_000_000)
        self.turns = Turns()

    def chunks(self, stream: _Stream) -> SharedChunks:
        return SharedChunks(stream, self.kept, self.turns, "tag", 10.0)  # type: ignore[arg-type]

    async def read(self, stream: _Stream) -> bytes:
        body = b""
        async with self.chunks(stream) as chunks:
            while not chunks.is_complete:
                body += await chunks.next()
        return body


async def test_what_is_there_already_comes_whole() -> None:
    async with WholeChunks(KeptAnswer(b"all", Coding.ZSTD)) as chunks:
        assert not chunks.is_complete
        assert (await chunks.next(), chunks.coding) == (b"all", Coding.ZSTD)
        assert chunks.is_complete


async def test_a_whole_answer_is_kept_with_its_coding() -> None:
    kitchen = _Kitchen()
    assert await kitchen.read(_Stream(b"a", b"b")) == b"ab"
    assert kitchen.kept.get("tag") == KeptAnswer(b"ab", Coding.GZIP)


async def test_one_that_is_left_early_is_not() -> None:
    kitchen = _Kitchen()
    async with kitchen.chunks(_Stream(b"a", b"b")) as chunks:
        await chunks.next()
    assert kitchen.kept.get("tag") is None


async def test_one_that_is_too_large_is_passed_on_and_not_kept() -> None:
    kitchen = _Kitchen()
    piece = b"x" * KeptAnswers.LARGEST_BYTES
    assert await kitchen.read(_Stream(piece, b"y")) == piece + b"y"
    assert kitchen.kept.get("tag") is None


@pytest.mark.parametrize("may_be_kept", [True, False])
async def test_an_engine_may_say_that_its_answer_is_of_no_version(may_be_kept: bool) -> None:
    async def asked() -> bool:
        return may_be_kept

    kitchen = _Kitchen()
    async with kitchen.chunks(_Stream(b"a")) as chunks:
        chunks.may_be_kept = asked
        await chunks.next()
    assert (kitchen.kept.get("tag") is not None) is may_be_kept


async def test_equal_queries_at_once_run_once() -> None:
    kitchen = _Kitchen()
    streams = [_Stream(b"a") for _ in range(3)]
    assert await asyncio.gather(*map(kitchen.read, streams)) == [b"a"] * 3
    assert sum(stream.runs for stream in streams) == 1


@pytest.mark.parametrize(
    ("error", "runs"), [(QueryOutOfMemory(), 1), (ReaderLost("killed"), 2)], ids=["ours", "killed"]
)
async def test_who_waits_fails_alike_unless_only_the_reader_died(
    error: QueryError, runs: int
) -> None:
    kitchen = _Kitchen()
    streams = [_Stream(error=error), _Stream(error=error)]
    told = await asyncio.gather(*map(kitchen.read, streams), return_exceptions=True)
    assert told == [error, error]
    assert sum(stream.runs for stream in streams) == runs
