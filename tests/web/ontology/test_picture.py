"""The picture of the ontology: all classes and properties, and nothing on top of anything."""

from xml.etree import ElementTree as ET

import pytest
from starlette.testclient import TestClient

from clustergraph.operations.labels import Labels
from clustergraph.operations.ontology_guide.definitions import Definitions
from clustergraph.operations.ontology_guide.explain import Term, all_terms
from clustergraph.operations.ontology_guide.introduce import themes
from clustergraph.operations.ontology_guide.overview import overview
from clustergraph.store.graph import GraphStore
from clustergraph.web.linking import Linker
from clustergraph.web.ontology.picture import draw
from clustergraph.web.pictures.drawing import Box, Drawing
from clustergraph.web.wording.reader import ANYBODY, Reader
from given.read_pages import markup, page, words

SVG = "{http://www.w3.org/2000/svg}"


LANGUAGES = ["en", "pl", "bg"]


def drawing(graph: GraphStore, language: str) -> Drawing:
    labels = Labels(graph, language)
    found = all_terms(Definitions.read(graph), labels, language)
    order = [term for each in themes().values() for term in each]
    drawn = draw(overview(found, order), Linker(labels, Reader(language=language)))
    assert drawn is not None
    return drawn


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
    assert 'class="quiet sideways"' in markup(site, "/ns")
    assert 'class="quiet sideways widest"' in markup(site, "/ns?lang=pl")


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
    source = markup(site, "/ns?lang=pl")
    assert source.count("<svg ") == 1
    assert 'href="/ns/overview.svg?lang=pl"' in source
    assert "To samo słowami" in source
    assert "→ Kwalifikacja: " in words(page(site, "/ns?lang=pl"))


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
