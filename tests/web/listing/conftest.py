from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse
from starlette.testclient import TestClient

from clustergraph.operations.dataset import Dataset, OpenVersion
from clustergraph.rdf.ontology import ontology_quads
from clustergraph.store.versions import Home
from given.clients import client_of
from given.homes import publish_quads

LISTED = Path(__file__).parent / "listed.trig"
"""Twelve things that differ in all that lists are narrowed by."""


@pytest.fixture(scope="session")
def listed_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    home = Home(tmp_path_factory.mktemp("listed"))
    quads = [*parse(path=LISTED, format=RdfFormat.TRIG), *ontology_quads()]
    publish_quads(home, quads)
    return home


@pytest.fixture(scope="session")
def listed_site(listed_home: Home) -> Iterator[TestClient]:
    with client_of(listed_home) as client:
        yield client


@pytest.fixture(scope="session")
def opened(listed_home: Home) -> OpenVersion:
    return Dataset(listed_home).current()
