"""A request is read as the SPARQL 1.1 Protocol, section 2.1, has it, or refused with the reason."""

from collections.abc import Mapping
from urllib.parse import quote, quote_plus

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from clustergraph.iris import BASE, graph_iri

FORM = "application/x-www-form-urlencoded"
SPARQL = "application/sparql-query"
ASK = "ASK {}"
ASKED = quote_plus(ASK)
STRANGE = "a+b %2B %41 %zz 100% & ; = # ? é ё 漢 😀 \u00a0\ufeff\u2028"
STRANGE_QUERY = f"SELECT ('{STRANGE}' AS ?x) {{}}"
ASSERTED, INFERRED = graph_iri("asserted"), graph_iri("inferred")
COUNT = "SELECT (COUNT(*) AS ?x) { ?s ?p ?o }"
NAMES = "SELECT DISTINCT ?x { GRAPH ?x { ?s ?p ?o } } ORDER BY ?x"


def _values(answer: Response) -> list[str]:
    assert answer.status_code == 200, answer.text
    return [row["x"]["value"] for row in answer.json()["results"]["bindings"]]


def _problem(answer: Response, status: int) -> Mapping[str, object]:
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.status_code == status
    found = answer.json()
    assert isinstance(found, dict)
    assert found["status"] == status
    return found


def _post(site: TestClient, body: bytes | str, *types: str, address: str = "/sparql") -> Response:
    return site.post(address, content=body, headers=[("Content-Type", type_) for type_ in types])


# -- The three ways to ask -------------------------------------------------------------------------


def test_a_query_arrives_as_it_was_sent_whichever_way_it_comes(site: TestClient) -> None:
    answers = [
        site.get(f"/sparql?query={quote(STRANGE_QUERY)}"),
        site.get(f"/sparql?query={quote_plus(STRANGE_QUERY)}"),
        _post(site, f"query={quote(STRANGE_QUERY, safe='')}", FORM),
        _post(site, f"query={quote_plus(STRANGE_QUERY)}", FORM),
        _post(site, STRANGE_QUERY.encode(), SPARQL),
    ]
    assert [_values(answer) for answer in answers] == [[STRANGE]] * 5


@pytest.mark.parametrize(
    ("address", "type_", "body"),
    [
        (f"/sparql?query={ASKED}", None, None),
        (f"/sparql?&&query={ASKED}&", None, None),
        (f"/sparql?query={ASKED}&a=1&a=2&Query=x&using-graph-uri=no", None, None),
        ("/sparql?query=%41SK%20%7b%7D", None, None),
        ("/sparql?query=%EF%BB%BFASK%20{}", None, None),
        (f"/sparql?query={ASKED}&timeout=&version=&format=&default-graph-uri=", None, None),
        ("/sparql", FORM, f"query={ASKED}"),
        ("/sparql", f"{FORM}; charset=utf-8", f"query={ASKED}"),
        ("/sparql", FORM.upper(), f"query={ASKED}"),
        ("/sparql?default-graph-uri=urn:x", FORM, f"query={ASKED}"),
        ("/sparql?unknown=%20", SPARQL, ASK),
        ("/sparql", SPARQL, f"\ufeff{ASK}"),
        ("/sparql", SPARQL, f"\n\n# é\n{ASK}\n"),
        ("/sparql", f"{SPARQL};charset=UTF-8", ASK),
        ("/sparql", f'{SPARQL} ; Charset="utf-8"', ASK),
        ("/sparql", f"{SPARQL};charset=utf8", ASK),
        ("/sparql", "Application/SPARQL-Query; version=1.1;charset= utf-8 ", ASK),
    ],
)
def test_a_request_that_keeps_to_the_protocol_is_answered(
    site: TestClient, address: str, type_: str | None, body: str | None
) -> None:
    if type_ is None:
        answer = site.get(address)
    else:
        answer = _post(site, (body or "").encode(), type_, address=address)
    assert answer.status_code == 200, answer.text
    assert answer.json()["boolean"] is True


def test_a_relative_iri_is_ours_unless_the_query_names_a_base(site: TestClient) -> None:
    ours = "SELECT ?x { BIND(<id/a> AS ?x) }"
    assert _values(site.get("/sparql", params={"query": ours})) == [f"{BASE}id/a"]
    based = f"BASE <https://example.org/b/> {ours}"
    assert _values(site.get("/sparql", params={"query": based})) == ["https://example.org/b/id/a"]


REFUSED = {
    "two queries in the address": (f"?query={ASKED}&query={ASKED}", None, b"", 400, "2 query"),
    "two queries in a form": ("", FORM, f"query={ASKED}&query={ASKED}".encode(), 400, "2 query"),
    "a query in the address and in a form": (
        *(f"?query={ASKED}", FORM),
        *(f"query={ASKED}".encode(), 400, "2 query"),
    ),
    "a query in the address and as the body": (f"?query={ASKED}", SPARQL, b"ASK{}", 400, "2 query"),
    "an empty query": ("?query=", None, b"", 400, "empty"),
    "nothing but space": ("?query=%20%0A", None, b"", 400, "empty"),
    "nothing but a comment": ("?query=%23ASK", None, b"", 400, "empty"),
    "an empty query in a form": ("", FORM, b"query=", 400, "empty"),
    "an empty body": ("", SPARQL, b"", 400, "empty"),
    "an empty form": ("", FORM, b"", 400, "no query"),
    "a form with another name": ("", FORM, f"Query={ASKED}".encode(), 400, "no query"),
    "graphs and no query": ("?default-graph-uri=urn:x", None, b"", 400, "no query"),
    "a version and no query": ("?version=1", None, b"", 400, "no query"),
    "a query that is none": ("?query=SELECT", None, b"", 400, "line 1"),
    "a zero in the query": ("?query=ASK%20{}%00", None, b"", 400, "line 1"),
    "an update": ("?update=CLEAR%20ALL", None, b"", 400, "update"),
    "an update in a form": ("", FORM, b"update=CLEAR+ALL", 400, "update"),
    "a query and an update": (f"?query={ASKED}&update=", None, b"", 400, "update"),
    "a query in a form, an update in the address": (
        *("?update=CLEAR+ALL", FORM),
        *(f"query={ASKED}".encode(), 400, "update"),
    ),
    "an update as the query": ("?query=CLEAR%20ALL", None, b"", 400, "update"),
    "an update as the body": ("", "application/sparql-update", b"CLEAR ALL", 415, "query"),
    "no type": ("", "", b"ASK {}", 415, FORM),
    "a form of another type": ("", "multipart/form-data; boundary=a", b"--a--", 415, FORM),
    "text": ("", "text/plain", b"ASK {}", 415, SPARQL),
    "JSON": ("", "application/json", b'{"query": "ASK {}"}', 415, SPARQL),
    "a type that only begins alike": ("", f"{SPARQL}s", b"ASK {}", 415, SPARQL),
    "Latin 1": ("", f"{SPARQL}; charset=iso-8859-1", b"ASK {}", 415, "iso-8859-1"),
    "Latin 1 in quotes": ("", f'{SPARQL};charset="ISO-8859-1"', b"ASK {}", 415, "ISO-8859-1"),
    "UTF-16": ("", f"{SPARQL};charset=utf-16", "ASK {}".encode("utf-16"), 415, "utf-16"),
    "a form in Latin 1": ("", f"{FORM};charset=latin1", b"query=ASK{}", 415, "latin1"),
    "two charsets": ("", f"{SPARQL};charset=utf-8;charset=latin1", b"ASK {}", 415, "latin1"),
    "bytes of UTF-16": ("", SPARQL, "ASK {}".encode("utf-16"), 400, "byte 1 of its text is 0xFF"),
    "a byte that is no UTF-8": ("", SPARQL, b"ASK {'\xe9'}", 400, "byte 7 of its text is 0xE9"),
    "half a character": ("", SPARQL, b"ASK {} #\xc3", 400, "0xC3"),
    "a surrogate": ("", SPARQL, b"ASK {} #\xed\xa0\x80", 400, "0xED"),
    "an overlong form": ("", FORM, b"query=%C0%A0", 400, "body of the request"),
    "no UTF-8 in the address": ("?query=%FF", None, b"", 400, "address of the request"),
    "no UTF-8 in another parameter": (f"?query={ASKED}&x=%FF", None, b"", 400, "0xFF"),
    "no UTF-8 in a name": (f"?query={ASKED}&%FF", None, b"", 400, "0xFF"),
    "more parameters than anybody needs": ("?" + "a&" * 2_000, None, b"", 400, "parameters"),
    "two formats": (f"?query={ASKED}&format=xml&format=xml", None, b"", 400, "2 format"),
    "two versions": (f"?query={ASKED}&version=a&version=b", None, b"", 400, "2 version"),
    "two time limits": (f"?query={ASKED}&timeout=1&timeout=1", None, b"", 400, "2 timeout"),
}


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED.keys())
def test_what_breaks_the_protocol_is_refused_with_the_reason(
    site: TestClient, case: tuple[str, str | None, bytes, int, str]
) -> None:
    address, type_, body, status, words = case
    address = f"/sparql{address}"
    answer = site.get(address) if type_ is None else _post(site, body, type_, address=address)
    detail = str(_problem(answer, status)["detail"])
    assert words in detail
    assert "\ufffd" not in detail
    assert site.get(f"/sparql?query={ASKED}").status_code == 200


def test_a_body_of_two_types_is_refused(site: TestClient) -> None:
    detail = _problem(_post(site, "ASK {}", SPARQL, FORM), 400)["detail"]
    assert "2 Content-Type" in str(detail)
    assert _post(site, "ASK {}", SPARQL, SPARQL).status_code == 200


def test_who_sends_another_type_is_told_which_are_taken(site: TestClient) -> None:
    headers = _post(site, "ASK {}", "text/plain").headers
    assert set(headers["accept-post"].split(", ")) == {FORM, SPARQL}


def test_a_coded_body_is_refused_before_it_is_read_as_text(site: TestClient) -> None:
    headers = {"Content-Type": SPARQL, "Content-Encoding": "gzip"}
    answer = site.post("/sparql", content=b"\x1f\x8b\x08", headers=headers)
    assert "Content-Encoding" in str(_problem(answer, 415)["detail"])
    assert answer.headers["accept-encoding"] == "identity"
    plain = {**headers, "Content-Encoding": "identity"}
    assert site.post("/sparql", content=b"ASK {}", headers=plain).status_code == 200


def test_a_body_that_says_it_is_too_long_is_not_read(site: TestClient) -> None:
    headers = {"Content-Type": SPARQL, "Content-Length": "99999999999"}
    answer = site.post("/sparql", content=b"ASK {}", headers=headers)
    assert "longer than 12000000 bytes" in str(_problem(answer, 413)["detail"])


@pytest.mark.parametrize("size", [12_000_001, 30_000_000])
def test_a_body_that_turns_out_too_long_is_refused(site: TestClient, size: int) -> None:
    pieces = (b"x" * 1_000_000 for _ in range(size // 1_000_000 + 1))
    answer = site.post("/sparql", content=pieces, headers={"Content-Type": SPARQL})
    assert _problem(answer, 413)["detail"]


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"])
def test_another_method_is_refused_with_those_that_are_not(site: TestClient, method: str) -> None:
    answer = site.request(method, "/sparql", params={"query": ASK})
    _problem(answer, 405)
    assert set(answer.headers["allow"].split(", ")) == {"GET", "HEAD", "POST", "OPTIONS"}


# -- Parameters of our own -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "value", "status"),
    [
        ("timeout", "5s", 400),
        ("timeout", "0", 400),
        ("timeout", "-1", 400),
        ("timeout", "nan", 400),
        ("timeout", "inf", 400),
        ("timeout", "1e999", 400),
        ("timeout", "1,5", 400),
        ("version", "no-such", 404),
        ("version", "../../etc/passwd", 404),
        ("version", "x" * 5_000, 404),
        ("version", "a\x00b", 404),
        ("format", "csvv", 400),
        ("format", "text/html", 400),
        ("format", "ttl", 400),
    ],
)
def test_a_parameter_that_makes_no_sense_is_refused(
    site: TestClient, name: str, value: str, status: int
) -> None:
    answer = site.get("/sparql", params={"query": ASK, name: value})
    assert len(str(_problem(answer, status)["detail"])) < 400


@pytest.mark.parametrize("value", ["1", "0.5", "1e3", " 2 ", "100000"])
def test_a_time_limit_is_a_number_of_seconds(site: TestClient, value: str) -> None:
    assert site.get("/sparql", params={"query": ASK, "timeout": value}).status_code == 200


# -- Graphs (sections 2.1.4 and 2.3) ---------------------------------------------------------------


def _asked(site: TestClient, text: str, *graphs: tuple[str, str]) -> list[str]:
    return _values(site.get("/sparql", params=[("query", text), *graphs]))


def _default(*names: str) -> list[tuple[str, str]]:
    return [("default-graph-uri", name) for name in names]


def _named(*names: str) -> list[tuple[str, str]]:
    return [("named-graph-uri", name) for name in names]


def test_the_default_graph_is_that_of_the_request(site: TestClient) -> None:
    in_all, in_one = _asked(site, COUNT), _asked(site, COUNT, *_default(ASSERTED))
    assert 0 < int(in_one[0]) < int(in_all[0])
    in_two = _asked(site, COUNT, *_default(ASSERTED, INFERRED))
    assert int(in_two[0]) == int(in_one[0]) + int(_asked(site, COUNT, *_default(INFERRED))[0])


def test_the_named_graphs_are_those_of_the_request(site: TestClient) -> None:
    assert _asked(site, NAMES, *_named(INFERRED, ASSERTED)) == sorted([ASSERTED, INFERRED])
    assert _asked(site, NAMES, *_default(ASSERTED)) == []
    assert _asked(site, COUNT, *_named(ASSERTED)) == ["0"]
    assert _asked(site, NAMES, *_default(ASSERTED), *_named(INFERRED)) == [INFERRED]


@pytest.mark.parametrize("way", ["address", "form", "direct"])
def test_the_graphs_of_the_request_win_over_those_of_the_query(site: TestClient, way: str) -> None:
    text = COUNT.replace("{ ?s", f"FROM <{INFERRED}> FROM NAMED <{INFERRED}> {{ ?s")
    graph = f"default-graph-uri={quote_plus(ASSERTED)}"
    match way:
        case "address":
            answer = site.get(f"/sparql?query={quote_plus(text)}&{graph}")
        case "form":
            answer = _post(site, f"{graph}&query={quote_plus(text)}", FORM)
        case _:
            answer = _post(site, text, SPARQL, address=f"/sparql?{graph}")
    assert _values(answer) == _asked(site, COUNT, *_default(ASSERTED))
    names = NAMES.replace("{ GRAPH", f"FROM NAMED <{INFERRED}> {{ GRAPH")
    assert _asked(site, names) == [INFERRED]
    assert _asked(site, names, *_named(ASSERTED)) == [ASSERTED]


def test_a_graph_named_twice_counts_once(site: TestClient) -> None:
    once = _asked(site, COUNT, *_default(ASSERTED))
    assert _asked(site, COUNT, *_default(ASSERTED, ASSERTED, ASSERTED)) == once
    rows = COUNT.replace("{ ?s ?p ?o }", "{ GRAPH ?g { ?s ?p ?o } }")
    assert _asked(site, rows, *_named(ASSERTED, ASSERTED)) == once


def test_a_graph_that_nobody_has_heard_of_is_empty(site: TestClient) -> None:
    assert _asked(site, COUNT, *_default("urn:nobody")) == ["0"]
    assert _asked(site, NAMES, *_named("urn:nobody")) == []
    assert _asked(site, COUNT, *_default("urn:nobody", ASSERTED)) == _asked(
        site, COUNT, *_default(ASSERTED)
    )


@pytest.mark.parametrize("name", ["default-graph-uri", "named-graph-uri"])
@pytest.mark.parametrize(
    "value", ["graph/asserted", "/graph", "#a", "?a", "//host/a", "a b", "urn:a>b", "http://[/"]
)
def test_a_graph_that_is_no_absolute_iri_is_refused(
    site: TestClient, name: str, value: str
) -> None:
    answer = site.get("/sparql", params={"query": ASK, name: value})
    assert _problem(answer, 400)["name"] == name
