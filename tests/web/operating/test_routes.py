"""Ready is who answers queries now: a load balancer believes it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from clustergraph.errors import StoreError, TooBusy
from clustergraph.operations.dataset import Dataset
from clustergraph.sparql.gate import Limits
from clustergraph.store.readers.pool import ReaderPool
from clustergraph.store.versions import Home
from clustergraph.web.app import create_app
from given.homes import publish


class _Readers(ReaderPool):
    """Readers of which the next check fails, where a test wants that."""

    error: Exception | None = None

    async def check(self, store_path: Path) -> None:
        if self.error is not None:
            raise self.error
        await super().check(store_path)


@pytest.fixture
def readers() -> _Readers:
    return _Readers(readers=1, queue_length=1, memory_bytes=2**28)


@pytest.fixture
def service(tmp_path: Path, readers: _Readers) -> Iterator[TestClient]:
    home = Dataset(Home(tmp_path))
    app = create_app(home, readers, limits=Limits(), seconds=5, cache_bytes=0)
    with TestClient(app) as client:
        yield client


def test_ready_names_the_version(service: TestClient, tmp_path: Path) -> None:
    version = publish(tmp_path)
    answer = service.get("/health/ready")
    assert (answer.status_code, answer.json()) == (200, {"version": version.id})
    assert answer.headers["cache-control"] == "no-store"


def test_without_a_version_it_is_not_ready(service: TestClient) -> None:
    answer = service.get("/health/ready")
    assert (answer.status_code, answer.json()["status"]) == (503, 503)
    assert answer.headers["content-type"] == "application/problem+json"
    assert service.get("/health/live").status_code == 200


def test_with_a_version_that_is_broken_it_is_not_ready(service: TestClient, tmp_path: Path) -> None:
    version = publish(tmp_path)
    for path in version.store_path.iterdir():
        path.write_bytes(b"")
    answer = service.get("/health/ready")
    assert answer.status_code == 503
    assert str(tmp_path) not in answer.text


def test_with_readers_that_do_not_start_it_is_not_ready(
    service: TestClient, tmp_path: Path, readers: _Readers, caplog: pytest.LogCaptureFixture
) -> None:
    publish(tmp_path)
    readers.error = StoreError(f"No reader could open {tmp_path}.")
    answer = service.get("/health/ready")
    assert (answer.status_code, str(tmp_path) in answer.text) == (503, False)
    assert [record.getMessage() for record in caplog.records] == ["not_ready"]
    readers.error = None
    assert service.get("/health/ready").status_code == 200


def test_who_is_busy_is_ready(service: TestClient, tmp_path: Path, readers: _Readers) -> None:
    version = publish(tmp_path)
    readers.error = TooBusy(5)
    assert service.get("/health/ready").json() == {"version": version.id}


def test_who_stops_is_not_ready_but_lives_and_answers(service: TestClient, tmp_path: Path) -> None:
    publish(tmp_path)
    service.app.state.operators.duty.is_over = True  # type: ignore[attr-defined]
    answer = service.get("/health/ready")
    assert (answer.status_code, "stopped" in answer.json()["detail"]) == (503, True)
    assert answer.headers["retry-after"] == "5"
    assert service.get("/health/live").status_code == 200
    assert service.get("/sparql", params={"query": "ASK {}"}).status_code == 200
