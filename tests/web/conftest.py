from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse
from starlette.testclient import TestClient

from clustergraph.store.versions import Home
from given.clients import client_of
from given.forgetful import Forgetful
from given.homes import publish_quads
from given.written_home import plain_home, written_home

LONG_DOCUMENT = """
PREFIX cg: <https://w3id.org/clustergraph/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
BASE <https://w3id.org/clustergraph/>
GRAPH <graph/doc/aaaaaaaaaaaaaaaa> {
    <doc/aaaaaaaaaaaaaaaa> a cg:Document ;
        dcterms:identifier "long.txt" ; cg:characterCount 5000000 .
    <ev/aaaaaaaaaaaaaaaa> a cg:Evidence ;
        rdf:subject <id/x-aaaaaaaa> ; rdf:predicate cg:partOf ; rdf:object <id/y-aaaaaaaa> ;
        cg:inDocument <doc/aaaaaaaaaaaaaaaa> ;
        cg:quote "line"@en ; cg:quoteStart 0 ; cg:quoteEnd 4 .
}
"""


@pytest.fixture(scope="session")
def site(small_home: Home) -> Iterator[TestClient]:
    """The whole service over the small graph; answers are returned as they are, redirects too."""
    with client_of(small_home) as client:
        yield client


@pytest.fixture(scope="session")
def forgetful_site(forgetful: Forgetful) -> Iterator[TestClient]:
    """The service over a graph of which a person was forgotten."""
    with client_of(forgetful.place.home) as client:
        yield client


@pytest.fixture
def long_site(tmp_path: Path) -> Iterator[TestClient]:
    """The service over one document of five million characters, in which a word is quoted."""
    text = "".join(f"line {number} of a long document\n" for number in range(200_000))[:5_000_000]
    home = Home(tmp_path)
    quads = parse(LONG_DOCUMENT, format=RdfFormat.TRIG)
    publish_quads(home, quads, texts=[("aaaaaaaaaaaaaaaa", text)])
    with client_of(home) as client:
        yield client


@pytest.fixture(scope="session")
def written_site(
    small_home: Home, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[TestClient]:
    """The service over the small graph, to which two people wrote since it was built."""
    with client_of(written_home(small_home, tmp_path_factory.mktemp("written"))) as client:
        yield client


@pytest.fixture(scope="session")
def plain_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The service over what was only written, and is odd."""
    with client_of(plain_home(tmp_path_factory.mktemp("plain"))) as client:
        yield client
