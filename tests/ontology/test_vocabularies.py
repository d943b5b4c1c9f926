"""The vocabularies are whole: every concept named and defined in each language, and in its tree."""

import csv
import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from rdflib import OWL, RDF, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, SKOS

from clustergraph.folding import fold
from clustergraph.iris import concept_iri
from clustergraph.languages import pack_languages
from clustergraph.locations import DOCUMENTS, ONTOLOGY
from clustergraph.model import Modality
from clustergraph.vocab import CG

LANGUAGES = ["bg", "en", "pl"]
FILES = sorted((ONTOLOGY / "vocabularies").glob("*.ttl"))
LABELS = (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
MAPPINGS = (
    SKOS.exactMatch,
    SKOS.closeMatch,
    SKOS.broadMatch,
    SKOS.narrowMatch,
    SKOS.relatedMatch,
)
DEEPEST = 3
NACE = "http://data.europa.eu/ux2/nace2.1/"
LEARNING = "http://data.europa.eu/snb/"
LEARNING_CODES = {
    "learning-assessment/9191af2ed9",
    "learning-assessment/920fbb3cbe",
    "learning-assessment/c_3a90b26d",
    "learning-assessment/e92d221e4d",
    "learning-opportunity/65a4cf5de2",
}
"""Presential, online, hybrid, blended; study visit: what we use of the European learning model."""
LEVELS = {"section": 22, "division": 87, "group": 287, "class": 651}
"""How many codes NACE Rev. 2.1 has on each level (Delegated Regulation (EU) 2023/137, annex)."""


def _literals(graph: Graph, subject: URIRef, *predicates: URIRef) -> list[Literal]:
    return [
        value
        for predicate in predicates
        for value in graph.objects(subject, predicate)
        if isinstance(value, Literal)
    ]


def _languages(graph: Graph, concept: URIRef, predicate: URIRef) -> list[str]:
    return sorted(str(value.language) for value in _literals(graph, concept, predicate))


def _paths(graph: Graph, concept: URIRef) -> Iterator[list[URIRef]]:
    """Yield the ways from the top down to a concept; fails on a circle."""
    parents = [b for b in graph.objects(concept, SKOS.broader) if isinstance(b, URIRef)]
    if not parents:
        yield [concept]
    for parent in parents:
        for path in _paths(graph, parent):
            assert concept not in path
            yield [*path, concept]


@pytest.fixture(scope="module", params=FILES, ids=[path.stem for path in FILES])
def path(request: pytest.FixtureRequest) -> Path:
    found = request.param
    assert isinstance(found, Path)
    return found


@pytest.fixture(scope="module")
def scheme(path: Path) -> Graph:
    return Graph().parse(path, format="turtle")


@pytest.fixture(scope="module")
def concepts(scheme: Graph) -> list[URIRef]:
    return sorted(s for s in scheme.subjects(RDF.type, SKOS.Concept) if isinstance(s, URIRef))


@pytest.fixture(scope="module")
def sectors() -> Graph:
    return Graph().parse(ONTOLOGY / "vocabularies" / "sectors.ttl", format="turtle")


@pytest.fixture(scope="module")
def nace() -> dict[str, tuple[str, str]]:
    """The codes of NACE Rev. 2.1 with their levels and the codes above them."""
    path = ONTOLOGY / "vocabularies" / "nace-2.1.tsv"
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    return {
        row["code"]: (row["level"], row["broader"]) for row in csv.DictReader(lines, delimiter="\t")
    }


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """The text of all our documents by their languages."""
    joined = dict.fromkeys(LANGUAGES, "")
    for sidecar in DOCUMENTS.glob("*.toml"):
        language = tomllib.loads(sidecar.read_text(encoding="utf-8"))["language"]
        joined[language] += sidecar.with_suffix(".txt").read_text(encoding="utf-8")
    return joined


def test_scheme_and_concepts_have_one_label_and_one_definition_in_each_language(
    scheme: Graph, concepts: list[URIRef]
) -> None:
    for subject in {s for s in scheme.subjects() if isinstance(s, URIRef)}:
        assert _languages(scheme, subject, SKOS.definition) == LANGUAGES, subject
        named = _languages(scheme, subject, SKOS.prefLabel)
        assert named == sorted(set(named)), subject
        assert set(named) >= set(LANGUAGES), subject
    assert len(concepts) > 1


@pytest.mark.parametrize("name", ["sectors", "training-topics"])
def test_what_documents_name_has_a_name_in_each_language_that_is_read(name: str) -> None:
    scheme = Graph().parse(ONTOLOGY / "vocabularies" / f"{name}.ttl", format="turtle")
    for concept in scheme.subjects(RDF.type, SKOS.Concept):
        assert isinstance(concept, URIRef)
        assert _languages(scheme, concept, SKOS.prefLabel) == sorted(pack_languages()), concept


def test_a_definition_or_scope_note_is_one_sentence(scheme: Graph, concepts: list[URIRef]) -> None:
    for concept in concepts:
        for text in _literals(scheme, concept, SKOS.definition, SKOS.scopeNote):
            assert re.fullmatch(r"[^.!?]+\.", text), text


def test_who_is_told_something_is_told_in_each_language(
    scheme: Graph, concepts: list[URIRef]
) -> None:
    for concept in concepts:
        assert _languages(scheme, concept, SKOS.scopeNote) in ([], LANGUAGES), concept


def test_a_concept_is_named_by_scheme_and_notation(
    path: Path, scheme: Graph, concepts: list[URIRef]
) -> None:
    for concept in concepts:
        (notation,) = scheme.objects(concept, SKOS.notation)
        assert str(concept) == concept_iri(path.stem, str(notation))


def test_every_concept_is_in_the_one_scheme(scheme: Graph, concepts: list[URIRef]) -> None:
    (iri,) = scheme.subjects(RDF.type, SKOS.ConceptScheme)
    for concept in concepts:
        assert list(scheme.objects(concept, SKOS.inScheme)) == [iri]


def test_a_concept_is_at_the_top_or_has_a_broader_one(
    scheme: Graph, concepts: list[URIRef]
) -> None:
    (iri,) = scheme.subjects(RDF.type, SKOS.ConceptScheme)
    tops = set(scheme.objects(iri, SKOS.hasTopConcept))
    assert tops == set(scheme.subjects(SKOS.topConceptOf, iri))
    for concept in concepts:
        assert (concept in tops) is not bool(set(scheme.objects(concept, SKOS.broader))), concept


def test_every_concept_is_reached_from_the_top_in_a_few_steps_without_a_circle(
    scheme: Graph, concepts: list[URIRef]
) -> None:
    (iri,) = scheme.subjects(RDF.type, SKOS.ConceptScheme)
    for concept in concepts:
        for path in _paths(scheme, concept):
            assert (iri, SKOS.hasTopConcept, path[0]) in scheme
            assert set(path) <= set(concepts)
            assert len(path) <= DEEPEST


def test_concepts_stand_below_what_is_broader_by_the_alphabet(
    path: Path, scheme: Graph, concepts: list[URIRef]
) -> None:
    text = path.read_text(encoding="utf-8")
    listed = re.search(r"skos:hasTopConcept([^.;]+)", text)
    assert listed is not None
    tops = re.findall(r":([a-z-]+)", listed[1])

    def place(concept: URIRef) -> tuple[object, ...]:
        ways = [[str(c).rpartition("/")[2] for c in way] for way in _paths(scheme, concept)]
        return min((tops.index(top), *below) for top, *below in ways)

    order = re.findall(
        r"^[a-z]+:([a-z-]+)\n    a skos:Concept(?:, cg:Topic)? ;$", text, re.MULTILINE
    )
    assert order == [str(c).rpartition("/")[2] for c in sorted(concepts, key=place)]


def test_no_two_concepts_of_a_scheme_share_a_label_however_it_is_spelled(
    scheme: Graph, concepts: list[URIRef]
) -> None:
    bearers: dict[tuple[str, str | None], URIRef] = {}
    for concept in concepts:
        for label in _literals(scheme, concept, *LABELS):
            assert bearers.setdefault((fold(label), label.language), concept) == concept, label


def test_no_label_of_a_concept_is_another_of_its_labels(
    scheme: Graph, concepts: list[URIRef]
) -> None:
    for concept in concepts:
        labels = _literals(scheme, concept, *LABELS)
        assert len({(label.lower(), label.language) for label in labels}) == len(labels), concept


def test_texts_are_composed_and_trimmed_and_in_one_of_our_languages(scheme: Graph) -> None:
    for value in scheme.objects():
        if isinstance(value, Literal):
            assert unicodedata.is_normalized("NFC", value), value
            assert " ".join(value.split()) == str(value), value
            assert value.language in (*pack_languages(), None), value


def test_an_example_stands_in_one_of_our_documents(
    scheme: Graph, concepts: list[URIRef], texts: dict[str, str]
) -> None:
    for concept in concepts:
        for example in _literals(scheme, concept, SKOS.example):
            words = " ".join(texts[str(example.language)].split())
            assert str(example) in words, example


def test_what_is_related_is_neither_broader_nor_narrower(
    scheme: Graph, concepts: list[URIRef]
) -> None:
    for concept in concepts:
        line = {each for path in _paths(scheme, concept) for each in path}
        for related in scheme.objects(concept, SKOS.related):
            assert related in concepts
            assert related not in line
        for related in scheme.subjects(SKOS.related, concept):
            assert related not in line


def test_a_concept_stands_to_a_foreign_one_in_one_way(
    scheme: Graph, concepts: list[URIRef]
) -> None:
    for concept in concepts:
        targets = [set(scheme.objects(concept, mapping)) for mapping in MAPPINGS]
        assert all(one.isdisjoint(other) for one, other in combinations(targets, 2)), concept


def test_a_scheme_presents_itself_as_a_work_with_licence_and_version(scheme: Graph) -> None:
    (iri,) = scheme.subjects(RDF.type, SKOS.ConceptScheme)
    assert isinstance(iri, URIRef)
    assert set(scheme.objects(iri, DCTERMS.title)) == set(scheme.objects(iri, SKOS.prefLabel))
    assert set(scheme.objects(iri, DCTERMS.description)) == set(
        scheme.objects(iri, SKOS.definition)
    )
    (licence,) = scheme.objects(iri, DCTERMS.license)
    assert licence == URIRef("https://creativecommons.org/licenses/by/4.0/")


def test_the_vocabularies_have_the_version_of_the_ontology(scheme: Graph, ontology: Graph) -> None:
    assert set(scheme.objects(None, OWL.versionInfo)) == set(
        ontology.objects(None, OWL.versionInfo)
    )


def test_the_codes_of_nace_are_complete_and_each_hangs_below_its_own_beginning(
    nace: dict[str, tuple[str, str]],
) -> None:
    levels = list(LEVELS)
    assert Counter(level for level, _ in nace.values()) == LEVELS
    for code, (level, broader) in nace.items():
        above = levels[levels.index(level) - 1]
        assert (broader == "") == (level == "section"), code
        assert level == "section" or nace[broader][0] == above, code
        assert level in {"section", "division"} or code[:-1] == broader, code


def test_sectors_are_mapped_to_divisions_and_sections_that_exist(
    sectors: Graph, nace: dict[str, tuple[str, str]]
) -> None:
    targets = {str(o) for mapping in MAPPINGS for o in sectors.objects(None, mapping)}
    assert len(targets) > 50
    levels = {nace[target.removeprefix(NACE)][0] for target in targets}
    assert levels == {"division", "section"}


def test_no_other_mapping_goes_to_a_code_that_nobody_has_seen(path: Path, scheme: Graph) -> None:
    targets = {str(o) for mapping in MAPPINGS for o in scheme.objects(None, mapping)}
    if path.stem != "sectors":
        assert {target.removeprefix(LEARNING) for target in targets} <= LEARNING_CODES


def test_a_sector_has_a_division_near_to_it_or_a_note_why_not(sectors: Graph) -> None:
    for concept in sectors.subjects(RDF.type, SKOS.Concept):
        near = [o for mapping in MAPPINGS[:4] for o in sectors.objects(concept, mapping)]
        assert near or (concept, SKOS.scopeNote, None) in sectors, concept


def test_every_modality_of_the_model_is_a_concept() -> None:
    graph = Graph().parse(ONTOLOGY / "vocabularies" / "modality.ttl", format="turtle")
    for modality in Modality:
        assert (URIRef(concept_iri("modality", modality.value)), RDF.type, SKOS.Concept) in graph


def test_every_concept_of_the_vocabulary_of_topics_is_a_topic() -> None:
    graph = Graph().parse(ONTOLOGY / "vocabularies" / "training-topics.ttl", format="turtle")
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    assert len(concepts) > 15
    assert set(graph.subjects(RDF.type, URIRef(CG.Topic))) == concepts
