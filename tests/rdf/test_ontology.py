"""The ontology's files arrive in their graphs, without blank nodes, always the same."""

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, NamedNode, Quad

from clustergraph.errors import OntologyError
from clustergraph.iris import concept_iri, graph_iri
from clustergraph.locations import ONTOLOGY
from clustergraph.rdf.ontology import ontology_quads
from clustergraph.vocab import CG

RDFS_LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")


def _subjects(graph: str) -> set[str]:
    return {
        quad.subject.value
        for quad in ontology_quads()
        if quad.graph_name == NamedNode(graph_iri(graph)) and isinstance(quad.subject, NamedNode)
    }


def test_terms_are_in_the_graph_of_the_ontology() -> None:
    assert {CG.fundedBy, CG.quote} <= _subjects("ontology")


def test_concepts_are_in_the_graph_of_the_vocabularies() -> None:
    concepts = {concept_iri("modality", "planned"), concept_iri("delivery-modes", "online")}
    assert concepts <= _subjects("voc")


def test_there_are_no_blank_nodes() -> None:
    for quad in ontology_quads():
        assert not isinstance(quad.subject, BlankNode)
        assert not isinstance(quad.object, BlankNode)


def test_a_triple_stands_in_one_graph() -> None:
    quads = list(ontology_quads())
    triples = {(quad.subject, quad.predicate, quad.object) for quad in quads}
    assert len(triples) == len(quads)


def test_two_readings_give_the_same_quads() -> None:
    assert set(ontology_quads()) == set(ontology_quads())


def test_labels_keep_their_languages() -> None:
    languages = sorted(
        str(getattr(quad.object, "language", None))
        for quad in ontology_quads()
        if quad.subject == NamedNode(CG.Cluster) and quad.predicate == RDFS_LABEL
    )
    assert languages == ["bg", "en", "pl"]


def test_a_file_that_is_no_turtle_is_told_by_file_and_line(tmp_path: Path) -> None:
    file = _changed(
        tmp_path, "vocabularies/modality.ttl", "a skos:ConceptScheme ;", "a skos:Concept"
    )
    with pytest.raises(OntologyError) as caught:
        list(ontology_quads(tmp_path))
    assert caught.value.location == f"{file}:10"


def test_an_axiom_that_no_rule_could_realise_is_told_by_file_line_term_and_cure(
    tmp_path: Path,
) -> None:
    file = _changed(
        tmp_path,
        "evidence.ttl",
        "rdfs:domain cg:Evidence ;\n    rdfs:range cg:Document ;",
        "rdfs:domain [ owl:unionOf ( cg:Evidence cg:Document ) ] ;\n    rdfs:range xsd:date ;",
    )
    with pytest.raises(OntologyError) as caught:
        list(ontology_quads(tmp_path))
    line = file.read_text().splitlines().index("cg:inDocument") + 1
    assert caught.value.location == f"{file}:{line}"
    assert "cg:inDocument: owl:unionOf may not stand on the right" in caught.value.reason
    assert "schema:domainIncludes" in caught.value.reason
    assert "(and 1 more)" in caught.value.reason


def _changed(folder: Path, name: str, old: str, new: str) -> Path:
    """Copy the ontology, change one of its files there, and return that file."""
    shutil.copytree(ONTOLOGY, folder, dirs_exist_ok=True)
    file = folder / name
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))
    return file


def test_the_order_of_statements_in_a_file_does_not_change_the_names_of_lists(
    tmp_path: Path,
) -> None:
    shutil.copytree(ONTOLOGY, tmp_path / "ontology")
    file = tmp_path / "ontology" / "clustergraph.ttl"
    one = "owl:propertyChainAxiom ( cg:partOf cg:fundingSource ) ;\n"
    other = "owl:propertyChainAxiom ( cg:fundedBy cg:fundingSource ) ;\n"
    text = file.read_text()
    assert f"{one}    {other}" in text
    file.write_text(text.replace(f"{one}    {other}", f"{other}    {one}"))
    assert _chains(ontology_quads(tmp_path / "ontology")) == _chains(ontology_quads())


def _chains(quads: Iterable[Quad]) -> set[Quad]:
    return {quad for quad in quads if "genid" in str(quad)}
