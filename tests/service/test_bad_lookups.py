"""What strangers send by mistake or on purpose: each fault has its own clear answer.

None of it looks like an answer without results, and none is taken for a fault of the service.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

import pytest

from given.clients import BROWSER
from given.running import Reply, Service

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
TOWN = "karaganda-aaaaaaah"
LONG = "x" * 10_240
SEARCHES = ("/api/search", "/api/search.jsonl", "/api/search.csv", "/search.json")
ALL_SEARCHES = (*SEARCHES, "/api/suggest")


@pytest.fixture
def service(small_service: Service) -> Service:
    return small_service


@dataclass(frozen=True)
class Fault:
    """A request, and what has to be said about it; a body makes it a POST."""

    path: str
    status: int
    says: str
    body: bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        """Name the test."""
        return f"{self.path[:60]} {(self.body or b'')[:40].decode(errors='replace')}"


def _ask(service: Service, path: str, body: bytes | None, headers: Mapping[str, str]) -> Reply:
    return service.ask("GET" if body is None else "POST", path, body, headers=headers)


def _json(path: str, status: int, says: str, body: Any) -> Fault:
    written = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Fault(path, status, says, written, {"Content-Type": JSON})


def _form(status: int, says: str, **fields: Any) -> Fault:
    written = {
        name: value if isinstance(value, str) else json.dumps(value)
        for name, value in fields.items()
    }
    return Fault("/reconcile", status, says, urlencode(written).encode(), {"Content-Type": FORM})


# -- Faults of a whole request ---------------------------------------------------------------------

MALFORMED = [
    (b"", "line 1, column 1"),
    (b'{"a": [1,', "line 1, column 10"),
    (b"items=Karaganda", "line 1, column 1"),
    (b'{"a": "\xff"}', "byte 8 is 0xFF"),
    (rb'{"a": "\ud800"}', "half a character"),
    (b'{"a": NaN}', "NaN is no number"),
    (b'{"a": 1e999}', "too large"),
    (b"[" * 20_000, "more than 32 levels"),
    (b'{"a": 1, "a": 2}', "two members named 'a'"),
]
"""What is no JSON, and what is said of it."""
OF_ADDRESSES = [
    *(Fault(f"{path}?q=x&type=Nonsense", 400, "type is 'Nonsense'") for path in ALL_SEARCHES),
    *(Fault(f"{path}?q=x&place=Nowhere", 400, "place is 'Nowhere'") for path in ALL_SEARCHES),
    *(Fault(f"{path}?q=x&lang=!!", 400, "lang is '!!'") for path in ALL_SEARCHES),
    *(Fault(f"{path}?q=Krak%F3w", 400, "is 0xF3") for path in ALL_SEARCHES),
    *(Fault(f"{path}?q=x&nonsense=1", 422, "nonsense") for path in ALL_SEARCHES),
    *(Fault(f"{path}?q={LONG}", 400, "longer than") for path in ALL_SEARCHES),
    *(Fault(f"{path}?q=x&q=y", 400, "q is 'x, then y'") for path in ALL_SEARCHES),
    Fault("/api/documents?limit=1&limit=2", 400, "given once"),
    Fault("/api/resolve?uri=a&uri=b", 400, "given once"),
    Fault("/reconcile/suggest/entity?prefix=a&prefix=b", 400, "given once"),
    Fault("/reconcile?queries={}&queries=1", 400, "given once"),
    Fault(f"/reconcile/preview?id={TOWN}&id=other", 400, "given once"),
    Fault("/api/suggest?q=x&limit=0", 422, "limit"),
    Fault("/api/suggest?q=x&limit=many", 422, "limit"),
    Fault("/api/search?q=x&limit=100000", 422, "limit"),
    Fault("/api/search?q=x&next=rubbish", 400, "next is 'rubbish'"),
    Fault(f"/api/entities/{TOWN}?include=nonsense", 400, "include is 'nonsense'"),
    Fault("/api/entities/nobody-zzzzzzzz", 404, "nobody-zzzzzzzz"),
    Fault("/api/entities/%00", 404, "Nothing here"),
    Fault("/api/documents?next=rubbish", 400, "next is 'rubbish'"),
    Fault("/api/documents?limit=-1", 422, "limit"),
    Fault("/api/documents/nothing", 404, "nothing"),
    Fault("/api/resolve", 400, "uri"),
    Fault("/api/resolve?uri=nonsense", 400, "names are searched"),
    Fault("/api/resolve?uri=javascript:alert(1)", 400, "names are searched"),
    Fault("/api/resolve?scheme=nonsense&value=1", 400, "scheme is 'nonsense'"),
    Fault("/api/resolve?scheme=lei&value=XX", 400, "value is 'XX'"),
    Fault(f"/api/resolve?uri=id:{TOWN}&scheme=lei&value=1", 400, "given alone"),
    Fault("/api/resolve?uri=id:nobody-zzzzzzzz", 404, "nobody-zzzzzzzz"),
    Fault("/api/changes?since=nonsense", 404, "nonsense"),
    Fault("/api/changes.atom?since=..%2F..%2Fetc%2Fpasswd", 404, "passwd"),
    Fault("/context/v9.jsonld", 404, "v9"),
    Fault("/api/lookup", 405, "method"),
    Fault("/reconcile/suggest/nonsense?prefix=a", 404, "Nothing"),
    Fault("/reconcile/suggest/entity?prefix=a&cursor=-1", 400, "cursor is '-1'"),
    Fault("/reconcile/suggest/entity?prefix=Krak%F3w", 400, "is 0xF3"),
    Fault(f"/reconcile/suggest/entity?prefix={LONG}", 400, "longer than"),
    Fault("/reconcile/preview", 400, "id is ''"),
    Fault("/reconcile/preview?id=nobody-zzzzzzzz", 404, "nobody-zzzzzzzz"),
    Fault("/reconcile/extend/propose?type=Nonsense", 400, "type is 'Nonsense'"),
    Fault("/reconcile/!!", 404, "!!"),
]
OF_BATCHES = [
    *(
        _json(path, 400, says, body)
        for path in ("/api/lookup", "/reconcile/v1/match", "/reconcile/v1/extend")
        for body, says in MALFORMED
    ),
    _json("/api/lookup", 400, "is 'null'", None),
    _json("/api/lookup", 400, '"items"', {"queries": []}),
    _json("/api/lookup", 400, "a list of 0", {"items": []}),
    _json("/api/lookup", 400, "limitt", {"items": ["a"], "limitt": 3}),
    _json("/api/lookup", 400, "candidates is '-1'", {"items": ["a"], "candidates": -1}),
    _json("/api/lookup", 400, "lang is '!!'", {"items": ["a"], "lang": "!!"}),
    _json("/api/lookup", 413, "10000 items", {"items": ["a"] * 10_000}),
    _json("/api/lookup", 413, "longer than 100000 bytes", {"items": ["x" * 100_000]}),
    _json("/reconcile/v1/match", 400, "queries is 'null'", {}),
    _json("/reconcile/v1/match", 413, "1000 queries", {"queries": [{}] * 1_000}),
    Fault("/reconcile/v1/match", 415, JSON, b"queries={}", {"Content-Type": FORM}),
    Fault(
        "/api/lookup",
        415,
        "Content-Encoding",
        b"x",
        {"Content-Type": JSON, "Content-Encoding": "gzip"},
    ),
    _form(400, "line 1, column 7", queries='{"q0":'),
    _form(400, "is '[1]'", queries=[1]),
    _form(400, "not empty", queries={"q0": {"query": ""}}),
    _form(400, "half a character", queries=r'{"q0": {"query": "\ud800"}}'),
    _form(400, "levels", queries="[" * 20_000),
    _form(400, "longer than", queries={"q0": {"query": LONG}}),
    _form(400, "type is 'Nonsense'", queries={"q0": {"query": "a", "type": "Nonsense"}}),
    _form(
        400,
        "pid is 'nonsense'",
        queries={"q0": {"query": "a", "properties": [{"pid": "nonsense", "v": 1}]}},
    ),
    _form(400, "type_strict is 'maybe'", queries={"q0": {"query": "a", "type_strict": "maybe"}}),
    _form(400, "limit is 'x'", queries={"q0": {"query": "a", "limit": "x"}}),
    _form(413, "1000 queries", queries={f"q{number}": {"query": "a"} for number in range(1_000)}),
    _form(400, "queries or extend", nonsense="1"),
    Fault("/reconcile", 400, "given once", b"queries={}&queries=1", {"Content-Type": FORM}),
    _form(400, "two members", queries='{"q0": {"query": "a"}, "q0": {"query": "b"}}'),
    _form(400, "line 1, column 2", extend="{"),
    _form(400, "ids is 'null'", extend={}),
    _form(400, "id is 'nonsense'", extend={"ids": [TOWN], "properties": [{"id": "nonsense"}]}),
    _form(413, "5000 ids", extend={"ids": ["x"] * 5_000, "properties": [{"id": "locatedIn"}]}),
    Fault("/reconcile", 415, FORM, b"{}", {"Content-Type": JSON}),
    Fault(
        "/reconcile",
        413,
        "longer than 100000 bytes",
        b"queries=" + b"x" * 100_000,
        {"Content-Type": FORM},
    ),
]


@pytest.mark.parametrize("fault", [*OF_ADDRESSES, *OF_BATCHES], ids=str)
def test_a_fault_has_its_own_clear_answer(service: Service, fault: Fault) -> None:
    answer = _ask(service, fault.path, fault.body, fault.headers)
    assert answer.status == fault.status, answer.body
    problem = json.loads(answer.body)
    assert fault.says in problem["detail"]
    assert (problem["status"], bool(problem["title"])) == (fault.status, True)
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("fault", [OF_ADDRESSES[0], OF_BATCHES[0]], ids=str)
def test_people_get_a_page_about_it(service: Service, fault: Fault) -> None:
    answer = _ask(service, fault.path, fault.body, {**fault.headers, "Accept": BROWSER})
    assert answer.status == fault.status
    assert answer.headers["content-type"].startswith("text/html")


# -- Faults of one item of a batch -----------------------------------------------------------------


def test_a_bad_item_of_a_lookup_harms_no_other(service: Service) -> None:
    bad = [
        {"nonsense": 1},
        5,
        None,
        [],
        "",
        "x" * 20_000,
        {"text": "Karaganda", "type": "Nonsense"},
        {"text": "Karaganda", "place": "Nowhere"},
        {"text": "Karaganda", "property": "x"},
        {"scheme": "nonsense", "value": "1"},
    ]
    batch = _json("/api/lookup", 200, "", {"items": ["Karaganda", *bad, f"id:{TOWN}"]})
    answer = json.loads(_ask(service, batch.path, batch.body, batch.headers).body)
    statuses = [result["status"] for result in answer["results"]]
    assert statuses == ["found", *["invalid"] * len(bad), "found"]
    assert answer["counts"] == {"found": 2, "invalid": len(bad)}
    details = [result["detail"] for result in answer["results"][1:-1]]
    assert all(details)
    assert "Nonsense" in details[6]


def test_a_bad_query_of_a_table_harms_no_other(service: Service) -> None:
    bad = {
        "q1": {"query": [5], "type": "Nonsense"},
        "q2": {"nonsense": 1},
        "q3": "text",
        "q4": None,
        "q5": {"query": "Karaganda", "limit": -1},
        "q6": {"query": "Karaganda", "properties": [{"pid": "nonsense", "v": "x"}]},
        "q7": {"query": ""},
        "q8": {"query": LONG},
    }
    batch = _form(200, "", queries={"q0": {"query": "Karaganda"}, **bad, "q9": {"query": TOWN}})
    answer = json.loads(_ask(service, batch.path, batch.body, batch.headers).body)
    assert set(answer) == {"q0", *bad, "q9"}
    assert [answer[key]["result"][0]["id"] for key in ("q0", "q9")] == [TOWN, TOWN]
    assert all(answer[key]["error"]["detail"] for key in bad)


def test_a_bad_query_of_the_draft_harms_no_other(service: Service) -> None:
    good = {"conditions": [{"matchType": "name", "propertyValue": "Karaganda"}]}
    bad = {"conditions": [{"matchType": "nonsense", "propertyValue": "Karaganda"}]}
    batch = _json("/reconcile/v1/match", 200, "", {"queries": [good, bad, 5, good]})
    answer = json.loads(_ask(service, batch.path, batch.body, batch.headers).body)
    first, *wrong, last = answer["results"]
    assert [each["candidates"][0]["id"] for each in (first, last)] == [TOWN, TOWN]
    assert all(each["error"]["detail"] for each in wrong)


# -- Odd texts that are no faults ------------------------------------------------------------------

SIGNS = ["*", "?", ".*", "%", "~", '"', "()", "\\", "/.*/", "+-", "[", "{}", "^", ":", "&&", "🏭"]
WRITTEN = [
    'name:"Karaganda"^2',
    "Karaganda AND NOT Karaganda",
    "(Karaganda",
    "Karaganda~9999",
    "[a TO z]",
    "Karaganda\\",
    "Karaganda* OR *",
    "} UNION { ?s ?p ?o } #",
    "'; DROP TABLE names; --",
    "<script>alert(1)</script>",
    "\x00\x07\x1b[31m",
    "\u202eadnagaraK",
    "e" + "\u0301" * 300,
    "a b " * 400,
    "../../etc/passwd",
    "{{7*7}} ${7*7} %s %n",
]


@pytest.mark.parametrize("text", SIGNS)
@pytest.mark.parametrize("path", ["/api/search", "/api/suggest"])
def test_signs_of_query_languages_are_text_and_find_nothing(
    service: Service, path: str, text: str
) -> None:
    answer = service.get(f"{path}?q={quote(text)}")
    found = json.loads(answer.body)
    assert (answer.status, found["query"], found["results"]) == (200, text, [])


@pytest.mark.parametrize("text", WRITTEN)
@pytest.mark.parametrize("path", ALL_SEARCHES)
def test_queries_of_other_languages_are_text(service: Service, path: str, text: str) -> None:
    answer = service.get(f"{path}?q={quote(text)}")
    assert answer.status == 200
    assert b"No such file" not in answer.body


@pytest.mark.parametrize("text", WRITTEN)
def test_queries_of_other_languages_are_text_in_batches_too(service: Service, text: str) -> None:
    lookup = _json("/api/lookup", 200, "", {"items": [text]})
    table = _form(200, "", queries={"q0": {"query": text}})
    for batch in (lookup, table):
        answer = _ask(service, batch.path, batch.body, batch.headers)
        assert answer.status == 200, answer.body


def test_none_of_it_was_a_fault_of_the_service(service: Service) -> None:
    for text in (*SIGNS, *WRITTEN):
        service.get(f"/search?q={quote(text)}", accept=BROWSER)
    assert service.log_lines("request_failed") == []
    assert service.log_lines("Traceback") == []
    assert json.loads(service.get("/api/search?q=Karaganda").body)["total"] > 0
