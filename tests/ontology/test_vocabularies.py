"""The vocabularies are whole: every concept named once a language, defined, and in its scheme."""

from pathlib import Path

import pytest
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import SKOS

from clustergraph.iris import concept_iri
from clustergraph.locations import ONTOLOGY
from clustergraph.model import Modality

LANGUAGES = ["bg", "en", "pl"]
FILES = sorted((ONTOLOGY / "vocabularies").glob("*.ttl"))


def _languages(graph: Graph, concept: URIRef, predicate: URIRef) -> list[str]:
    values = [o for o in graph.objects(concept, predicate) if isinstance(o, Literal)]
    return sorted(str(value.language) for value in values)


@pytest.fixture(params=FILES, ids=[path.stem for path in FILES])
def path(request: pytest.FixtureRequest) -> Path:
    found = request.param
    assert isinstance(found, Path)
    return found


@pytest.fixture
def scheme(path: Path) -> Graph:
    return Graph().parse(path, format="turtle")


@pytest.fixture
def concepts(scheme: Graph) -> list[URIRef]:
    return sorted(s for s in scheme.subjects(RDF.type, SKOS.Concept) if isinstance(s, URIRef))


def test_scheme_and_concepts_have_one_label_and_one_definition_in_each_language(
    scheme: Graph, concepts: list[URIRef]
) -> None:
    for subject in {s for s in scheme.subjects() if isinstance(s, URIRef)}:
        assert _languages(scheme, subject, SKOS.prefLabel) == LANGUAGES, subject
        assert _languages(scheme, subject, SKOS.definition) == LANGUAGES, subject
    assert len(concepts) > 1


def test_a_concept_is_named_by_scheme_and_notation(
    path: Path, scheme: Graph, concepts: list[URIRef]
) -> None:
    for concept in concepts:
        (notation,) = scheme.objects(concept, SKOS.notation)
        assert str(concept) == concept_iri(path.stem, str(notation))


def test_every_concept_is_a_top_concept_of_the_one_scheme(
    scheme: Graph, concepts: list[URIRef]
) -> None:
    (iri,) = scheme.subjects(RDF.type, SKOS.ConceptScheme)
    assert set(scheme.objects(iri, SKOS.hasTopConcept)) == set(concepts)
    for concept in concepts:
        assert list(scheme.objects(concept, SKOS.inScheme)) == [iri]
        assert list(scheme.objects(concept, SKOS.topConceptOf)) == [iri]


def test_no_two_concepts_of_a_scheme_share_a_label(scheme: Graph, concepts: list[URIRef]) -> None:
    names = [
        name
        for concept in concepts
        for predicate in (SKOS.prefLabel, SKOS.altLabel)
        for name in scheme.objects(concept, predicate)
    ]
    assert len(names) == len(set(names))


def test_every_modality_of_the_model_is_a_concept() -> None:
    graph = Graph().parse(ONTOLOGY / "vocabularies" / "modality.ttl", format="turtle")
    for modality in Modality:
        assert (URIRef(concept_iri("modality", modality.value)), RDF.type, SKOS.Concept) in graph
