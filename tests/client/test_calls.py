"""What each call asks of the service, and how its answer is read; nothing is sent."""

import json
from collections.abc import Mapping
from urllib.parse import parse_qs, urlsplit

import pytest

from clustergraph.client import Item
from clustergraph.client import calls as to_call
from clustergraph.client.filters import DocumentFilters, Filters
from clustergraph.client.messages import JSON, JSON_LINES, SPARQL_JSON, Answer
from clustergraph.errors import StrangeAnswer

_BASE = "https://w3id.org/clustergraph"


def _answer(content: bytes, headers: Mapping[str, str] | None = None) -> Answer:
    return Answer(url="http://a.example/", status=200, headers=headers or {}, content=content)


def test_what_is_not_given_is_not_said() -> None:
    assert to_call.search("a b", Filters(), limit=None).request.url == "api/search?q=a+b"
    assert to_call.search("", Filters(), limit=None).request.url == "api/search"
    full = to_call.search(
        "a", Filters(kind=["City", "Region"], language="pl"), limit=5, facets=["type", "year"]
    )
    assert parse_qs(urlsplit(full.request.url).query) == {
        "q": ["a"],
        "type": ["City", "Region"],
        "lang": ["pl"],
        "limit": ["5"],
        "facets": ["type,year"],
    }


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("ruse-aaaaaaad", "ruse-aaaaaaad"),
        (f"{_BASE}/id/ruse-aaaaaaad", "ruse-aaaaaaad"),
        (f"{_BASE}/voc/sectors/agrifood", "voc/sectors/agrifood"),
        (f"{_BASE}/doc/0123", "doc/0123"),
        ("a/b c", "a%2Fb%20c"),
    ],
)
def test_an_entity_is_named_by_its_iri_or_the_end_of_it(name: str, path: str) -> None:
    call = to_call.entity(name, include=["names", "evidence"], language="")
    assert call.request.url == f"api/entities/{path}?include=names%2Cevidence"


@pytest.mark.parametrize("name", ["0123", f"{_BASE}/doc/0123"])
def test_a_document_and_its_passages_are_named_alike(name: str) -> None:
    assert to_call.document(name, include=(), language="").request.url == "api/documents/0123"
    passages = to_call.passages(name, language="").request.url
    assert passages == "api/documents/0123/passages?limit=100"


def test_items_are_sent_as_the_service_takes_them() -> None:
    items: list[str | Item] = [
        "Ruse",
        Item(text="Q5", scheme="wikidata", key=7),
        Item(text="x", kind="City"),
    ]
    request = to_call.lookup(items, language="", candidates=0).request
    assert (request.method, request.content_type) == ("POST", JSON)
    assert json.loads(request.body) == {
        "items": [
            "Ruse",
            {"scheme": "wikidata", "value": "Q5", "key": 7},
            {"text": "x", "type": ["City"]},
        ],
        "candidates": 0,
    }


def test_an_identifier_is_told_with_its_scheme_or_alone() -> None:
    by_scheme = to_call.resolve("Q5", scheme="wikidata", language="").request.url
    assert by_scheme == "api/resolve?scheme=wikidata&value=Q5"
    assert to_call.resolve("iso:KZ", scheme="", language="").request.url.endswith("uri=iso%3AKZ")


def test_documents_are_narrowed_by_what_is_given() -> None:
    filters = DocumentFilters(written_in="pl", language="en")
    assert to_call.documents(filters).request.url == (
        "api/documents?written_in=pl&lang=en&limit=100"
    )


def test_a_long_query_is_posted_and_a_short_one_got_with_its_time() -> None:
    short = to_call.query("ASK {}", seconds=2.5).request
    assert (short.method, short.accept) == ("GET", SPARQL_JSON)
    assert parse_qs(urlsplit(short.url).query) == {"query": ["ASK {}"], "timeout": ["2.5"]}
    long = to_call.query("#" * 3_000, seconds=None).request
    assert (long.method, long.url, long.body[:6]) == ("POST", "sparql", b"query=")


def test_the_next_page_is_asked_for_where_the_page_before_says() -> None:
    call = to_call.documents(DocumentFilters())
    after = call.going_on_at("/kg/api/documents?next=x")
    assert (after.request.url, after.read) == ("/kg/api/documents?next=x", call.read)


@pytest.mark.parametrize("content", [b"", b"{}", b'{"since": "a", "version": "b"'])
def test_changes_that_do_not_say_how_many_they_are_are_none(content: bytes) -> None:
    call = to_call.changes("a")
    assert call.request.accept == JSON_LINES
    with pytest.raises(StrangeAnswer):
        call.read(_answer(content))


def test_fewer_changes_than_were_promised_are_no_answer() -> None:
    head = b'{"since": "a", "version": "b", "changes": 1, "rest_differs": true}'
    with pytest.raises(StrangeAnswer, match="0 of 1 changes"):
        to_call.changes("a").read(_answer(head))


def test_the_version_is_told_by_a_header() -> None:
    call = to_call.version()
    assert call.read(_answer(b"", {"dataset-version": "v1"})) == "v1"
    with pytest.raises(StrangeAnswer):
        call.read(_answer(b""))
