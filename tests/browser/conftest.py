"""A real browser that reaches no other host, and pages that may not complain."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, Response, expect, sync_playwright

FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
A_STATUS = "Failed to load resource: the server responded with a status of"
"""What the browser itself says of every answer that is an error, also of one that is expected."""

PARTS_OF_A_PAGE = {"stylesheet", "script", "image", "font"}

_PATIENCE_MILLISECONDS = 30_000
"""Only what never comes takes longer."""

Open = Callable[..., Page]
Watch = Callable[[Page, str], Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("no chromium: apt-get install chromium")
    expect.set_options(timeout=_PATIENCE_MILLISECONDS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def watch() -> Iterator[Watch]:
    """Take pages of a service that may not complain, lack a part, or ask another host."""
    with ExitStack() as stack:
        yield lambda page, address: stack.enter_context(_watched(page, address))


@pytest.fixture
def open_page(browser: Browser, watch: Watch) -> Iterator[Open]:
    """Open pages that are watched, each with nothing kept from any other."""
    with ExitStack() as stack:

        def open_page(address: str, **options: Any) -> Page:
            page = browser.new_page(base_url=address, **options)
            stack.callback(page.close)
            return watch(page, address)

        yield open_page


@contextmanager
def _watched(page: Page, address: str) -> Iterator[Page]:
    page.set_default_timeout(_PATIENCE_MILLISECONDS)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: _only_from(address, request, complaints))
    page.on("response", lambda response: _found(response, complaints))
    yield page
    assert [it for it in complaints if not it.startswith(A_STATUS)] == []


def _only_from(address: str, request: Request, complaints: list[str]) -> None:
    if not request.url.startswith((address, "data:", "blob:")):
        complaints.append(f"asked for {request.url}")


def _found(response: Response, complaints: list[str]) -> None:
    if response.request.resource_type in PARTS_OF_A_PAGE and response.status >= 400:
        complaints.append(f"{response.status} for {response.url}")
