"""Which answers are the same each time, to what degree, and which must never be kept."""

import os
import signal

import pytest
from rdflib import Graph
from rdflib.compare import isomorphic

from clustergraph.iris import BASE
from given.running import Reply, Service, wait_for

VARYING = [
    "NOW()",
    "now()",
    "RAND()",
    "UUID()",
    "STRUUID()",
    "Bnode()",
]
ESCAPED = [r"\u004eOW()", r"\U00000052AND()", r"st\u0072uuid()", r"BNOD\u0045()"]
REPEATED = {
    "rows": "SELECT * { ?a ?b ?c }",
    "joined": "SELECT * { ?a ?b ?c . ?c ?d ?e }",
    "distinct": "SELECT DISTINCT ?b ?g { GRAPH ?g { ?a ?b ?c } }",
    "grouped": "SELECT ?b (COUNT(*) AS ?n) (SAMPLE(?a) AS ?one) { ?a ?b ?c } GROUP BY ?b ?c",
    "joined into one": "SELECT (GROUP_CONCAT(STR(?a)) AS ?all) { ?a ?b ?c }",
    "limited": "SELECT * { ?a ?b ?c } OFFSET 7 LIMIT 50",
    "either": "SELECT * { { ?a ?b ?c } UNION { ?c ?b ?a } }",
    "path": f"SELECT * {{ <{BASE}things/7> <{BASE}next>* ?a }}",
    "triples": "CONSTRUCT WHERE { ?a ?b ?c }",
    "described": f"DESCRIBE <{BASE}things/7>",
}


@pytest.mark.parametrize("call", VARYING)
def test_what_varies_has_no_tag_and_is_kept_by_nobody(plain: Service, call: str) -> None:
    text = f"SELECT ({call} AS ?x) {{}}"
    first, second = plain.query(text), plain.query(text)
    assert first.status == second.status == 200, first.body
    assert "etag" not in first.headers
    assert first.headers["cache-control"] == "no-store"
    assert first.body != second.body


@pytest.mark.parametrize("call", ESCAPED)
def test_a_name_in_escapes_slips_past_nobody(plain: Service, call: str) -> None:
    """The engine does not read them (SPARQL 1.1, section 19.2, would have it); else they vary."""
    reply = plain.query(f"SELECT ({call} AS ?x) {{}}")
    assert "etag" not in reply.headers
    assert reply.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("text", REPEATED.values(), ids=REPEATED)
def test_the_same_query_gives_the_same_bytes_whichever_reader_runs_it(
    plain: Service, text: str
) -> None:
    first = plain.query(text, accept="*/*")
    for reader in plain.readers:
        os.kill(reader, signal.SIGKILL)
    second = wait_for(lambda: _answered(plain, text))
    assert first.status == 200
    assert (first.body, first.headers["etag"]) == (second.body, second.headers["etag"])


def _answered(service: Service, text: str) -> Reply | None:
    """Ask; None where the query went to a reader that was just killed."""
    reply = service.query(text, accept="*/*")
    return reply if reply.status == 200 else None


def test_blank_nodes_get_other_labels_each_time_and_so_the_tag_is_weak(plain: Service) -> None:
    text = "CONSTRUCT { [] <urn:p> ?a } { ?a ?b ?c } LIMIT 5"
    first, second = (plain.query(text, accept="application/n-triples") for _ in range(2))
    assert first.body != second.body
    graphs = [Graph().parse(data=reply.body, format="nt") for reply in (first, second)]
    assert isomorphic(*graphs)
    assert first.headers["etag"] == second.headers["etag"]
    assert first.headers["etag"].startswith("W/")
