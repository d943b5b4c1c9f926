"""What the pages of the ontology tell, and that the picture is drawn from the ontology itself."""

import re
from html import unescape
from xml.etree import ElementTree as ET

import pytest
from starlette.testclient import TestClient

from clustergraph.operations.labels import Labels
from clustergraph.operations.ontology_guide.definitions import Definitions
from clustergraph.operations.ontology_guide.explain import Term, all_terms
from clustergraph.operations.ontology_guide.introduce import themes
from clustergraph.operations.ontology_guide.overview import overview
from clustergraph.rdf.ontology_documents import releases
from clustergraph.store.graph import GraphStore
from clustergraph.web.linking import Linker
from clustergraph.web.ontology.changes import as_html
from clustergraph.web.ontology.picture import draw
from clustergraph.web.pictures.drawing import Box, Drawing
from clustergraph.web.wording.reader import ANYBODY, Reader

SVG = "{http://www.w3.org/2000/svg}"
LANGUAGES = ["en", "pl", "bg"]


def html(site: TestClient, address: str) -> str:
    answer = site.get(address, headers={"Accept": "text/html"})
    assert answer.status_code == 200
    return answer.text


def words(site: TestClient, address: str) -> str:
    """Return what a page shows, without its marks."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html(site, address))).split())


@pytest.fixture(scope="module")
def terms(small_graph: GraphStore) -> list[Term]:
    return all_terms(Definitions.read(small_graph), Labels(small_graph), "en")


def drawing(graph: GraphStore, language: str) -> Drawing:
    labels = Labels(graph, language)
    found = all_terms(Definitions.read(graph), labels, language)
    order = [term for each in themes().values() for term in each]
    drawn = draw(overview(found, order), Linker(labels, Reader(language=language)))
    assert drawn is not None
    return drawn


# -- A term --


def test_a_term_page_tells_what_follows_and_by_which_rule(site: TestClient) -> None:
    found = words(site, "/ns/fundingSource")
    assert "follows by the rules, never read from a text" in found
    assert "wherever part of and then source of funding lead" in found
    assert "Whatever is said by “funded by” is also said by “source of funding”" in found
    assert "INSERT { GRAPH graph:inferred" in found


def test_a_term_page_says_what_one_of_means(site: TestClient) -> None:
    found = words(site, "/ns/fundedBy")
    assert "Domain activity Range: one of cluster, organisation" in found
    assert "Whatever has it is of the class activity; that follows" in found
    assert "nothing follows from it about which" in found


def test_a_term_page_counts_its_uses(site: TestClient) -> None:
    assert "3 statements: 3 asserted, 0 inferred; in 1 document." in words(site, "/ns/partner")
    assert "3 of this class: 0 directly, 3 by a narrower class or another rule" in words(
        site, "/ns/Place"
    )


def test_a_term_page_quotes_real_uses_where_they_stand(site: TestClient) -> None:
    page = html(site, "/ns/coordinatedBy")
    assert '<blockquote lang="bg">DARE. от Италия – координатор на проекта</blockquote>' in page
    assert 'href="/page/doc/9aa47e5e7e1b7005?at=' in page
    assert "български" in page


def test_a_term_page_shows_the_shapes_that_speak_of_it(site: TestClient) -> None:
    found = words(site, "/ns/partner")
    assert "warning This partner is also named as a payer" in found
    assert "violation A partner is an organisation, a cluster or a project" in found
    assert "sh:disjoint cg:fundedBy" in found


def test_the_shapes_of_the_ontology_stand_in_a_section_of_their_own(site: TestClient) -> None:
    of_data, of_ontology = html(site, "/ns/shapes").split("Shapes of the ontology")
    assert 'id="startDate-object"' in of_data
    assert 'id="header-title"' in of_ontology
    assert "header-title" not in of_data


def test_a_term_page_says_what_its_alignments_mean(site: TestClient) -> None:
    found = words(site, "/ns/Person")
    assert "Specialises each of ours is one of theirs foaf:Person" in found
    assert "Close to much the same" in found


def test_a_term_page_leads_to_the_questions_that_use_it(site: TestClient) -> None:
    page = html(site, "/ns/taughtBy")
    assert 'href="/queries/who-taught"' in page


def test_a_term_is_named_and_defined_in_all_languages(site: TestClient) -> None:
    page = html(site, "/ns/Cluster?lang=bg")
    for language, label in (("en", "cluster"), ("pl", "klaster"), ("bg", "клъстер")):
        assert re.search(f'<[a-z]+[^>]* lang="{language}"[^>]*>{label}</', page)
    assert re.search('<p class="lead"><[a-z]+[^>]* lang="bg"[^>]*>Група от свързани', page)


def test_the_ready_query_of_every_term_in_use_runs_and_gives_rows(
    site: TestClient, terms: list[Term]
) -> None:
    for term in terms:
        page = html(site, f"/ns/{term.thing.iri.local}")
        (query,) = re.findall(r'<pre class="query"[^>]*>(.*?)</pre>', page, re.DOTALL)
        (count,) = re.findall(r"<p>(\d+) (?:of this class|statements?)[:;.]", page)
        answer = site.get(
            "/sparql", params={"query": unescape(query)}, headers={"Accept": "text/csv"}
        )
        assert answer.status_code == 200, answer.text
        assert (len(answer.text.splitlines()) > 1) == (int(count) > 0), term.thing.iri


# -- The whole --


def test_the_page_groups_every_term_by_its_theme(site: TestClient, terms: list[Term]) -> None:
    page = html(site, "/ns")
    for term in terms:
        assert page.count(f'<section id="{term.thing.iri.local}">') == 1
    for theme in themes():
        assert f">{theme}</h2>" in page


def test_the_page_leads_to_all_downloads_and_versions(site: TestClient) -> None:
    page = html(site, "/ns")
    for address in (
        *("/ns.ttl", "/ns.nq", "/ns/shapes.ttl", "/ns/rules.txt", "/ns/vocabularies/sectors.rdf"),
        *(f"/ns/{version}" for version in releases()),
    ):
        assert f'href="{address}"' in page
        assert site.get(address).status_code == 200


def test_the_change_log_stands_on_the_page(site: TestClient) -> None:
    page = html(site, "/ns")
    assert '<div class="changes" lang="en">' in page
    assert '<h3><a href="/ns/0.2.0">0.2.0</a>' in page


def test_markup_in_a_change_log_shows_as_text() -> None:
    assert "<script>" not in as_html("A <script>alert(1)</script>\n\n<script>alert(2)</script>")


@pytest.mark.parametrize("address", ["/ns", "/ns/fundedBy", "/ns/shapes", "/ns/rules"])
def test_no_place_of_a_page_has_the_name_of_another(site: TestClient, address: str) -> None:
    names = re.findall(r'\bid="([^"]*)"', html(site, address))
    assert len(names) == len(set(names))
    inside = re.findall(r'href="#([^"]*)"', html(site, address))
    assert set(inside) <= {*names, "main"}


def test_a_vocabulary_can_be_taken_whole_from_its_page(site: TestClient) -> None:
    assert 'href="/ns/vocabularies/modality.ttl"' in html(site, "/page/voc/modality")
    assert "/ns/vocabularies/" not in html(site, "/page/voc/modality/fact")


# -- The picture --


def test_every_class_stands_in_the_picture(small_graph: GraphStore, terms: list[Term]) -> None:
    named = [
        name
        for box in all_boxes(drawing(small_graph, "en"))
        for each in box.words
        for name in each.names
    ]
    for term in terms:
        if term.is_class:
            assert named.count(f"cg:{term.thing.iri.local}") == 1


def test_every_arrow_is_a_property_with_that_domain_and_range(
    small_graph: GraphStore, terms: list[Term]
) -> None:
    by_name = {f"cg:{term.thing.iri.local}": term for term in terms}
    drawn = drawing(small_graph, "en")
    family = {box.words[0].names[0]: box for box in drawn.boxes if box.words}
    inside = {
        name: {name, *(chip.words[0].names[0] for chip in box.boxes)}
        for name, box in family.items()
    }
    assert len(drawn.arrows) > 10
    for arrow in drawn.arrows:
        for name in (name for each in arrow.words for name in each.names):
            domain = {f"cg:{it.iri.local}" for it in by_name[name].domain.things}
            range_ = {f"cg:{it.iri.local}" for it in by_name[name].range.things}
            assert range_ & inside[f"cg:{arrow.relation.target.local}"], name
            for source in arrow.relation.sources:
                assert domain & inside[f"cg:{source.local}"], name


def test_arrows_begin_and_end_at_the_boxes_that_they_join(small_graph: GraphStore) -> None:
    drawn = drawing(small_graph, "en")
    family = {box.words[0].names[0]: box for box in drawn.boxes if box.words}
    (frame,) = (box for box in drawn.boxes if not box.words)
    for arrow in drawn.arrows:
        source, target = arrow.relation.sources, arrow.relation.target
        ends = [family[f"cg:{source[0].local}"] if len(source) == 1 else frame]
        ends.append(family[f"cg:{target.local}"])
        for (x, y), box in zip((arrow.points[0], arrow.points[-1]), ends, strict=True):
            assert box.x <= x <= box.right
            assert box.y <= y <= box.bottom
            assert x in (box.x, box.right) or y in (box.y, box.bottom)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_in_the_picture_lies_on_anything_else(
    small_graph: GraphStore, language: str
) -> None:
    drawn = drawing(small_graph, language)
    families = [box for box in drawn.boxes if box.words]
    for box in families:
        assert not any(overlap(box, other) for other in families if other is not box)
        for number, chip in enumerate(box.boxes):
            assert box.x < chip.x
            assert chip.right < box.right
            assert chip.bottom < box.bottom
            assert not any(overlap(chip, other) for other in box.boxes[:number])
        assert box.right < drawn.width
        assert box.bottom < drawn.height


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_the_picture_never_shrink_below_12_pixels_on_a_usual_screen(
    small_graph: GraphStore, language: str
) -> None:
    drawn = drawing(small_graph, language)
    page, least_of_the_widest = 1280 - 80, 104 * 16
    shown = max(page, least_of_the_widest) if drawn.is_widest else page
    assert 14 * min(1, shown / drawn.width) > 12


def test_who_sees_a_part_of_the_picture_is_told_to_move_it(site: TestClient) -> None:
    assert 'class="quiet sideways"' in html(site, "/ns")
    assert 'class="quiet sideways widest"' in html(site, "/ns?lang=pl")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_is_svg_that_needs_nothing_from_elsewhere(
    site: TestClient, language: str
) -> None:
    answer = site.get(f"/ns/overview.svg?lang={language}")
    assert answer.headers["content-type"] == "image/svg+xml"
    root = ET.fromstring(answer.content)
    assert root.tag == f"{SVG}svg"
    assert {element.tag for element in root.iter()} <= {
        f"{SVG}{name}"
        for name in ("svg", "title", "desc", "defs", "marker", "path", "g", "rect", "text", "a")
    }
    assert not any("style" in element.attrib for element in root.iter())
    texts = {link.get("lang") for link in root.iter(f"{SVG}a")}
    assert texts == {language}
    for link in root.iter(f"{SVG}a"):
        assert str(link.get("href")).startswith("/ns/")


def test_the_picture_has_a_title_and_says_in_words_what_it_shows(site: TestClient) -> None:
    root = ET.fromstring(site.get("/ns/overview.svg").content)
    named = str(root.get("aria-labelledby")).split()
    found = {element.get("id"): element.text or "" for element in root}
    assert all(found[name] for name in named)
    assert " to Agent by funded by" in found["drawing-description"]


def test_the_picture_stands_in_the_page_with_its_words(site: TestClient) -> None:
    page = html(site, "/ns?lang=pl")
    assert page.count("<svg ") == 1
    assert 'href="/ns/overview.svg?lang=pl"' in page
    assert "To samo słowami" in page
    assert "→ Kwalifikacja: " in words(site, "/ns?lang=pl")


def test_without_an_ontology_there_is_no_picture() -> None:
    empty = overview([], [])
    assert draw(empty, Linker(Labels(GraphStore.__new__(GraphStore)), ANYBODY)) is None


def all_boxes(drawn: Drawing) -> list[Box]:
    boxes = list(drawn.boxes)
    return boxes + [inside for box in boxes for inside in box.boxes]


def overlap(one: Box, other: Box) -> bool:
    return (
        one.x < other.right
        and other.x < one.right
        and one.y < other.bottom
        and other.y < one.bottom
    )
