"""A store to read from, on the disk."""

from pathlib import Path

import pytest

from homes import publish


@pytest.fixture(scope="session")
def store_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of a version with three hundred quads."""
    return publish(tmp_path_factory.mktemp("store"), 300).store_path


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"
