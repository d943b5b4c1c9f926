"""A version that moves, as one file, and a home that it moves to."""

import io
from pathlib import Path

import pytest

from clustergraph.operations.moving.pack import pack
from clustergraph.store.versions import Home, Version
from given.drawn_versions import draw_version, thing
from given.handwritten import write_by_hand


@pytest.fixture(scope="session")
def version(tmp_path_factory: pytest.TempPathFactory) -> Version:
    folder = tmp_path_factory.mktemp("from")
    draw_version(folder, thing("anna", "Person"), text="Anna led it.")
    return write_by_hand(Home(folder), "our:a our:says 1 .")


@pytest.fixture(scope="session")
def packed(version: Version) -> bytes:
    output = io.BytesIO()
    pack(version, output)
    return output.getvalue()


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "to")
