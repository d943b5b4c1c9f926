import json
from datetime import date
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from clustergraph.errors import BadDocuments, HomeNotWritable, VersionMissing
from clustergraph.iris import graph_iri
from clustergraph.locations import DOCUMENTS
from clustergraph.names import NameIndex
from clustergraph.operations.build import build
from clustergraph.operations.building.inputs import default_registry
from clustergraph.store.graph import GraphStore
from clustergraph.store.integrity import repeated_triples
from clustergraph.store.versions import Home

TODAY = date(2026, 1, 1)
NEWS = "The project Alpha is funded by the Government of Finland. It began in Vienna, Austria."


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "news.txt").write_text(NEWS, encoding="utf-8")
    return folder


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def test_a_build_publishes_what_the_documents_say(documents: Path, home: Home) -> None:
    built = build(documents, default_registry(documents), home, today=TODAY)
    assert built.is_new
    assert home.current() == built.version
    assert built.version.report["documents"] == 1
    assert built.version.report["relations"]["fundedBy"] == 1
    assert NameIndex.open(built.version.names_path).search("government of finland").hits


def test_a_second_build_of_the_same_publishes_nothing_new(documents: Path, home: Home) -> None:
    registry = default_registry(documents)
    first = build(documents, registry, home, today=TODAY)
    second = build(documents, registry, home, today=date(2027, 1, 1))
    assert second.version == first.version
    assert not second.is_new
    assert len(home.versions()) == 1


def test_a_build_after_the_home_forgot_its_inputs_finds_the_same_content(
    documents: Path, home: Home
) -> None:
    registry = default_registry(documents)
    first = build(documents, registry, home, today=TODAY)
    (home.path / "inputs.json").unlink()
    assert build(documents, registry, home, today=TODAY).version == first.version


def test_a_changed_document_makes_a_new_version_with_the_old_iris(
    documents: Path, home: Home
) -> None:
    registry = default_registry(documents)
    first = build(documents, registry, home, today=TODAY)
    (documents / "more.txt").write_text("The Government of Finland held a meeting.", "utf-8")
    second = build(documents, registry, home, today=TODAY)
    assert second.version != first.version
    found = [
        NameIndex.open(version.names_path).search("Government of Finland").hits[0].card.iri
        for version in (first.version, second.version)
    ]
    assert found[0] == found[1]


def test_a_bad_document_stops_the_build_and_nothing_is_published(
    documents: Path, home: Home
) -> None:
    (documents / "bad.txt").write_bytes(b"\xff\xfe")
    (documents / "empty.txt").touch()
    with pytest.raises(BadDocuments, match=r"2 documents can't be read") as caught:
        build(documents, default_registry(documents), home, today=TODAY)
    assert "bad.txt" in str(caught.value)
    assert "empty.txt" in str(caught.value)
    with pytest.raises(VersionMissing):
        home.current()


def test_the_rest_is_published_when_bad_documents_are_left_out(documents: Path, home: Home) -> None:
    (documents / "bad.txt").write_bytes(b"\xff\xfe")
    built = build(documents, default_registry(documents), home, today=TODAY, skip_bad=True)
    (error,) = built.skipped
    assert str(error).startswith(str(documents / "bad.txt"))
    assert built.version.report["documents"] == 1


def test_leaving_out_all_documents_publishes_nothing(documents: Path, home: Home) -> None:
    (documents / "news.txt").write_bytes(b"\x00")
    with pytest.raises(BadDocuments):
        build(documents, default_registry(documents), home, today=TODAY, skip_bad=True)


def test_a_home_that_cannot_be_written_is_named(documents: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(HomeNotWritable, match="file"):
        build(documents, default_registry(documents), Home(tmp_path / "file"), today=TODAY)


def test_our_registry_lies_in_data_and_others_beside_their_folder(tmp_path: Path) -> None:
    assert default_registry(DOCUMENTS) == DOCUMENTS.resolve().parent / "registry.tsv"
    assert default_registry(tmp_path / "news") == tmp_path.resolve() / "news.registry.tsv"


def test_our_graph_holds_no_blank_node_and_no_triple_twice(our_graph: GraphStore) -> None:
    terms = (term for quad in our_graph.quads() for term in (quad.subject, quad.object))
    assert not any(isinstance(term, BlankNode) for term in terms)
    assert not list(repeated_triples(our_graph))


def _value(term: NamedNode | BlankNode | Literal | Triple) -> str:
    assert not isinstance(term, Triple)
    return term.value


def test_every_quote_of_our_graph_stands_in_its_document_at_its_offsets(
    our_graph: GraphStore,
) -> None:
    base = "https://w3id.org/clustergraph/ns#"
    quotes = 0
    for path in sorted(DOCUMENTS.glob("*.txt")):
        text = path.read_bytes().decode()
        names = our_graph.quads(None, NamedNode("http://purl.org/dc/terms/identifier"))
        document = next(q.subject for q in names if _value(q.object) == path.name)
        for quad in our_graph.quads(None, NamedNode(f"{base}inDocument"), document):
            values = {
                name: _value(next(our_graph.quads(quad.subject, NamedNode(base + name))).object)
                for name in ("quote", "quoteStart", "quoteEnd")
            }
            assert text[int(values["quoteStart"]) : int(values["quoteEnd"])] == values["quote"]
            quotes += 1
    assert quotes > 100


def test_entities_that_several_documents_name_are_one(our_graph: GraphStore) -> None:
    """Barcelona stands in an English and a Bulgarian document."""
    label = "http://www.w3.org/2004/02/skos/core#prefLabel"
    asserted = NamedNode(graph_iri("asserted"))
    labelled = our_graph.quads(None, NamedNode(label), None, asserted)
    names: dict[str, set[str]] = {}
    for quad in labelled:
        names.setdefault(_value(quad.subject), set()).add(_value(quad.object))
    both = [iri for iri, labels in names.items() if {"Barcelona", "Барселона"} <= labels]
    assert len(both) == 1


def test_the_registry_in_the_repository_is_that_of_our_documents(our_registry: Path) -> None:
    kept = (DOCUMENTS.parent / "registry.tsv").read_text(encoding="utf-8")
    assert our_registry.read_text(encoding="utf-8") == kept, "run `make build` and commit it"


def test_the_report_is_json_that_counts(our_version: Path) -> None:
    report = json.loads((our_version / "report.json").read_text(encoding="utf-8"))
    assert report["documents"] == 5
    assert report["statements"] <= report["passages"]
