"""JSON is read whatever came, and what is wrong is told."""

import pytest

from clustergraph.recon_check.messages import Answer, Exchange, Request, get, post_form
from clustergraph.recon_check.reading import json_of, problem_of

_GET = get("https://a.example/")


def _exchange(body: bytes = b"{}", status: int = 200, request: Request = _GET) -> Exchange:
    answer = Answer(status=status, headers=(("content-type", "text/html"),), body=body)
    return Exchange(request=request, answer=answer)


def test_what_is_json_is_read() -> None:
    assert json_of(_exchange(b'{"a": [1, null]}')) == ({"a": [1, None]}, "")


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b"<html>", "it says to be text/html"),
        (b"", "not JSON"),
        (b"\xff", "UTF-8"),
        (b'"\\ud800"', "half a character"),
        (b"NaN", "no number of JSON"),
        (b"[" * 100_000, "nested without end"),
    ],
)
def test_what_is_no_json_is_told(body: bytes, problem: str) -> None:
    value, told = json_of(_exchange(body))
    assert value is None
    assert problem in told


@pytest.mark.parametrize(
    ("exchange", "problem"),
    [
        (Exchange(request=_GET, trouble="no connection"), "no connection"),
        (_exchange(status=500), "status 500"),
        (_exchange(status=401), "credentials"),
        (_exchange(status=302, request=post_form("https://a.example/", {})), "redirected"),
        (
            Exchange(request=_GET, answer=Answer(status=200, headers=(), body=b"", cut=True)),
            "longer than",
        ),
    ],
)
def test_an_exchange_of_no_use_says_why(exchange: Exchange, problem: str) -> None:
    assert problem in problem_of(exchange)
    assert json_of(exchange) == (None, problem_of(exchange))
