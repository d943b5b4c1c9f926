"""``/why`` shows the steps to a statement, to people and to programs."""

import pytest
from starlette.testclient import TestClient

PAGE = {"Accept": "text/html"}
MONEY = "s=id:4th-training-module-aaaaaaai&p=cg:fundingSource&o=id:european-union-aaaaaaad"


def test_a_page_shows_the_steps_with_their_quotes(site: TestClient) -> None:
    page = site.get(f"/why?{MONEY}", headers=PAGE)
    assert page.status_code == 200
    assert "<blockquote" in page.text
    assert "a European Union initiative" in page.text
    assert "gives “source of funding”" in page.text
    assert 'href="#way-1-step-2"' in page.text
    assert 'href="/ns/rules#chains"' in page.text


def test_programs_get_json_by_accept_and_by_extension(site: TestClient) -> None:
    answer = site.get(f"/why?{MONEY}")
    assert answer.headers["content-type"] == "application/json"
    assert answer.json() == site.get(f"/why.json?{MONEY}", headers=PAGE).json()
    assert answer.json()["ways"][0]["steps"][0]["because"] == [2, 3]


def test_what_follows_on_the_page_of_a_thing_leads_to_why(site: TestClient) -> None:
    page = site.get("/page/4th-training-module-aaaaaaai", headers=PAGE).text
    address = f'href="/why?{MONEY.replace("&", "&amp;")}"'
    assert address in page


def test_the_language_of_names_is_kept_on_the_way(site: TestClient) -> None:
    page = site.get("/page/4th-training-module-aaaaaaai?lang=pl", headers=PAGE).text
    assert f"/why?{MONEY.replace('&', '&amp;')}&amp;lang=pl" in page
    assert "Unia Europejska" in site.get(f"/why?{MONEY}&lang=pl", headers=PAGE).text


def test_the_page_leads_to_a_query_for_the_same_quotes(site: TestClient) -> None:
    page = site.get(f"/why?{MONEY}", headers=PAGE).text
    assert "/sparql?query=%23+Which+statements" in page


@pytest.mark.parametrize(
    ("query", "status", "problem"),
    [
        (MONEY.replace("cg:fundingSource", "cg:partner"), 404, "does-not-hold"),
        (MONEY.replace("european-union-aaaaaaad", "nobody-aaaaaaaz"), 404, "not-found"),
        (MONEY.replace("id:european-union-aaaaaaad", "Nobody"), 404, "not-found"),
        ("s=id:a-aaaaaaaa", 400, "invalid-parameter"),
        (MONEY.replace("id:european-union-aaaaaaad", "<x y>"), 404, "not-found"),
        (MONEY.replace("id:european-union-aaaaaaad", "cg:x y"), 404, "not-found"),
    ],
)
def test_what_has_no_answer_is_a_problem(
    site: TestClient, query: str, status: int, problem: str
) -> None:
    answer = site.get(f"/why?{query}")
    assert answer.status_code == status
    assert answer.json()["type"].endswith(f"/{problem}")


def test_a_form_that_is_not_offered_is_not_found(site: TestClient) -> None:
    assert site.get(f"/why.ttl?{MONEY}").status_code == 404
