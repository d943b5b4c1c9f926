"""An engine's refusals have names of ours, and say its words without ours in them."""

import httpx2
import pytest

from clustergraph.errors import EngineAway, EngineFailed, MalformedQuery, UnsupportedQuery
from clustergraph.store.remote.address import EngineAddress
from clustergraph.store.remote.sending import authentication, refusal, told_as_ours, trust


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (400, UnsupportedQuery),
        (413, UnsupportedQuery),
        (414, UnsupportedQuery),
        (422, UnsupportedQuery),
        (429, EngineAway),
        (502, EngineAway),
        (503, EngineAway),
        (504, EngineAway),
        (401, EngineFailed),
        (404, EngineFailed),
        (500, EngineFailed),
    ],
)
def test_a_status_says_whose_fault_it_is(status: int, error: type[Exception]) -> None:
    assert type(refusal(status, "no")) is error


def test_an_engine_of_our_own_kind_says_where_a_query_is_wrong() -> None:
    error = refusal(400, "error at 1:8: expected {", "SELECT * ?s")
    assert isinstance(error, MalformedQuery)
    assert error.line == 1


def test_its_words_are_told_shortly_and_without_markup() -> None:
    assert "(status 500)" in str(refusal(500, "  "))
    assert "(Bad thing)" in str(refusal(500, "<h1>Bad</h1>\n<p>thing</p>"))
    told = str(refusal(500, "no\nSPARQL query:\nSELECT secret"))
    assert "secret" not in told
    assert len(str(refusal(500, "x" * 100_000))) < 500


@pytest.mark.parametrize(
    ("raised", "error", "words"),
    [
        (httpx2.ConnectError("refused"), EngineAway, "refused"),
        (httpx2.ReadTimeout(""), EngineAway, "it took too long"),
        (httpx2.RemoteProtocolError("cut"), EngineFailed, "cut"),
        (httpx2.InvalidURL(""), EngineFailed, "InvalidURL"),
    ],
)
def test_what_the_library_raises_is_told_as_ours(
    raised: Exception, error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words), told_as_ours():
        raise raised


def test_other_errors_are_our_own() -> None:
    with pytest.raises(ZeroDivisionError), told_as_ours():
        raise ZeroDivisionError


def _sent(user: str, password: str, challenge: str = "") -> str:
    """Return how a request says who we are, after a challenge if there is one."""
    auth = authentication(EngineAddress(query="http://e.example/", user=user, password=password))
    request = httpx2.Request("POST", "http://e.example/")
    if auth is None:
        return ""
    flow = auth.auth_flow(request)
    asked = next(flow)
    if challenge:
        headers = {"WWW-Authenticate": challenge}
        asked = flow.send(httpx2.Response(401, headers=headers, request=asked))
    told: str = asked.headers.get("authorization", "")
    return told


def test_who_we_are_is_said_in_the_way_that_the_engine_asks_for() -> None:
    assert _sent("", "") == ""
    assert _sent("", "token") == "Bearer token"
    assert _sent("dba", "secret") == ""
    assert _sent("dba", "secret", 'Basic realm="x"').startswith("Basic ")


def test_whom_the_machine_trusts_is_read_once() -> None:
    assert trust() is trust()
