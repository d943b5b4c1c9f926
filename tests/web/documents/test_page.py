"""The page of a document shows its text with what it says beside it, whatever the text is like."""

import csv
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import unquote_plus

import pytest
from pyoxigraph import RdfFormat, parse
from starlette.testclient import TestClient

from clustergraph.store.versions import Home
from given.clients import client_of
from given.homes import publish_quads
from given.read_pages import Page, page, words

DOCUMENT = "/page/doc/71fb2550c3039bbf"
LONG_DOCUMENT = "/page/doc/aaaaaaaaaaaaaaaa"
ODD = """
PREFIX cg: <https://w3id.org/clustergraph/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
BASE <https://w3id.org/clustergraph/>
GRAPH <graph/doc/bbbbbbbbbbbbbbbb> {
    <doc/bbbbbbbbbbbbbbbb> a cg:Document ; dcterms:identifier "odd.txt" ; dcterms:language "ar" ;
        dcterms:title "عنوان \\u202Eevil <b>bold</b>"@ar .
    <ev/bbbbbbbbbbbbbbbb> a cg:Evidence ;
        rdf:subject <id/odd-aaaaaaaa> ; rdf:predicate cg:partOf ;
        rdf:object <id/thing-00-aaaaaaaa> ;
        cg:inDocument <doc/bbbbbbbbbbbbbbbb> ;
        cg:quote "far away"@en ; cg:quoteStart 900 ; cg:quoteEnd 908 .
    <id/odd-aaaaaaaa> a cg:Project ; rdfs:label "LONG" ; cg:mentionedIn <doc/bbbbbbbbbbbbbbbb> .
    THINGS
}
"""
THING = """<id/thing-{0:02}-aaaaaaaa> a cg:Cluster ;
    rdfs:label "Thing {0}" ; cg:mentionedIn <doc/bbbbbbbbbbbbbbbb> ."""


@pytest.fixture(scope="module")
def odd_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The service over a document that mentions twelve clusters, and is quoted past its end."""
    home = Home(tmp_path_factory.mktemp("odd"))
    things = "\n".join(THING.format(number) for number in range(12))
    quads = ODD.replace("THINGS", things).replace("LONG", "long " * 1_000)
    publish_quads(
        home, parse(quads, format=RdfFormat.TRIG), texts=[("bbbbbbbbbbbbbbbb", "A short text.\n")]
    )
    with client_of(home) as client:
        yield client


def rows(site: TestClient, found: Page, beginning: str) -> list[dict[str, str]]:
    """Return what a query that a page links to answers, by the beginning of its question."""
    (query,) = {
        link
        for link in found.links()
        if link.startswith("/sparql?query=") and f"# {beginning}" in unquote_plus(link)
    }
    return list(csv.DictReader(io.StringIO(site.get(query, headers={"Accept": "text/csv"}).text)))


@contextmanager
def excerpts_of(site: TestClient) -> Iterator[None]:
    site.app.state.shows_whole_texts = False  # type: ignore[attr-defined]
    try:
        yield
    finally:
        site.app.state.shows_whole_texts = True  # type: ignore[attr-defined]


def test_a_document_is_shown_with_its_quotes_marked(site: TestClient) -> None:
    answer = site.get(DOCUMENT)
    marked = re.findall(r'<mark class="q(\d+)" id="at-(\d+)-(\d+)">', answer.text)
    numbers = [int(number) for number, _, _ in marked]
    assert numbers == list(range(1, 10))
    spans = [(int(start), int(end)) for _, start, end in marked]
    assert spans == sorted(spans)
    assert (167, 188) in spans
    assert "The end, of which nobody says anything." in answer.text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; nobody" in answer.text
    assert "<script>" not in answer.text


def test_a_version_without_texts_shows_the_quotes_alone(site: TestClient) -> None:
    found = page(site, "/page/doc/9aa47e5e7e1b7005")
    assert "No text of it is kept here" in found.text
    assert "DARE. от Италия – координатор на проекта" in found.text
    assert {"lang": "bg", "class": "text", "dir": "auto"} in [attrs for _, attrs in found.tags]


def test_only_excerpts_are_shown_where_the_operator_wants_it(site: TestClient) -> None:
    whole = site.get(DOCUMENT).headers["etag"]
    with excerpts_of(site):
        document = page(site, DOCUMENT).text
        tag = site.get(DOCUMENT).headers["etag"]
    assert tag != whole
    assert "Only what stands round the quotes is shown" in document
    assert "more than 31 participants" in document
    assert "The end, of which nobody says anything." not in document


def test_a_long_document_is_read_page_by_page(long_site: TestClient) -> None:
    first = page(long_site, LONG_DOCUMENT)
    (following,) = {link for link in first.links() if re.fullmatch(r".*\?at=[1-9]\d*", link)}
    last = page(long_site, f"{LONG_DOCUMENT}?at=4999999")
    assert len(long_site.get(LONG_DOCUMENT).content) < 100_000
    assert "Page 1 of 251 Page 2" in words(first)
    assert "Page 250 Page 251 of 251" in words(last)
    assert "line 0 " in first.text
    assert "line 0 " not in page(long_site, following).text


# -- What it mentions and says, as lists and queries -----------------------------------------------


def test_what_a_document_mentions_is_listed_by_class(site: TestClient) -> None:
    found = page(site, DOCUMENT)
    assert "Organisation (2) European Union · Government of Catalonia" in words(found)
    assert "Town or city (1) Karaganda" in words(found)


def test_of_many_mentions_the_first_are_shown_and_a_query_gives_all(odd_site: TestClient) -> None:
    found = page(odd_site, "/page/doc/bbbbbbbbbbbbbbbb")
    shown = [link for link in found.links() if link.startswith("/id/thing-")]
    assert "all 12" in words(found)
    assert len(set(shown)) == 10
    entities = [row["entity"] for row in rows(odd_site, found, "Which things of this class")]
    assert len(entities) == 12
    assert set(shown) <= {re.sub(r".*(?=/id/)", "", entity) for entity in entities}


def test_the_query_of_a_document_gives_what_its_page_shows(site: TestClient) -> None:
    found = page(site, DOCUMENT)
    told = rows(site, found, "What does this document say")
    offsets = re.findall(r"(\d+)–(\d+) why\?", words(found))
    assert sorted((row["start"], row["end"]) for row in told) == sorted(offsets)
    passages = {re.sub(r".*(?=/ev/)", "", row["evidence"]) for row in told}
    assert passages <= set(found.links())


def test_where_a_document_was_read_and_reported_is_told(site: TestClient) -> None:
    links = page(site, DOCUMENT).links()
    assert "/api/documents/71fb2550c3039bbf" in links
    assert "/report?about=https%3A%2F%2Fw3id.org%2Fclustergraph%2Fdoc%2F71fb2550c3039bbf" in links


# -- Odd texts -------------------------------------------------------------------------------------


def test_what_is_quoted_past_the_end_of_the_text_is_shown_without_a_place(
    odd_site: TestClient,
) -> None:
    text = words(page(odd_site, "/page/doc/bbbbbbbbbbbbbbbb"))
    _, _, unplaced = text.partition("Said, but not at one place in this text")
    assert "part of Thing 0 far away" in unplaced
    assert "characters 900–908" in unplaced


def test_a_title_of_another_direction_stays_within_its_bounds(odd_site: TestClient) -> None:
    found = page(odd_site, "/page/doc/bbbbbbbbbbbbbbbb")
    assert ("h1", {"dir": "auto"}) in found.tags
    assert not [tag for tag, _ in found.tags if tag == "b"]
    assert "<b>bold</b>" in found.text


@pytest.mark.parametrize("at", ["-1", "x", "1e3", "9999999999", "1" * 500])
def test_a_place_that_is_none_is_refused(site: TestClient, at: str) -> None:
    assert site.get(DOCUMENT, params={"at": at}).status_code == 400


def test_a_place_past_the_end_shows_the_last_page(long_site: TestClient) -> None:
    assert "Page 251 of 251" in words(page(long_site, f"{LONG_DOCUMENT}?at=999999999"))
