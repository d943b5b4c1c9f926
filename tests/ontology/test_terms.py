"""Every term is labelled, defined, joined to others, and defined once."""

from collections import Counter

import pytest
from rdflib import OWL, RDF, RDFS, XSD, Graph, Literal, URIRef
from rdflib.namespace import SDO

from clustergraph.locations import ONTOLOGY
from clustergraph.vocab import CG, INFERRED, INVERSES, SIGNATURES, SUPERPROPERTIES

LANGUAGES = ["bg", "en", "pl"]
NAMESPACE = "https://w3id.org/clustergraph/ns#"
ONTOLOGY_IRI = URIRef("https://w3id.org/clustergraph/ns")

OWL_WORDS = {
    OWL.AnnotationProperty,
    OWL.Class,
    OWL.DatatypeProperty,
    OWL.FunctionalProperty,
    OWL.ObjectProperty,
    OWL.Ontology,
    OWL.TransitiveProperty,
    OWL.disjointWith,
    OWL.inverseOf,
    OWL.propertyChainAxiom,
    OWL.versionIRI,
    OWL.versionInfo,
}
"""All that the ontology may take from OWL: where it is used, each is in the profile OWL 2 RL."""

RL_DATATYPES = {
    XSD.boolean,
    XSD.decimal,
    XSD.nonNegativeInteger,
    XSD.positiveInteger,
    XSD.string,
}
"""Those datatypes of OWL 2 RL (Profiles, section 4.2) that the ontology uses as logical ranges."""


@pytest.fixture(scope="session")
def terms(ontology: Graph) -> list[URIRef]:
    return sorted(
        s for s in set(ontology.subjects()) if isinstance(s, URIRef) and s.startswith(NAMESPACE)
    )


def test_every_term_has_one_label_in_each_language(ontology: Graph, terms: list[URIRef]) -> None:
    for term in terms:
        labels = [o for o in ontology.objects(term, RDFS.label) if isinstance(o, Literal)]
        assert sorted(str(label.language) for label in labels) == LANGUAGES, term
        assert all(str(label) == str(label).strip() for label in labels), term


def test_every_term_has_an_english_comment_of_one_sentence(
    ontology: Graph, terms: list[URIRef]
) -> None:
    for term in terms:
        comments = [o for o in ontology.objects(term, RDFS.comment) if isinstance(o, Literal)]
        (english,) = [str(comment) for comment in comments if comment.language == "en"]
        assert english[0].isupper(), term
        assert english.endswith("."), term
        assert ". " not in english, term


def test_every_term_says_where_it_is_defined(ontology: Graph, terms: list[URIRef]) -> None:
    for term in terms:
        assert list(ontology.objects(term, RDFS.isDefinedBy)) == [ONTOLOGY_IRI], term


def test_no_two_properties_share_a_label(ontology: Graph) -> None:
    labels = Counter(
        label
        for property_ in SIGNATURES
        for label in ontology.objects(URIRef(property_), RDFS.label)
    )
    assert [label for label, count in labels.items() if count > 1] == []


def test_no_term_is_defined_in_two_files() -> None:
    files = Counter(
        subject
        for path in ONTOLOGY.rglob("*.ttl")
        for subject in set(Graph().parse(path, format="turtle").subjects())
        if isinstance(subject, URIRef)
    )
    assert [term for term, count in files.items() if count > 1] == []


def test_the_files_say_nothing_about_foreign_terms(ontology: Graph) -> None:
    subjects = {s for s in ontology.subjects() if isinstance(s, URIRef)}
    assert {s for s in subjects if not s.startswith(ONTOLOGY_IRI)} == set()


def test_the_ontology_stays_within_owl_2_rl(ontology: Graph) -> None:
    used = {term for triple in ontology for term in triple if str(term).startswith(str(OWL))}
    assert used <= OWL_WORDS


def test_a_property_has_at_most_one_logical_domain_and_range(ontology: Graph) -> None:
    for property_ in map(URIRef, SIGNATURES):
        for side in (RDFS.domain, RDFS.range):
            assert len(list(ontology.objects(property_, side))) <= 1, property_


def test_a_side_is_stated_logically_or_as_a_list_but_not_both_ways(ontology: Graph) -> None:
    for property_ in map(URIRef, SIGNATURES):
        for logical, listed in ((RDFS.domain, SDO.domainIncludes), (RDFS.range, SDO.rangeIncludes)):
            stated = [p for p in (logical, listed) if (property_, p, None) in ontology]
            assert len(stated) == 1, property_


def test_logical_ranges_of_literals_are_datatypes_of_owl_2_rl(ontology: Graph) -> None:
    for property_ in ontology.subjects(RDF.type, OWL.DatatypeProperty):
        assert set(ontology.objects(property_, RDFS.range)) <= RL_DATATYPES, property_


def test_inverses_point_at_each_other_and_turn_the_signature_round() -> None:
    for one, other in INVERSES.items():
        assert INVERSES[other] == one
        assert SIGNATURES[one].domain == SIGNATURES[other].range, one


def test_of_two_inverses_one_is_read_from_texts() -> None:
    for one, other in INVERSES.items():
        both_follow = {one, other} == {CG.involves, CG.involvedIn}
        assert both_follow or len({one, other} & INFERRED) == 1, one


def test_what_a_property_admits_its_superproperties_admit_too() -> None:
    for lower, uppers in SUPERPROPERTIES.items():
        for upper in uppers:
            assert SIGNATURES[lower].domain <= SIGNATURES[upper].domain, lower
            assert SIGNATURES[lower].range <= SIGNATURES[upper].range, lower
