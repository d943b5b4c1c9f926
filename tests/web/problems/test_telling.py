"""Every error has one status, and is told to programs and to people in their own way."""

import json

import pytest
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from clustergraph.errors import (
    AskedTooOften,
    Gone,
    InconsistentGraph,
    InvalidParameter,
    MalformedJson,
    MalformedQuery,
    NotAcceptable,
    NotFound,
    QueryOutOfMemory,
    QueryTimedOut,
    QueryTooLarge,
    ReaderLost,
    RefusedQuery,
    StoreError,
    TooBusy,
    UnsupportedQuery,
    VersionMissing,
)
from clustergraph.web.problems.telling import problem_of, respond


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (MalformedQuery("expected }", line=1, column=2), 400),
        (UnsupportedQuery("no such function"), 400),
        (QueryTooLarge("brackets", 100), 400),
        (InvalidParameter("timeout", "x", "a number"), 400),
        (RefusedQuery("no"), 403),
        (NotFound("x"), 404),
        (MalformedJson("no"), 400),
        (HTTPException(405), 405),
        (NotAcceptable("x", ["text/csv"]), 406),
        (Gone("urn:x"), 410),
        (AskedTooOften(600, 10, 3), 429),
        (InconsistentGraph("x"), 500),
        (StoreError("x"), 500),
        (ValueError("x"), 500),
        (QueryTimedOut(30), 503),
        (ReaderLost("x"), 503),
        (TooBusy(5), 503),
        (VersionMissing("x"), 503),
        (QueryOutOfMemory(), 507),
    ],
)
def test_each_error_has_its_status(error: Exception, status: int) -> None:
    response = respond(None, error)
    assert response.status_code == status
    assert json.loads(bytes(response.body))["status"] == status


def test_programs_get_a_problem_with_its_details() -> None:
    response = respond("application/json", MalformedQuery("expected }", line=3, column=14))
    assert response.media_type == "application/problem+json"
    assert json.loads(bytes(response.body)) == {
        "type": "https://w3id.org/clustergraph/problem/malformed-query",
        "title": "Malformed query",
        "status": 400,
        "detail": "The query is not SPARQL at line 3, column 14: expected }",
        "line": 3,
        "column": 14,
    }


def test_people_get_a_page_in_which_everything_is_text() -> None:
    response = respond("text/html,*/*;q=0.8", NotFound("<script>alert(1)</script>"))
    page = bytes(response.body).decode()
    assert response.media_type == "text/html"
    assert "&lt;script&gt;" in page
    assert "<script>" not in page


@pytest.mark.parametrize("error", [KeyError("secret"), StoreError("/secret/path can't be read")])
def test_nothing_of_our_own_faults_is_told(error: Exception) -> None:
    assert "secret" not in bytes(respond(None, error).body).decode()


def test_the_place_of_the_home_is_nobodys_business() -> None:
    assert "/secret" not in problem_of(VersionMissing("There is no graph in /secret yet.")).detail


def test_who_is_sent_away_is_told_when_to_come_back() -> None:
    assert respond(None, TooBusy(5)).headers["Retry-After"] == "5"


def test_what_a_method_may_be_is_passed_on() -> None:
    response = respond(None, HTTPException(405, headers={"Allow": "GET"}))
    assert response.headers["Allow"] == "GET"


def test_no_error_is_kept_by_caches() -> None:
    assert respond(None, NotFound("x")).headers["Cache-Control"] == "no-store"


def test_of_a_request_with_thousands_of_faults_some_are_told() -> None:
    faults = [{"loc": ("query", f"x{number}"), "type": "missing"} for number in range(5_000)]
    body = json.loads(bytes(respond(None, RequestValidationError(faults)).body))
    assert len(body["errors"]) == 20
    assert body["detail"].startswith("query/x0: it must be given; query/x1: it must be")
