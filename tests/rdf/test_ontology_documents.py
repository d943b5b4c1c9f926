"""The ontology can be taken whole, in parts, and as it was, in every syntax."""

from pathlib import Path

import pytest
from pyoxigraph import BlankNode, NamedNode, RdfFormat, parse

from clustergraph.iris import graph_iri, skolem_iri
from clustergraph.rdf.formats import RDF_FORMATS, TURTLE, Format
from clustergraph.rdf.ontology import ontology_quads
from clustergraph.rdf.ontology_documents import (
    changes_text,
    files_digest,
    releases,
    rules_text,
    shapes_document,
    vocabularies,
    whole_ontology,
)

DOCUMENTS = {"ontology": whole_ontology(), "shapes": shapes_document(), **releases()}
GENID = f"<{skolem_iri('')}"


def lines(content: bytes, format_: Format) -> list[str]:
    """Return the triples, with all blank nodes, and all names of such, written alike."""
    assert isinstance(format_.engine, RdfFormat)

    def written(term: object) -> str:
        return "[]" if isinstance(term, BlankNode) or str(term).startswith(GENID) else str(term)

    triples = {quad.triple for quad in parse(content, format=format_.engine)}
    return sorted(f"{written(t.subject)} {t.predicate} {written(t.object)}" for t in triples)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_syntax_holds_the_same(name: str) -> None:
    document = DOCUMENTS[name]
    expected = lines(document.written(TURTLE), TURTLE)
    assert len(expected) > 100
    for format_ in RDF_FORMATS:
        assert lines(document.written(format_), format_) == expected, format_.key


def test_the_whole_ontology_is_what_the_graph_holds() -> None:
    graph = NamedNode(graph_iri("ontology"))
    stored = {quad for quad in ontology_quads() if quad.graph_name == graph}
    assert set(whole_ontology().quads()) == stored


def test_turtle_comes_as_it_was_written_with_the_header_first() -> None:
    text = whole_ontology().written(TURTLE).decode()
    assert text.startswith("# ClusterGraph: business clusters")
    assert "# Roles of agents in activities" in text


@pytest.mark.parametrize("format_", RDF_FORMATS, ids=lambda format_: format_.key)
def test_only_json_ld_names_what_is_blank(format_: Format) -> None:
    names_all = format_.key == "jsonld"
    for document in (whole_ontology(), shapes_document()):
        assert (skolem_iri("").encode() in document.written(format_)) == names_all


def test_the_same_files_give_the_same_bytes() -> None:
    for format_ in RDF_FORMATS:
        assert shapes_document().written(format_) == shapes_document().written(format_)


def test_the_shapes_of_the_ontology_come_after_those_of_the_data() -> None:
    text = shapes_document().written(TURTLE).decode()
    assert text.index("shape:startDate-object") < text.index("shape:header-title")


def test_every_vocabulary_can_be_taken() -> None:
    schemes = {
        str(quad.subject).rpartition("/")[2].removesuffix(">")
        for quad in ontology_quads()
        if str(quad.object).endswith("#ConceptScheme>")
    }
    assert set(vocabularies()) == schemes


def test_releases_come_newest_first_and_nothing_else_is_one(tmp_path: Path) -> None:
    (tmp_path / "releases").mkdir()
    for name in ("0.9.0.ttl", "0.10.0.ttl", "draft.ttl", "0.1.0.txt"):
        (tmp_path / "releases" / name).touch()
    assert list(releases(tmp_path)) == ["0.10.0", "0.9.0"]


def test_the_rules_are_one_text() -> None:
    assert rules_text().count("INSERT {") == rules_text().count("# -- ")
    assert "# -- inverses\n" in rules_text()


def test_a_change_of_any_file_changes_the_digest(tmp_path: Path) -> None:
    (tmp_path / "CHANGELOG.md").write_text("one")
    before = files_digest(tmp_path)
    files_digest.cache_clear()
    (tmp_path / "CHANGELOG.md").write_text("two")
    assert files_digest(tmp_path) != before


def test_a_folder_without_a_change_log_has_none(tmp_path: Path) -> None:
    assert changes_text(tmp_path) == ""
    assert changes_text() != ""
