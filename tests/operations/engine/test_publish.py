"""An engine comes to hold what a version says: what differs is sent, and nothing else."""

from dataclasses import replace
from pathlib import Path

import pytest

from clustergraph.errors import EngineRefused
from clustergraph.iris import graph_iri
from clustergraph.operations.engine.publish import publish
from clustergraph.store.graph import GraphStore
from clustergraph.store.remote.address import EngineAddress
from clustergraph.store.remote.client import EngineClient
from clustergraph.store.versions import Home
from given.endpoints import closed_endpoint
from given.engine_homes import TERMS, A, B, quads, version
from given.engines import rows, run_update

COUNT = "SELECT (COUNT(*) AS ?n) { GRAPH <%s> { ?s ?p ?o } }"


def _count(engine: EngineAddress, graph: str) -> int:
    return int(rows(engine, COUNT % graph)[0]["n"])


def _held(engine: EngineAddress) -> str:
    with EngineClient(engine, seconds=30) as client:
        return client.held_version()


def test_all_graphs_are_sent_and_then_none(engine: EngineAddress, tmp_path: Path) -> None:
    made = version(tmp_path, quads("GRAPH <a> { <s> <p> 1, 2 } GRAPH <b> { <s> <p> 3 }"))
    assert publish(made, engine).sent == (A, B)
    assert (_count(engine, A), _count(engine, B)) == (2, 1)
    assert _held(engine) == made.content_hash
    again = publish(made, engine)
    assert (again.sent, again.removed, again.graphs) == ((), (), 2)


def test_all_terms_arrive(engine: EngineAddress, tmp_path: Path) -> None:
    text = " ".join(f"<s> <p{number}> {term} ." for number, term in enumerate(TERMS))
    publish(version(tmp_path, quads(f"GRAPH <a> {{ {text} }}")), engine)
    assert _count(engine, A) == len(TERMS)
    asked = " ".join(f"?s <p{number}> {term} ." for number, term in enumerate(TERMS))
    text = f"BASE <{graph_iri('')}> SELECT ?s {{ GRAPH <a> {{ {asked} }} }}"
    assert rows(engine, text) == [{"s": graph_iri("s")}]


@pytest.mark.parametrize("graphs", ["by protocol", "by updates"])
def test_long_graphs_go_in_parts(engine: EngineAddress, tmp_path: Path, graphs: str) -> None:
    engine = replace(engine, graphs=engine.graphs if graphs == "by protocol" else "")
    numbers = ", ".join(map(str, range(2_345)))
    publish(version(tmp_path, quads(f"GRAPH <a> {{ <s> <p> {numbers} }}")), engine)
    assert _count(engine, A) == 2_345


def test_only_what_differs_is_sent_and_what_is_gone_is_removed(
    engine: EngineAddress, tmp_path: Path
) -> None:
    publish(version(tmp_path, quads("GRAPH <a> { <s> <p> 1 } GRAPH <b> { <s> <p> 2 }")), engine)
    second = version(
        tmp_path, quads("GRAPH <a> { <s> <p> 1 } GRAPH <c> { <s> <p> 3 }"), content_hash="2" * 64
    )
    found = publish(second, engine)
    assert (found.sent, found.removed) == ((graph_iri("c"),), (B,))
    assert (_count(engine, A), _count(engine, B)) == (1, 0)
    assert _held(engine) == "2" * 64


def test_a_graph_that_is_gone_from_the_engine_is_sent_on_demand(
    engine: EngineAddress, tmp_path: Path
) -> None:
    made = version(tmp_path, quads("GRAPH <a> { <s> <p> 1 }"))
    publish(made, engine)
    run_update(engine, f"CLEAR GRAPH <{A}>")
    assert publish(made, engine).sent == ()
    assert publish(made, engine, is_whole=True).sent == (A,)
    assert _count(engine, A) == 1


def test_graphs_that_others_put_there_stay(engine: EngineAddress, tmp_path: Path) -> None:
    run_update(engine, "INSERT DATA { GRAPH <urn:foreign> { <urn:a> <urn:b> 1 } }")
    publish(version(tmp_path, quads("GRAPH <a> { <s> <p> 1 }")), engine, is_whole=True)
    assert _count(engine, "urn:foreign") == 1
    run_update(engine, "CLEAR GRAPH <urn:foreign>")


def test_the_default_graph_and_blank_nodes_have_names_there(
    engine: EngineAddress, tmp_path: Path
) -> None:
    text = "<s> <p> _:x . _:x <p> 1 . _:nameless { <s> <p> 2 }"
    assert len(publish(version(tmp_path, quads(text)), engine).sent) == 2
    path = f"SELECT ?x {{ <{graph_iri('s')}> <{graph_iri('p')}>/<{graph_iri('p')}> ?x }}"
    assert _count(engine, graph_iri("default")) == 2
    text = path.replace("{", f"{{ GRAPH <{graph_iri('default')}> {{") + "}"
    assert rows(engine, text) == [{"x": "1"}]
    named = 'SELECT ?o { GRAPH ?g { ?s ?p ?o } FILTER(CONTAINS(STR(?g), "/genid/")) }'
    assert rows(engine, named) == [{"o": "2"}]


def test_what_the_engine_does_not_know_is_left_out_and_counted(
    engine: EngineAddress, tmp_path: Path
) -> None:
    made = version(tmp_path, quads("GRAPH <a> { <s> <p> 1, <<( <s> <p> 2 )>> }"))
    found = publish(made, engine)
    with EngineClient(engine, seconds=30) as client:
        assert found.left_out == (0 if client.knows_triple_terms else 1)
    assert _count(engine, A) == 2 - found.left_out


def test_what_breaks_off_is_gone_on_with(engine: EngineAddress, tmp_path: Path) -> None:
    made = version(tmp_path, quads("GRAPH <a> { <s> <p> 1 } GRAPH <b> { <s> <p> 2 }"))

    def fail(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        publish(made, engine, advance=fail)
    assert _held(engine) == ""
    assert publish(made, engine).sent == (B,)
    assert _held(engine) == made.content_hash


def test_our_documents_arrive_whole(engine: EngineAddress, our_home: Home) -> None:
    made = our_home.current()
    found = publish(made, engine)
    assert len(found.sent) == found.graphs
    text = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?g), '%s')) }"
    there = int(rows(engine, text % graph_iri(""))[0]["n"])
    marks = found.graphs + 1
    here = len(GraphStore.open(made.store_path))
    assert there == here - found.left_out + marks


def test_an_engine_that_is_not_there_is_told(tmp_path: Path) -> None:
    made = version(tmp_path, quads("<s> <p> 1 ."))
    with pytest.raises(EngineRefused, match="did not take it"):
        publish(made, EngineAddress(query=closed_endpoint()))
