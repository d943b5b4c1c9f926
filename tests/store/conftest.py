"""A store to read from, on the disk, and one to change, in memory."""

from pathlib import Path

import pytest
from pyoxigraph import Store

from given.changed_stores import filled_store
from given.homes import publish


@pytest.fixture(scope="session")
def store_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of a version with three hundred quads."""
    return publish(tmp_path_factory.mktemp("store"), 300).store_path


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def store() -> Store:
    """Some graphs that are changed."""
    return filled_store()
