"""A store is written once, with all that follows from it."""

from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, Store

from clustergraph.errors import StoreError
from clustergraph.iris import graph_iri
from clustergraph.rdf.ontology import ontology_quads
from clustergraph.store.graph import GraphStore
from clustergraph.store.writing import infer, write_store
from clustergraph.vocab import CG
from homes import numbered_quads

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


def test_inferring_twice_adds_nothing() -> None:
    store = Store()
    store.extend([*ontology_quads(), _quad("urn:week", CG.partOf, "urn:course")])
    assert infer(store) > 0
    assert infer(store) == 0


_ENDLESS_RULE = """
INSERT { GRAPH <urn:g> { ?new ?p ?o } }
WHERE { GRAPH <urn:g> { ?s ?p ?o } BIND(UUID() AS ?new) FILTER(?s = <urn:a>) }
"""


def test_rules_that_come_to_no_end_are_stopped(tmp_path: Path) -> None:
    (tmp_path / "endless.rq").write_text(_ENDLESS_RULE)
    store = Store()
    store.add(Quad(NamedNode("urn:a"), NamedNode("urn:p"), NamedNode("urn:b"), NamedNode("urn:g")))
    with pytest.raises(StoreError, match="no end"):
        infer(store, tmp_path)


def test_a_folder_that_cannot_be_written_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="can't be written"):
        write_store(tmp_path / "file" / "store", [])
