"""Services that are written to; they are shared, so each test writes to graphs of its own."""

import shutil
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from clustergraph.operations.begin import begin
from clustergraph.store.versions import Home
from given.writers import writable


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The service over a home that began empty."""
    home = Home(tmp_path_factory.mktemp("plain"))
    begin(home)
    with writable(home) as client:
        yield client


@pytest.fixture(scope="session")
def built(small_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The service over a home with the small graph."""
    path = tmp_path_factory.mktemp("built") / "home"
    shutil.copytree(small_home.path, path, symlinks=True)
    with writable(Home(path)) as client:
        yield client
