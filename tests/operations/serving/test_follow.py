"""A new version is taken up though nobody asks for it."""

import asyncio
from contextlib import suppress
from pathlib import Path

import pytest

from clustergraph.operations.dataset import Dataset
from clustergraph.operations.serving.follow import follow
from clustergraph.store.readers.pool import ReaderPool
from clustergraph.store.versions import Home
from given.homes import publish

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


async def _until_fresh(dataset: Dataset) -> None:
    async with asyncio.timeout(20):
        while not dataset.is_fresh:  # noqa: ASYNC110  (it is a link on the disk that is looked at)
            await asyncio.sleep(0.01)


async def test_what_lookups_need_of_a_version_is_read_before_anybody_asks(tmp_path: Path) -> None:
    publish(tmp_path, 1)
    dataset = Dataset(Home(tmp_path))
    readers = ReaderPool(readers=1, queue_length=1, memory_bytes=2**28)
    following = asyncio.create_task(follow(dataset, readers, every_seconds=0.01))
    async with asyncio.timeout(20):
        while dataset.current().findings.known("identifiers") is None:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    following.cancel()
    with suppress(asyncio.CancelledError):
        await following
    await readers.close()


async def test_each_version_is_taken_up_and_a_bad_one_ends_nothing(tmp_path: Path) -> None:
    dataset = Dataset(Home(tmp_path))
    readers = ReaderPool(readers=1, queue_length=1, memory_bytes=2**28)
    following = asyncio.create_task(follow(dataset, readers, every_seconds=0.01))
    await asyncio.sleep(0.05)
    publish(tmp_path, 1)
    await _until_fresh(dataset)
    version = publish(tmp_path, 2)
    await _until_fresh(dataset)
    assert dataset.current().version == version
    publish(tmp_path, 3).path.rename(tmp_path / "away")
    await _until_fresh(dataset)
    assert dataset.current().version == version
    await readers.check(version.store_path)
    assert not following.done()
    following.cancel()
    with suppress(asyncio.CancelledError):
        await following
    await readers.close()
