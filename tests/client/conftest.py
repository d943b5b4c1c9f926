"""A real service, one that plays a script, and both clients behind one face."""

from collections.abc import Iterator

import pytest

from clustergraph.client import ClientOptions
from given.both_clients import Ask, Awaiting, Blocking, MakeClient
from given.running import Service
from given.scripted import Script, playing


@pytest.fixture
def service(small_service: Service) -> str:
    """The address of a service of the small graph."""
    return small_service.address


@pytest.fixture(scope="session")
def _playing() -> Iterator[Script]:
    with playing() as script:
        yield script


@pytest.fixture
def script(_playing: Script) -> Script:
    """A service that says what it is told to, and has been asked nothing yet."""
    _playing.says()
    return _playing


@pytest.fixture(params=[Blocking, Awaiting], ids=["Client", "AsyncClient"])
def client_at(request: pytest.FixtureRequest) -> Iterator[MakeClient]:
    """Make a client, of both kinds in turn, that asks an address."""
    made = []

    def make(url: str, options: ClientOptions | None = None) -> Ask:
        made.append(request.param(url, options))
        ask: Ask = made[-1]
        return ask

    yield make
    for client in made:
        client.close()
