"""``/cite/…``: citations as files."""

import pytest
from starlette.testclient import TestClient

from given.read_pages import page, words

CLUSTER = "/page/green-synergy-aaaaaaaa"


@pytest.mark.parametrize("address", [CLUSTER, "/page/voc/modality/planned"])
def test_a_page_says_how_to_cite_it_and_leads_to_a_file_of_each_form(
    site: TestClient, address: str
) -> None:
    found = page(site, address)
    assert "The ClusterGraph authors (2" in words(found)
    files = [link for link in found.links() if link.startswith("/cite/")]
    types = [site.get(link).headers["content-type"] for link in files]
    assert types == [
        "application/x-bibtex",
        "application/x-research-info-systems",
        "application/vnd.citationstyles.csl+json",
    ]


def test_a_citation_names_the_version_that_answers(site: TestClient) -> None:
    answer = site.get("/cite/green-synergy-aaaaaaaa.json")
    (item,) = answer.json()
    assert item["version"] == answer.headers["dataset-version"]
    assert answer.headers["content-disposition"] == 'attachment; filename="clustergraph.json"'


def test_the_name_is_cited_in_the_language_asked_for(site: TestClient) -> None:
    (link,) = [it for it in page(site, f"{CLUSTER}?lang=pl").links() if ".ris" in it]
    assert "TI  - Klaster Zielona Synergia\r\n" in site.get(link).text


def test_who_has_the_citation_already_is_told_so(site: TestClient) -> None:
    tag = site.get("/cite/dare-aaaaaaae.bib").headers["etag"]
    assert site.get("/cite/dare-aaaaaaae.bib", headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/cite/dare-aaaaaaae", 404),
        ("/cite/dare-aaaaaaae.exe", 404),
        ("/cite/nobody-aaaaaaaz.bib", 404),
        ("/cite/%3Cx%3E.bib", 404),
        ("/cite/.bib", 404),
        ("/cite/gone-aaaaaaay.bib", 410),
        ("/cite/dare-aaaaaaae.bib?lang=%00", 400),
    ],
)
def test_what_can_not_be_cited_is_told_so(site: TestClient, address: str, status: int) -> None:
    assert site.get(address).status_code == status


def test_what_was_merged_is_cited_as_what_it_became(site: TestClient) -> None:
    answer = site.get("/cite/zelena-sinergiya-aaaaaaaz.bib?lang=pl", follow_redirects=False)
    assert answer.status_code == 301
    assert answer.headers["location"] == "/cite/green-synergy-aaaaaaaa.bib?lang=pl"
