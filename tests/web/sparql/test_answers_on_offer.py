"""Each client gets what it asks for: format, coding, head, and what may be kept (RFC 9110)."""

import gzip

import pytest
import zstandard
from httpx2 import Response
from starlette.testclient import TestClient

from clustergraph.rdf.formats import RDF_FORMATS, RESULT_FORMATS, media_types
from given.clients import BROWSER

JSON = "application/sparql-results+json"
XML = "application/sparql-results+xml"
CSV = "text/csv; charset=utf-8"
TSV = "text/tab-separated-values; charset=utf-8"
TURTLE = "text/turtle; charset=utf-8"
HTML = "text/html; charset=utf-8"
ROWS = "PREFIX cg: <https://w3id.org/clustergraph/ns#> SELECT * { ?s a cg:Evidence ; ?p ?o }"
TRIPLES = "CONSTRUCT { ?c a ?d } { ?c a ?d FILTER(isIRI(?c) && isIRI(?d)) }"
SHORT = "ASK {}"
CHANGING = "SELECT (STRUUID() AS ?x) { ?s a ?c }"


def _get(site: TestClient, query: str = ROWS, **headers: str) -> Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return site.get("/sparql", params={"query": query}, headers={"Accept": "*/*", **named})


# -- Formats ---------------------------------------------------------------------------------------

OF_ROWS = [
    ("*/*", JSON),
    ("", JSON),
    (JSON, JSON),
    ("APPLICATION/SPARQL-RESULTS+JSON", JSON),
    ("application/json", "application/json"),
    ("application/sparql-results+json;charset=utf-8", JSON),
    ("application/json;profile=x", "application/json"),
    (XML, XML),
    ("application/xml", "application/xml"),
    ("text/xml", "text/xml; charset=utf-8"),
    ("text/csv", CSV),
    ("text/csv;header=present", CSV),
    ("text/csv;charset=utf-16", CSV),
    ("text/tab-separated-values", TSV),
    ("text/*", CSV),
    ("application/*", JSON),
    ("text/turtle, */*;q=0.1", JSON),
    ("text/turtle;q=0.9, text/csv;q=0.1", CSV),
    (f"{JSON};q=0.8, {XML};q=0.9", XML),
    (f"{JSON};q=0.9, text/csv;q=0.91", CSV),
    (f"*/*, {JSON};q=0", XML),
    ("application/*;q=0.5, */*;q=0.9", CSV),
    ("text/*, text/csv;q=0", TSV),
    ("*/*;q=0.1, application/*;q=0", CSV),
    (f"{JSON};q=0.001", JSON),
    ("text/csv , , garbage, a/b/c;;;", CSV),
    ("text/csv;q=0.5;q=0.1, application/xml;q=0.3", CSV),
    (BROWSER, HTML),
    ("text/html", HTML),
    ("text/html;q=0.5, text/csv", CSV),
]
OF_TRIPLES = [
    ("*/*", TURTLE),
    ("text/turtle", TURTLE),
    ("text/*", TURTLE),
    ("application/*", "application/n-triples"),
    ("application/n-triples", "application/n-triples"),
    ("application/n-quads", "application/n-quads"),
    ("application/trig", "application/trig"),
    ("application/rdf+xml", "application/rdf+xml"),
    ("application/ld+json", "application/ld+json"),
    ('application/ld+json;profile="http://www.w3.org/ns/json-ld#flattened"', "application/ld+json"),
    ("application/json", "application/json"),
    ("application/xml", "application/xml"),
    ("application/rdf+xml;q=0.9, text/turtle;q=0.5, */*;q=0.1", "application/rdf+xml"),
    ("application/*, application/n-triples;q=0", "application/ld+json"),
    (f"{JSON}, text/turtle;q=0.1", TURTLE),
]


@pytest.mark.parametrize(
    ("query", "accept", "media_type"),
    [
        *((SHORT, *case) for case in OF_ROWS),
        *(("SELECT * {}", *case) for case in OF_ROWS),
        *(("DESCRIBE <urn:x>", *case) for case in OF_TRIPLES),
        *(("CONSTRUCT { <urn:a> <urn:p> 1 } {}", *case) for case in OF_TRIPLES),
    ],
)
def test_the_format_is_the_one_that_the_client_likes_best(
    site: TestClient, query: str, accept: str, media_type: str
) -> None:
    answer = _get(site, query, Accept=accept)
    assert (answer.status_code, answer.headers["content-type"]) == (200, media_type)


@pytest.mark.parametrize("accept", ["text/turtle", "image/png", "*/*;q=0", f"{JSON};q=0", "x"])
def test_rows_in_no_format_on_offer_are_refused_with_the_offers(
    site: TestClient, accept: str
) -> None:
    answer = _get(site, SHORT, Accept=accept)
    assert answer.status_code == 406
    assert set(answer.json()["offers"]) == {*media_types(RESULT_FORMATS), "text/html"}
    assert "Accept" in answer.headers["vary"]


@pytest.mark.parametrize("accept", [JSON, "text/csv", "application/pdf", "text/*;q=0"])
def test_triples_in_no_format_on_offer_are_refused_with_the_offers(
    site: TestClient, accept: str
) -> None:
    answer = _get(site, "DESCRIBE <urn:x>", Accept=accept)
    assert answer.status_code == 406
    assert set(answer.json()["offers"]) == {*media_types(RDF_FORMATS), "text/html"}


def test_lines_of_the_header_count_together(site: TestClient) -> None:
    lines = [("Accept", "image/png, text/csv;q=0.5"), ("Accept", "text/tab-separated-values")]
    answer = site.get("/sparql", params={"query": SHORT}, headers=lines)
    assert answer.headers["content-type"] == TSV


@pytest.mark.parametrize("name", ["csv", "text/csv"])
def test_a_format_in_the_address_wins_over_the_header(site: TestClient, name: str) -> None:
    answer = site.get("/sparql", params={"query": SHORT, "format": name}, headers={"Accept": XML})
    assert answer.headers["content-type"] == CSV


@pytest.mark.parametrize("query", [SHORT, "SELECT", "ASK { SERVICE <urn:x> {} }"])
def test_a_header_that_accepts_nothing_still_gets_a_reason(site: TestClient, query: str) -> None:
    answer = _get(site, query, Accept="image/png")
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"]


# -- Codings ---------------------------------------------------------------------------------------


def _raw(
    site: TestClient, query: str, accept_encoding: str | None, method: str = "GET", **more: str
) -> tuple[Response, bytes]:
    known = site.headers.pop("accept-encoding", None)
    headers = {"Accept": "*/*", **{name.replace("_", "-"): value for name, value in more.items()}}
    if accept_encoding is not None:
        headers["Accept-Encoding"] = accept_encoding
    try:
        with site.stream(method, "/sparql", params={"query": query}, headers=headers) as answer:
            return answer, b"".join(answer.iter_raw())
    finally:
        if known is not None:
            site.headers["accept-encoding"] = known


def _decoded(answer: Response, raw: bytes) -> bytes:
    match answer.headers.get("content-encoding"):
        case "gzip":
            return gzip.decompress(raw)
        case "zstd":
            return zstandard.ZstdDecompressor().decompressobj().decompress(raw)
        case _:
            return raw


@pytest.mark.parametrize(
    ("accept_encoding", "coding"),
    [
        (None, None),
        ("", None),
        ("identity", None),
        ("gzip", "gzip"),
        ("x-gzip", "gzip"),
        ("zstd", "zstd"),
        ("gzip, deflate, br", "gzip"),
        ("gzip, deflate, br, zstd", "zstd"),
        ("zstd;q=0.5, gzip;q=0.9", "gzip"),
        ("zstd;q=0, *", "gzip"),
        ("gzip;q=0.3, identity;q=0.5", None),
        ("gzip;q=0", None),
        ("br, unheard-of", None),
        ("identity;q=0", None),
        ("*;q=0", None),
    ],
)
@pytest.mark.parametrize("query", [ROWS, TRIPLES, CHANGING])
def test_an_answer_comes_in_the_coding_that_the_client_likes_best(
    site: TestClient, query: str, accept_encoding: str | None, coding: str | None
) -> None:
    answer, raw = _raw(site, query, accept_encoding)
    assert answer.headers.get("content-encoding") == coding
    assert "Accept-Encoding" in answer.headers["vary"]
    plain = _decoded(answer, raw)
    if query != CHANGING:
        assert plain == _raw(site, query, "identity")[1]
    assert (len(raw) < len(plain) / 2) == (coding is not None)
    if "content-length" in answer.headers:
        assert answer.headers["content-length"] == str(len(raw))


@pytest.mark.parametrize("format_", [*RESULT_FORMATS, *RDF_FORMATS], ids=lambda it: it.key)
@pytest.mark.parametrize("coding", ["gzip", "zstd"])
def test_every_format_is_decoded_to_what_it_was(
    site: TestClient, format_: object, coding: str
) -> None:
    media_type = getattr(format_, "media_type")  # noqa: B009
    query = ROWS if format_ in RESULT_FORMATS else TRIPLES
    answer, raw = _raw(site, query, coding, Accept=media_type)
    assert answer.headers["content-encoding"] == coding
    assert _decoded(answer, raw) == _raw(site, query, "identity", Accept=media_type)[1]


def test_what_is_small_is_not_coded(site: TestClient) -> None:
    answer, raw = _raw(site, SHORT, "gzip")
    assert "content-encoding" not in answer.headers
    assert "Accept-Encoding" in answer.headers["vary"]
    assert raw == b'{"head":{},"boolean":true}'


def test_the_page_is_coded_too(site: TestClient) -> None:
    answer, raw = _raw(site, ROWS, "zstd", Accept=BROWSER)
    assert answer.headers["content-encoding"] == "zstd"
    assert b"</html>" in _decoded(answer, raw)


# -- What may be kept ------------------------------------------------------------------------------


@pytest.mark.parametrize("accept_encoding", ["gzip", "zstd", "identity"])
@pytest.mark.parametrize("accept", ["*/*", "text/csv"])
def test_a_client_that_has_the_answer_does_not_get_it_again(
    site: TestClient, accept_encoding: str, accept: str
) -> None:
    first, _ = _raw(site, ROWS, accept_encoding, Accept=accept)
    tag = first.headers["etag"]
    for known in (tag, tag.removeprefix("W/"), f'"a", {tag} ,"b"'):
        again, raw = _raw(site, ROWS, accept_encoding, Accept=accept, If_None_Match=known)
        assert (again.status_code, raw) == (304, b"")
        for name in ("etag", "vary", "cache-control", "dataset-version"):
            assert again.headers[name] == first.headers[name]
        assert "content-encoding" not in again.headers


def test_a_strong_tag_never_stands_for_two_sequences_of_bytes(site: TestClient) -> None:
    tags = {_raw(site, ROWS, coding)[0].headers["etag"] for coding in ("gzip", "zstd", "identity")}
    assert len(tags) == 3 or all(tag.startswith("W/") for tag in tags)


@pytest.mark.parametrize("known", ['"other"', "", "W/", '"', "garbage"])
def test_another_tag_gets_the_answer(site: TestClient, known: str) -> None:
    assert _get(site, SHORT, If_None_Match=known).status_code == 200


def test_only_reading_is_conditional(site: TestClient) -> None:
    tag = _get(site, SHORT).headers["etag"]
    headers = {"If-None-Match": tag, "Accept": "*/*"}
    assert site.post("/sparql", data={"query": SHORT}, headers=headers).status_code == 200
    assert site.head("/sparql", params={"query": SHORT}, headers=headers).status_code == 304


# -- HEAD, OPTIONS, other origins ------------------------------------------------------------------


@pytest.mark.parametrize(
    "query",
    [SHORT, ROWS, TRIPLES, "ASK { FILTER(RAND() < 2) }", "SELECT", "ASK { SERVICE <urn:x> {} }"],
)
@pytest.mark.parametrize("accept", ["*/*", "text/csv", BROWSER, "image/png"])
@pytest.mark.parametrize("coding", ["gzip", "identity"])
def test_head_tells_what_get_would(site: TestClient, query: str, accept: str, coding: str) -> None:
    get, _ = _raw(site, query, coding, Accept=accept)
    head, raw = _raw(site, query, coding, "HEAD", Accept=accept)
    assert raw == b""
    assert head.status_code == get.status_code
    told, told_to_head = dict(get.headers.items()), dict(head.headers.items())
    if accept == BROWSER:  # a page says how long its query took
        told.pop("content-length", None)
        told_to_head.pop("content-length", None)
    assert told_to_head == {name: told[name] for name in told_to_head}
    assert get.headers.keys() - head.headers.keys() <= {"content-length", "transfer-encoding"}


def test_options_tells_what_may_be_done(site: TestClient) -> None:
    answer = site.options("/sparql")
    assert (answer.status_code, answer.content) == (204, b"")
    assert set(answer.headers["allow"].split(", ")) == {"GET", "HEAD", "POST", "OPTIONS"}


def test_a_page_of_another_origin_may_ask_in_every_way(site: TestClient) -> None:
    asked = {
        "Origin": "https://example.org",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "accept, content-type, if-none-match",
    }
    told = site.options("/sparql", headers=asked).headers
    assert told["access-control-allow-origin"] == "*"
    assert {"GET", "POST"} <= set(told["access-control-allow-methods"].split(", "))
    allowed = {name.strip().lower() for name in told["access-control-allow-headers"].split(",")}
    assert {"accept", "content-type", "if-none-match"} <= allowed
    assert int(told["access-control-max-age"]) > 0


@pytest.mark.parametrize("query", [SHORT, "SELECT", ""])
def test_a_page_of_another_origin_may_read_every_answer(site: TestClient, query: str) -> None:
    headers = _get(site, query, Origin="https://example.org").headers
    assert headers["access-control-allow-origin"] == "*"
    assert {"Dataset-Version", "ETag"} <= set(headers["access-control-expose-headers"].split(", "))
    assert "access-control-allow-credentials" not in headers
