"""Running services that all modules here share; a test leaves them as well as it found them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from given.homes import publish
from given.numbered_versions import Publisher
from given.running import Service, serve


@pytest.fixture(scope="session")
def publisher(tmp_path_factory: pytest.TempPathFactory) -> Publisher:
    """A line of versions that tell their numbers; it begins with one."""
    publisher = Publisher(tmp_path_factory.mktemp("numbered"))
    publisher.publish()
    return publisher


@pytest.fixture(scope="session")
def one_worker(publisher: Publisher, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    log = tmp_path_factory.mktemp("log") / "log"
    with serve(publisher.home.path, log, readers="2") as service:
        yield service


@pytest.fixture(scope="session")
def two_workers(
    publisher: Publisher, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Service]:
    log = tmp_path_factory.mktemp("log") / "log"
    with serve(publisher.home.path, log, workers=2, readers="2") as service:
        yield service


@pytest.fixture(params=["one_worker", "two_workers"])
def followed(request: pytest.FixtureRequest) -> Service:
    """A service of those versions, with one worker and with two."""
    service: Service = request.getfixturevalue(request.param)
    return service


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home of three hundred quads, which nobody changes."""
    path = tmp_path_factory.mktemp("home")
    publish(path, 300)
    return path


@pytest.fixture(scope="session")
def plain(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service of that home that keeps no answer and lets queries run for long."""
    log = tmp_path_factory.mktemp("log") / "log"
    with serve(home, log, readers="2", cache_bytes="0", query_timeout_seconds="60") as service:
        yield service
