"""Writing beside what documents say: the rules hold, and nobody touches what the build makes."""

import pytest
from starlette.testclient import TestClient

from clustergraph.iris import graph_iri
from given.writers import GUEST, OPERATOR, asks, store, update

NAMESPACES = (
    "PREFIX cg: <https://w3id.org/clustergraph/ns#> PREFIX id: <https://w3id.org/clustergraph/id/> "
)
GRAPH = "https://example.org/built"
NAMELESS = "id:nameless-aaaaaaah a cg:Cluster"


def inserting(statement: str) -> str:
    return f"{NAMESPACES} INSERT DATA {{ GRAPH <{GRAPH}> {{ {statement} }} }}"


def test_what_breaks_the_rules_is_refused_with_what_it_breaks(built: TestClient) -> None:
    answer = update(built, inserting(NAMELESS))
    problem = answer.json()
    assert (answer.status_code, problem["type"].rpartition("/")[2]) == (422, "rules-broken")
    assert problem["errors"][0]["shape"] == "name"
    assert problem["errors"][0]["focus"].endswith("/id/nameless-aaaaaaah")
    assert not asks(built, f"<{problem['errors'][0]['focus']}> ?p ?o")


def test_a_graph_that_breaks_the_rules_is_refused(built: TestClient) -> None:
    sent = {**OPERATOR, "Content-Type": "text/turtle"}
    body = f"{NAMESPACES} {NAMELESS} .".replace("> PREFIX", ">\nPREFIX")
    answer = built.put(store(f"{GRAPH}/put"), content=body, headers=sent)
    assert answer.status_code == 422
    assert built.get(store(f"{GRAPH}/put")).status_code == 404


def test_whoever_may_writes_what_breaks_the_rules(built: TestClient) -> None:
    there = inserting(NAMELESS.replace("nameless", "unchecked"))
    assert update(built, there, "/update?validate=false", **GUEST).status_code == 403
    assert update(built, there, "/update?validate=false").status_code == 200


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"INSERT DATA {{ GRAPH <{graph_iri('asserted')}> {{ <a:> <b:> <c:> }} }}", 403),
        (f"CLEAR GRAPH <{graph_iri('meta')}>", 403),
        ("DROP ALL", 403),
        ("INSERT { GRAPH ?g { <a:> <b:> <c:> } } WHERE { GRAPH ?g { ?s ?p ?o } }", 400),
    ],
)
def test_what_the_build_makes_is_not_written_to(built: TestClient, text: str, status: int) -> None:
    before = built.get("/sparql", params={"query": "ASK {}"}).headers["Dataset-Version"]
    assert update(built, text).status_code == status
    after = built.get("/sparql", params={"query": "ASK {}"}).headers["Dataset-Version"]
    assert after == before


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
def test_a_graph_of_the_build_is_not_written_in_the_store(built: TestClient, method: str) -> None:
    sent = {**OPERATOR, "Content-Type": "text/turtle"}
    answer = built.request(method, store(graph_iri("asserted")), content=b"", headers=sent)
    assert answer.status_code == 403
    assert built.request(method, "/graph/asserted", content=b"", headers=sent).status_code == 405


def test_the_default_graph_is_part_of_what_queries_see(built: TestClient) -> None:
    assert update(built, "INSERT DATA { <seen:a> <seen:b> <seen:c> }").status_code == 200
    assert asks(built, "<seen:a> <seen:b> <seen:c>")
    given = built.get(store(), headers={"Accept": "application/n-triples"})
    assert "<seen:a> <seen:b> <seen:c> ." in given.text.splitlines()
