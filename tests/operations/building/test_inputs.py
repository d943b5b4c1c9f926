from pathlib import Path

import pytest

import clustergraph
from clustergraph.locations import CURATION, DOCUMENTS
from clustergraph.operations.building import inputs as module
from clustergraph.operations.building.inputs import (
    Inputs,
    default_curation,
    default_registry,
    last_built,
    note_inputs,
)
from clustergraph.store.versions import Home
from given.homes import publish


@pytest.fixture
def inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Inputs:
    """What a build is made from, a file of each; what ships with the code is one file more."""
    for folder in ("documents", "curation", "code"):
        (tmp_path / folder).mkdir()
    for name in ("documents/news.txt", "registry.tsv", "curation/links.tsv", "code/build.py"):
        (tmp_path / name).write_text("one")
    for name in ("ONTOLOGY", "GAZETTEER", "LINKS", "QUERIES", "_CODE"):
        monkeypatch.setattr(module, name, tmp_path / "code")
    return Inputs(
        documents=tmp_path / "documents",
        registry=tmp_path / "registry.tsv",
        curation=tmp_path / "curation",
    )


@pytest.fixture
def home(tmp_path: Path, inputs: Inputs) -> Home:
    """A home whose current version was built from these inputs."""
    version = publish(tmp_path / "home")
    note_inputs(Home(tmp_path / "home"), version, inputs)
    return Home(tmp_path / "home")


def test_the_same_inputs_were_built_already(home: Home, inputs: Inputs) -> None:
    assert last_built(home, inputs) == home.current()


@pytest.mark.parametrize(
    "name", ["documents/news.txt", "registry.tsv", "curation/links.tsv", "code/build.py"]
)
def test_any_changed_input_is_to_be_built(
    home: Home, inputs: Inputs, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_text("two")
    assert last_built(home, inputs) is None


def test_another_document_is_to_be_built(home: Home, inputs: Inputs) -> None:
    (inputs.documents / "more.txt").write_text("one")
    assert last_built(home, inputs) is None


def test_what_python_compiles_is_no_input(home: Home, inputs: Inputs, tmp_path: Path) -> None:
    (tmp_path / "code" / "__pycache__").mkdir()
    (tmp_path / "code" / "__pycache__" / "build.cpython-311.pyc").write_text("new")
    assert last_built(home, inputs) is not None


def test_another_version_was_built_of_something_else(home: Home, inputs: Inputs) -> None:
    publish(home.path, 4)
    assert last_built(home, inputs) is None


@pytest.mark.parametrize("note", ["", "{", "[]"])
def test_a_note_that_cannot_be_read_tells_of_nothing(home: Home, inputs: Inputs, note: str) -> None:
    (home.path / "inputs.json").write_text(note)
    assert last_built(home, inputs) is None


def test_an_empty_home_was_built_of_nothing(inputs: Inputs, tmp_path: Path) -> None:
    assert last_built(Home(tmp_path / "empty"), inputs) is None


def test_the_code_is_the_whole_package() -> None:
    assert Path(clustergraph.__file__).parent == module._CODE


def test_ours_lie_in_data_and_those_of_others_beside_their_folder(tmp_path: Path) -> None:
    news = tmp_path / "news"
    assert default_registry(DOCUMENTS) == DOCUMENTS.resolve().parent / "registry.tsv"
    assert default_registry(news) == tmp_path / "news.registry.tsv"
    assert default_curation(DOCUMENTS) == CURATION
    assert default_curation(news) == tmp_path / "news.curation"


def test_decisions_are_sought_beside_the_documents_unless_told(tmp_path: Path) -> None:
    news, registry, told = tmp_path / "news", tmp_path / "r.tsv", tmp_path / "told"
    assert Inputs.at(news, registry, None).curation == tmp_path / "news.curation"
    assert Inputs.at(news, registry, told).curation == told
