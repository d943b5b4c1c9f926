"""A build keeps what was written, says nothing more for it, and is not stopped by it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad

from clustergraph.errors import StoreError
from clustergraph.iris import BASE, graph_iri
from clustergraph.model import ResolvedGraph
from clustergraph.operations.build import Built, build
from clustergraph.operations.building.inputs import default_registry
from clustergraph.operations.dumping.dump import write_dumps
from clustergraph.operations.writing.keeping import Keeping
from clustergraph.operations.writing.log import LOG, entries
from clustergraph.operations.writing.veiling import Veiling
from clustergraph.resolving import Registry, Resolved
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Home, Version, drafting
from clustergraph.store.writing import write_store
from clustergraph.store.written import written_graphs, written_quads
from given.handwritten import GRAPH, write_by_hand

TODAY = date(2026, 1, 1)
NEWS = "The project Alpha is funded by the Government of Finland. It began in Vienna, Austria."
SAID = "GRAPH our:ours { our:a our:says 1 . } our:b our:says 2 ."
PART = "GRAPH our:ours { our:p a cg:Project ; cg:partOf our:q . }"
BROKEN = f"GRAPH our:ours {{ <{BASE}id/nobody> a cg:Project . }}"
EMPTY = "https://example.org/empty"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuilt:
    """A home that was built, written to, and built again of one document more."""

    documents: Path
    home: Home
    first: Version
    written: Version
    idle: Built
    built: Built

    @property
    def graph(self) -> GraphStore:
        return GraphStore.open(self.built.version.store_path)


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Rebuilt:
    folder = tmp_path_factory.mktemp("rebuilt")
    documents, home = _documents(folder), Home(folder / "home")
    first = _build(documents, home).version
    write_by_hand(home, SAID, made=[EMPTY])
    write_by_hand(home, "\n".join(map(_again, _one_of_each(first))) + PART + BROKEN)
    written = write_by_hand(home, "our:b our:says 3 .", by="ben")
    idle = _build(documents, home)
    (documents / "more.txt").write_text("The Government of Finland held a meeting.", "utf-8")
    return Rebuilt(
        documents=documents,
        home=home,
        first=first,
        written=written,
        idle=idle,
        built=_build(documents, home),
    )


def _documents(folder: Path) -> Path:
    documents = folder / "documents"
    documents.mkdir()
    (documents / "news.txt").write_text(NEWS, encoding="utf-8")
    return documents


def _build(documents: Path, home: Home) -> Built:
    return build(documents, default_registry(documents), home, today=TODAY)


def _one_of_each(version: Version) -> Iterator[Quad]:
    graph = GraphStore.open(version.store_path)
    for name in ("asserted", "inferred"):
        yield next(iter(graph.quads(graph=NamedNode(graph_iri(name)))))


def _again(quad: Quad) -> str:
    return f"GRAPH our:ours {{ {quad.triple} . }}"


def _written(version: Version) -> set[Quad]:
    return set(written_quads(GraphStore.open(version.store_path)))


def _log(version: Version) -> set[Quad]:
    return set(GraphStore.open(version.store_path).quads(graph=LOG))


def test_a_build_after_a_write_has_nothing_to_do(rebuilt: Rebuilt) -> None:
    assert (rebuilt.idle.version, rebuilt.idle.is_new) == (rebuilt.written, False)


def test_what_was_written_stands_in_the_next_build(rebuilt: Rebuilt) -> None:
    built = rebuilt.built.version
    assert rebuilt.built.is_new
    assert built.built_id == built.id != rebuilt.first.id
    assert _written(built) == _written(rebuilt.written)
    assert {quad.graph_name for quad in _written(built)} == {DefaultGraph(), NamedNode(GRAPH)}
    assert NamedNode(EMPTY) in written_graphs(rebuilt.graph)


def test_who_wrote_stays_known_after_a_build(rebuilt: Rebuilt) -> None:
    built, written = rebuilt.built.version, rebuilt.written
    assert entries(built.writes_path) == entries(written.writes_path)
    assert [entry.by for entry in entries(built.writes_path)] == ["anna", "anna", "ben"]
    assert _log(built) == _log(written) != set()


def test_what_a_build_says_may_be_written_again(rebuilt: Rebuilt) -> None:
    for quad in _one_of_each(rebuilt.first):
        names = {each.graph_name for each in rebuilt.graph.quads(*quad.triple)}
        assert names == {quad.graph_name, NamedNode(GRAPH)}


def test_nothing_follows_from_what_was_written(rebuilt: Rebuilt) -> None:
    about = rebuilt.graph.quads(NamedNode("https://example.org/p"))
    assert {quad.graph_name for quad in about} == {NamedNode(GRAPH)}


def test_a_rule_that_was_broken_by_writing_stops_no_build(rebuilt: Rebuilt) -> None:
    told = {row["focus"]: row["severity"] for row in rebuilt.built.report["validation"]}
    assert told[f"{BASE}id/nobody"] == "warning"


def test_what_is_written_while_a_build_runs_is_in_what_it_publishes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents, home = _documents(tmp_path), Home(tmp_path / "home")
    _empty(home)
    write_by_hand(home, SAID)

    def dumps(graph: GraphStore, folder: Path) -> None:
        write_by_hand(home, "our:c our:says 3 .", removed="our:b our:says 2 .", made=[EMPTY])
        write_dumps(graph, folder)

    monkeypatch.setattr("clustergraph.operations.building.filling.write_dumps", dumps)
    built = _build(documents, home)
    meanwhile = home.version(entries(built.version.writes_path)[-1].version)
    assert (home.current(), built.is_new) == (built.version, True)
    assert _written(built.version) == _written(meanwhile)
    assert NamedNode(EMPTY) in written_graphs(GraphStore.open(built.version.store_path))
    assert entries(built.version.writes_path) == entries(meanwhile.writes_path)
    assert built.version.previous_id == built.version.built_id != built.version.id
    assert _build(documents, home).version == built.version


NOTHING_FORGOTTEN = Veiling(
    Resolved(graph=ResolvedGraph(documents=(), entities=(), statements=()), registry=Registry())
)


def test_blank_nodes_of_a_plain_dataset_become_iris(tmp_path: Path) -> None:
    home = Home(tmp_path)
    _empty(home, is_plain=True)
    write_by_hand(home, "[] our:says 3 . GRAPH _:g { our:a our:says _:b . }")
    kept = list(Keeping.of(home, NOTHING_FORGOTTEN).quads())
    terms = {term for quad in kept for term in (*quad.triple, quad.graph_name)}
    assert len(kept) == 2
    assert not any(isinstance(term, BlankNode) for term in terms)


def test_a_plain_dataset_with_the_names_of_our_graphs_is_not_built_over(tmp_path: Path) -> None:
    home = Home(tmp_path)
    _empty(home, is_plain=True)
    write_by_hand(home, f"GRAPH <{graph_iri('asserted')}> {{ our:a our:says 3 . }}")
    with pytest.raises(StoreError, match="graph/asserted"):
        Keeping.of(home, NOTHING_FORGOTTEN)


def test_a_version_that_cannot_be_read_is_not_built_over_where_something_was_written(
    tmp_path: Path,
) -> None:
    home = Home(tmp_path)
    first = _empty(home)
    written = write_by_hand(home, SAID)
    (written.path / "version.json").write_text("{")
    with pytest.raises(StoreError, match="would be lost"):
        Keeping.of(home, NOTHING_FORGOTTEN)
    home.switch(first)
    (first.path / "version.json").write_text("{")
    assert not list(Keeping.of(home, NOTHING_FORGOTTEN).quads())


def _empty(home: Home, *, is_plain: bool = False) -> Version:
    with drafting(home) as draft:
        write_store(draft.store_path, [])
        draft.names_path.mkdir()
        draft.adjacency_path.mkdir()
        return draft.publish("00" * 32, is_plain=is_plain)
