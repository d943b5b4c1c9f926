import csv
import io
import json

import pytest
from starlette.testclient import TestClient

from clustergraph.web.api import streaming

QUESTIONS = ["q=cluster", "q=", "q=karaganda&type=Place", "q=qqqqqqqqq", "q=&place=Bulgaria"]


def whole(site: TestClient, question: str) -> list[str]:
    answer = site.get(f"/api/search?{question}&limit=100").json()
    assert answer["next"] is None
    return [result["iri"] for result in answer["results"]]


@pytest.mark.parametrize("pieces", [1, 3, 500])
@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("place", ["/api/search", "/search"])
def test_lines_are_the_whole_result_in_its_order(
    site: TestClient, place: str, question: str, pieces: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streaming, "_HITS_A_PIECE", pieces)
    answer = site.get(f"{place}.jsonl?{question}")
    assert answer.headers["content-type"] == "application/x-ndjson"
    lines = [json.loads(line) for line in answer.text.splitlines()]
    assert [line["iri"] for line in lines] == whole(site, question)


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("place", ["/api/search", "/search"])
def test_a_table_is_the_whole_result_below_a_header(
    site: TestClient, place: str, question: str
) -> None:
    answer = site.get(f"{place}.csv?{question}")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [row["iri"] for row in rows] == whole(site, question)
    assert answer.text.startswith("iri,label,language,type,")


def test_names_with_commas_and_quotes_stay_one_cell(site: TestClient) -> None:
    answer = site.get("/api/search.csv", params={"q": "Зелена синергия", "lang": "bg"})
    names = {row["name"] for row in csv.DictReader(io.StringIO(answer.text))}
    assert "Клъстер „Зелена синергия“" in names


@pytest.mark.parametrize("extension", ["jsonl", "csv"])
def test_what_can_not_be_asked_is_told_before_anything_is_sent(
    site: TestClient, extension: str
) -> None:
    for question in ("type=Banana", "place=Atlantis", "lang=12", "limit=3"):
        answer = site.get(f"/api/search.{extension}?q=a&{question}")
        assert answer.status_code in {400, 422}
        assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("extension", ["jsonl", "csv"])
def test_a_stream_is_known_by_its_tag(site: TestClient, extension: str) -> None:
    address = f"/api/search.{extension}?q=cluster"
    tag = site.get(address).headers["etag"]
    again = site.get(address, headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    head = site.head(address)
    assert (head.status_code, head.headers["etag"], head.content) == (200, tag, b"")


def test_a_search_links_to_its_lines_and_its_table(site: TestClient) -> None:
    answer = site.get("/api/search?q=карагaнда&type=Place&limit=1")
    link = answer.headers["link"]
    for extension in ("jsonl", "csv"):
        assert f"/api/search.{extension}?q=" in link
        assert "type=Place" in link
        assert "limit" not in link.split(f".{extension}")[1].split(">")[0]
