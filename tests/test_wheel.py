"""What is installed holds every file that the package reads."""

import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PLACES = {
    "src/clustergraph": "clustergraph",
    "data": "clustergraph/_data",
    "ontology": "clustergraph/_ontology",
    "queries": "clustergraph/_queries",
}


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return set(zipfile.ZipFile(wheel).namelist())


def _files(folder: str) -> Iterator[str]:
    for path in (ROOT / folder).rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path.relative_to(ROOT / folder).as_posix()


@pytest.mark.parametrize("folder", PLACES)
def test_the_wheel_holds_every_file_of_the_folder(folder: str, packed: set[str]) -> None:
    wanted = {f"{PLACES[folder]}/{name}" for name in _files(folder)}
    assert wanted
    assert wanted <= packed


@pytest.mark.parametrize(
    "name",
    [
        "_data/links/countries.sssom.tsv",
        "_ontology/CHANGELOG.md",
        "_ontology/releases/0.1.0.ttl",
        "_ontology/shapes/ontology/terms.ttl",
        "_ontology/w3id/README.md",
        "_queries/federated/official-names.rq",
        "operations/dataset_description/dataset.ttl",
        "web/templates/picture.svg",
    ],
)
def test_what_is_read_at_run_time_lies_where_it_is_looked_for(name: str, packed: set[str]) -> None:
    assert f"clustergraph/{name}" in packed
