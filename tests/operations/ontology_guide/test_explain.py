"""A term is explained by what the ontology's own graph says of it."""

from collections.abc import Iterator

import pytest
from pyoxigraph import Quad, RdfFormat, parse

from clustergraph.errors import NotFound
from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.labels import Labels, Thing
from clustergraph.operations.ontology_guide.definitions import Definitions
from clustergraph.operations.ontology_guide.explain import Character, Term, all_terms, explain
from clustergraph.rdf.ontology import ontology_quads
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG, INFERRED, SIGNATURES

OLD_AND_NEW = """
PREFIX cg: <https://w3id.org/clustergraph/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
cg:paidBy a owl:ObjectProperty, owl:SymmetricProperty ;
    owl:deprecated true ;
    dcterms:isReplacedBy cg:fundedBy ;
    skos:changeNote "Since 0.2.0 cg:fundedBy says it."@en ;
    rdfs:isDefinedBy <https://w3id.org/clustergraph/ns> .
"""


def term(graph: GraphStore, iri: Iri, language: str = "en") -> Term:
    return explain(Definitions.read(graph), Labels(graph, language), language, iri)


def iris(things: tuple[Thing, ...]) -> list[Iri]:
    return [thing.iri for thing in things]


def test_every_property_of_the_vocabulary_is_explained(small_graph: GraphStore) -> None:
    terms = all_terms(Definitions.read(small_graph), Labels(small_graph), "en")
    names = {term.thing.iri for term in terms}
    assert names >= set(SIGNATURES)
    assert all(len(term.definitions) == len(term.labels) == 3 for term in terms)
    assert {term.thing.iri for term in terms if term.inferred} == INFERRED


def test_a_property_tells_what_it_joins(small_graph: GraphStore) -> None:
    found = term(small_graph, CG.fundedBy)
    assert not found.is_class
    assert iris(found.domain.things) == [CG.Activity]
    assert CG.Organisation in iris(found.range.things)
    assert iris(found.above) == [CG.fundingSource]
    assert iris(found.inverse) == [CG.funds]


def test_what_must_stand_at_an_end_is_told_from_what_may(small_graph: GraphStore) -> None:
    found = term(small_graph, CG.fundedBy)
    assert (found.domain.is_open, found.range.is_open) == (False, True)


def test_what_is_said_one_way_is_known_at_both_ends(small_graph: GraphStore) -> None:
    assert CG.Agent in iris(term(small_graph, CG.Evidence).disjoint)
    assert CG.Evidence in iris(term(small_graph, CG.Agent).disjoint)
    assert CG.fundedBy in iris(term(small_graph, CG.fundingSource).below)
    assert iris(term(small_graph, CG.Place).below) == [CG.City, CG.Country, CG.Region, CG.Venue]


def test_chains_are_read_step_by_step(small_graph: GraphStore) -> None:
    chains = [iris(chain) for chain in term(small_graph, CG.fundingSource).chains]
    assert chains == [[CG.fundedBy, CG.fundingSource], [CG.partOf, CG.fundingSource]]


def test_a_property_tells_its_character(small_graph: GraphStore) -> None:
    assert term(small_graph, CG.partOfTransitive).characters == (Character.TRANSITIVE,)
    assert term(small_graph, CG.quote).characters == (Character.FUNCTIONAL,)
    assert term(small_graph, CG.partOf).characters == ()


def test_a_class_knows_the_properties_at_its_ends(small_graph: GraphStore) -> None:
    found = term(small_graph, CG.Qualification)
    assert CG.issuedBy in iris(found.leads_from)
    assert CG.holds in iris(found.leads_to)
    assert CG.locatedIn not in iris(found.domain_of)


def test_terms_of_others_are_grouped_by_what_they_are_to_ours(small_graph: GraphStore) -> None:
    groups = {each.relation.local: each.terms for each in term(small_graph, CG.Person).alignments}
    assert groups["subClassOf"] == (Iri("http://xmlns.com/foaf/0.1/Person"),)
    assert groups["closeMatch"] == (Iri("https://schema.org/Person"),)


def test_a_deprecated_term_points_at_what_replaces_it(small_graph: GraphStore) -> None:
    def quads() -> Iterator[Quad]:
        yield from parse(OLD_AND_NEW, format=RdfFormat.TURTLE)
        yield from ontology_quads()

    definitions = Definitions.of(quads())
    found = explain(definitions, Labels(small_graph), "en", Iri(f"{BASE}ns#paidBy"))
    assert found.is_deprecated
    assert iris(found.replaced_by) == [CG.fundedBy]
    assert [change.text for change in found.changes] == ["Since 0.2.0 cg:fundedBy says it."]
    assert found.characters == (Character.SYMMETRIC,)
    assert not explain(definitions, Labels(small_graph), "en", CG.fundedBy).is_deprecated


@pytest.mark.parametrize(
    "iri", [f"{BASE}ns#Banana", f"{BASE}ns", "http://xmlns.com/foaf/0.1/Agent"]
)
def test_a_term_that_is_none_is_not_found(small_graph: GraphStore, iri: str) -> None:
    with pytest.raises(NotFound):
        term(small_graph, Iri(iri))
