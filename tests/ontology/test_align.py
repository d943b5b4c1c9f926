"""The alignments use the terms of others, say nothing about them, and change nothing of ours."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import Triple
from rdflib import OWL, RDF, RDFS, Graph, URIRef
from rdflib.namespace import DCTERMS, FOAF, ORG, PROV, SDO, SKOS, TIME

from clustergraph.iris import BASE
from clustergraph.locations import ONTOLOGY
from clustergraph.rdf.generate_vocab import vocab_source

Infer = Callable[..., set[tuple[str, str, str]]]

NS = f"{BASE}ns#"
ALIGN = "align.ttl"
SPECIALISES = {RDFS.subClassOf, RDFS.subPropertyOf}
MATCHES = {SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch}
REMARKS = {SKOS.note, RDFS.seeAlso}
LISTED = (DCTERMS, FOAF, ORG, PROV, RDF, SDO, SKOS, TIME)
"""Vocabularies whose terms rdflib lists."""
UNLISTED = {
    "http://data.europa.eu/m8g/",
    "http://data.europa.eu/s66#",
    "http://data.europa.eu/snb/model/elm/",
    "http://purl.org/cerif/frapo/",
    "http://vivoweb.org/ontology/core#",
    "http://www.w3.org/ns/adms#",
    "http://www.w3.org/ns/oa#",
}
PROPERTIES = (OWL.ObjectProperty, OWL.DatatypeProperty)


@pytest.fixture(scope="module")
def alignments() -> Graph:
    return Graph().parse(ONTOLOGY / ALIGN, format="turtle")


@pytest.fixture(scope="module")
def without(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ontology's folder as it would be without the alignments."""
    folder = tmp_path_factory.mktemp("ontology")
    shutil.copytree(ONTOLOGY, folder, dirs_exist_ok=True)
    (folder / ALIGN).unlink()
    return folder


@pytest.fixture(scope="module")
def own(without: Path) -> Graph:
    graph = Graph()
    for path in without.glob("*.ttl"):
        graph.parse(path, format="turtle")
    return graph


def _foreign(graph: Graph, predicates: set[URIRef]) -> set[tuple[URIRef, URIRef, URIRef]]:
    """Return the alignments by these predicates, each of which names a term of others."""
    return {
        (subject, predicate, object_)
        for subject, predicate, object_ in graph
        if predicate in predicates
        and isinstance(subject, URIRef)
        and isinstance(predicate, URIRef)
        and isinstance(object_, URIRef)
        and not object_.startswith(NS)
    }


def test_only_terms_of_ours_are_spoken_of(alignments: Graph, own: Graph) -> None:
    for subject in set(alignments.subjects()):
        assert (subject, RDFS.isDefinedBy, None) in own, subject


def test_each_line_leads_to_a_term_of_others_or_remarks_on_one(alignments: Graph) -> None:
    remarks = sum(1 for predicate in alignments.predicates() if predicate in REMARKS)
    assert len(_foreign(alignments, SPECIALISES | MATCHES)) + remarks == len(alignments)


def test_no_other_file_aligns(own: Graph) -> None:
    assert _foreign(own, SPECIALISES | MATCHES | {SKOS.exactMatch, RDFS.seeAlso}) == set()
    assert (None, OWL.equivalentClass, None) not in own
    assert (None, OWL.equivalentProperty, None) not in own


def test_a_term_stands_in_one_relation_to_a_term_of_others(alignments: Graph) -> None:
    pairs = [(s, o) for s, _, o in _foreign(alignments, SPECIALISES | MATCHES)]
    assert len(pairs) == len(set(pairs))


def test_the_terms_of_others_exist_where_they_are_listed(alignments: Graph) -> None:
    for _, _, term in _foreign(alignments, SPECIALISES | MATCHES):
        listed = [vocabulary for vocabulary in LISTED if term.startswith(str(vocabulary))]
        if listed:
            assert term in listed[0], term
        else:
            assert any(term.startswith(namespace) for namespace in UNLISTED), term


def test_classes_meet_classes_and_properties_meet_properties(alignments: Graph, own: Graph) -> None:
    for subject, predicate, term in _foreign(alignments, SPECIALISES | MATCHES):
        is_class = (subject, RDF.type, OWL.Class) in own
        assert is_class != any((subject, RDF.type, kind) in own for kind in PROPERTIES), subject
        local = term.replace("#", "/").rpartition("/")[2]
        assert local[0].isupper() == is_class, (subject, term)
        assert predicate != (RDFS.subPropertyOf if is_class else RDFS.subClassOf), subject


@pytest.mark.parametrize("name", ["Project", "FundingScheme"])
def test_nothing_is_specialised_from_what_schema_org_calls_an_organisation(
    alignments: Graph, name: str
) -> None:
    assert (None, RDFS.subClassOf, SDO[name]) not in alignments


def test_the_rules_infer_the_same_with_and_without_the_alignments(
    infer: Infer, asserted: list[Triple], without: Path
) -> None:
    facts = "\n".join(f"{s} {p} {o} ." for s, p, o in asserted)
    inferred = infer(facts)
    assert len(inferred) > 150
    assert inferred == infer(facts, terms=without)


def test_the_program_knows_the_same_terms_with_and_without_the_alignments(without: Path) -> None:
    assert vocab_source(without.glob("*.ttl")) == vocab_source(ONTOLOGY.glob("*.ttl"))
