from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from clustergraph.operations.dataset import Dataset
from clustergraph.sparql.gate import Limits
from clustergraph.store.pool import ReaderPool
from clustergraph.store.versions import Home
from clustergraph.web.app import create_app


@pytest.fixture(scope="session")
def site(small_home: Home) -> Iterator[TestClient]:
    """The whole service over the small graph; answers are returned as they are, redirects too."""
    app = create_app(
        Dataset(small_home),
        ReaderPool(readers=1, queue_length=4, memory_bytes=2**30),
        limits=Limits(),
        seconds=10,
        cache_bytes=0,
    )
    with TestClient(app, follow_redirects=False) as client:
        yield client
