import pytest
from starlette.testclient import TestClient

from clustergraph.iris import BASE
from clustergraph.web.problems.statuses import STATUSES
from clustergraph.web.problems.words import PROBLEM_WORDS
from given.clients import BROWSER

IRI = f"{BASE}problem/"


@pytest.mark.parametrize("name", PROBLEM_WORDS)
def test_each_type_is_explained_to_people_and_to_programs(site: TestClient, name: str) -> None:
    page = site.get(f"/problem/{name}", headers={"Accept": BROWSER})
    told = site.get(f"/problem/{name}").json()
    assert (page.status_code, told["type"]) == (200, f"{IRI}{name}")
    assert f"<h1>{told['title']}</h1>" in page.text
    assert str(told["status"]) in page.text


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/id/nobody-aaaaaaaa", {}),
        ("/id/gone-aaaaaaay", {}),
        ("/id/trace-kei-aaaaaaab", {"Accept": "image/png"}),
        ("/search?q=a&lang=<b>", {}),
        ("/sparql?query=nonsense", {}),
        ("/api/search?limit=x", {}),
    ],
)
def test_the_type_that_a_program_is_told_leads_to_its_explanation(
    site: TestClient, path: str, headers: dict[str, str]
) -> None:
    problem = site.get(path, headers={"Accept": "application/json", **headers})
    type_ = problem.json()["type"]
    told = site.get(f"/{type_.removeprefix(BASE)}").json()
    assert (told["type"], told["status"]) == (type_, problem.status_code)


def test_all_types_stand_in_one_list(site: TestClient) -> None:
    listed = site.get("/problem.json").json()["problems"]
    assert {each["type"] for each in listed} == {f"{IRI}{name}" for name in PROBLEM_WORDS}
    page = site.get("/problem", headers={"Accept": BROWSER}).text
    assert all(f'href="/problem/{name}"' in page for name in PROBLEM_WORDS)


def test_no_error_that_a_client_meets_lacks_an_explanation(site: TestClient) -> None:
    statuses = {each["status"] for each in site.get("/problem.json").json()["problems"]}
    assert {int(status) for status in STATUSES.values()} <= statuses


def test_an_unknown_type_is_not_found(site: TestClient) -> None:
    assert site.get("/problem/banana").status_code == 404
    assert site.get("/problem/gone.exe").status_code == 404


def test_an_explanation_is_in_the_reader_s_language(site: TestClient) -> None:
    page = site.get("/problem/gone?lang=pl", headers={"Accept": BROWSER})
    assert page.headers["content-language"] == "pl"
    assert 'hreflang="bg"' in page.text
    assert 'href="/problem?lang=pl"' in page.text
