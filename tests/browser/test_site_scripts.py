"""What scripts add to pages, in a real browser; pages without them are tested beside this."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from clustergraph.web.framing.bundles import bundle
from given.running import Service

PROJECT = "/page/trace-kei-aaaaaaab"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not bundle("site.js"), reason="no scripts: make test bundles them with npm"),
]


@pytest.fixture
def page(open_page: Callable[..., Page], small_service: Service) -> Page:
    """A page on a desk."""
    return open_page(small_service.address)


def _suggest(page: Page, text: str) -> None:
    page.goto("/")
    page.locator("main input[type=search]").fill(text)
    expect(page.get_by_role("option").first).to_be_visible()


def test_a_suggestion_chosen_by_keys_leads_to_its_page(page: Page) -> None:
    _suggest(page, "jordi")
    field = page.locator("main input[type=search]")
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    chosen = page.get_by_role("option", selected=True)
    expect(chosen).to_contain_text("Jordi Conejos")
    expect(field).to_have_attribute("aria-activedescendant", str(chosen.get_attribute("id")))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/page/jordi-conejos-aaaaaaak"))


def test_a_suggestion_names_its_class_in_the_language_of_the_page(page: Page) -> None:
    page.goto("/?lang=pl")
    with page.expect_response(re.compile(r"/browse\.json\?lang=pl")):
        page.locator("main input[type=search]").fill("jordi")
    expect(page.get_by_role("option").first).to_contain_text("osoba")


def test_escape_closes_the_suggestions_and_keeps_what_was_typed(page: Page) -> None:
    _suggest(page, "jordi")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page.locator("main input[type=search]")).to_have_value("jordi")


def test_who_chooses_no_suggestion_searches_as_ever(page: Page) -> None:
    _suggest(page, "cluster")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search\?q=cluster"))


def test_a_suggested_name_with_markup_is_words(page: Page) -> None:
    _suggest(page, "<script>alert")
    expect(page.get_by_role("option").first).to_contain_text("<script>alert(1)</script>")


def test_reasons_open_above_the_page_and_escape_leads_back_to_the_link(page: Page) -> None:
    page.goto(PROJECT)
    link = page.locator("main a.why").first
    link.click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("TRACE-KEI")
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((it) => it.id)")
    assert len(ids) == len(set(ids))
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(link).to_be_focused()


def test_reasons_can_still_be_opened_as_a_page(page: Page) -> None:
    page.goto(PROJECT)
    address = page.locator("main a.why").first.get_attribute("href")
    page.locator("main a.why").first.click()
    page.get_by_role("dialog").locator("a.as-page").click()
    expect(page).to_have_url(re.compile(re.escape(str(address)[:12])))


def test_an_iri_is_copied_by_its_button(page: Page, small_service: Service) -> None:
    page.context.grant_permissions(
        ["clipboard-read", "clipboard-write"], origin=small_service.address
    )
    page.goto(PROJECT)
    page.locator("button.copy").first.click()
    expect(page.locator("button.copy").first).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "https://w3id.org/clustergraph/id/trace-kei-aaaaaaab"


def test_a_walk_through_the_graph_grows_by_keys_and_leads_to_pages(page: Page) -> None:
    page.goto(PROJECT)
    page.locator("figure.network .actions button").click()
    told = page.locator(".exploring .chosen")
    expect(told).to_contain_text("TRACE-KEI")
    things = page.locator(".exploring li")
    before = things.count()
    page.locator(".exploring summary").click()
    row = things.filter(has_text="Cluster Excellence").first
    row.get_by_role("button").click()
    expect(told).to_contain_text("Cluster Excellence")
    page.keyboard.press("+")
    expect(things.filter(has_text="European Union")).to_have_count(1)
    assert things.count() > before
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/page/cluster-excellence-aaaaaaac"))
