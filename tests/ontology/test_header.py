"""The ontology tells of itself what it is, whose it is, and which version of it this is."""

import re
from itertools import pairwise

import pytest
from rdflib import DCTERMS, OWL, RDF, Graph, Literal, URIRef
from rdflib.namespace import VANN
from rdflib.term import Node

LANGUAGES = ["bg", "en", "pl"]
NAMESPACE = "https://w3id.org/clustergraph/ns#"
ONTOLOGY_IRI = URIRef("https://w3id.org/clustergraph/ns")


def _literals(ontology: Graph, predicate: URIRef) -> list[Literal]:
    return [each for each in ontology.objects(ONTOLOGY_IRI, predicate) if isinstance(each, Literal)]


@pytest.mark.parametrize("predicate", [DCTERMS.title, DCTERMS.description, DCTERMS.abstract])
def test_the_ontology_presents_itself_once_in_each_language(
    ontology: Graph, predicate: URIRef
) -> None:
    assert sorted(str(each.language) for each in _literals(ontology, predicate)) == LANGUAGES


@pytest.mark.parametrize(
    ("predicate", "value"),
    [
        (RDF.type, OWL.Ontology),
        (DCTERMS.license, URIRef("https://creativecommons.org/licenses/by/4.0/")),
        (VANN.preferredNamespacePrefix, Literal("cg")),
        (VANN.preferredNamespaceUri, Literal(NAMESPACE)),
    ],
)
def test_the_ontology_says_what_it_is_and_how_it_may_be_used(
    ontology: Graph, predicate: URIRef, value: Node
) -> None:
    assert list(ontology.objects(ONTOLOGY_IRI, predicate)) == [value]


def test_the_ontology_names_its_makers_and_its_languages(ontology: Graph) -> None:
    assert len(_literals(ontology, DCTERMS.creator)) == 1
    languages = _literals(ontology, DCTERMS.language)
    assert sorted(map(str, languages)) == LANGUAGES


def test_version_and_citation_agree(ontology: Graph) -> None:
    (version,) = map(str, ontology.objects(ONTOLOGY_IRI, OWL.versionInfo))
    (citation,) = map(str, ontology.objects(ONTOLOGY_IRI, DCTERMS.bibliographicCitation))
    assert re.fullmatch(r"\d+\.\d+\.\d+", version)
    assert list(ontology.objects(ONTOLOGY_IRI, OWL.versionIRI)) == [
        URIRef(f"{ONTOLOGY_IRI}/{version}")
    ]
    assert f"version {version}. {ONTOLOGY_IRI}" in citation


def test_versions_and_dates_only_grow(ontology: Graph) -> None:
    (prior,), (current,) = (
        list(ontology.objects(ONTOLOGY_IRI, predicate))
        for predicate in (OWL.priorVersion, OWL.versionIRI)
    )
    days = [*ontology.objects(ONTOLOGY_IRI, DCTERMS.created)]
    days += ontology.objects(ONTOLOGY_IRI, DCTERMS.modified)
    assert _numbers(prior) < _numbers(current)
    assert len(days) == 2
    assert all(str(earlier) <= str(later) for earlier, later in pairwise(days))


def _numbers(version: Node) -> list[int]:
    return [int(number) for number in str(version).rpartition("/")[2].split(".")]
