"""SPARQL Update over HTTP: what is taken, what is refused, and that a refusal changes nothing."""

from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient

from given.writers import GUEST, OPERATOR, READER, asks, update

FORM = "application/x-www-form-urlencoded"
GRAPH = "https://example.org/update/"


def inserting(name: str) -> str:
    return f"INSERT DATA {{ GRAPH <{GRAPH}{name}> {{ <s:{name}> <p:is> <o:there> }} }}"


def is_there(site: TestClient, name: str) -> bool:
    return asks(site, f"GRAPH <{GRAPH}{name}> {{ <s:{name}> <p:is> <o:there> }}")


def test_what_was_written_is_in_the_next_answer(plain: TestClient) -> None:
    answer = update(plain, inserting("next"))
    assert answer.status_code == 200
    assert is_there(plain, "next")


def test_the_answer_tells_the_version_that_holds_it(plain: TestClient) -> None:
    before = plain.get("/sparql", params={"query": "ASK {}"}).headers["Dataset-Version"]
    answer = update(plain, inserting("told"))
    told = answer.json()
    assert (told["previous"], told["added"], told["removed"]) == (before, 1, 0)
    assert told["version"] == answer.headers["Dataset-Version"]
    assert answer.headers["Cache-Control"] == "no-store"
    after = plain.get("/sparql", params={"query": "ASK {}"}).headers["Dataset-Version"]
    assert after == told["version"]


def test_an_update_may_come_in_a_form(plain: TestClient) -> None:
    body = urlencode({"update": inserting("form")})
    answer = plain.post("/update", content=body, headers={**OPERATOR, "Content-Type": FORM})
    assert answer.status_code == 200
    assert is_there(plain, "form")


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
def test_an_update_comes_by_post_only(plain: TestClient, method: str) -> None:
    answer = plain.request(
        method, "/update", params={"update": inserting(method)}, headers=OPERATOR
    )
    assert answer.status_code == 405
    assert "POST" in answer.headers["Allow"]
    assert not is_there(plain, method)


@pytest.mark.parametrize(
    ("address", "form"),
    [
        ("/update", {"query": "ASK {}"}),
        ("/update?query=ASK%20{}", {}),
        ("/update?default-graph-uri=x:y", {}),
        ("/update?using-graph-uri=nowhere", {}),
        ("/update?validate=perhaps", {}),
        ("/update?update=CLEAR%20ALL", {}),
    ],
)
def test_what_belongs_to_no_update_is_refused_with_it(
    plain: TestClient, address: str, form: dict[str, str]
) -> None:
    body = urlencode({"update": inserting("mixed"), **form})
    answer = plain.post(address, content=body, headers={**OPERATOR, "Content-Type": FORM})
    assert answer.status_code == 400
    assert not is_there(plain, "mixed")


@pytest.mark.parametrize("body", ["", "update=CLEAR+ALL&update=CLEAR+ALL", "a=b"])
def test_a_form_has_one_update(plain: TestClient, body: str) -> None:
    answer = plain.post("/update", content=body, headers={**OPERATOR, "Content-Type": FORM})
    assert answer.status_code == 400


def test_an_update_in_the_address_stands_beside_none_in_the_body(plain: TestClient) -> None:
    answer = update(plain, inserting("twice"), "/update?update=CLEAR%20ALL")
    assert answer.status_code == 400
    assert not is_there(plain, "twice")


@pytest.mark.parametrize(
    "content_type",
    ["", "text/plain", "application/sparql-query", "application/sparql-update; charset=utf-16"],
)
def test_another_content_type_is_refused(plain: TestClient, content_type: str) -> None:
    answer = update(plain, inserting("typed"), Content_Type=content_type)
    assert answer.status_code == 415
    assert not is_there(plain, "typed")


def test_bytes_that_are_no_utf_8_are_told_by_their_place(plain: TestClient) -> None:
    sent = {**OPERATOR, "Content-Type": "application/sparql-update"}
    answer = plain.post("/update", content=b"INSERT DATA { <a:> <b:> '\xff' }", headers=sent)
    assert answer.status_code == 400
    assert answer.json()["detail"].endswith("its byte 26 is 0xFF.")


def test_the_mark_that_editors_begin_a_file_with_is_no_part_of_an_update(plain: TestClient) -> None:
    assert update(plain, "\ufeff" + inserting("marked")).status_code == 200


def test_relative_iris_stand_below_the_address(plain: TestClient) -> None:
    assert update(plain, f"INSERT DATA {{ GRAPH <{GRAPH}base> {{ <s> <p> <o> }} }}").is_success
    assert asks(plain, f"GRAPH <{GRAPH}base> {{ <http://testserver/s> ?p ?o }}")


def test_patterns_see_the_graphs_of_the_address(plain: TestClient) -> None:
    update(plain, inserting("seen"))
    copying = f"INSERT {{ GRAPH <{GRAPH}copy> {{ ?s ?p ?o }} }} WHERE {{ ?s ?p ?o }}"
    answer = update(plain, copying, f"/update?using-graph-uri={GRAPH}seen")
    assert answer.json()["added"] == 1
    assert asks(plain, f"GRAPH <{GRAPH}copy> {{ <s:seen> ?p ?o }}")


def test_a_dataset_in_the_address_and_another_in_the_text_are_refused(plain: TestClient) -> None:
    text = f"DELETE {{ GRAPH <{GRAPH}x> {{ ?s ?p ?o }} }} USING <{GRAPH}y> WHERE {{ ?s ?p ?o }}"
    answer = update(plain, text, f"/update?using-graph-uri={GRAPH}z")
    assert answer.status_code == 400


def test_what_is_no_update_is_told_by_its_place(plain: TestClient) -> None:
    answer = update(plain, "\nINSERT DATUM { <s:> <p:> <o:> }")
    problem = answer.json()
    assert (answer.status_code, problem["line"]) == (400, 2)
    assert problem["type"].endswith("/problem/bad-update")


@pytest.mark.parametrize(
    "text", ["LOAD <http://127.0.0.1/x>", "INSERT { <a:> <b:> ?c } WHERE { SERVICE <a:> { } }"]
)
def test_an_update_that_would_call_others_is_refused(plain: TestClient, text: str) -> None:
    assert update(plain, text).status_code == 403


@pytest.mark.parametrize(
    ("sent", "status", "challenge"),
    [
        ({}, 401, 'Bearer realm="clustergraph"'),
        ({"Authorization": "Basic YTpi"}, 401, 'Bearer realm="clustergraph"'),
        (
            {"Authorization": "Bearer of-the-operato"},
            401,
            'Bearer realm="clustergraph", error="invalid_token"',
        ),
        (
            READER,
            403,
            'Bearer realm="clustergraph", error="insufficient_scope", scope="write"',
        ),
    ],
)
def test_nobody_writes_without_a_token_for_that(
    plain: TestClient, sent: dict[str, str], status: int, challenge: str
) -> None:
    headers = {"Content-Type": "application/sparql-update", **sent}
    answer = plain.post("/update", content=inserting("nobody"), headers=headers)
    assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (status, challenge)
    assert not is_there(plain, "nobody")


def test_who_is_no_operator_writes_to_own_graphs_only(plain: TestClient) -> None:
    own = "INSERT DATA { GRAPH <https://guest.example/g> { <s:> <p:> <o:> } }"
    assert update(plain, own, **GUEST).status_code == 200
    refused = update(plain, inserting("guest"), **GUEST)
    assert refused.status_code == 403
    assert refused.json()["name"] == f"{GRAPH}guest"
    assert update(plain, "INSERT DATA { <s:> <p:> <o:> }", **GUEST).status_code == 403


def test_writing_without_validation_needs_a_scope(plain: TestClient) -> None:
    answer = update(plain, "CLEAR DEFAULT", "/update?validate=false", **GUEST)
    assert (answer.status_code, answer.json()["scope"]) == (403, "unchecked")
    assert update(plain, inserting("free"), "/update?validate=false").status_code == 200


def test_a_service_without_tokens_has_no_such_address(site: TestClient) -> None:
    assert update(site, "CLEAR ALL").status_code == 404


def test_a_write_for_another_state_is_refused(plain: TestClient) -> None:
    old = update(plain, inserting("old")).json()["version"]
    assert update(plain, inserting("new"), If_Match=f'"{old}"').status_code == 200
    answer = update(plain, inserting("late"), If_Match=f'"{old}"')
    assert answer.status_code == 412
    assert not is_there(plain, "late")
    assert update(plain, inserting("now"), If_Match=answer.json()["version"]).status_code == 200


def test_a_write_that_comes_again_with_its_key_is_done_once(plain: TestClient) -> None:
    first = update(plain, inserting("keyed"), Idempotency_Key='"k-1"')
    update(plain, "DROP SILENT GRAPH <https://example.org/update/keyed>")
    again = update(plain, inserting("keyed"), Idempotency_Key='"k-1"')
    assert again.json() == first.json()
    assert not is_there(plain, "keyed")


def test_a_key_is_for_one_request(plain: TestClient) -> None:
    assert update(plain, inserting("one"), Idempotency_Key="k-2").status_code == 200
    assert update(plain, inserting("two"), Idempotency_Key="k-2").status_code == 422
    assert not is_there(plain, "two")


def test_a_key_that_is_none_is_refused(plain: TestClient) -> None:
    sent = {**OPERATOR, "Content-Type": "application/sparql-update"}
    headers = {**sent, "Idempotency-Key": "a,b"}
    answer = plain.post("/update", content=inserting("badly"), headers=headers)
    assert answer.status_code == 400
    assert not is_there(plain, "badly")
