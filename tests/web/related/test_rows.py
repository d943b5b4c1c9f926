"""The rows of a related list: the same things as lines, as a table and as a page of JSON."""

import csv
import io
import json

import pytest
from starlette.testclient import TestClient

RELATED = "/page/trace-kei-aaaaaaab/related/partner"


@pytest.fixture(scope="module")
def answer(site: TestClient) -> dict[str, object]:
    found: dict[str, object] = site.get(f"{RELATED}.json").json()
    return found


def test_lines_and_table_have_the_things_of_the_page(
    site: TestClient, answer: dict[str, list[dict[str, str]]]
) -> None:
    listed = [each["iri"] for each in answer["results"]]
    lines = site.get(f"{RELATED}.jsonl").text.splitlines()
    table = csv.DictReader(io.StringIO(site.get(f"{RELATED}.csv").text))
    assert listed
    assert [json.loads(line)["iri"] for line in lines] == listed
    assert [row["iri"] for row in table] == listed


def test_a_row_of_the_table_has_the_first_quote_and_the_number_of_all(
    site: TestClient, answer: dict[str, list[dict[str, list[dict[str, str]]]]]
) -> None:
    rows = csv.DictReader(io.StringIO(site.get(f"{RELATED}.csv").text))
    for row, result in zip(rows, answer["results"], strict=True):
        assert int(row["passages"]) == len(result["evidence"])
        assert row["quote"] == result["evidence"][0]["quote"]
