from typing import Any

import pytest
from starlette.testclient import TestClient

TRAINING = "71fb2550c3039bbf"
CLUSTER = "9aa47e5e7e1b7005"


def ids(answer: Any) -> list[str]:
    return [result["iri"].rpartition("/")[2] for result in answer.json()["results"]]


def test_documents_are_listed_the_newest_first(site: TestClient) -> None:
    answer = site.get("/api/documents")
    assert ids(answer) == [TRAINING, CLUSTER]
    newest, _ = answer.json()["results"]
    assert newest["written_in"] == "en"
    assert newest["issued"] == "2018-03-01"
    assert newest["publisher"] == "European Foundation for Cluster Excellence"
    assert newest["label"].startswith("Karanganda hosts")
    assert newest["quoted"] > 0
    assert "source" not in newest


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("written_in=bg", [CLUSTER]),
        ("written_in=fr", []),
        ("publisher=european foundation for cluster excellence", [TRAINING]),
        ("publisher=nobody", []),
        ("issued_from=2018", [TRAINING]),
        ("issued_from=2018-03-02", []),
        ("issued_to=2017", [CLUSTER]),
        ("issued_to=2018-03", [TRAINING, CLUSTER]),
        ("issued_from=2017-02&issued_to=2017-02", [CLUSTER]),
        ("mentions=dare-aaaaaaae", [CLUSTER]),
        ("mentions=https://w3id.org/clustergraph/id/karaganda-aaaaaaah", [TRAINING]),
        ("mentions=cluster-excellence-aaaaaaac&written_in=bg", [CLUSTER]),
    ],
)
def test_filters_keep_what_they_say(site: TestClient, question: str, found: list[str]) -> None:
    answer = site.get(f"/api/documents?{question}")
    assert ids(answer) == found
    assert answer.json()["total"] == len(found)


@pytest.mark.parametrize(
    "address", ["/api/documents?limit=1", f"/api/documents/{TRAINING}/passages?limit=2"]
)
def test_pages_follow_each_other_without_gap_or_overlap(site: TestClient, address: str) -> None:
    whole = site.get(address.replace("limit=1", "limit=100").replace("limit=2", "limit=100")).json()
    key = "passages" if "passages" in whole else "results"
    collected = []
    following: str | None = address
    while following:
        answer = site.get(following)
        collected += answer.json()[key]
        following = answer.json()["next"]
        assert answer.links.get("next", {}).get("url") == following
        assert answer.json()["total"] == whole["total"]
    assert collected == whole[key]
    assert len(collected) == whole["total"] > 1


def test_a_document_tells_where_it_is_from(site: TestClient) -> None:
    found = site.get(f"/api/documents/{TRAINING}").json()
    assert found["file"] == "000_71fb2550c3039bbf.txt"
    assert found["characters"] == 3120
    assert found["sha256"].startswith(TRAINING)
    assert "entities" not in found
    assert site.get(found["passages_url"]).json()["total"] == found["quoted"]


def test_a_document_lists_what_it_mentions_where_asked(site: TestClient) -> None:
    found = site.get(f"/api/documents/{TRAINING}?include=entities").json()["entities"]
    assert found["total"] == len(found["results"])
    assert "Karaganda" in {each["label"] for each in found["results"]}


def test_passages_are_quoted_in_the_order_of_the_text_with_what_they_say(site: TestClient) -> None:
    found = site.get(f"/api/documents/{TRAINING}/passages").json()["passages"]
    starts = [each["start"] for each in found]
    assert starts == sorted(starts)
    by_quote = {each["quote"]: each for each in found}
    statement = by_quote["more than 31 participants"]["statement"]
    assert statement["subject"]["iri"].endswith("/id/4th-training-module-aaaaaaai")
    assert statement["property"] == "cg:participantCount"
    assert statement["object"] == {"value": "31", "language": "", "datatype": "xsd:integer"}
    other = by_quote["was delivered in Karaganda, Kazakhstan"]["statement"]["object"]
    assert other["label"] == "Karaganda"


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/api/documents?issued_from=yesterday", 400, "a year, a month or a day"),
        ("/api/documents?mentions=nobody", 400, "mentions"),
        ("/api/documents?next=nonsense", 400, "next"),
        ("/api/documents?limit=0", 422, "limit"),
        ("/api/documents?language=bg", 422, "language"),
        ("/api/documents/aaaaaaaaaaaaaaaa", 404, "aaaaaaaaaaaaaaaa"),
        ("/api/documents/a%20b", 404, "a b"),
        ("/api/documents/aaaaaaaaaaaaaaaa/passages", 404, "aaaaaaaaaaaaaaaa"),
        (f"/api/documents/{TRAINING}?include=text", 400, "entities"),
        (f"/api/documents/{TRAINING}/passages?next=x", 400, "next"),
    ],
)
def test_what_can_not_be_is_a_problem_that_says_what_can(
    site: TestClient, address: str, status: int, words: str
) -> None:
    answer = site.get(address)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert words in answer.json()["detail"]
