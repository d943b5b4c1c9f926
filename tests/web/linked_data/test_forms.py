"""Which form of a thing a visitor gets."""

import pytest
from starlette.testclient import TestClient

from given.clients import BROWSER

LOCAL = "trace-kei-aaaaaaab"


@pytest.mark.parametrize(
    ("query", "accept", "place"),
    [
        ("lang=pl", BROWSER, f"/page/{LOCAL}?lang=pl"),
        ("rdf=1.2", "text/turtle", f"/data/{LOCAL}.ttl?rdf=1.2"),
        ("rdf=1.2&lang=pl", "application/trig;version=1.2", f"/data/{LOCAL}.trig?rdf=1.2&lang=pl"),
        ("format=nq", BROWSER, f"/data/{LOCAL}.nq"),
    ],
)
def test_what_the_client_asked_for_is_kept_on_the_way(
    site: TestClient, query: str, accept: str, place: str
) -> None:
    answer = site.get(f"/id/{LOCAL}?{query}", headers={"Accept": accept})
    assert answer.headers["location"] == place
    assert answer.headers["dataset-version"]


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (f"/id/{LOCAL}.ttl", f"/data/{LOCAL}.ttl"),
        (f"/id/{LOCAL}.html", f"/page/{LOCAL}"),
        (f"/id/{LOCAL}.csv?lang=pl", f"/data/{LOCAL}.csv?lang=pl"),
        (f"/page/{LOCAL}.html?lang=pl", f"/page/{LOCAL}?lang=pl"),
        (f"/page/{LOCAL}.jsonld", f"/data/{LOCAL}.jsonld"),
        (f"/data/{LOCAL}.html", f"/page/{LOCAL}"),
        (f"/data/{LOCAL}?format=html", f"/page/{LOCAL}"),
        ("/doc/71fb2550c3039bbf.json", "/data/doc/71fb2550c3039bbf.json"),
        ("/voc/modality/fact.ttl", "/data/voc/modality/fact.ttl"),
    ],
)
def test_a_suffix_on_any_address_of_a_thing_leads_to_that_form(
    site: TestClient, path: str, place: str
) -> None:
    answer = site.get(path, headers={"Accept": BROWSER})
    assert (answer.status_code, answer.headers["location"]) == (303, place)


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/id/zelena-sinergiya-aaaaaaaz.ttl", "/id/green-synergy-aaaaaaaa.ttl"),
        ("/id/zelena-sinergiya-aaaaaaaz?format=nq", "/id/green-synergy-aaaaaaaa?format=nq"),
        ("/data/zelena-sinergiya-aaaaaaaz", "/data/green-synergy-aaaaaaaa"),
        ("/page/zelena-sinergiya-aaaaaaaz?lang=pl", "/page/green-synergy-aaaaaaaa?lang=pl"),
        ("/data/zelena-sinergiya-aaaaaaaz.nt?rdf=1.2", "/data/green-synergy-aaaaaaaa.nt?rdf=1.2"),
    ],
)
def test_what_was_merged_keeps_what_was_asked_for(site: TestClient, path: str, place: str) -> None:
    answer = site.get(path)
    assert (answer.status_code, answer.headers["location"]) == (301, place)


@pytest.mark.parametrize("path", [f"/id/{LOCAL}.exe", f"/page/{LOCAL}.exe", "/id/nobody.ttl"])
def test_a_suffix_that_is_none_leads_nowhere(site: TestClient, path: str) -> None:
    assert site.get(path).status_code == 404


@pytest.mark.parametrize(
    ("path", "accept", "place"),
    [
        ("/", "text/turtle", "/dataset.ttl"),
        ("/?lang=pl", "text/html;q=0.5, application/ld+json", "/dataset.jsonld?lang=pl"),
        ("/queries", "text/turtle", "/queries.ttl"),
        ("/queries/who-taught", "text/turtle, */*;q=0.1", "/queries.ttl"),
        ("/shapes", "text/turtle", "/ns/shapes.ttl"),
        ("/shapes", BROWSER, "/ns/shapes"),
    ],
)
def test_the_iri_of_what_has_a_page_of_its_own_leads_to_rdf_that_describes_it(
    site: TestClient, path: str, accept: str, place: str
) -> None:
    answer = site.get(path, headers={"Accept": accept})
    assert (answer.status_code, answer.headers["location"]) == (303, place)


@pytest.mark.parametrize("accept", ["", "*/*", BROWSER, "image/png", "text/html, text/turtle"])
def test_whoever_takes_a_page_or_neither_gets_the_page(site: TestClient, accept: str) -> None:
    answer = site.get("/", headers={"Accept": accept})
    assert (answer.status_code, answer.headers["content-type"][:9]) == (200, "text/html")
    assert "Accept" in answer.headers["vary"].split(", ")
