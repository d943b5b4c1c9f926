"""A corpus on which people decide, for tests of builds and of reviews."""

import shutil
from pathlib import Path

import pytest

from clustergraph.store.versions import Home
from given.curated import NEWS, publish


@pytest.fixture(scope="session")
def undecided(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A document, its registry, and a home with what the mappers made of it."""
    folder = tmp_path_factory.mktemp("undecided")
    documents = folder / "documents"
    documents.mkdir()
    (documents / "news.txt").write_text(NEWS, encoding="utf-8")
    publish(documents, Home(folder / "home"))
    return folder


@pytest.fixture
def documents(undecided: Path, tmp_path: Path) -> Path:
    """A folder with the document; the home beside it holds what nobody has decided on."""
    shutil.copytree(undecided, tmp_path, symlinks=True, dirs_exist_ok=True)
    return tmp_path / "documents"


@pytest.fixture
def home(documents: Path) -> Home:
    return Home(documents.with_name("home"))
