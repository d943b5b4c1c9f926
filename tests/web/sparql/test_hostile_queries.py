"""A real server, under queries that are meant to hurt it, goes on for everybody else."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from httpx2 import Client, RemoteProtocolError, Response

from given.homes import ENDLESS, MEMORY_BOMB, publish
from given.running import serve

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
LONG = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
LIMITS: dict[str, Any] = {
    "readers": "2",
    "queue_length": "1",
    "query_timeout_seconds": "1.5",
    "query_memory_bytes": str(2**26),
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("home")
    publish(path, 300)
    return path


@pytest.fixture(scope="module")
def server(home: Path) -> Iterator[Client]:
    """The service as an operator would start it."""
    with (
        serve(home, home / "log", **LIMITS) as service,
        Client(base_url=service.address, timeout=30) as client,
    ):
        yield client


def _ask(server: Client, text: str, **parameters: str) -> Response:
    return server.get("/sparql", params={"query": text, **parameters})


def _count(server: Client) -> int:
    answer = _wait_until_free(server)
    return int(answer.json()["results"]["bindings"][0]["n"]["value"])


def _wait_until_free(server: Client) -> Response:
    """Ask until a reader is free."""
    deadline = time.monotonic() + 30
    while (answer := _ask(server, COUNT)).status_code == 503:
        assert time.monotonic() < deadline
        time.sleep(0.05)
    assert answer.status_code == 200
    return answer


def test_a_query_without_end_is_a_true_503(server: Client) -> None:
    answer = _ask(server, ENDLESS)
    assert answer.status_code == 503
    assert answer.json()["seconds"] == 1.5
    assert _count(server) == 300


def test_a_request_may_lower_its_limit(server: Client) -> None:
    assert _ask(server, ENDLESS, timeout="0.2").json()["seconds"] == 0.2


def test_a_long_answer_that_hits_the_limit_breaks_off_audibly(server: Client) -> None:
    with pytest.raises(RemoteProtocolError):
        _ask(server, LONG, format="csv", timeout="0.4")
    assert _count(server) == 300


def test_too_much_memory_is_507(server: Client) -> None:
    assert _ask(server, MEMORY_BOMB).status_code == 507
    assert _count(server) == 300


@pytest.mark.parametrize(
    "text",
    [
        "ASK {" + "{" * 3_000 + "}" * 3_000 + "}",
        "ASK { FILTER(" + "1+" * 3_000 + "1=2) }",
        "ASK { " + "(" * 3_000 + ")" * 3_000 + " <urn:p> 1 }",
    ],
    ids=["braces", "sums", "lists"],
)
def test_a_bomb_is_refused(server: Client, text: str) -> None:
    assert server.post("/sparql", data={"query": text}).status_code == 400
    assert _count(server) == 300


NESTED = 90
COSTLY = {
    "paths in paths": "SELECT * { ?s " + "(" * NESTED + "!<urn:q>" + ")*" * NESTED + " ?o }",
    "a long path": "ASK { ?s " + "/".join(["<urn:p>"] * 500) + " ?o }",
    "calls in calls": "SELECT (" + "STR(" * NESTED + "1" + ")" * NESTED + " AS ?x) {}",
    "negations": "ASK { FILTER(" + "!" * 900 + "true) }",
    "a long list": "ASK { (" + " 1" * 90 + ") <urn:p> 1 }",
    "nodes in nodes": "ASK { " + "[ <urn:p> " * NESTED + "1" + " ]" * NESTED + " }",
    "options in options": "SELECT * { "
    + "?s ?p ?o OPTIONAL { " * NESTED
    + "?s ?p ?o"
    + " }" * NESTED
    + " }",
    "many options": "SELECT * { ?s ?p ?o " + "OPTIONAL { ?s ?p ?o } " * 190 + " }",
    "many unions": "SELECT * { " + " UNION ".join(["{ ?s ?p ?o }"] * 190) + " }",
    "queries in queries": "SELECT * { "
    + "{ SELECT (COUNT(*) AS ?c) { " * 45
    + "?s ?p ?o"
    + " } }" * 45
    + " }",
    "tests in tests": "SELECT * { "
    + "?s ?p ?o FILTER EXISTS { " * NESTED
    + "?s ?p ?o"
    + " }" * NESTED
    + " }",
    "many joins": "SELECT * { " + " ".join(f"?a{n} ?b{n} ?a{n + 1} ." for n in range(190)) + " }",
    "doubling": "SELECT (STRLEN(?v40) AS ?n) { BIND('aaaaaaaa' AS ?v0) "
    + " ".join(f"BIND(CONCAT(?v{n}, ?v{n}) AS ?v{n + 1})" for n in range(40))
    + " }",
    "one long string": "SELECT (GROUP_CONCAT(STR(?s)) AS ?x) { ?s ?p ?o . ?a ?b ?c . ?d ?e ?f }",
    "a deep expression": "ASK { FILTER REGEX('aaaa', '" + "(" * 50_000 + ")" * 50_000 + "') }",
    "a greedy expression": "ASK { FILTER REGEX('" + "a" * 5_000 + "!', '^(a+)+$') }",
    "many columns": "SELECT " + " ".join(f"?v{n}" for n in range(50_000)) + " { ?s ?p ?o }",
    "many templates": "CONSTRUCT { "
    + "[] <urn:p> [] . " * 150
    + "} { ?s ?p ?o . ?a ?b ?c . ?d ?e ?f }",
    "terms in terms": "ASK { ?s ?p " + "<<( ?a <urn:p> " * NESTED + "1" + " )>>" * NESTED + " }",
    "notes on notes": "ASK { ?s <urn:p> 1 " + "{| <urn:p> 1 " * NESTED + "|}" * NESTED + " }",
    "a prefix of much": "PREFIX p: <urn:" + "a" * 300_000 + "> SELECT * { VALUES ?x { "
    "" + "p:a " * 50_000 + "} }",
    "a string of much": "ASK { ?s ?p '" + "a" * 900_000 + "' }",
    "a number of much": "SELECT (1" + "0" * 900_000 + " AS ?x) {}",
    "half a character": "ASK { ?s ?p '\\uD800' }",
    "a zero": "ASK { ?s ?p '\0' }",
    "letters that turn": "ASK { ?s ?p '\u202eabc' } \u200f",
}


@pytest.mark.parametrize("text", COSTLY.values(), ids=COSTLY)
def test_whatever_a_query_costs_it_is_answered_or_refused_and_then_forgotten(
    server: Client, text: str
) -> None:
    with suppress(RemoteProtocolError):  # broken off at its limit
        answer = server.post("/sparql", data={"query": text, "timeout": "0.1"})
        assert answer.status_code in (200, 400, 503, 507)
    assert _count(server) == 300


def test_calls_to_other_endpoints_are_403(server: Client) -> None:
    assert _ask(server, "ASK { SERVICE <http://127.0.0.1:9/> {} }").status_code == 403


def test_a_client_that_goes_away_frees_its_reader(server: Client) -> None:
    for text in [ENDLESS, LONG] * 2:
        with socket.create_connection((server.base_url.host, server.base_url.port or 80)) as client:
            client.sendall(f"GET /sparql?query={quote(text)} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            time.sleep(0.1)
    assert _count(server) == 300


def test_past_the_queue_clients_are_sent_away_at_once(server: Client) -> None:
    answers: list[Response] = []
    crowd = [
        threading.Thread(
            target=lambda number=n: answers.append(
                _ask(server, f"{ENDLESS} # {number}", timeout="0.7")
            )
        )
        for n in range(6)
    ]
    for thread in crowd:
        thread.start()
    for thread in crowd:
        thread.join()
    kinds = [answer.json()["type"].rpartition("/")[2] for answer in answers]
    assert set(kinds) <= {"query-timed-out", "too-busy"}
    assert kinds.count("too-busy") >= 3
    assert all(
        "retry-after" in a.headers
        for a, kind in zip(answers, kinds, strict=True)
        if kind == "too-busy"
    )
    assert _count(server) == 300
