"""The pages as a person sees them, in a real browser that reaches no other host."""

import re
from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from scripted import Line, playing

pytestmark = pytest.mark.browser


@pytest.fixture
def page(open_page: Callable[..., Page], served: str) -> Page:
    """A page on a phone."""
    return open_page(served, viewport={"width": 390, "height": 844})


KINDS_OF_PAGES = {
    "start": "/",
    "questions": "/queries",
    "query form": "/sparql",
    "answer": "/queries/direct-payers",
    "ontology": "/ns",
    "term": "/ns/Cluster",
    "shapes": "/ns/shapes",
    "rules": "/ns/rules",
    "earlier ontology": "/ns/0.2.0",
    "api": "/docs",
    "reconciliation": "/reconcile/about",
    "hits": "/search?q=cluster",
    "no hits": "/search?q=",
    "vocabulary": "/page/voc/review-status",
    "concept": "/page/voc/review-status/confirmed",
}
DARKEST_PAPER = 90
READABLE = 4.5
"""The least contrast of text (WCAG 2.2, success criterion 1.4.3)."""


@pytest.mark.parametrize("address", KINDS_OF_PAGES.values(), ids=KINDS_OF_PAGES)
def test_a_page_fits_a_phone(page: Page, address: str) -> None:
    page.goto(address)
    _assert_fits(page)
    assert page.locator("h1").count() == 1


def test_a_question_leads_to_an_entity_to_a_document_and_to_the_quote(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="questions with their answers").click()
    page.get_by_text("Who pays directly for a project").first.wait_for()
    page.get_by_role("link", name="Austrian Development Cooperation").first.click()
    assert page.locator("h1").inner_text().startswith("Austrian Development Cooperation")
    _assert_fits(page)
    page.locator(".passages .about a").first.click()
    assert "/page/doc/" in page.url
    _assert_fits(page)
    chosen = page.locator("mark:target")
    assert chosen.is_visible()
    pieces = page.locator(f".text .{chosen.get_attribute('class')}").all_inner_texts()
    assert "Austrian Development" in " ".join(pieces)


def test_a_fact_and_its_words_are_shown_together(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Karanganda hosts the 4th training week").first.click()
    fact = page.locator(".beside li", has_text="Reza Zadeh").first
    fact.get_by_role("link", name="in the text").click()
    chosen = [_background(page, each) for each in (":target", ".beside li:has-text('Reza Zadeh')")]
    assert chosen[0] == chosen[1]
    last_piece = page.locator(".text mark", has_text="Reza Zadeh").first
    assert last_piece.evaluate("it => getComputedStyle(it).backgroundColor") == chosen[0]


def test_a_search_leads_to_an_entity_with_its_quotes(page: Page) -> None:
    page.goto("/")
    page.get_by_role("searchbox").first.fill("Hilfswerk")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Hilfswerk International").first.click()
    assert "/page/hilfswerk-international" in page.url
    assert page.locator("h1").inner_text().startswith("Hilfswerk International")
    assert "consortium led by" in page.locator("main").inner_text()


def test_a_preview_keeps_its_style_in_a_frame_that_may_do_nothing(
    browser: Browser, served: str
) -> None:
    preview = f"{served}/reconcile/preview?id=sebastian-rynkiewicz-nra4dvor"
    frame = f'<iframe sandbox="" width="430" height="320" src="{preview}"></iframe>'
    with playing() as client, browser.new_page() as page:
        client.says(Line(body=frame.encode(), headers={"Content-Type": "text/html"}))
        page.goto(client.url)
        shown = page.frame_locator("iframe")
        assert shown.locator("h1").inner_text() == "Sebastian Rynkiewicz"
        row = shown.locator("dl > div").first
        assert row.evaluate("row => getComputedStyle(row).display") == "grid"


def test_a_document_stands_beside_its_facts_where_there_is_room(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("/")
    page.locator(".documents a").first.click()
    text = page.locator(".row .text").first.bounding_box()
    facts = page.locator(".row .beside").first.bounding_box()
    assert text is not None
    assert facts is not None
    assert facts["x"] > text["x"] + text["width"]


def test_pages_are_dark_for_those_who_want_it(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto("/")
    background = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert max(map(int, re.findall(r"\d+", background))) < DARKEST_PAPER


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_on_its_ground(page: Page, scheme: Literal["light", "dark"]) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto("/docs")
    texts = ("ink", "quiet", "link", "accent", "alarm")
    pairs = [(text, ground) for text in texts for ground in ("paper", "panel", "chosen")]
    for text, ground in (*pairs, ("on-accent", "accent")):
        dark, light = sorted((_luminance(page, text), _luminance(page, ground)))
        assert (light + 0.05) / (dark + 0.05) >= READABLE, (text, ground)


def test_an_example_question_is_answered_from_the_form(page: Page) -> None:
    page.goto("/sparql")
    page.locator("aside li a").first.click()
    page.locator("table").wait_for()
    assert "Austrian Development Cooperation" in page.locator("body").inner_text()
    _assert_fits(page)


def _assert_fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def _background(page: Page, selector: str) -> str:
    style = page.locator(selector).first.evaluate("it => getComputedStyle(it).backgroundColor")
    return str(style)


def _luminance(page: Page, name: str) -> float:
    """Return the relative luminance of a colour of the style sheet, as WCAG 2.2 defines it."""
    script = "name => getComputedStyle(document.documentElement).getPropertyValue(name)"
    colour = str(page.evaluate(script, f"--{name}")).strip()
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
