"""Our terms are explained also where a version holds no ontology."""

from pathlib import Path

from clustergraph.operations.begin import begin
from clustergraph.operations.dataset import Dataset
from clustergraph.operations.labels import Labels
from clustergraph.operations.querying.terms_beside import with_terms
from clustergraph.store.versions import Home
from clustergraph.vocab import CG


def test_a_plain_version_is_told_with_our_terms(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    begin(home)
    opened = Dataset(home).current()
    assert Labels(with_terms(opened).graph, "pl").thing(CG.Cluster).label.text == "klaster"
    assert len(opened.graph) == 0


def test_a_version_that_has_them_is_told_with_its_own(small_home: Home) -> None:
    opened = Dataset(small_home).current()
    assert with_terms(opened) is opened
