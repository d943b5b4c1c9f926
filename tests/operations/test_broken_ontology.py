"""A broken file of the ontology stops a build, with file, line and cure; the version stays."""

import shutil
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from clustergraph.errors import OntologyError
from clustergraph.locations import ONTOLOGY
from clustergraph.operations.build import build
from clustergraph.operations.validating.validate import ontology_files
from clustergraph.rdf.ontology import ontology_quads
from clustergraph.store.versions import Home
from given.homes import publish

BROKEN = {
    "vocabularies/modality.ttl": (
        ("a skos:ConceptScheme ;", "a skos:ConceptScheme"),
        "this is no Turtle",
    ),
    "clustergraph.ttl": (
        ("rdfs:range cg:Activity ;", "rdfs:range [ owl:unionOf ( cg:Activity cg:Cluster ) ] ;"),
        "cg:basedOn: owl:unionOf may not stand on the right of an axiom in OWL 2 RL; list",
    ),
}
"""What is broken in a file of the ontology, and what is said of it."""


@pytest.fixture
def ontology(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the ontology, from which builds are made."""
    folder = Path(shutil.copytree(ONTOLOGY, tmp_path / "ontology"))
    changed = partial(ontology_quads, folder)
    monkeypatch.setattr("clustergraph.operations.building.storing.ontology_quads", changed)
    return folder


def test_a_release_that_is_no_turtle_is_told_by_line_before_it_is_asked_for(
    ontology: Path,
) -> None:
    release = ontology / "releases" / "0.1.0.ttl"
    release.write_text(release.read_text("utf-8").replace(" ;", " ", 1), "utf-8")
    with pytest.raises(OntologyError, match="this is no Turtle") as caught:
        ontology_files(ontology)
    assert caught.value.location.startswith(f"{release}:")


@pytest.mark.parametrize("name", BROKEN)
def test_a_build_stops_and_says_where_and_the_current_version_stays(
    tmp_path: Path, ontology: Path, name: str
) -> None:
    (old, new), words = BROKEN[name]
    home = Home(tmp_path / "home")
    version = publish(home.path)
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "one.txt").write_text("The training was funded by the European Union.\n")
    file = ontology / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(OntologyError, match=words) as caught:
        build(tmp_path / "news", tmp_path / "registry.tsv", home, today=date(2100, 1, 1), workers=1)
    assert caught.value.location.startswith(f"{file}:")
    assert home.current_id == version.id
    assert not (tmp_path / "registry.tsv").exists()
