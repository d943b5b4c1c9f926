"""The pages as a person sees them, in a real browser that reaches no other host."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright

CHROMIUM = shutil.which("chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium: apt-get install chromium"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    """A page that fails the test when it complains, or asks another host for anything."""
    page = browser.new_page(base_url=served, viewport={"width": 400, "height": 800})
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: _only_from(served, request, complaints))
    yield page
    page.close()
    assert complaints == []


def _only_from(served: str, request: Request, complaints: list[str]) -> None:
    if not request.url.startswith((served, "data:")):
        complaints.append(f"asked for {request.url}")


@pytest.mark.parametrize(
    "address", ["/", "/sparql", "/ns", "/docs", "/search?q=cluster", "/search?q="]
)
def test_a_page_fits_a_phone(page: Page, address: str) -> None:
    page.goto(address)
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 400
    assert page.locator("h1").count() == 1


def test_a_search_leads_to_an_entity_with_its_quotes(page: Page) -> None:
    page.goto("/")
    page.get_by_role("searchbox").first.fill("Hilfswerk")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Hilfswerk International").first.click()
    assert "/page/hilfswerk-international" in page.url
    assert page.locator("h1").inner_text() == "Hilfswerk International"
    assert "consortium led by" in page.locator("main").inner_text()


def test_pages_are_dark_for_those_who_want_it(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto("/")
    background = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    red, green, blue = (int(part) for part in background.removeprefix("rgb(")[:-1].split(","))
    assert max(red, green, blue) < 90


def test_an_example_question_is_answered_from_the_form(page: Page) -> None:
    page.goto("/sparql")
    page.locator("main li a").first.click()
    page.wait_for_load_state()
    if page.locator("table").count() == 0:
        page.get_by_role("button", name="Ask").click()
    assert "Austrian Development Cooperation" in page.locator("body").inner_text()
