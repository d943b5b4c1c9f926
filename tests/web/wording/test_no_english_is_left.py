"""In a language in which every message stands in brackets, only data stand outside them."""

import re
from collections.abc import Iterator
from gettext import NullTranslations
from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient

from clustergraph.operations.dataset_description.describe_dataset import texts_of_dataset
from clustergraph.store.graph import GraphStore
from clustergraph.web.wording import Wording, reader
from given.clients import BROWSER

OPEN, CLOSE = "⟦", "⟧"
WORD = re.compile(r"[A-Za-z]{3,}")
ADDRESS = re.compile(r"[\w-]+(?:\.[\w-]+)+/\S*")
CYRILLIC = re.compile(r"[А-я]")
"""What no message of the sources has, but titles of quotes that are cut short."""
NAMES = frozenset(
    {"API", "Atom", "BY", "BibTeX", "CC", "CSL-JSON", "CSV", "ClusterGraph", "GeoJSON", "IRI"}
    | {"JSON", "JSON-LD", "Linked", "Data", "N-Quads", "N-Triples", "OpenAPI", "OpenRefine"}
    | {"RDF/XML", "RIS", "SHA-256", "SPARQL", "TSV", "TriG", "Turtle", "XML"}
    | {"Lines", "lines"}
)
"""Proper names, which are the same in every language."""
UNSEEN = {"script", "style", "template"}
DATA = {"code", "pre", "q", "blockquote", "textarea", "bdi", "time", "mark"}
SPOKEN = ("aria-label", "title", "placeholder", "alt")
DATA_CLASSES = {"iri", "text", "number"}
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}

PAGES = [
    "/",
    "/queries",
    "/browse",
    "/browse/Cluster",
    "/browse/Cluster?year=1900",
    "/browse/Training",
    "/browse/Person?country=bulgaria-aaaaaaaf",
    "/search",
    "/search?q=green",
    "/search?q=qqqq",
    "/search?q=cluster&year=1900",
    "/page/trace-kei-aaaaaaab/related/partner",
    "/page/bulgaria-aaaaaaaf/incoming/locatedIn",
    "/report?statement=0000000000000004",
    "/dumps/",
    "/page/trace-kei-aaaaaaab",
    "/page/green-synergy-aaaaaaaa",
    "/page/bulgaria-aaaaaaaf",
    "/page/doc/9aa47e5e7e1b7005",
    "/page/doc/71fb2550c3039bbf",
    "/page/ev/0000000000000004",
    "/page/voc/modality/planned",
    "/page/voc/modality",
    "/why?s=id:trace-kei-aaaaaaab&p=cg:coordinatedBy&o=id:dare-aaaaaaad",
    "/report?about=https://w3id.org/clustergraph/id/trace-kei-aaaaaaab",
    "/ns",
    "/ns/Cluster",
    "/ns/fundingSource",
    "/ns/shapes",
    "/ns/rules",
    "/ns/0.2.0",
    "/dataset",
    "/docs",
    "/reconcile/about",
    "/reconcile/preview?id=trace-kei-aaaaaaab",
    "/sparql",
    "/sparql?query=SELECT * { ?s a ?o } LIMIT 3",
    "/sparql?query=ASK { ?s a ?o }",
    "/sparql?query=SELEC",
    "/problem/",
    "/problem/gone",
    "/id/nothing-aaaaaaaa",
    "/nothing",
    "/search?q=x&lang=%20",
    "/queries/none",
    "/ns/9.9",
    "/page/trace-kei-aaaaaaab?at=x",
]


class Bracketed(NullTranslations):
    """A language that says each message in brackets."""

    def gettext(self, message: str) -> str:
        return f"{OPEN}{message}{CLOSE}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


class BracketedWording(Wording):
    """The words of that language; dates and names of languages are said in it too."""

    def __init__(self) -> None:
        super().__init__("en", Bracketed())

    def date(self, text: str) -> str:
        return f"{OPEN}{text}{CLOSE}"

    def period(self, start: str, end: str) -> str:
        return f"{OPEN}{start} {end}{CLOSE}" if start or end else ""

    def language_name(self, code: str) -> str:
        return f"{OPEN}{code}{CLOSE}"


class Outside(HTMLParser):
    """Gathers what stands outside brackets and is not marked as data.

    What has a language, or a direction, of its own is data, and so are codes and quotes.
    """

    def __init__(self, page: str) -> None:
        super().__init__()
        self._open: list[tuple[str, bool]] = []
        self._depth = 0
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        classes = set((known.get("class") or "").split())
        is_data = tag != "html" and bool({"lang", "dir", "translate"} & set(known))
        is_data |= tag in DATA | UNSEEN or bool(classes & DATA_CLASSES)
        for name in SPOKEN:
            if not self._is_data and not is_data:
                self._note(known.get(name) or "", depth=0)
        if known.get("name") in ("description", "twitter:title") or known.get("property") in (
            "og:title",
            "og:description",
        ):
            self._note(known.get("content") or "", depth=0)
        if tag not in VOID:
            self._open.append((tag, is_data))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        self._depth = self._note("" if self._is_data else data, depth=self._depth)

    @property
    def _is_data(self) -> bool:
        return any(is_data for _, is_data in self._open)

    def _note(self, text: str, *, depth: int) -> int:
        """Note what of a text stands outside; return how deep in brackets it ends."""
        bare = []
        for sign in text:
            depth += (sign == OPEN) - (sign == CLOSE)
            bare.append(" \n"[sign == CLOSE] if depth or sign == CLOSE else sign)
        self.found += [part.strip() for part in "".join(bare).splitlines() if part.strip()]
        return depth


@pytest.fixture
def brackets(monkeypatch: pytest.MonkeyPatch) -> None:
    bracketed = BracketedWording()
    monkeypatch.setattr(reader, "wording_in", lambda _: bracketed)


@pytest.fixture(scope="module")
def data(small_graph: GraphStore) -> frozenset[str]:
    """Return all texts of the graph and of what describes it, and all names in them."""
    texts = {text.text for text in texts_of_dataset("dcterms:description")}
    for quad in small_graph.quads():
        for term in (quad.subject, quad.predicate, quad.object):
            value = getattr(term, "value", "")
            name = value.rpartition("/")[2].rpartition("#")[2]
            texts |= {value, name, re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)}
    return frozenset(text.casefold() for text in texts)


def english(texts: list[str], data: frozenset[str]) -> Iterator[str]:
    """Yield the texts in which words are left that are neither data nor names of their own."""
    for text in texts:
        parts = re.split(r" [–·-] |[:;] |, ", text)
        if not _is_name(text, data) and not all(_is_name(part, data) for part in parts):
            yield text


def _is_name(part: str, data: frozenset[str]) -> bool:
    bare = part.strip("[]()“”„·,:;–→…?! 0123456789.").casefold()
    if {bare, part.casefold()} & data or CYRILLIC.search(part) or "://" in part or part[:1] == "/":
        return True
    if ADDRESS.fullmatch(part):
        return True
    return all(word in NAMES or ":" in word for word in part.split() if WORD.search(word))


@pytest.mark.usefixtures("brackets")
def test_what_pages_say_stands_in_brackets(site: TestClient) -> None:
    assert f"{OPEN}Questions{CLOSE}" in site.get("/", headers={"Accept": BROWSER}).text


@pytest.mark.usefixtures("brackets")
@pytest.mark.parametrize("address", PAGES)
def test_a_page_says_nothing_that_no_catalogue_could_say(
    site: TestClient, data: frozenset[str], address: str
) -> None:
    answer = site.get(address, headers={"Accept": BROWSER}, follow_redirects=True)
    assert answer.headers["content-type"].startswith("text/html"), answer.headers
    assert answer.status_code < 500, answer.text
    assert list(english(Outside(answer.text).found, data)) == []
