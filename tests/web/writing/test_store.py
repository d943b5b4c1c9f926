"""Whole graphs over HTTP: put, added to, removed; and what is refused changes nothing."""

import gzip
from collections.abc import Mapping

import pytest
from pyoxigraph import RdfFormat, parse, serialize
from starlette.testclient import TestClient

from clustergraph.rdf.formats import RDF_FORMATS
from given.writers import GUEST, MOST_BYTES, READER, asks, content, parts, send, store

GRAPH = "https://example.org/store/"
ONE = b"<s:one> <p:is> <o:there> ."
TWO = b"<s:two> <p:is> <o:there> ."


def test_what_is_put_is_made_and_then_replaced(plain: TestClient) -> None:
    address = store(f"{GRAPH}put")
    made = send(plain, "PUT", address, ONE)
    assert (made.status_code, content(plain, address)) == (201, [ONE.decode()])
    replaced = send(plain, "PUT", address, TWO)
    assert (replaced.status_code, content(plain, address)) == (204, [TWO.decode()])
    assert replaced.headers["Dataset-Version"] != made.headers["Dataset-Version"]


def test_what_is_posted_is_added(plain: TestClient) -> None:
    address = store(f"{GRAPH}post")
    assert send(plain, "POST", address, ONE).status_code == 201
    assert send(plain, "POST", address, TWO).status_code == 204
    assert content(plain, address) == [ONE.decode(), TWO.decode()]


def test_what_is_removed_is_not_there_any_more(plain: TestClient) -> None:
    address = store(f"{GRAPH}delete")
    send(plain, "PUT", address, ONE)
    assert send(plain, "DELETE", address).status_code == 204
    assert plain.get(address).status_code == 404
    assert send(plain, "DELETE", address).status_code == 404


def test_an_empty_graph_is_there(plain: TestClient) -> None:
    address = store(f"{GRAPH}empty")
    assert plain.get(address).status_code == 404
    assert send(plain, "PUT", address).status_code == 201
    assert (plain.get(address).status_code, content(plain, address)) == (200, [])


def test_the_default_graph_is_always_there(plain: TestClient) -> None:
    assert send(plain, "PUT", store(), ONE).status_code == 204
    assert content(plain, store()) == [ONE.decode()]
    assert send(plain, "DELETE", store()).status_code == 204
    assert content(plain, store()) == []


@pytest.mark.parametrize("key", ["ttl", "nt", "jsonld", "rdf"])
def test_what_is_put_in_a_format_is_read_in_it(plain: TestClient, key: str) -> None:
    format_ = next(each for each in RDF_FORMATS if each.key == key)
    assert isinstance(format_.engine, RdfFormat)
    text = '<s:x> <p:says> "a\\nb"@en, 1, "é" ; <p:of> [ <p:is> <o:y> ] .'
    body = serialize(parse(text, format=RdfFormat.TURTLE), format=format_.engine)
    address, type_ = store(f"{GRAPH}as-{key}"), format_.media_type
    assert send(plain, "PUT", address, body or b"", Content_Type=type_).status_code == 201
    given = plain.get(address, headers={"Accept": type_})
    assert given.headers["Content-Type"].startswith(type_)
    assert len(list(parse(given.content, format=format_.engine))) == 5


def test_a_body_may_come_packed(plain: TestClient) -> None:
    address = store(f"{GRAPH}packed")
    twice = gzip.compress(ONE) + gzip.compress(b"\n" + TWO)
    assert send(plain, "PUT", address, twice, Content_Encoding="gzip").status_code == 201
    assert content(plain, address) == [ONE.decode(), TWO.decode()]


@pytest.mark.parametrize(
    ("body", "coding", "status"),
    [
        (ONE, "gzip", 400),
        (gzip.compress(ONE, mtime=0)[:-4], "gzip", 400),
        (ONE, "br", 415),
        (gzip.compress(b"# " + b"x" * 1_000_000, mtime=0), "gzip", 413),
    ],
)
def test_a_packed_body_is_no_way_in_for_what_can_not_be_read(
    plain: TestClient, body: bytes, coding: str, status: int
) -> None:
    address = store(f"{GRAPH}badly-packed")
    assert send(plain, "PUT", address, body, Content_Encoding=coding).status_code == status
    assert plain.get(address).status_code == 404


def test_a_body_that_is_too_long_is_refused_before_it_is_read(plain: TestClient) -> None:
    long = {"Content_Length": str(10**9)}
    answer = send(plain, "PUT", store(f"{GRAPH}long"), b"", **long)
    assert (answer.status_code, answer.json()["limit"]) == (413, MOST_BYTES)


def test_a_body_that_turns_out_too_long_is_refused(plain: TestClient) -> None:
    answer = send(plain, "PUT", store(f"{GRAPH}longer"), b"#" * (MOST_BYTES + 1))
    assert answer.status_code == 413
    assert plain.get(store(f"{GRAPH}longer")).status_code == 404


@pytest.mark.parametrize(
    ("media_type", "body", "line"),
    [
        ("text/turtle", b"<s:> <p:>\n  oops .", 2),
        ("application/n-triples", b"<s:> <p:> <o:> .\n<s:> <p:> .", 2),
        ("application/rdf+xml", b"<rdf:RDF>", None),
        ("application/ld+json", b"{", None),
        ("text/turtle", b"<s:> <p:> '\xff' .", None),
    ],
)
def test_what_is_no_rdf_is_told_by_its_place(
    plain: TestClient, media_type: str, body: bytes, line: int | None
) -> None:
    address = store(f"{GRAPH}bad")
    answer = send(plain, "PUT", address, body, Content_Type=media_type)
    problem = answer.json()
    assert answer.status_code == 400
    assert problem["detail"].startswith("The body of the request can't be read")
    assert line is None or problem["line"] == line
    assert plain.get(address).status_code == 404


@pytest.mark.parametrize(
    "content_type", ["", "application/json-seq", "image/png", "ttl", "application/trig"]
)
def test_what_is_not_said_to_be_triples_is_refused(plain: TestClient, content_type: str) -> None:
    answer = send(plain, "PUT", store(f"{GRAPH}typed"), ONE, Content_Type=content_type)
    assert answer.status_code == 415
    assert "text/turtle" in answer.headers["Accept-Post"]


def test_text_in_another_coding_is_refused(plain: TestClient) -> None:
    latin = "text/turtle; charset=ISO-8859-1"
    assert send(plain, "PUT", store(f"{GRAPH}latin"), ONE, Content_Type=latin).status_code == 415


def test_what_is_posted_to_no_graph_makes_one(plain: TestClient) -> None:
    answer = send(plain, "POST", "/store", b"<> <p:is> <o:there> .")
    made = answer.headers["Location"]
    assert answer.status_code == 201
    assert made.startswith("http://testserver/store/")
    assert content(plain, store(made)) == content(plain, made) == [f"<{made}> <p:is> <o:there> ."]


def test_a_new_graph_is_made_once_for_its_key(plain: TestClient) -> None:
    first = send(plain, "POST", "/store", ONE, Idempotency_Key="new")
    again = send(plain, "POST", "/store", ONE, Idempotency_Key="new")
    assert again.headers["Location"] == first.headers["Location"]
    assert again.headers["Dataset-Version"] == first.headers["Dataset-Version"]


def test_quads_are_posted_to_their_own_graphs(plain: TestClient) -> None:
    body = f"<s:> <p:> <o:> <{GRAPH}quads> .".encode()
    answer = send(plain, "POST", "/store", body, Content_Type="application/n-quads")
    assert (answer.status_code, answer.json()["added"]) == (200, 1)
    assert content(plain, store(f"{GRAPH}quads")) == ["<s:> <p:> <o:> ."]


def test_quads_and_triples_are_not_posted_together(plain: TestClient) -> None:
    body, type_ = parts(
        ("a.nq", "application/n-quads", f"<s:> <p:> <o:> <{GRAPH}both> .".encode()),
        ("b.ttl", "text/turtle", ONE),
    )
    assert send(plain, "POST", "/store", body, **type_).status_code == 415
    assert plain.get(store(f"{GRAPH}both")).status_code == 404


@pytest.mark.parametrize(
    ("method", "address"),
    [
        ("PUT", "/store"),
        ("DELETE", "/store"),
        ("GET", "/store"),
        ("PUT", "/store?graph="),
        ("PUT", "/store?graph=relative"),
        ("PUT", "/store?graph=a%20b:c"),
        ("PUT", "/store?default&graph=x:y"),
        ("PUT", "/store?graph=x:y&graph=x:z"),
        ("PUT", "/store/direct?graph=x:y"),
        ("PUT", "/store?graph=x:y&validate=perhaps"),
    ],
)
def test_a_request_names_one_graph(plain: TestClient, method: str, address: str) -> None:
    assert send(plain, method, address, ONE).status_code == 400


def test_a_graph_of_the_store_is_read_and_written_at_its_own_address(plain: TestClient) -> None:
    assert send(plain, "PUT", "/store/own/a%20b/", ONE).status_code == 201
    own = "http://testserver/store/own/a%20b/"
    assert content(plain, "/store/own/a%20b/") == content(plain, store(own)) == [ONE.decode()]
    assert asks(plain, f"GRAPH <{own}> {{ <s:one> ?p ?o }}")
    assert plain.get("/store/own/a%20b").status_code == 404


def test_relative_iris_stand_below_the_graph(plain: TestClient) -> None:
    send(plain, "PUT", store(f"{GRAPH}deep/base"), b"<x> <#y> <../z> .")
    assert content(plain, store(f"{GRAPH}deep/base")) == [
        f"<{GRAPH}deep/x> <{GRAPH}deep/base#y> <{GRAPH}z> ."
    ]


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
@pytest.mark.parametrize(
    ("sent", "status"), [({"Authorization": ""}, 401), (READER, 403), (GUEST, 403)]
)
def test_nobody_makes_a_graph_without_a_token_for_it(
    plain: TestClient, method: str, sent: Mapping[str, str], status: int
) -> None:
    address = store(f"{GRAPH}others")
    assert send(plain, method, address, ONE, **sent).status_code == status
    assert plain.get(address).status_code == 404


def test_a_guest_writes_own_graphs(plain: TestClient) -> None:
    address = store("https://guest.example/store")
    assert send(plain, "PUT", address, ONE, **GUEST).status_code == 201
    assert send(plain, "PUT", store(), ONE, **GUEST).status_code == 403
    assert send(plain, "POST", "/store", ONE, **GUEST).status_code == 403


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
def test_a_service_without_tokens_only_gives_graphs(site: TestClient, method: str) -> None:
    answer = send(site, method, store(), ONE)
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD, OPTIONS")


def test_the_methods_of_the_store_are_told(plain: TestClient) -> None:
    told = plain.options("/store").headers["Allow"]
    assert told == "GET, POST, PUT, DELETE, HEAD, OPTIONS"


def test_a_graph_is_made_only_if_it_is_new_where_that_is_asked(plain: TestClient) -> None:
    address = store(f"{GRAPH}new")
    assert send(plain, "PUT", address, ONE, If_None_Match="*").status_code == 201
    assert send(plain, "PUT", address, TWO, If_None_Match="*").status_code == 412
    assert content(plain, address) == [ONE.decode()]


def test_a_graph_is_changed_only_if_it_is_there_where_that_is_asked(plain: TestClient) -> None:
    address = store(f"{GRAPH}there")
    assert send(plain, "PUT", address, ONE, If_Match="*").status_code == 412
    assert plain.get(address).status_code == 404
    send(plain, "PUT", address, ONE)
    assert send(plain, "PUT", address, TWO, If_Match="*").status_code == 204


def test_a_graph_is_changed_only_as_it_was_read_where_that_is_asked(plain: TestClient) -> None:
    address = store(f"{GRAPH}tagged")
    send(plain, "PUT", address, ONE)
    tag = plain.get(address, headers={"Accept-Encoding": "gzip"}).headers["ETag"]
    assert send(plain, "PUT", address, TWO, If_Match=tag).status_code == 204
    assert send(plain, "DELETE", address, If_Match=tag).status_code == 412
    assert send(plain, "DELETE", address, If_None_Match=tag).status_code == 204


def test_a_graph_made_once_under_a_condition_is_not_refused_to_who_asks_again(
    plain: TestClient,
) -> None:
    wanted = {"If_None_Match": "*", "Idempotency_Key": "once"}
    address = store(f"{GRAPH}once")
    assert send(plain, "PUT", address, ONE, **wanted).status_code == 201
    assert send(plain, "PUT", address, ONE, **wanted).status_code == 201
    other = {**wanted, "Idempotency_Key": "twice"}
    assert send(plain, "PUT", address, ONE, **other).status_code == 412
