"""A store is written once, with all that follows from it."""

from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad

from clustergraph.errors import StoreError
from clustergraph.iris import graph_iri
from clustergraph.rdf.ontology import ontology_quads
from clustergraph.store.graph import GraphStore
from clustergraph.store.writing import add_quads, continued, write_store
from clustergraph.vocab import CG
from given.homes import numbered_quads

INFERRED = NamedNode(graph_iri("inferred"))


def _quad(subject: str, predicate: str, object_: str) -> Quad:
    ends = NamedNode(subject), NamedNode(predicate), NamedNode(object_)
    return Quad(*ends, NamedNode(graph_iri("asserted")))


def test_what_was_written_can_be_read(tmp_path: Path) -> None:
    write_store(tmp_path / "store", numbered_quads(3))
    assert set(GraphStore.open(tmp_path / "store").quads()) == set(numbered_quads(3))


def test_what_follows_is_written_too_and_counted(tmp_path: Path) -> None:
    stated = _quad("urn:week", CG.partOf, "urn:course")
    count = write_store(tmp_path / "store", [*ontology_quads(), stated])
    inferred = set(GraphStore.open(tmp_path / "store").quads(graph=INFERRED))
    assert (
        Quad(NamedNode("urn:course"), NamedNode(CG.hasPart), stated.subject, INFERRED) in inferred
    )
    assert len(inferred) == count


def test_what_is_added_later_stands_beside_what_was_there(tmp_path: Path) -> None:
    first, *later = numbered_quads(3)
    write_store(tmp_path / "store", [first])
    add_quads(tmp_path / "store", iter(later))
    assert set(GraphStore.open(tmp_path / "store").quads()) == {first, *later}


def test_quads_that_are_read_from_the_store_itself_can_be_added(tmp_path: Path) -> None:
    write_store(tmp_path / "store", numbered_quads(2))
    graph = GraphStore.open(tmp_path / "store")
    add_quads(tmp_path / "store", (quad for quad in graph.quads() if quad in graph))
    assert len(GraphStore.open(tmp_path / "store")) == 2


def test_a_folder_that_cannot_be_written_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="can't be written"):
        write_store(tmp_path / "file" / "store", [])
    with pytest.raises(StoreError, match="can't be written"):
        add_quads(tmp_path / "file" / "store", [])


def test_a_store_goes_on_in_another_folder_and_the_one_before_stays_as_it_was(
    tmp_path: Path,
) -> None:
    quads = list(numbered_quads(5))
    write_store(tmp_path / "before", quads[:3])
    with continued(tmp_path / "before", tmp_path / "after") as store:
        store.extend(quads[3:])
        store.remove(quads[0])
    del store
    assert set(GraphStore.open(tmp_path / "before").quads()) == set(quads[:3])
    assert set(GraphStore.open(tmp_path / "after").quads()) == set(quads[1:])


def test_a_store_that_is_not_there_does_not_go_on(tmp_path: Path) -> None:
    with pytest.raises(StoreError), continued(tmp_path / "none", tmp_path / "after"):
        pass
