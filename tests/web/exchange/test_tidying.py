import pytest
from starlette.testclient import TestClient

LOCAL = "trace-kei-aaaaaaab"


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (f"/id/{LOCAL}/", f"/id/{LOCAL}"),
        (f"//id/{LOCAL}", f"/id/{LOCAL}"),
        (f"/page//{LOCAL}?lang=pl", f"/page/{LOCAL}?lang=pl"),
        (f"/page/{LOCAL}///", f"/page/{LOCAL}"),
        (f"/data/{LOCAL}.ttl/", f"/data/{LOCAL}.ttl"),
        ("/voc/modality/fact/", "/voc/modality/fact"),
        ("/ns/", "/ns"),
        ("/ns/Cluster/", "/ns/Cluster"),
        ("/search/?q=a%2Fb&q=%2B", "/search?q=a%2Fb&q=%2B"),
        ("/api/search/", "/api/search"),
        ("//dumps//", "/dumps/"),
        ("/id/%D0%BA%D0%BB/", "/id/%D0%BA%D0%BB"),
        ("/id/a%0Ab/", "/id/a%0Ab"),
    ],
)
def test_an_address_with_a_slash_too_many_leads_to_the_one_without(
    site: TestClient, path: str, place: str
) -> None:
    answer = site.get(f"http://testserver{path}")
    assert (answer.status_code, answer.headers["location"]) == (308, place)


@pytest.mark.parametrize("path", ["/", "/dumps/", "/ns"])
def test_what_is_tidy_is_answered_at_once(site: TestClient, path: str) -> None:
    assert site.get(path).status_code in {200, 404}


@pytest.mark.parametrize(
    "path", ["//evil.example/", "///evil.example/x", "/%5Cevil.example/", "/nothing/"]
)
def test_what_stands_for_nothing_leads_nowhere(site: TestClient, path: str) -> None:
    answer = site.get(f"http://testserver{path}")
    assert answer.status_code == 404
    assert "location" not in answer.headers


@pytest.mark.parametrize(
    "path",
    [
        "/page/%00",
        "/id/%00",
        "/page/a%0ab",
        "/page/%ff",
        "/page/..%2f..%2fetc",
        "/page/..%2f",
        "/page/%2e%2e//x",
        "/page/.",
        "/data/..ttl",
        "/page/" + "x" * 5000,
        "/id/%E2%80%AErtl",
        "/linkset/%00.json",
        "/voc/%F0%9F%98%80",
        "/page/https:/evil.example",
        "/problem/%00",
        "/ns/%00",
    ],
)
def test_what_can_be_no_iri_of_ours_is_not_found(site: TestClient, path: str) -> None:
    assert site.get(path).status_code == 404


def test_a_request_that_is_no_get_is_led_on_as_what_it_is(site: TestClient) -> None:
    answer = site.post("/api/lookup/", json={})
    assert (answer.status_code, answer.headers["location"]) == (308, "/api/lookup")
