"""What is answered at the addresses of what somebody asked to be forgotten."""

import hashlib
import json
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from clustergraph.iris import BASE
from clustergraph.model import HIDDEN
from given.forgetful import FORMS, WHY, Forgetful, iri_like


def _addresses(forgetful: Forgetful) -> list[str]:
    local = forgetful.iri.local
    return [
        *(f"/id/{local}", f"/page/{local}", f"/data/{local}", f"/data/{local}.ttl"),
        *(f"/data/{local}.json", f"/api/entities/{local}"),
    ]


def test_a_program_gets_a_problem_with_the_reason(
    forgetful_site: TestClient, forgetful: Forgetful
) -> None:
    for address in _addresses(forgetful):
        answer = forgetful_site.get(address)
        assert answer.status_code == 410, address
        assert answer.headers["Content-Type"] == "application/problem+json"
        problem = answer.json()
        assert problem["type"] == "https://w3id.org/clustergraph/problem/withdrawn"
        assert problem["why"] == WHY
        assert problem["detail"].endswith(WHY)
        assert not [form for form in FORMS if form in answer.text.lower()]


def test_a_reader_gets_a_page_with_the_reason_that_does_not_repeat_the_name(
    forgetful_site: TestClient, forgetful: Forgetful
) -> None:
    answer = forgetful_site.get(f"/page/{forgetful.iri.local}", headers={"Accept": "text/html"})
    assert answer.status_code == 410
    assert WHY in answer.text
    assert not [form for form in FORMS if form in answer.text.lower()]


def test_a_passage_about_it_is_withdrawn_too(
    forgetful_site: TestClient, forgetful: Forgetful
) -> None:
    assert forgetful.passages
    for passage in forgetful.passages:
        for prefix in ("/ev/", "/page/ev/", "/data/ev/"):
            assert forgetful_site.get(f"{prefix}{passage.local}").status_code == 410
    assert forgetful_site.get("/ev/0123456789abcdef").status_code == 404


def test_why_something_held_of_it_is_withdrawn_too(
    forgetful_site: TestClient, forgetful: Forgetful
) -> None:
    for part in ("s", "o"):
        parts = {"s": "cg:Person", "p": "a", "o": "cg:Person"} | {part: forgetful.iri}
        answer = forgetful_site.get("/why", params=parts)
        assert (answer.status_code, answer.json()["why"]) == (410, WHY)
        assert not [form for form in FORMS if form in answer.text.lower()]


def test_what_is_called_after_it_is_found_from_its_old_address(
    forgetful_site: TestClient, forgetful: Forgetful
) -> None:
    old = iri_like(forgetful.place, "zofia-nowacka-foundation").local
    for prefix in ("/id/", "/page/", "/api/entities/"):
        answer = forgetful_site.get(f"{prefix}{old}")
        assert answer.status_code == 301
        assert answer.headers["Location"].endswith(f"/foundation-{old[-8:]}")
    page = forgetful_site.get(f"/page/foundation-{old[-8:]}")
    assert f"{HIDDEN * 13} Foundation" in page.text


@pytest.mark.parametrize("path", ["/api/search", "/api/suggest", "/search.json"])
def test_no_look_up_finds_it(forgetful_site: TestClient, forgetful: Forgetful, path: str) -> None:
    for text in ("Zofia Nowacka", "Nowackiej", forgetful.iri, forgetful.iri.local):
        found = forgetful_site.get(path, params={"q": text}).json()["results"]
        assert not [each for each in found if each["type"] == "Person"]


def test_the_page_of_a_document_says_that_words_are_hidden(
    forgetful_site: TestClient, forgetful: Forgetful
) -> None:
    content = (forgetful.place.documents / "training.txt").read_bytes()
    id_ = hashlib.sha256(content).hexdigest()[:16]
    page = forgetful_site.get(f"/page/doc/{id_}").text
    assert f"{HIDDEN * 13}" in page
    assert "Names that somebody asked to be forgotten are hidden by blocks" in page
    assert not [form for form in FORMS if form in page.lower()]


def test_a_document_without_hidden_words_says_nothing_of_them(site: TestClient) -> None:
    page = site.get("/page/doc/71fb2550c3039bbf").text
    assert "hidden by blocks" not in page


LOOKUPS = [
    "/api/suggest?q={asked}",
    "/api/search?q={asked}",
    "/api/search.jsonl?q={asked}",
    "/api/search.csv?q={asked}",
    "/api/resolve?uri={asked}",
    "/api/documents?mentions={asked}",
    "/api/documents?publisher={asked}",
    "/reconcile/suggest/entity?prefix={asked}",
    "/reconcile/flyout/entity?id={asked}",
    "/reconcile/preview?id={asked}",
]
LISTS = [
    "/api/search.jsonl",
    "/api/search.csv",
    "/api/search?facets=type,place,lang&limit=100",
    "/api/documents",
    "/api/changes.atom",
    "/reconcile/about",
    "/docs",
    "/openapi.json",
]


@pytest.mark.parametrize(
    "asked", ["Zofia Nowacka", "zofi", "Nowackiej", "Зофия Новацка", "z.nowacka@example.org"]
)
def test_no_lookup_finds_it_by_any_form_of_the_name(forgetful_site: TestClient, asked: str) -> None:
    texts = [forgetful_site.get(path.format(asked=quote(asked))).text for path in LOOKUPS]
    query = {"q0": {"query": asked, "limit": 100}}
    texts += [
        forgetful_site.post("/api/lookup", json={"items": [asked]}).text,
        forgetful_site.post("/reconcile", data={"queries": json.dumps(query)}).text,
    ]
    for text in texts:
        rest = text.replace(asked, "").replace(quote(asked), "").lower()  # what was asked is told
        assert not [form for form in FORMS if form in rest], text


@pytest.mark.parametrize("address", LISTS)
def test_no_list_holds_it(forgetful_site: TestClient, address: str) -> None:
    answer = forgetful_site.get(address)
    assert answer.status_code == 200
    assert not [form for form in FORMS if form in answer.text.lower()]


def test_nothing_that_is_still_here_tells_of_it(forgetful_site: TestClient) -> None:
    lines = forgetful_site.get("/api/search.jsonl").text.splitlines()
    ids = [json.loads(line)["iri"].removeprefix(f"{BASE}id/") for line in lines]
    ids = [id_.removeprefix(BASE).replace("/", ":") for id_ in ids]
    offered = forgetful_site.get("/reconcile/suggest/property?prefix=&limit=40").json()["result"]
    texts = [forgetful_site.get(f"/reconcile/preview?id={id_}").text for id_ in ids]
    for content in ("names", "quotes", "documents"):
        columns = [{"id": each["id"], "settings": {"content": content}} for each in offered]
        table = json.dumps({"ids": ids, "properties": columns})
        answer = forgetful_site.post("/reconcile", data={"extend": table})
        assert answer.status_code == 200
        texts.append(answer.text)
    for text in texts:
        assert not [form for form in FORMS if form in text.lower()], text


def test_no_change_tells_of_it(forgetful_site: TestClient, forgetful: Forgetful) -> None:
    answer = forgetful_site.get("/api/changes", params={"since": forgetful.built.version.id})
    assert answer.status_code == 410
    assert not [form for form in FORMS if form in answer.text.lower()]
