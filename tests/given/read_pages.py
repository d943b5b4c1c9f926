"""Read the pages of a service: their tags, their links, and what stands on them."""

from html.parser import HTMLParser
from typing import Any

from starlette.testclient import TestClient

__all__ = ["Page", "markup", "page", "words"]


class Page(HTMLParser):
    """The tags of a page and its text, without what only programs read."""

    def __init__(self, answer: Any) -> None:
        super().__init__()
        assert answer.status_code == 200, answer.text
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._is_for_programs = False
        self.feed(answer.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._is_for_programs = tag == "script"

    def handle_endtag(self, tag: str) -> None:
        self._is_for_programs &= tag != "script"

    def handle_data(self, data: str) -> None:
        if not self._is_for_programs:
            self.text += data

    def links(self) -> list[str]:
        return [attrs["href"] or "" for tag, attrs in self.tags if tag == "a"]


def page(site: TestClient, address: str) -> Page:
    """Return the page at an address, as a browser gets it."""
    return Page(site.get(address, headers={"Accept": "text/html"}))


def markup(site: TestClient, address: str) -> str:
    """Return the source of the page at an address."""
    answer = site.get(address, headers={"Accept": "text/html"})
    assert answer.status_code == 200
    return answer.text


def words(found: Page) -> str:
    """Return what stands on a page, on one line."""
    return " ".join(found.text.split())
