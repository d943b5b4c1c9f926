"""No term of a released version is lost, and what the header calls compatible is."""

import re
from pathlib import Path

import pytest
from rdflib import OWL, RDF, Graph, URIRef
from rdflib.namespace import RDFS, SDO

from clustergraph.locations import ONTOLOGY
from clustergraph.rdf.release_ontology import concepts_of, lost_terms, version_of
from clustergraph.rdf.turtle import read_turtle

NS = "https://w3id.org/clustergraph/ns"
RELEASES = sorted((ONTOLOGY / "releases").glob("*.ttl"))
SORTS = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}


def _numbers(version: str) -> list[int]:
    return [int(number) for number in version.split(".")]


@pytest.fixture(scope="module")
def version(ontology: Graph) -> str:
    (value,) = ontology.objects(URIRef(NS), OWL.versionInfo)
    return str(value)


@pytest.fixture(scope="module")
def released() -> dict[str, Graph]:
    return {path.stem: Graph().parse(path, format="turtle") for path in RELEASES}


@pytest.mark.parametrize("path", RELEASES, ids=[path.stem for path in RELEASES])
def test_no_term_of_a_release_is_gone(path: Path) -> None:
    now = [triple for file in ONTOLOGY.glob("*.ttl") for triple in read_turtle(file)]
    assert lost_terms(read_turtle(path), now) == []


@pytest.mark.parametrize("path", RELEASES, ids=[path.stem for path in RELEASES])
def test_no_concept_of_a_release_is_gone(path: Path) -> None:
    concepts = path.with_suffix(".concepts.txt").read_text("utf-8").split()
    assert concepts
    assert set(concepts) <= set(concepts_of())


def test_a_release_is_of_the_version_that_its_name_says() -> None:
    assert len(RELEASES) >= 2
    for path in RELEASES:
        assert version_of(read_turtle(path)) == path.stem


def test_the_version_before_is_the_newest_release_and_ours_is_newer_than_any(
    ontology: Graph, version: str
) -> None:
    versions = sorted((path.stem for path in RELEASES), key=_numbers)
    assert list(ontology.objects(URIRef(NS), OWL.priorVersion)) == [URIRef(f"{NS}/{versions[-1]}")]
    assert _numbers(versions[-1]) < _numbers(version)


def test_the_change_log_tells_of_each_version_the_newest_first(version: str) -> None:
    text = (ONTOLOGY / "CHANGELOG.md").read_text(encoding="utf-8")
    told = re.findall(r"^## \[([\d.]+)\] – \d{4}-\d{2}-\d{2}$", text, re.MULTILINE)
    versions = [version, *(path.stem for path in RELEASES)]
    assert told == sorted(versions, key=_numbers, reverse=True)


def test_a_version_called_compatible_has_terms_of_the_same_sorts_and_admits_no_less(
    ontology: Graph, released: dict[str, Graph]
) -> None:
    compatible = [
        str(iri).rpartition("/")[2]
        for iri in ontology.objects(URIRef(NS), OWL.backwardCompatibleWith)
    ]
    assert compatible
    for before in (released[version] for version in compatible):
        for term in before.subjects(RDFS.isDefinedBy):
            sorts = SORTS & set(before.objects(term, RDF.type))
            assert sorts == SORTS & set(ontology.objects(term, RDF.type)), term
            for side in (SDO.domainIncludes, SDO.rangeIncludes):
                listed = set(ontology.objects(term, side))
                assert not listed or set(before.objects(term, side)) <= listed, term
            for side in (RDFS.domain, RDFS.range):
                stated = set(ontology.objects(term, side))
                assert stated <= set(before.objects(term, side)), term
