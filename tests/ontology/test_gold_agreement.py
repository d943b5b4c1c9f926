"""The gold annotations and the ontology allow the same statements, so that neither drifts.

``TABLE`` is the gold's predicate table, version 1.1.
"""

import pytest

from clustergraph.model import Iri
from clustergraph.vocab import CG, INFERRED, RDF, SIGNATURES, XSD

TYPES = {
    "Cluster",
    "Organisation",
    "Programme",
    "Project",
    "Training",
    "Event",
    "Person",
    "Place",
    "Sector",
    "Qualification",
}
ORG = {"Organisation", "Cluster"}
PROG = {"Programme", "Project"}
ACT = PROG | {"Training", "Event"}
DATE = frozenset({XSD.date, XSD.gYearMonth, XSD.gYear, XSD.gMonthDay})
INT = "an integer"
TEXT = frozenset({RDF.langString})
TABLE: dict[str, list[tuple[set[str], set[str] | frozenset[Iri] | str]]] = {
    "partOf": [
        (PROG, PROG),
        ({"Training"}, PROG | {"Training", "Event"}),
        ({"Event"}, ACT),
        (ORG, ORG),
        ({"Cluster"}, PROG),
    ],
    "fundedBy": [(ACT, ORG | PROG)],
    "organisedBy": [(ACT, ORG | {"Project"})],
    "coordinatedBy": [(PROG | ORG, ORG | {"Person"})],
    "partner": [(ACT, ORG | {"Project"})],
    "taughtBy": [({"Training"} | PROG, ORG | {"Person"})],
    "speaker": [({"Event", "Training"}, {"Person"})],
    "attendedBy": [({"Event", "Training", "Programme"}, ORG | {"Person"})],
    "hostedBy": [({"Event", "Training"}, ORG)],
    "affiliatedWith": [({"Person"}, ORG)],
    "locatedIn": [(TYPES - {"Person", "Sector"}, {"Place"})],
    "sector": [(PROG | {"Cluster", "Training"}, {"Sector"})],
    "topic": [(ACT, TEXT)],
    "awards": [({"Programme", "Training"}, {"Qualification"})],
    "holds": [(ORG | {"Person"}, {"Qualification"})],
    "issuedBy": [({"Qualification"}, ORG)],
    "basedOn": [({"Programme", "Training"}, {"Programme"})],
    "startDate": [(ACT, DATE)],
    "endDate": [(ACT, DATE)],
    "participantCount": [({"Training", "Event", "Programme"}, INT)],
    "sequenceNumber": [({"Training", "Event", "Programme"}, INT)],
    "moduleCount": [({"Training"} | PROG, INT)],
}
INTEGERS = {frozenset({XSD.nonNegativeInteger}), frozenset({XSD.positiveInteger})}


def term(name: str) -> Iri:
    return Iri(getattr(CG, name))


@pytest.mark.parametrize("name", sorted(TYPES))
def test_every_gold_type_is_a_class(name: str) -> None:
    assert term(name) not in SIGNATURES


@pytest.mark.parametrize("name", sorted(TABLE))
def test_every_gold_predicate_is_a_property_that_mappers_may_assert(name: str) -> None:
    assert term(name) in SIGNATURES
    assert term(name) not in INFERRED


@pytest.mark.parametrize("name", sorted(TABLE))
def test_what_the_gold_allows_the_ontology_allows(name: str) -> None:
    signature = SIGNATURES[term(name)]
    for subjects, objects in TABLE[name]:
        assert {term(subject) for subject in subjects} <= signature.domain
        if objects == INT:
            assert signature.range in INTEGERS
        elif isinstance(objects, frozenset):
            assert signature.range == objects
        else:
            assert {term(object_) for object_ in objects} <= signature.range
