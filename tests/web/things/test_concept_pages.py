"""The pages of concepts and vocabularies."""

from urllib.request import urlopen

from starlette.testclient import TestClient

from given.read_pages import page, words


def test_a_concept_is_defined_and_placed(site: TestClient) -> None:
    found = page(site, "/page/voc/modality/planned?lang=pl")
    assert "zaplanowane" in words(found)
    assert "Oznaczenie planned" in words(found)
    assert "/voc/modality?lang=pl" in found.links()


def test_a_vocabulary_lists_its_concepts(site: TestClient) -> None:
    links = page(site, "/page/voc/modality").links()
    assert {"/voc/modality/fact", "/voc/modality/planned", "/voc/modality/reported"} <= set(links)
    assert "/voc/modality" in page(site, "/ns").links()


def test_what_justifies_a_link_is_no_thing_that_points_to_a_vocabulary(served: str) -> None:
    with urlopen(f"{served}/page/voc/sectors") as answer:
        assert "/link/" not in answer.read().decode()


def test_only_what_was_read_in_documents_leads_to_why(site: TestClient) -> None:
    concept = page(site, "/page/voc/modality/planned")
    document = page(site, "/page/doc/9aa47e5e7e1b7005").text.partition("What it says")[0]
    assert not [link for link in concept.links() if link.startswith("/why")]
    assert "why?" not in document


def test_a_concept_is_cited_reported_and_asked_for_as_an_entity_is(site: TestClient) -> None:
    links = page(site, "/page/voc/modality/planned").links()
    assert "/cite/voc/modality/planned.bib" in links
    assert any(link.startswith("/report?about=") for link in links)
    (query,) = [link for link in links if link.startswith("/sparql?") and "is+stated" in link]
    assert "planned" in site.get(query, headers={"Accept": "text/csv"}).text
