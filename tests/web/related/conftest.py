from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from bench.page_speed.corpus import quads
from clustergraph.rdf.ontology import ontology_quads
from clustergraph.store.versions import Home
from given.clients import client_of
from given.homes import publish_quads

LINKS = 120


@pytest.fixture(scope="session")
def hub_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home with a city in which 120 clusters lie, and a project of which they are partners."""
    home = Home(tmp_path_factory.mktemp("hub"))
    publish_quads(home, [*ontology_quads(), *quads(LINKS)])
    return home


@pytest.fixture(scope="session")
def hub_site(hub_home: Home) -> Iterator[TestClient]:
    with client_of(hub_home) as client:
        yield client
