"""The addresses of related lists: in each form, for whoever asks, or refused with a reason."""

import pytest
from starlette.testclient import TestClient

RELATED = "/page/trace-kei-aaaaaaab/related/partner"


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [("text/html", "text/html"), ("text/csv", "text/csv"), ("*/*", "application/json")],
)
def test_a_list_comes_in_the_form_that_suits_the_client(
    site: TestClient, accept: str, media_type: str
) -> None:
    answer = site.get(RELATED, headers={"Accept": accept})
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == media_type


@pytest.mark.parametrize(
    ("query", "status"),
    [("?limit=2", 200), ("?limit=many", 400), ("?next=<>", 400), ("?class=Nothing%20such", 404)],
)
def test_what_a_list_cannot_be_asked_is_refused(site: TestClient, query: str, status: int) -> None:
    assert site.get(f"{RELATED}.json{query}").status_code == status


def test_a_page_of_a_list_leads_to_its_other_forms(site: TestClient) -> None:
    links = site.get(RELATED, headers={"Accept": "text/html"}).headers["link"]
    for extension in ("json", "jsonl", "csv"):
        assert f'<{RELATED}.{extension}>; rel="alternate"' in links
