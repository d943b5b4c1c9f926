"""What breaks a rule stops a build with a sentence, and the current version stays."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from clustergraph.errors import ClusterGraphError, GraphNotValid, OntologyError
from clustergraph.iris import BASE, graph_iri
from clustergraph.operations.build import build
from clustergraph.operations.building import storing
from clustergraph.operations.building.inputs import default_registry
from clustergraph.operations.validating import validate as validating
from clustergraph.rdf.encode import encode
from clustergraph.rdf.prefixes import PREFIXES
from clustergraph.store.versions import Home
from clustergraph.vocab import XSD

TODAY = date(2026, 1, 1)
NEWS = "The project Alpha is funded by the Government of Finland."
NO_TURTLE = "@prefix a: <urn:a> .\na:b a:c"
NO_SPARQL = """@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix shape: <https://w3id.org/clustergraph/shapes#> .
shape:mine a sh:NodeShape ; sh:sparql [ sh:message "No." ; sh:select "SELECT" ] .
"""
NAME = f"{PREFIXES['skos']}prefLabel"
DEPRECATED = NamedNode(f"{PREFIXES['owl']}deprecated")


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("refused") / "documents"
    folder.mkdir()
    (folder / "news.txt").write_text(NEWS, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def home(documents: Path) -> Home:
    """A home with a version that keeps the rules, of documents that change then."""
    home = Home(documents.with_name("home"))
    build(documents, default_registry(documents), home, today=TODAY)
    (documents / "news.txt").write_text(NEWS.replace("Alpha", "Beta"), encoding="utf-8")
    return home


@pytest.fixture
def shapes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of shapes by which the next build is judged."""
    monkeypatch.setattr(validating, "SHAPES", tmp_path)
    return tmp_path / "mine.ttl"


def _refusal(documents: Path, home: Home) -> ClusterGraphError:
    """Build once more and check that the version stays."""
    before = home.current()
    with pytest.raises(ClusterGraphError) as error:
        build(documents, default_registry(documents), home, today=TODAY)
    assert home.current() == before
    assert len(home.versions()) == 1
    return error.value


def _encode(
    monkeypatch: pytest.MonkeyPatch, change: Callable[[Iterable[Quad]], Iterator[Quad]]
) -> None:
    """Let the graph be built with a fault."""
    monkeypatch.setattr(storing, "encode", lambda *given, **named: change(encode(*given, **named)))


def test_an_entity_without_a_name_stops_a_build(
    documents: Path, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unnamed(quads: Iterable[Quad]) -> Iterator[Quad]:
        lost = f"{BASE}id/beta-"
        for quad in quads:
            if quad.predicate.value != NAME or not str(quad.subject)[1:].startswith(lost):
                yield quad

    _encode(monkeypatch, unnamed)
    error = _refusal(documents, home)
    assert isinstance(error, GraphNotValid)
    assert str(error).startswith("Nothing was published, the graph breaks its own rules 1 time:")
    assert "(id:beta-" in str(error)
    assert "tagged with its language: add or correct it." in str(error)


def test_an_iri_that_no_registry_holds_stops_a_build(
    documents: Path, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    def smuggled(quads: Iterable[Quad]) -> Iterator[Quad]:
        yield from quads
        stranger = NamedNode(f"{BASE}id/stranger-aaaaaaaa")
        true = Literal("true", datatype=NamedNode(XSD.boolean))
        yield Quad(stranger, DEPRECATED, true, NamedNode(graph_iri("redirects")))

    _encode(monkeypatch, smuggled)
    error = _refusal(documents, home)
    assert isinstance(error, GraphNotValid)
    assert "id:stranger-aaaaaaaa): No registry holds this IRI" in str(error)


@pytest.mark.parametrize(
    ("turtle", "said"),
    [
        (NO_TURTLE, ":2: this is no Turtle ("),
        (NO_SPARQL, ":3: the query of this shape is not SPARQL"),
    ],
)
def test_a_file_of_shapes_that_cannot_be_used_stops_a_build(
    documents: Path, home: Home, shapes: Path, turtle: str, said: str
) -> None:
    shapes.write_text(turtle, encoding="utf-8")
    error = _refusal(documents, home)
    assert isinstance(error, OntologyError)
    assert str(error).startswith(f"{shapes}{said}")
