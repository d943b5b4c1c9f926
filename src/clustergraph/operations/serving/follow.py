"""Take up each new version soon after it was published, whether or not somebody asks for it."""

import asyncio
from contextlib import suppress
from typing import Never

from clustergraph.errors import ClusterGraphError
from clustergraph.operations.dataset import Dataset
from clustergraph.operations.serving.ready import make_ready
from clustergraph.store.readers.pool import ReaderPool

__all__ = ["follow"]

_EVERY_SECONDS = 1.0


async def follow(
    dataset: Dataset, readers: ReaderPool, *, every_seconds: float = _EVERY_SECONDS
) -> Never:
    """Open what is current and have all ready for it, again and again, until cancelled.

    Requests see a new version at once in any case. But a server that nobody asks would hold the
    old one open: what was removed stays on the disk as long, and what somebody had forgotten.
    """
    while True:
        with suppress(ClusterGraphError):  # readiness tells
            opened = await asyncio.to_thread(dataset.current)
            readers.prefer(opened.version.store_path)
            readers.tend()
            await asyncio.to_thread(make_ready, opened)
            del opened
        await asyncio.sleep(every_seconds)
