"""A real browser that reaches no other host, and pages that may not complain.

One Chromium and a few tabs serve all tests that follow one another: starting them takes longer
than most of what is done in them.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, Response, ViewportSize, expect
from playwright.sync_api import sync_playwright as playwright

FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
A_STATUS = "Failed to load resource: the server responded with a status of"
"""What the browser itself says of every answer that is an error, also of one that is expected."""

PARTS_OF_A_PAGE = {"stylesheet", "script", "image", "font"}
DESK = ViewportSize(width=1280, height=900)

_PATIENCE_MILLISECONDS = 30_000
"""Only what never comes takes longer."""

Open = Callable[..., Page]


class _Chromium:
    """A running browser and its tabs, one for each service, with and without scripts."""

    def __init__(self, executable: str) -> None:
        self._stack = ExitStack()
        started = self._stack.enter_context(playwright())
        self.browser = started.chromium.launch(executable_path=executable, args=FLAGS)
        self._stack.callback(self.browser.close)
        self._tabs: dict[tuple[str, bool], Page] = {}

    def tab(self, address: str, *, with_scripts: bool) -> Page:
        key = (address, with_scripts)
        if key not in self._tabs:
            page = self.browser.new_page(base_url=address, java_script_enabled=with_scripts)
            page.set_default_timeout(_PATIENCE_MILLISECONDS)
            self._tabs[key] = page
        return self._tabs[key]

    def close(self) -> None:
        self._stack.close()


_RUNNING = pytest.StashKey[_Chromium]()


@pytest.fixture
def chromium(request: pytest.FixtureRequest) -> _Chromium:
    stash = request.session.stash
    if _RUNNING not in stash:
        executable = shutil.which("chromium")
        if executable is None:
            pytest.skip("no chromium: apt-get install chromium")
        expect.set_options(timeout=_PATIENCE_MILLISECONDS)
        stash[_RUNNING] = _Chromium(executable)
    return stash[_RUNNING]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """End the browser before a test without one: it keeps an event loop, which others start."""
    yield
    is_last = nextitem is None or nextitem.get_closest_marker("browser") is None
    if is_last and _RUNNING in item.session.stash:
        item.session.stash[_RUNNING].close()
        del item.session.stash[_RUNNING]


@pytest.fixture
def browser(chromium: _Chromium) -> Browser:
    return chromium.browser


@pytest.fixture
def open_page(chromium: _Chromium) -> Iterator[Open]:
    """Take a tab of a service: watched, by day, on a desk, with nothing kept of another test.

    What it shows may not complain, lack a part, or ask another host.
    """
    with ExitStack() as stack:

        def open_page(
            address: str, *, viewport: ViewportSize = DESK, with_scripts: bool = True
        ) -> Page:
            page = chromium.tab(address, with_scripts=with_scripts)
            page.goto("/health/live")
            page.evaluate("localStorage.clear()")
            page.set_viewport_size(viewport)
            page.emulate_media(color_scheme="light", media="screen")
            return stack.enter_context(_watched(page, address))

        yield open_page


@contextmanager
def _watched(page: Page, address: str) -> Iterator[Page]:
    complaints: list[str] = []
    heard: dict[str, Callable[[Any], None]] = {
        "console": lambda message: complaints.append(message.text),
        "pageerror": lambda error: complaints.append(str(error)),
        "request": lambda request: _only_from(address, request, complaints),
        "response": lambda response: _found(response, complaints),
    }
    events: Any = page  # whose types know each event by its own signature
    for event, hear in heard.items():
        events.on(event, hear)
    yield page
    for event, hear in heard.items():
        events.remove_listener(event, hear)
    assert [it for it in complaints if not it.startswith(A_STATUS)] == []


def _only_from(address: str, request: Request, complaints: list[str]) -> None:
    if not request.url.startswith((address, "data:", "blob:")):
        complaints.append(f"asked for {request.url}")


def _found(response: Response, complaints: list[str]) -> None:
    if response.request.resource_type in PARTS_OF_A_PAGE and response.status >= 400:
        complaints.append(f"{response.status} for {response.url}")
