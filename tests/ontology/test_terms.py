"""Every term is labelled, defined, shown by an example, joined to others, and defined once."""

import re
from collections import Counter
from collections.abc import Iterable

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, XSD, BNode, Graph, Literal, URIRef
from rdflib.namespace import SDO

from clustergraph.locations import DOCUMENTS, ONTOLOGY
from clustergraph.reading import read_document
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
    OWL.backwardCompatibleWith,
    OWL.disjointWith,
    OWL.inverseOf,
    OWL.priorVersion,
    OWL.propertyChainAxiom,
    OWL.versionIRI,
    OWL.versionInfo,
}
"""All that the ontology may take from OWL: where it is used, each is in the profile OWL 2 RL."""

RDFS_WORDS = {
    RDFS.comment,
    RDFS.domain,
    RDFS.isDefinedBy,
    RDFS.label,
    RDFS.range,
    RDFS.seeAlso,
    RDFS.subClassOf,
    RDFS.subPropertyOf,
}
"""All that the ontology may take from RDFS."""

RL_DATATYPES = {
    XSD.boolean,
    XSD.decimal,
    XSD.nonNegativeInteger,
    XSD.positiveInteger,
    XSD.string,
}
"""Those datatypes of OWL 2 RL (Profiles, section 4.2) that the ontology uses as logical ranges."""


ELISION = " […] "


@pytest.fixture(scope="session")
def terms(ontology: Graph) -> list[URIRef]:
    return sorted(
        s for s in set(ontology.subjects()) if isinstance(s, URIRef) and s.startswith(NAMESPACE)
    )


@pytest.fixture(scope="session")
def texts() -> dict[str, list[str]]:
    """The texts of our documents by language, with plain blanks."""
    found: dict[str, list[str]] = {}
    for path in DOCUMENTS.glob("*.txt"):
        document = read_document(path)
        found.setdefault(document.language, []).append(" ".join(document.text.split()))
    return found


def _literals(ontology: Graph, subject: URIRef, predicate: URIRef) -> list[Literal]:
    return [each for each in ontology.objects(subject, predicate) if isinstance(each, Literal)]


def _languages(literals: Iterable[Literal]) -> list[str]:
    return sorted(str(each.language) for each in literals)


def _is_tidy(text: str) -> bool:
    return str(text) == " ".join(text.split())


def test_every_term_has_one_label_in_each_language(ontology: Graph, terms: list[URIRef]) -> None:
    for term in terms:
        labels = _literals(ontology, term, RDFS.label)
        assert _languages(labels) == LANGUAGES, term
        assert all(_is_tidy(label) for label in labels), term


def test_every_term_has_one_comment_in_each_language(ontology: Graph, terms: list[URIRef]) -> None:
    for term in terms:
        comments = _literals(ontology, term, RDFS.comment)
        assert _languages(comments) == LANGUAGES, term
        assert len({str(comment) for comment in comments}) == len(LANGUAGES), term


def test_every_comment_is_one_tidy_sentence(ontology: Graph, terms: list[URIRef]) -> None:
    for term in terms:
        for comment in _literals(ontology, term, RDFS.comment):
            assert comment[0].isupper(), comment
            assert comment.endswith("."), comment
            assert ". " not in comment, comment
            assert _is_tidy(comment), comment


def test_labels_and_comments_are_in_the_script_of_their_language(
    ontology: Graph, terms: list[URIRef]
) -> None:
    for term in terms:
        for said in (
            *_literals(ontology, term, RDFS.label),
            *_literals(ontology, term, RDFS.comment),
        ):
            words = re.sub(r"cg:\w+|SHA-256|Unicode", "", said)
            latin, cyrillic = re.search("[A-Za-z]", words), re.search("[А-Яа-я]", words)
            assert (latin if said.language == "bg" else cyrillic) is None, said


def test_quotation_marks_are_those_of_the_language(ontology: Graph, terms: list[URIRef]) -> None:
    marks = {"en": '""', "pl": "„”", "bg": "„“"}
    for term in terms:
        for comment in _literals(ontology, term, RDFS.comment):
            used = "".join(re.findall('["„“”«»]', comment))
            assert used == marks[str(comment.language)] * (len(used) // 2), comment


def test_every_term_has_an_example(ontology: Graph, terms: list[URIRef]) -> None:
    for term in terms:
        assert (term, SKOS.example, None) in ontology, term


def test_an_example_with_a_language_is_quoted_from_a_document_in_it(
    ontology: Graph, terms: list[URIRef], texts: dict[str, list[str]]
) -> None:
    for term in terms:
        for example in _literals(ontology, term, SKOS.example):
            if example.language:
                pattern = ".*".join(map(re.escape, example.split(ELISION)))
                assert any(re.search(pattern, text) for text in texts[example.language]), example


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
        for subject in set(Graph().parse(path, format="turtle").subjects(RDF.type))
        if isinstance(subject, URIRef)
    )
    assert [term for term, count in files.items() if count > 1] == []


def test_the_files_say_nothing_about_foreign_terms(ontology: Graph) -> None:
    subjects = {s for s in ontology.subjects() if isinstance(s, URIRef)}
    assert {s for s in subjects if not s.startswith(ONTOLOGY_IRI)} == set()


def test_every_term_is_a_class_or_a_property_of_one_sort(
    ontology: Graph, terms: list[URIRef]
) -> None:
    sorts = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}
    for term in terms:
        assert len(sorts & set(ontology.objects(term, RDF.type))) == 1, term


def test_the_ontology_stays_within_owl_2_rl(ontology: Graph) -> None:
    used = {term for triple in ontology for term in triple if isinstance(term, URIRef)}
    assert {term for term in used if term.startswith(str(OWL))} <= OWL_WORDS
    assert {term for term in used if term.startswith(str(RDFS))} <= RDFS_WORDS


def test_classes_are_named_and_never_composed(ontology: Graph) -> None:
    composed = (RDFS.subClassOf, RDFS.domain, RDFS.range, OWL.disjointWith)
    for predicate in composed:
        assert not any(isinstance(o, BNode) for o in ontology.objects(None, predicate))


def test_the_only_nameless_nodes_are_the_lists_of_chains(ontology: Graph) -> None:
    chains = ontology.objects(None, OWL.propertyChainAxiom)
    cells = {cell for c in chains for cell in ontology.transitive_objects(c, RDF.rest)}
    assert {s for s in ontology.subjects() if isinstance(s, BNode)} == cells - {RDF.nil}


def test_a_chain_ends_in_its_own_property_or_never_meets_it(ontology: Graph) -> None:
    for property_, chain in ontology.subject_objects(OWL.propertyChainAxiom):
        first, *rest = ontology.items(chain)
        assert property_ not in {first, *rest[:-1]}, property_


def test_no_transitive_property_is_functional(ontology: Graph) -> None:
    transitive = set(ontology.subjects(RDF.type, OWL.TransitiveProperty))
    assert transitive.isdisjoint(ontology.subjects(RDF.type, OWL.FunctionalProperty))


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
