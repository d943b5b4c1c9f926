"""The pages as a person sees them, in a real browser that reaches no other host."""

import re
from collections.abc import Callable
from itertools import product

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from clustergraph.web.framing.bundles import bundle
from given.scripted import Line, playing

pytestmark = pytest.mark.browser


@pytest.fixture
def page(open_page: Callable[..., Page], served: str) -> Page:
    """A page on a phone."""
    return open_page(served, viewport=PHONE)


PHONE = ViewportSize(width=390, height=844)
DESK = ViewportSize(width=1280, height=900)
UNBUNDLED = "no scripts: make test bundles them with npm"
DARKEST_PAPER = 90
TEXTS = ("ink", "quiet", "link", "accent", "alarm")
GROUNDS = ("paper", "panel", "chosen")
COLOURS = """names => {
    const style = getComputedStyle(document.documentElement);
    return names.map((name) => style.getPropertyValue(`--${name}`).trim());
}"""
READABLE = 4.5
"""The least contrast of text (WCAG 2.2, success criterion 1.4.3)."""


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
    expect(page.locator("mark:target")).to_be_visible()
    assert "Austrian Development" in _words_chosen(page)


def _words_chosen(page: Page) -> str:
    """Return the quote that the address points to; other quotes may cut it into pieces."""
    chosen = page.locator("mark:target").get_attribute("class")
    return " ".join(page.locator(f".text .{chosen}").all_inner_texts())


@pytest.fixture(
    params=[
        pytest.param(True, marks=pytest.mark.skipif(not bundle("site.js"), reason=UNBUNDLED)),
        False,
    ],
    ids=["with scripts", "with no script"],
)
def desk(request: pytest.FixtureRequest, open_page: Callable[..., Page], served: str) -> Page:
    """A page on a desk, with and without scripts."""
    return open_page(served, viewport=DESK, with_scripts=request.param)


def test_a_name_leads_to_a_thing_to_all_its_links_to_a_document_and_to_the_quote(
    desk: Page,
) -> None:
    desk.goto("/")
    _look_up(desk, "train the trainers")
    expect(desk.locator("h1")).to_contain_text("train the trainers")
    desk.locator("main a[href*='/incoming/partOf']").click()
    expect(desk.locator("ol.related > li")).to_have_count(13)
    desk.get_by_role("link", name="Nature Tourism").first.click()
    expect(desk.locator("h1")).to_contain_text("Nature Tourism")
    desk.locator(".passages .about a").first.click()
    expect(desk.locator("mark:target")).to_be_visible()
    assert "Nature Tourism" in _words_chosen(desk)


def _look_up(page: Page, name: str) -> None:
    """Go to a thing by its name: a script suggests it, else it is the first of the hits."""
    field = page.locator("main input[type=search]")
    field.fill(name)
    if field.get_attribute("role") == "combobox":
        expect(page.get_by_role("option").first).to_contain_text(name)
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        return
    page.keyboard.press("Enter")
    page.locator(".hits a").first.click()


def test_a_list_is_narrowed_by_a_click_and_stays_so_in_another_language(desk: Page) -> None:
    desk.goto("/browse/Cluster")
    count = desk.locator(".facet li", has_text="Spain").locator(".count").inner_text()
    desk.locator(".facet").get_by_role("link", name="Spain").click()
    expect(desk.locator(".hits .where", has_text="Spain")).to_have_count(int(count))
    desk.locator(".languages a[hreflang=pl]").click()
    expect(desk.locator("html")).to_have_attribute("lang", "pl")
    expect(desk.locator(".hits .where", has_text="Hiszpania")).to_have_count(int(count))


def test_a_list_opened_as_a_query_shows_the_same_things(desk: Page) -> None:
    desk.goto("/browse/Training?year=2018")
    listed = _things(desk, ".hits a[href^='/id/']")
    desk.locator("main a[href^='/sparql?query=']").first.click()
    desk.locator("tbody a").first.wait_for()
    assert listed
    assert _things(desk, "tbody a[href*='/id/'], tbody a[href*='/page/']") == listed


def _things(page: Page, selector: str) -> set[str]:
    """Return what links lead to, by the last part of their addresses."""
    addresses = [link.get_attribute("href") or "" for link in page.locator(selector).all()]
    return {address.partition("?")[0].rpartition("/")[2] for address in addresses}


@pytest.mark.parametrize("picture", ["map", "timeline", "network"])
def test_a_picture_of_the_start_page_leads_to_the_page_of_a_thing(desk: Page, picture: str) -> None:
    desk.goto("/")
    desk.locator(f"figure.{picture} svg a text").first.click()
    expect(desk).to_have_url(re.compile("/page/"))


def test_a_fact_and_its_words_are_shown_together(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Karanganda hosts the 4th training week").first.click()
    fact = page.locator(".beside li", has_text="Reza Zadeh").first
    fact.get_by_role("link", name="in the text").click()
    chosen = [_background(page, each) for each in (":target", ".beside li:has-text('Reza Zadeh')")]
    assert chosen[0] == chosen[1]
    last_piece = page.locator(".text mark", has_text="Reza Zadeh").first
    assert last_piece.evaluate("it => getComputedStyle(it).backgroundColor") == chosen[0]


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
    page.set_viewport_size(DESK)
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


def test_a_printed_page_has_its_words_and_quotes_and_nothing_to_click_on(page: Page) -> None:
    page.emulate_media(media="print")
    page.goto("/page/train-the-trainers-zte5xdhj")
    for words in ("h1", ".key-facts", ".passages blockquote"):
        expect(page.locator(words).first).to_be_visible()
    for control in (".site-band", ".of-thing a", ".why"):
        assert page.locator(f"{control}:visible").count() == 0


def test_text_can_be_read_on_its_ground_by_day_and_by_night(page: Page) -> None:
    page.goto("/problem/not-found")
    for text, ground in (*product(TEXTS, GROUNDS), ("on-accent", "accent")):
        assert _contrast(page, text, ground) >= READABLE, (text, ground)
    page.emulate_media(color_scheme="dark")
    for text, ground in (*product(TEXTS, GROUNDS), ("on-accent", "accent")):
        assert _contrast(page, text, ground) >= READABLE, (text, ground, "by night")


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


def _contrast(page: Page, text: str, ground: str) -> float:
    """Return how much two colours of the style sheet differ, as WCAG 2.2 defines it."""
    dark, light = sorted(_luminance(colour) for colour in page.evaluate(COLOURS, [text, ground]))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
