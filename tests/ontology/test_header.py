"""The ontology tells of itself what it is, whose it is, and which version of it this is."""

import re
from itertools import pairwise

import pytest
from rdflib import DCTERMS, FOAF, OWL, RDF, RDFS, XSD, Graph, Literal, Namespace, URIRef
from rdflib.namespace import VANN
from rdflib.term import Node

from clustergraph.iris import BASE
from clustergraph.locations import ONTOLOGY

LANGUAGES = ["bg", "en", "pl"]
NAMESPACE = "https://w3id.org/clustergraph/ns#"
ONTOLOGY_IRI = URIRef("https://w3id.org/clustergraph/ns")
BIBO = Namespace("http://purl.org/ontology/bibo/")


def _literals(ontology: Graph, predicate: URIRef) -> list[Literal]:
    return [each for each in ontology.objects(ONTOLOGY_IRI, predicate) if isinstance(each, Literal)]


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


def test_the_ontology_names_its_languages(ontology: Graph) -> None:
    languages = _literals(ontology, DCTERMS.language)
    assert sorted(map(str, languages)) == LANGUAGES


@pytest.mark.parametrize("predicate", [DCTERMS.creator, DCTERMS.publisher])
def test_who_made_it_and_who_publishes_it_has_an_address_and_a_name(
    ontology: Graph, predicate: URIRef
) -> None:
    (maker,) = ontology.objects(ONTOLOGY_IRI, predicate)
    assert isinstance(maker, URIRef)
    assert list(ontology.objects(maker, FOAF.name)) == [Literal("The ClusterGraph authors")]


def test_its_home_is_the_base_of_all_addresses(ontology: Graph) -> None:
    assert list(ontology.objects(ONTOLOGY_IRI, FOAF.homepage)) == [URIRef(BASE)]


def test_it_is_a_draft_until_its_version_is_1(ontology: Graph) -> None:
    (status,) = ontology.objects(ONTOLOGY_IRI, BIBO.status)
    (version,) = map(str, ontology.objects(ONTOLOGY_IRI, OWL.versionInfo))
    assert (status == BIBO["status/draft"]) == version.startswith("0.")


def test_the_sources_are_those_from_which_terms_are_specialised(ontology: Graph) -> None:
    sources = tuple(map(str, ontology.objects(ONTOLOGY_IRI, DCTERMS.source)))
    specialised = {
        str(term)
        for predicate in (RDFS.subClassOf, RDFS.subPropertyOf)
        for term in ontology.objects(None, predicate)
        if not str(term).startswith(NAMESPACE)
    }
    assert {term for term in specialised if not term.startswith(sources)} == set()
    assert [s for s in sources if not any(term.startswith(s) for term in specialised)] == []


def test_version_and_citation_agree(ontology: Graph) -> None:
    (version,) = map(str, ontology.objects(ONTOLOGY_IRI, OWL.versionInfo))
    (citation,) = map(str, ontology.objects(ONTOLOGY_IRI, DCTERMS.bibliographicCitation))
    assert re.fullmatch(r"\d+\.\d+\.\d+", version)
    assert list(ontology.objects(ONTOLOGY_IRI, OWL.versionIRI)) == [
        URIRef(f"{ONTOLOGY_IRI}/{version}")
    ]
    assert citation.endswith(f"version {version}. {ONTOLOGY_IRI}/{version}")
    assert f"> {citation}\n" in (ONTOLOGY / "README.md").read_text(encoding="utf-8")


def test_versions_only_grow(ontology: Graph) -> None:
    (prior,), (current,) = (
        list(ontology.objects(ONTOLOGY_IRI, predicate))
        for predicate in (OWL.priorVersion, OWL.versionIRI)
    )
    assert _numbers(prior) < _numbers(current)


def test_dates_only_grow(ontology: Graph) -> None:
    days = [
        day
        for predicate in (DCTERMS.created, DCTERMS.issued, DCTERMS.modified)
        for day in _literals(ontology, predicate)
    ]
    assert len(days) == 3
    assert {day.datatype for day in days} == {XSD.date}
    assert all(str(earlier) <= str(later) for earlier, later in pairwise(days))


def _numbers(version: Node) -> list[int]:
    return [int(number) for number in str(version).rpartition("/")[2].split(".")]
