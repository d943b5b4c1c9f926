"""What the pages of the ontology tell, and that the picture is drawn from the ontology itself."""

import re

import pytest
from starlette.testclient import TestClient

from clustergraph.operations.ontology_guide.explain import Term
from clustergraph.operations.ontology_guide.introduce import themes
from clustergraph.rdf.ontology_documents import releases
from clustergraph.web.ontology.changes import as_html
from given.read_pages import markup

# -- A term --


def test_the_shapes_of_the_ontology_stand_in_a_section_of_their_own(site: TestClient) -> None:
    of_data, of_ontology = markup(site, "/ns/shapes").split("Shapes of the ontology")
    assert 'id="startDate-object"' in of_data
    assert 'id="header-title"' in of_ontology
    assert "header-title" not in of_data


# -- The whole --


def test_the_page_groups_every_term_by_its_theme(site: TestClient, terms: list[Term]) -> None:
    source = markup(site, "/ns")
    for term in terms:
        assert source.count(f'<section id="{term.thing.iri.local}">') == 1
    for theme in themes():
        assert f">{theme}</h2>" in source


def test_the_page_leads_to_all_downloads_and_versions(site: TestClient) -> None:
    source = markup(site, "/ns")
    for address in (
        *("/ns.ttl", "/ns.nq", "/ns/shapes.ttl", "/ns/rules.txt", "/ns/vocabularies/sectors.rdf"),
        *(f"/ns/{version}" for version in releases()),
    ):
        assert f'href="{address}"' in source
        assert site.get(address).status_code == 200


def test_the_change_log_stands_on_the_page(site: TestClient) -> None:
    source = markup(site, "/ns")
    assert '<div class="changes" lang="en">' in source
    assert '<h3><a href="/ns/0.2.0">0.2.0</a>' in source


def test_markup_in_a_change_log_shows_as_text() -> None:
    assert "<script>" not in as_html("A <script>alert(1)</script>\n\n<script>alert(2)</script>")


@pytest.mark.parametrize("address", ["/ns", "/ns/fundedBy", "/ns/shapes", "/ns/rules"])
def test_no_place_of_a_page_has_the_name_of_another(site: TestClient, address: str) -> None:
    names = re.findall(r'\bid="([^"]*)"', markup(site, address))
    assert len(names) == len(set(names))
    inside = re.findall(r'href="#([^"]*)"', markup(site, address))
    assert set(inside) <= {*names, "main"}


def test_a_vocabulary_can_be_taken_whole_from_its_page(site: TestClient) -> None:
    assert 'href="/ns/vocabularies/modality.ttl"' in markup(site, "/page/voc/modality")
    assert "/ns/vocabularies/" not in markup(site, "/page/voc/modality/fact")


# -- The picture --
