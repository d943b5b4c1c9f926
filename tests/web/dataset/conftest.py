"""A home whose versions have files."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from clustergraph.store.versions import Home, Version
from given.clients import client_of
from given.drawn_versions import document, draw_version, thing

# rdflib warns of its own calls while it parses.


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Version, Version]:
    """Two versions with files in one home; the second is the current one."""
    home = tmp_path_factory.mktemp("kept")
    first = draw_version(home, thing("a", "Cluster"), dumps=True)
    more = document("aaaaaaaaaaaaaaaa", file="a.txt")
    return first, draw_version(home, thing("a", "Cluster"), more, dumps=True)


@pytest.fixture(scope="module")
def files_site(kept: tuple[Version, Version]) -> Iterator[TestClient]:
    home = Home(kept[0].path.parent.parent)
    with client_of(home) as client:
        yield client
