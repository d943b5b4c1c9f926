"""The survey of the ontology holds every class, and only relations that the ontology allows."""

import pytest

from clustergraph.operations.labels import Labels
from clustergraph.operations.ontology_guide.definitions import Definitions
from clustergraph.operations.ontology_guide.explain import Term, all_terms
from clustergraph.operations.ontology_guide.introduce import themes
from clustergraph.operations.ontology_guide.overview import Overview, overview
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG, INFERRED


@pytest.fixture(scope="module")
def terms(small_graph: GraphStore) -> list[Term]:
    return all_terms(Definitions.read(small_graph), Labels(small_graph), "en")


@pytest.fixture(scope="module")
def survey(terms: list[Term]) -> Overview:
    return overview(terms, [term for each in themes().values() for term in each])


def test_every_class_stands_in_one_family(terms: list[Term], survey: Overview) -> None:
    classes = [iri for family in survey.families for iri in family.classes]
    assert sorted(classes) == sorted(term.thing.iri for term in terms if term.is_class)


def test_families_come_in_the_order_of_the_files(survey: Overview) -> None:
    roots = [family.root.iri for family in survey.families]
    assert roots[:2] == [CG.Agent, CG.Activity]
    assert [thing.iri for thing in survey.families[0].members] == [
        CG.Organisation,
        CG.Cluster,
        CG.Person,
    ]


def test_every_relation_is_a_property_with_that_domain_and_range(
    terms: list[Term], survey: Overview
) -> None:
    by_iri = {term.thing.iri: term for term in terms}
    classes = {family.root.iri: family.classes for family in survey.families}
    for relation in (*survey.relations, *survey.shared):
        for thing in relation.properties:
            term = by_iri[thing.iri]
            assert {it.iri for it in term.range.things} & classes[relation.target]
            for source in relation.sources:
                assert {it.iri for it in term.domain.things} & classes[source]


def test_what_only_follows_is_left_out(survey: Overview) -> None:
    shown = {
        thing.iri
        for relation in (*survey.relations, *survey.shared)
        for thing in relation.properties
    }
    assert CG.fundedBy in shown
    assert not shown & INFERRED


def test_what_a_shape_forbids_is_no_relation(survey: Overview) -> None:
    pairs = {
        (relation.sources[0], relation.target)
        for relation in survey.relations
        if CG.partOf in {thing.iri for thing in relation.properties}
    }
    assert (CG.Activity, CG.Activity) in pairs
    assert (CG.Activity, CG.Agent) not in pairs


def test_what_most_families_share_is_said_once(survey: Overview) -> None:
    shared = {thing.iri for relation in survey.shared for thing in relation.properties}
    assert shared == {CG.mentionedIn}


def test_an_ontology_without_terms_has_an_empty_survey() -> None:
    assert overview([], []) == Overview(families=(), relations=(), shared=())
