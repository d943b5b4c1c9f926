"""What a browser gets at ``/sparql`` before any script runs, and what the script is told."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient

from clustergraph.web.sparql import page as sparql_page
from clustergraph.web.sparql.editor import EditorLinks
from given.clients import BROWSER

TOLD: dict[str, str | None] = {"type": "application/json", "id": "told"}
MISSING = "the editor’s script is not on this server"


class _Page(HTMLParser):
    """The elements of a page that have attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.data: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data
        if self.elements and self.elements[-1] == ("script", TOLD):
            self.data.append(data)

    def having(self, attribute: str) -> Iterator[str]:
        yield from (str(it[attribute]) for _, it in self.elements if attribute in it)


def _open(site: TestClient, query: str = "") -> _Page:
    parameters = {"query": query} if query else {}
    return _Page(site.get("/sparql", params=parameters, headers={"Accept": BROWSER}).text)


@pytest.mark.parametrize("links", [EditorLinks(), EditorLinks("/built/it.js", "/built/it.css")])
def test_a_script_that_was_not_bundled_is_missed_in_one_sentence(
    site: TestClient, links: EditorLinks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sparql_page, "editor_links", lambda: links)
    page = _open(site)
    scripts = [str(it["src"]) for tag, it in page.elements if tag == "script" and "src" in it]
    scripts = [address for address in scripts if "/site.js" not in address]
    assert scripts == ([links.script] if links.script else [])
    assert (MISSING in page.text) is not bool(links.script)
    assert any(tag == "textarea" for tag, _ in page.elements)


def test_no_other_page_loads_the_editor(site: TestClient) -> None:
    for address in ("/", "/queries", "/ns"):
        assert "/assets/built/editor" not in site.get(address, headers={"Accept": BROWSER}).text


def test_the_place_of_an_error_is_told_to_the_script(site: TestClient) -> None:
    page = _open(site, "SELECT * {\n  ?s ?p }")
    assert list(page.having("data-line")) == ["2"]
    assert all(int(column) > 0 for column in page.having("data-column"))


def test_an_error_without_a_place_has_none(site: TestClient) -> None:
    page = _open(site, "SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }")
    assert list(page.having("data-line")) == []
    assert "alert" in page.having("role")


@pytest.mark.parametrize(
    ("query", "media_type"),
    [
        ("SELECT ?x { VALUES ?x { '</script><!--<script>' <urn:a> 'č'@cs } }", None),
        ("CONSTRUCT { <urn:a> <urn:p> '</script>', _:b } {}", "application/n-triples"),
        ("ASK {}", None),
    ],
    ids=["rows", "graph", "yes"],
)
def test_a_page_hands_its_script_the_answer_as_programs_get_it(
    site: TestClient, query: str, media_type: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sparql_page, "editor_links", lambda: EditorLinks("/it.js", "/it.css"))
    media_type = media_type or "application/sparql-results+json"
    plain = site.get("/sparql", params={"query": query}, headers={"Accept": media_type})
    told = json.loads("".join(_open(site, query).data).strip())
    assert _nameless(told["body"]) == _nameless(plain.text)
    assert told["mediaType"] == media_type
    assert told["version"] == plain.headers["dataset-version"]
    assert told["seconds"] >= 0


def _nameless(text: str) -> str:
    return re.sub(r"_:\w+", "_:b", text)


def test_a_page_whose_answer_is_too_large_for_it_leaves_it_to_its_script_to_ask(
    site: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sparql_page, "editor_links", lambda: EditorLinks("/it.js", "/it.css"))
    assert "told" not in _open(site, "SELECT * { ?a ?b ?c . ?d ?e ?f }").having("id")


def test_each_example_names_the_question_whose_text_the_script_gets(site: TestClient) -> None:
    told = {it["name"]: it for it in site.get("/sparql/examples.json").json()["examples"]}
    named = list(_open(site).having("data-example"))
    assert named
    assert set(named) == set(told)
    assert all(it["text"].startswith(f"# {it['question']}") for it in told.values())
