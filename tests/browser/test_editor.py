"""The editor at ``/sparql`` in a real browser: what it does for those who ask, offline."""

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from clustergraph.web.sparql.editor import editor_links
from given.axe import RULES_OF_LOOKS, violations
from given.running import Service, wait_for

BUILT = bool(editor_links().script)
PREFIXES = """PREFIX cg: <https://w3id.org/clustergraph/ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
PROJECTS = f"{PREFIXES}CONSTRUCT {{ ?s ?p ?o }} {{ ?s a cg:Project ; ?p ?o . ?o a cg:Agent }}"
PLACES = """SELECT ?city ?where ?when {
  VALUES (?city ?where ?when) {
    ("Sofia" "POINT(23.32 42.70)" 2) ("Almaty" "Point (76.9 43.25)" 10)
    ("Vienna" "POINT(16.37 48.2)" 1)
  }
}"""
DESK = ViewportSize(width=1280, height=1000)
PHONE = ViewportSize(width=390, height=844)
MANY = "SELECT ?n { ?s ?p ?o BIND(STRLEN(STR(?o)) AS ?n) } LIMIT 5000"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not BUILT, reason="the editor is not bundled: make test does it with npm"),
]


@pytest.fixture
def tab(open_page: Callable[..., Page], served: str) -> Page:
    """A tab on a desk, not at the editor yet."""
    return open_page(served, viewport=DESK)


@pytest.fixture
def page(tab: Page) -> Page:
    """The editor, where nobody has written anything yet."""
    tab.goto("/sparql")
    tab.locator(".CodeMirror").wait_for()
    return tab


def _write(page: Page, text: str) -> None:
    """Replace the query; its last line is typed by hand."""
    before, newline, last = text.rpartition("\n")
    page.locator(".CodeMirror-code").click()
    page.evaluate(
        """text => {
          const editor = document.querySelector(".CodeMirror").CodeMirror;
          editor.setValue(text);
          editor.setCursor(editor.lineCount(), 0);
        }""",
        before + newline,
    )
    page.keyboard.type(last)


def _text(page: Page) -> str:
    return str(page.evaluate("document.querySelector('.CodeMirror').CodeMirror.getValue()"))


def _ask(page: Page, text: str) -> None:
    _write(page, text)
    page.keyboard.press("Control+Enter")
    page.locator(".size").wait_for()


def _pause(page: Page) -> None:
    """Type nothing until the editor has kept the text, and said what it does not understand."""
    wait_for(lambda: page.evaluate("localStorage.length") > 0)


def _column(page: Page, number: int) -> list[str]:
    return page.locator(f".table-view tbody td:nth-child({number})").all_inner_texts()


def _has_focus(page: Page, selector: str) -> bool:
    return bool(page.evaluate(f"Boolean(document.activeElement.closest({json.dumps(selector)}))"))


# -- Writing a query -------------------------------------------------------------------------------


def test_classes_are_offered_after_a_with_label_definition_and_count(page: Page) -> None:
    _write(page, "SELECT * {\n  ?x a cg:Cl")
    offer = page.locator(".CodeMirror-hint").first
    expect(offer).to_contain_text("cg:Cluster")
    expect(offer.locator(".definition")).to_contain_text("A group of related firms")
    assert int(offer.locator(".extra").inner_text()) > 0
    page.keyboard.press("Enter")
    assert "?x a cg:Cluster" in _text(page)


def test_a_chosen_term_brings_its_prefix(page: Page) -> None:
    _write(page, "# Who?\nSELECT * {\n  ?x a train")
    page.locator(".CodeMirror-hint", has_text="cg:Training").first.wait_for()
    page.keyboard.press("Enter")
    question, prefix, *_ = _text(page).split("\n")
    assert question == "# Who?"
    assert prefix == "PREFIX cg: <https://w3id.org/clustergraph/ns#>"


def test_a_term_is_found_by_its_label_in_another_language(page: Page) -> None:
    _write(page, "SELECT * {\n  ?x a клъст")
    expect(page.locator(".CodeMirror-hint").first).to_contain_text("cg:Cluster")


def test_properties_that_things_of_the_class_have_come_first(page: Page) -> None:
    _write(page, f"{PREFIXES}SELECT * {{\n  ?x a cg:Person ; cg:")
    page.locator(".CodeMirror-hint").first.wait_for()
    of_persons = page.locator(".CodeMirror-hint b").all_inner_texts()
    _write(page, f"{PREFIXES}SELECT * {{\n  ?x cg:")
    page.locator(".CodeMirror-hint").first.wait_for()
    of_all = page.locator(".CodeMirror-hint b").all_inner_texts()
    assert "cg:startDate" not in of_persons
    assert "cg:affiliatedWith" in of_persons
    assert len(of_persons) < len(of_all)


def test_things_are_found_by_name(page: Page) -> None:
    _write(page, "SELECT * {\n  ?x ?p id:hilfs")
    page.locator(".CodeMirror-hint", has_text="Hilfswerk International").first.wait_for()
    page.keyboard.press("Enter")
    assert "?x ?p id:hilfswerk-international-" in _text(page)
    assert "PREFIX id: <https://w3id.org/clustergraph/id/>" in _text(page)


def test_a_prefix_is_declared_when_it_is_used(page: Page) -> None:
    _write(page, "SELECT * {\n  ?x skos:")
    wait_for(lambda: "PREFIX skos:" in _text(page))


def test_a_line_that_is_not_sparql_is_marked_after_a_pause(page: Page) -> None:
    _write(page, "SELECT * {\n  ?x ?y }}")
    expect(page.locator(".complaint")).to_contain_text("Line 2")
    assert page.locator(".wrong-line").count() == 1


def test_triple_terms_are_no_mistake(page: Page) -> None:
    _ask(page, "ASK { BIND(<<( <urn:a> <urn:b> 1 )>> AS ?t) OPTIONAL { ?s ?p 2 {| ?q 3 |} } }")
    _pause(page)
    assert page.locator(".wrong-line, .problem").count() == 0
    assert page.locator(".size").inner_text().startswith("Yes")


def test_tab_moves_on(page: Page) -> None:
    page.locator(".CodeMirror-code").click()
    assert _has_focus(page, ".CodeMirror")
    page.keyboard.press("Tab")
    assert _has_focus(page, ".actions button")
    page.keyboard.press("Shift+Tab")
    assert _has_focus(page, ".CodeMirror")


def test_what_is_being_written_is_there_again(page: Page) -> None:
    _write(page, "ASK { <urn:once-more> ?p ?o }")
    _pause(page)
    page.goto("/sparql")
    page.locator(".CodeMirror").wait_for()
    assert "urn:once-more" in _text(page)


# -- Asking ----------------------------------------------------------------------------------------


def test_a_query_is_run_by_keyboard_and_its_rows_lead_to_their_pages(page: Page) -> None:
    _ask(page, f"{PREFIXES}SELECT ?c ?n {{ ?c a cg:Country ; skos:prefLabel ?n }} ORDER BY ?n")
    assert "version 2" in page.locator(".size").inner_text()
    assert "rows" in page.locator(".size").inner_text()
    assert page.locator(".table-view .language").count() > 0
    page.locator(".table-view tbody a").first.click()
    assert "/page/" in page.url


def test_an_error_is_told_at_its_line(page: Page) -> None:
    _write(page, "SELECT * {\n  ?s ?p ?o\n}\nLIMITT 5")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".problem")).to_contain_text("line 4")
    assert page.locator(".wrong-line").count() == 1
    line = page.evaluate("document.querySelector('.CodeMirror').CodeMirror.getCursor().line")
    assert line == 3


def test_what_is_too_large_for_a_page_is_offered_as_files(page: Page) -> None:
    _write(page, "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".problem")).to_contain_text("take it as a file")
    csv = page.locator(".files a", has_text="CSV").get_attribute("href") or ""
    assert "format=csv" in csv
    assert "&version=2" in csv
    assert page.locator(".table-view").count() == 0


def test_an_error_told_by_the_page_itself_is_marked_too(tab: Page) -> None:
    tab.goto(f"/sparql?query={quote('ASK {')}")
    tab.locator(".wrong-line").wait_for()
    assert tab.locator(".problem").count() == 1


@pytest.mark.parametrize("text", [PLACES, PROJECTS, "ASK {}"], ids=["rows", "graph", "yes"])
def test_an_address_with_a_query_is_asked_once(tab: Page, text: str) -> None:
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(f"/sparql?query={quote(text)}")
    tab.locator(".size").wait_for()
    assert len([address for address in asked if "query=" in address]) == 1


def test_cancelling_frees_the_reader(page: Page, our_service: Service) -> None:
    _write(page, ENDLESS)
    page.keyboard.press("Control+Enter")
    wait_for(lambda: our_service.is_at_work)
    page.get_by_role("button", name="Cancel").click()
    expect(page.locator(".clock")).to_have_text("Cancelled.")
    wait_for(lambda: not our_service.is_at_work)
    _ask(page, "ASK {}")
    assert page.locator(".size").inner_text().startswith("Yes")


def test_a_question_is_found_and_asked_by_one_click(page: Page) -> None:
    page.get_by_label("Find a question").fill("pays directly")
    page.locator("aside li:visible a").click()
    page.locator(".table-view").wait_for()
    assert page.locator("aside li:visible").count() <= 1
    assert _text(page).startswith("# Who pays directly for a project")
    assert "Austrian Development Cooperation" in " ".join(_column(page, 1))


# -- Looking at an answer --------------------------------------------------------------------------


def test_rows_are_sorted_as_numbers_filtered_and_leafed_through(page: Page) -> None:
    _ask(page, MANY)
    assert len(_column(page, 1)) == 100
    page.get_by_role("button", name="n", exact=True).click()
    lengths = [int(text) for text in _column(page, 1)]
    assert lengths == sorted(lengths)
    page.get_by_role("button", name="Later rows").click()
    assert int(_column(page, 1)[0]) >= lengths[-1]
    expect(page.get_by_text("Rows 101–200 of 5,000")).to_be_visible()
    page.get_by_label("Filter the rows").fill("no such thing")
    assert _column(page, 1) == []


def test_a_constructed_graph_is_drawn_and_told_in_words(page: Page) -> None:
    _ask(page, PROJECTS)
    triples = page.locator(".table-view tbody tr").count()
    page.get_by_role("button", name="Graph").click()
    page.locator(".canvas canvas").first.wait_for()
    page.get_by_text("The relations as a list").click()
    assert page.locator(".graph-view li:visible", has_text="id:").count() == triples


def test_points_are_drawn_on_a_map_and_listed(page: Page) -> None:
    _ask(page, PLACES)
    page.get_by_role("button", name="Map").click()
    page.locator(".dots circle").first.wait_for()
    assert page.locator(".dots circle").count() == 3
    assert page.locator(".land path").count() > 100
    listed = page.locator(".map-view li").all_inner_texts()
    assert [item.split(" · ")[0] for item in listed] == ["Sofia", "Almaty", "Vienna"]


def test_only_views_that_fit_are_offered(page: Page) -> None:
    _ask(page, "SELECT ?n { VALUES ?n { 1 2 } }")
    assert page.locator(".choices button").all_inner_texts() == ["Table", "Raw"]


def test_the_raw_answer_of_a_graph_is_turtle(page: Page) -> None:
    _ask(page, PROJECTS)
    page.get_by_role("button", name="Raw").click()
    expect(page.locator(".raw-view pre")).to_contain_text("<https://w3id.org/clustergraph/id/")


@pytest.mark.parametrize(
    ("text", "view", "seen"), [(PLACES, "Map", ".dots circle"), (PROJECTS, "Graph", ".canvas")]
)
def test_the_address_brings_others_to_the_same_view(
    page: Page, text: str, view: str, seen: str
) -> None:
    _ask(page, text)
    page.get_by_role("button", name=view).click()
    page.locator(seen).first.wait_for()
    shared, asked = page.url, _text(page)
    page.goto("about:blank")
    page.goto(shared)
    page.locator(seen).first.wait_for()
    assert _text(page) == asked


def test_the_link_to_a_question_is_short(tab: Page) -> None:
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.goto("/queries/everything-about-one#view=graph")
    tab.locator(".canvas").wait_for()
    tab.get_by_role("button", name="Copy link").click()
    tab.get_by_role("button", name="Copied").wait_for()
    link = tab.evaluate("navigator.clipboard.readText()")
    assert link.endswith("/queries/everything-about-one#view=graph")


def test_a_query_too_long_for_an_address_is_asked_and_shared_all_the_same(page: Page) -> None:
    values = " ".join(f'"{number}-{"x" * 60}"' for number in range(150))
    _ask(page, f"SELECT ?v {{ VALUES ?v {{ {values} }}\n}}")
    assert page.locator(".size").inner_text().startswith("150 rows")
    assert "#" in page.url
    page.reload()
    page.locator(".size").wait_for()
    assert page.locator(".size").inner_text().startswith("150 rows")


def test_an_answer_is_taken_as_a_file_with_a_name(tab: Page) -> None:
    tab.goto("/queries/direct-payers")
    tab.locator(".table-view").wait_for()
    with tab.expect_download() as download:
        tab.get_by_role("link", name="CSV").click()
    assert download.value.suggested_filename == "direct-payers.csv"
    assert "payer,quote,document" in Path(download.value.path()).read_text()


def test_what_else_the_address_asks_is_told_and_can_be_left_out(tab: Page) -> None:
    tab.goto(f"/sparql?query={quote('SELECT * { ?s ?p ?o }')}&default-graph-uri=urn:none")
    tab.locator(".size").wait_for()
    assert tab.locator(".size").inner_text().startswith("No rows")
    assert tab.get_by_text("Asked with default-graph-uri urn:none").count() == 1
    tab.get_by_role("button", name="Ask without").click()
    tab.get_by_role("button", name="Ask", exact=True).click()
    tab.locator(".table-view").wait_for()
    assert "default-graph-uri" not in tab.url


def test_markup_in_an_answer_stays_text(page: Page) -> None:
    _ask(page, 'SELECT ?x { VALUES ?x { "<img src=x onerror=alert(1)>" <javascript:alert(1)> } }')
    assert _column(page, 1) == ["<img src=x onerror=alert(1)>", "javascript:alert(1)"]
    assert page.locator(".found img, .found tbody a").count() == 0


# -- Everybody -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "view", "seen"),
    [
        ("LIMIT", "table", ".problem"),
        (MANY, "table", ".table-view"),
        (PLACES, "map", ".dots circle"),
        (PROJECTS, "graph", ".canvas canvas"),
    ],
    ids=["error", "table", "map", "graph"],
)
def test_the_editor_fits_a_phone_and_axe_finds_nothing_by_night_there_and_by_day_on_a_desk(
    tab: Page, text: str, view: str, seen: str
) -> None:
    tab.set_viewport_size(PHONE)
    tab.emulate_media(color_scheme="dark")
    tab.goto(f"/sparql?query={quote(text)}#view={view}")
    tab.locator(seen).first.wait_for()
    assert tab.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert violations(tab, RULES_OF_LOOKS) == []
    tab.set_viewport_size(DESK)
    tab.emulate_media(color_scheme="light")
    assert violations(tab) == []


def test_without_a_script_the_form_is_complete(open_page: Callable[..., Page], served: str) -> None:
    page = open_page(served, with_scripts=False)
    page.goto("/sparql")
    page.get_by_label("Query").fill("SELECT ?n { VALUES ?n { 1 2 } }")
    page.get_by_role("button", name="Ask").click()
    assert page.locator("tbody tr").count() == 2
    page.locator("aside summary").nth(1).click()
    page.locator("aside li:visible a").last.click()
    assert page.get_by_role("heading", name="Answer").count() == 1
