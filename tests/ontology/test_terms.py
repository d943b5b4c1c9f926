"""Terms are worded and joined as shapes can't ask for; what these ask for, they prove of all."""

import re
from collections import Counter
from collections.abc import Iterable

import pytest
from pyoxigraph import Literal as PlainLiteral
from pyoxigraph import NamedNode, Triple
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, BNode, Graph, Literal, URIRef

from clustergraph.locations import DOCUMENTS, ONTOLOGY
from clustergraph.rdf.profile import outside_owl_2_rl
from clustergraph.rdf.turtle import read_turtle
from clustergraph.reading import read_document
from clustergraph.vocab import CG, INFERRED, INVERSES, SIGNATURES, SUPERPROPERTIES

LANGUAGES = ["bg", "en", "pl"]
NAMESPACE = "https://w3id.org/clustergraph/ns#"
ONTOLOGY_IRI = URIRef("https://w3id.org/clustergraph/ns")

STATUS = URIRef("http://www.w3.org/2003/06/sw-vocab-status/ns#term_status")
ORDER = (
    *("a", "rdfs:subClassOf", "rdfs:subPropertyOf", "rdfs:label", "rdfs:comment"),
    *("rdfs:domain", "schema:domainIncludes", "rdfs:range", "schema:rangeIncludes"),
    *("owl:inverseOf", "owl:disjointWith", "owl:propertyChainAxiom", "cg:inferredOnly"),
    *("owl:deprecated", "dcterms:isReplacedBy", "skos:changeNote", "skos:editorialNote"),
    *("skos:example", "rdfs:isDefinedBy", "vs:term_status"),
)
"""In which order a term tells of itself."""
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


def test_no_comment_stands_untranslated_in_two_languages(
    ontology: Graph, terms: list[URIRef]
) -> None:
    for term in terms:
        comments = _literals(ontology, term, RDFS.comment)
        assert len({str(comment) for comment in comments}) == len(LANGUAGES), term


def test_every_comment_is_one_sentence(ontology: Graph, terms: list[URIRef]) -> None:
    for term in terms:
        for comment in _literals(ontology, term, RDFS.comment):
            assert comment[0].isupper(), comment
            assert ". " not in comment, comment


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
    marks = {"en": "“”", "pl": "„”", "bg": "„“"}
    for term in terms:
        for comment in _literals(ontology, term, RDFS.comment):
            used = "".join(re.findall('["„“”«»]', comment))
            assert used == marks[str(comment.language)] * (len(used) // 2), comment


def test_an_example_with_a_language_is_quoted_from_a_document_in_it(
    ontology: Graph, terms: list[URIRef], texts: dict[str, list[str]]
) -> None:
    for term in terms:
        for example in _literals(ontology, term, SKOS.example):
            if example.language:
                pattern = ".*".join(map(re.escape, example.split(ELISION)))
                assert any(re.search(pattern, text) for text in texts[example.language]), example


def test_nothing_in_the_ontology_names_a_person_of_our_documents(
    asserted: list[Triple],
) -> None:
    """A person may ask to be forgotten, and the ontology and its releases are kept for ever."""
    people = {s for s, p, o in asserted if o == NamedNode(CG.Person)}
    names = {
        str(name.value)
        for subject, _, name in asserted
        if subject in people and isinstance(name, PlainLiteral)
    }
    family_names = {name.split()[-1] for name in names} | {name.split()[0] for name in names}
    assert len(people) > 8
    for path in ONTOLOGY.rglob("*.ttl"):
        words = set(re.findall(r"\w+", path.read_text(encoding="utf-8")))
        assert words & family_names == set(), path


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
        if path.parent.name != "releases"
        for subject in set(Graph().parse(path, format="turtle").subjects(RDF.type))
        if isinstance(subject, URIRef)
    )
    assert [term for term, count in files.items() if count > 1] == []


def test_every_term_tells_of_itself_in_the_same_order() -> None:
    for path in (ONTOLOGY / "clustergraph.ttl", ONTOLOGY / "evidence.ttl"):
        blocks = re.findall(r"^(cg:\w+)\n((?: {4}.*\n)+)", path.read_text("utf-8"), re.MULTILINE)
        assert len(blocks) > 15
        for term, block in blocks:
            told = re.findall(r"^ {4}([a-z]+:\w+|a)\b", block, re.MULTILINE)
            assert told == sorted(told, key=ORDER.index), term


def test_every_term_is_stable_or_on_its_way(ontology: Graph, terms: list[URIRef]) -> None:
    for term in terms:
        (status,) = map(str, ontology.objects(term, STATUS))
        is_deprecated = (term, OWL.deprecated, Literal(True)) in ontology
        assert status in ({"archaic"} if is_deprecated else {"stable", "testing"}), term


def test_who_deprecates_a_term_tells_why_and_what_to_take_instead(
    ontology: Graph, terms: list[URIRef]
) -> None:
    for term in terms:
        if (term, OWL.deprecated, Literal(True)) in ontology:
            assert _languages(_literals(ontology, term, SKOS.changeNote)) == LANGUAGES, term
            assert set(ontology.objects(term, DCTERMS.isReplacedBy)) <= set(terms) - {term}, term


def test_a_property_between_things_has_an_inverse_or_says_why_not(ontology: Graph) -> None:
    values = {SKOS.Concept, URIRef(CG.Sector), URIRef(CG.Topic), URIRef(CG.Document)}
    for property_ in ontology.subjects(RDF.type, OWL.ObjectProperty):
        assert isinstance(property_, URIRef)
        has_inverse = (property_, OWL.inverseOf, None) in ontology
        leads_to_values = set(ontology.objects(property_, RDFS.range)) & values
        notes = _languages(_literals(ontology, property_, SKOS.editorialNote))
        assert has_inverse or leads_to_values or notes == LANGUAGES, property_


def test_every_term_is_a_class_or_a_property_of_one_sort(
    ontology: Graph, terms: list[URIRef]
) -> None:
    sorts = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}
    for term in terms:
        assert len(sorts & set(ontology.objects(term, RDF.type))) == 1, term


def test_the_ontology_stays_within_owl_2_rl() -> None:
    triples = [triple for path in ONTOLOGY.glob("*.ttl") for triple in read_turtle(path)]
    assert outside_owl_2_rl(triples) == []


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
