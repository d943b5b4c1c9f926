"""The parts make one service, which tells operators how it is and never shows its inside."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response
from starlette.testclient import TestClient

from clustergraph.operations.dataset import Dataset
from clustergraph.sparql.gate import Limits
from clustergraph.store.readers.pool import ReaderPool
from clustergraph.store.versions import Home
from clustergraph.web.app import create_app
from given.clients import BROWSER
from given.homes import publish


def _app(home: Path) -> FastAPI:
    readers = ReaderPool(readers=1, queue_length=1, memory_bytes=2**28)
    return create_app(
        Dataset(Home(home)), readers, limits=Limits(), seconds=5, cache_bytes=1_000_000
    )


@pytest.fixture
def empty_site(tmp_path: Path) -> Iterator[TestClient]:
    with TestClient(_app(tmp_path)) as client:
        yield client


def test_it_is_ready_when_a_reader_answers(site: TestClient, small_home: Home) -> None:
    assert site.get("/health/live").status_code == 200
    assert site.get("/health/ready").json() == {"version": small_home.current().id}


def test_without_a_version_it_lives_and_waits_for_one(
    empty_site: TestClient, tmp_path: Path
) -> None:
    assert empty_site.get("/health/live").status_code == 200
    for address in ("/health/ready", "/sparql", "/sparql?query=ASK%20%7B%7D"):
        assert empty_site.get(address).status_code == 503
    publish(tmp_path)
    assert empty_site.get("/health/ready").status_code == 200


def test_new_versions_are_served_without_a_restart(empty_site: TestClient, tmp_path: Path) -> None:
    for count in (1, 2, 3):
        version = publish(tmp_path, count)
        answer = empty_site.get("/sparql", params={"query": "ASK {}"})
        assert answer.headers["dataset-version"] == version.id


def test_two_services_stand_side_by_side(tmp_path: Path) -> None:
    one, other = publish(tmp_path / "one", 1), publish(tmp_path / "other", 2)
    with (
        TestClient(_app(tmp_path / "one")) as first,
        TestClient(_app(tmp_path / "other")) as second,
    ):
        assert first.get("/health/ready").json() == {"version": one.id}
        assert second.get("/health/ready").json() == {"version": other.id}


def test_our_own_fault_is_500_and_tells_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_: Request) -> Response:
        raise KeyError("secret")

    app = _app(tmp_path)
    app.router.add_route("/fail", fail)
    with TestClient(app) as client:
        answer = client.get("/fail")
    assert (answer.status_code, "secret" in answer.text) == (500, False)
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "secret" in caplog.text


@pytest.mark.parametrize("address", ["/health/live", "/nowhere", "/sparql", "/openapi.json"])
def test_every_answer_says_what_browsers_may_do_with_it(site: TestClient, address: str) -> None:
    headers = site.get(address).headers
    assert "default-src 'self'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize("address", ["/health/live", "/openapi.json", "/sparql"])
def test_head_and_options_work_everywhere(site: TestClient, address: str) -> None:
    head, get = site.head(address), site.get(address)
    assert (head.status_code, head.content) == (get.status_code, b"")
    assert head.headers["content-type"] == get.headers["content-type"]
    assert {"GET", "HEAD", "OPTIONS"} <= set(site.options(address).headers["allow"].split(", "))


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("/reconcile", {"GET", "POST", "HEAD", "OPTIONS"}),
        ("/api/lookup", {"POST", "OPTIONS"}),
        ("/api/search", {"GET", "HEAD", "OPTIONS"}),
    ],
)
def test_who_uses_a_wrong_method_is_told_all_right_ones(
    site: TestClient, address: str, allowed: set[str]
) -> None:
    answer = site.delete(address)
    assert answer.status_code == 405
    assert answer.headers.get_list("allow") == [site.options(address).headers["allow"]]
    assert set(answer.headers["allow"].split(", ")) == allowed


def test_files_are_only_read(site: TestClient) -> None:
    allowed = site.options("/assets/style.css").headers["allow"]
    assert set(allowed.split(", ")) == {"GET", "HEAD", "OPTIONS"}


def test_what_is_nowhere_is_nowhere_for_all_methods(site: TestClient) -> None:
    for method in ("GET", "HEAD", "OPTIONS", "POST"):
        assert site.request(method, "/nowhere").status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/ns/%ff",
        "/ns/%23",
        "/id/%C2%8C",
        "/page/http://[::1",
        "/data/doc/%EF%BF%BF.ttl",
        "/voc/%EE%80%80/a",
        "/api/entities/%F3%A0%80%81",
        "/why?s=http://[::1&p=a&o=b",
        "/why?s=a&p=http://a:b&o=b",
        "/why.json?s=%3Curn:%25%3E&p=a&o=b",
    ],
)
def test_what_no_address_can_hold_is_not_found(site: TestClient, address: str) -> None:
    assert site.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/ns", "/dataset", "/why", "/search?q=a"])
def test_browsers_of_other_hosts_may_send_what_these_addresses_understand(
    site: TestClient, address: str
) -> None:
    options = site.options(address).headers
    assert {"Range", "If-Range"} <= set(options["access-control-allow-headers"].split(", "))
    shown = site.get(address).headers["access-control-expose-headers"].split(", ")
    assert {"Accept-Ranges", "Content-Range"} <= set(shown)


def test_any_answer_at_all_is_known_to_a_client_that_has_one(site: TestClient) -> None:
    assert site.get("/ns", headers={"If-None-Match": "*"}).status_code == 304


def test_browsers_find_the_icon_beside_what_is_no_page(site: TestClient) -> None:
    answer = site.get("/favicon.ico")
    assert (answer.status_code, answer.headers["location"]) == (308, "/assets/icon.svg")


def test_people_get_a_page_about_what_is_missing(site: TestClient) -> None:
    answer = site.get("/nowhere", headers={"Accept": "text/html"})
    assert answer.status_code == 404
    assert "<h1>There is no such page</h1>" in answer.text


@pytest.mark.parametrize("accept", [BROWSER, "text/csv"])
def test_a_query_of_a_home_without_a_version_is_told_so(
    empty_site: TestClient, accept: str
) -> None:
    answer = empty_site.get("/sparql", params={"query": "ASK {}"}, headers={"Accept": accept})
    assert answer.status_code == 503


@pytest.mark.parametrize("accept", [BROWSER, "text/csv"])
def test_a_query_of_a_home_that_was_deleted_is_answered_or_refused_at_once(
    empty_site: TestClient, tmp_path: Path, accept: str
) -> None:
    publish(tmp_path)
    assert empty_site.get("/sparql", params={"query": "ASK {}"}).status_code == 200
    shutil.rmtree(tmp_path)
    text = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    answer = empty_site.get("/sparql", params={"query": text}, headers={"Accept": accept})
    assert answer.status_code in (200, 500)
