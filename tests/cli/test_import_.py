"""``clustergraph import`` adds files of RDF: all of them in one version, or none."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, NamedNode

from clustergraph.operations.begin import begin
from clustergraph.operations.writing.log import entries
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Home

Run = Callable[..., tuple[int, str, str]]

TRIPLE = "<urn:a> <urn:b> <urn:c> ."
TEXTS = {
    "data.ttl": TRIPLE,
    "data.nt": TRIPLE,
    "data.nq": TRIPLE,
    "data.trig": TRIPLE,
    "data.JSONLD": '{"@id": "urn:a", "urn:b": {"@id": "urn:c"}}',
    "data.json": '{"@id": "urn:a", "urn:b": {"@id": "urn:c"}}',
    "data.rdf": (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:u="urn:">'
        '<rdf:Description rdf:about="urn:a"><u:b rdf:resource="urn:c"/></rdf:Description></rdf:RDF>'
    ),
}


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path / "home")
    begin(home)
    return home


def _count(home: Home, graph: str = "") -> int:
    store = GraphStore.open(home.current().store_path)
    name = NamedNode(graph) if graph else DefaultGraph()
    return sum(1 for _ in store.quads(graph=name))


@pytest.mark.parametrize("name", TEXTS)
def test_a_files_ending_says_what_is_in_it(run: Run, home: Home, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(TEXTS[name])
    code, out, _ = run("import", tmp_path / name, "--home", home.path)
    assert code == 0
    assert "1 statement" in out
    assert _count(home) == 1


def test_several_files_make_one_version_and_may_be_packed(
    run: Run, home: Home, tmp_path: Path
) -> None:
    (tmp_path / "one.ttl").write_text("<urn:a> <urn:b> 1 .")
    (tmp_path / "two.nt.gz").write_bytes(gzip.compress(TRIPLE.encode()))
    files = (tmp_path / "one.ttl", tmp_path / "two.nt.gz")
    code, out, _ = run("import", *files, "--graph", "urn:g", "--home", home.path)
    assert code == 0
    assert home.current_id is not None
    assert home.current_id in out
    assert _count(home, "urn:g") == 2
    assert len(home.versions()) == 2


def test_quads_go_to_their_own_graphs(run: Run, home: Home, tmp_path: Path) -> None:
    (tmp_path / "data.nq").write_text(f"{TRIPLE}\n<urn:a> <urn:b> <urn:c> <urn:g> .")
    assert run("import", tmp_path / "data.nq", "--home", home.path)[0] == 0
    assert (_count(home), _count(home, "urn:g")) == (1, 1)


def test_one_bad_file_keeps_all_out(run: Run, home: Home, tmp_path: Path) -> None:
    before = home.current_id
    (tmp_path / "good.ttl").write_text(TRIPLE)
    (tmp_path / "bad.ttl").write_text("<urn:a> <urn:b>\n\n .")
    files = (tmp_path / "good.ttl", tmp_path / "bad.ttl")
    code, _, errors = run("import", *files, "--home", home.path)
    assert code == 1
    assert "bad.ttl can't be read at line 3" in errors
    assert home.current_id == before


_WRONG = {
    "data.txt": (1, "data.txt does not say what format it is in"),
    "missing.ttl": (1, "missing.ttl can't be read: No such file"),
    "data.ttl --graph mine": (2, "'mine' is no absolute IRI"),
    "": (2, "FILE"),
}


@pytest.mark.parametrize("arguments", _WRONG)
def test_wrong_files_and_words_are_told_of(
    run: Run, home: Home, tmp_path: Path, arguments: str
) -> None:
    (tmp_path / "data.ttl").write_text(TRIPLE)
    paths = [tmp_path / each if "." in each else each for each in arguments.split()]
    code, _, errors = run("import", *paths, "--home", home.path)
    assert (code, _WRONG[arguments][1] in errors) == (_WRONG[arguments][0], True)


def test_files_that_say_nothing_new_make_no_version(run: Run, home: Home, tmp_path: Path) -> None:
    (tmp_path / "data.ttl").write_text(TRIPLE)
    run("import", tmp_path / "data.ttl", "--home", home.path)
    code, out, _ = run("import", tmp_path / "data.ttl", "--home", home.path)
    assert (code, "Nothing is new" in out) == (0, True)
    assert len(home.versions()) == 2


def test_the_list_of_writes_names_who_imported(run: Run, home: Home, tmp_path: Path) -> None:
    (tmp_path / "data.ttl").write_text(TRIPLE)
    run("import", tmp_path / "data.ttl", "--by", "carol", "--home", home.path)
    (entry,) = entries(home.current().writes_path)
    assert (entry.by, entry.kind) == ("carol", "import")


def test_a_home_without_a_graph_says_how_to_make_one(run: Run, tmp_path: Path) -> None:
    (tmp_path / "data.ttl").write_text(TRIPLE)
    code, _, errors = run("import", tmp_path / "data.ttl", "--home", tmp_path / "none")
    assert (code, "clustergraph build" in errors) == (1, True)
