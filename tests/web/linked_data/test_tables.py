import csv
import io

import pytest
from starlette.testclient import TestClient

from clustergraph.iris import BASE

ID, NS = f"{BASE}id/", f"{BASE}ns#"


def rows_of(site: TestClient, address: str) -> list[dict[str, str]]:
    answer = site.get(address)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(answer.text, newline="")))


def test_a_statement_is_a_row_with_the_words_that_say_it(site: TestClient) -> None:
    rows = rows_of(site, "/data/trace-kei-aaaaaaab.csv")
    (row,) = [row for row in rows if row["property"] == f"{NS}coordinatedBy"]
    assert row["value"] == f"{ID}dare-aaaaaaae"
    assert (row["subject_label"], row["property_label"]) == ("TRACE-KEI", "coordinated by")
    assert (row["quote"], row["quote_language"]) == (
        "DARE. от Италия – координатор на проекта",
        "bg",
    )
    assert row["document"] == f"{BASE}doc/9aa47e5e7e1b7005"
    assert (row["start"], row["end"], row["confidence"]) == ("340", "380", "0.9")
    assert row["evidence"] == f"{BASE}ev/0000000000000010"


def test_a_statement_that_two_passages_carry_has_two_rows(site: TestClient) -> None:
    rows = rows_of(site, "/data/4th-training-module-aaaaaaai.csv")
    quotes = [row["quote"] for row in rows if row["property"] == f"{NS}locatedIn"]
    assert len(quotes) == len(set(quotes)) == 2


def test_what_points_to_a_thing_has_its_words_too(site: TestClient) -> None:
    rows = rows_of(site, "/data/dare-aaaaaaae.csv")
    (row,) = [row for row in rows if row["subject"] == f"{ID}trace-kei-aaaaaaab" and row["quote"]]
    assert row["value"] == f"{ID}dare-aaaaaaae"


def test_what_only_follows_says_so_by_its_graph(site: TestClient) -> None:
    rows = rows_of(site, "/data/dare-aaaaaaae.csv")
    inferred = [row for row in rows if row["graph"] == f"{BASE}graph/inferred"]
    assert inferred
    assert not any(row["quote"] for row in inferred)


def test_literals_keep_their_language_and_datatype(site: TestClient) -> None:
    rows = rows_of(site, "/data/trace-kei-aaaaaaab.csv")
    (date,) = [row for row in rows if row["property"] == f"{NS}startDate"]
    assert date["value_datatype"].endswith("gYearMonth")
    assert "pl" in {
        row["value_language"] for row in rows_of(site, "/data/european-union-aaaaaaad.csv")
    }


@pytest.mark.parametrize(
    ("place", "total"), [("doc/71fb2550c3039bbf", 12), ("ev/" + "0" * 15 + "1", 1)]
)
def test_the_table_of_a_document_holds_each_statement_that_it_makes(
    site: TestClient, place: str, total: int
) -> None:
    rows = rows_of(site, f"/data/{place}.csv")
    carried = [row for row in rows if row["evidence"]]
    assert len(carried) == total


def test_what_a_person_rejected_is_marked_where_its_document_is_told(site: TestClient) -> None:
    rows = rows_of(site, "/data/doc/71fb2550c3039bbf.csv")
    (row,) = [row for row in rows if row["status"].endswith("/rejected")]
    assert (row["quote"], row["graph"]) == ("a European Union initiative", "")
    of_subject = rows_of(site, "/data/kazakhstan-sme-project-aaaaaaaj.csv")
    assert not any(row["status"].endswith("/rejected") for row in of_subject)


def test_names_come_in_the_language_asked_for_and_as_documents_have_them(site: TestClient) -> None:
    rows = rows_of(site, "/data/trace-kei-aaaaaaab.csv?lang=bg")
    assert "Клъстер „Зелена синергия“" in {row["value_label"] for row in rows}
    labels = {row["value_label"] for row in rows_of(site, "/data/trace-kei-aaaaaaab.csv")}
    assert any("<script>" in label for label in labels)
