import json

import pytest
from hypothesis import given

from clustergraph.model import DocumentGraph, Iri, LangString, PartialDate
from clustergraph.operations.evaluating.gold_shape import GOLD_PREDICATES, GOLD_TYPES, to_gold
from clustergraph.operations.scoring import count, parse_annotation, report_of
from clustergraph.vocab import CG, SIGNATURES
from given.sketches import Sketch
from given.strategies import document_graphs, unhurried


def sketch_of(subject: Iri, predicate: Iri, value: Iri) -> Sketch:
    sketch = Sketch("Alfa and Beta")
    sketch.fact(sketch.entity(subject, "Alfa"), predicate, sketch.entity(value, "Beta"))
    return sketch


def test_a_document_is_told_in_the_golds_words() -> None:
    sketch = Sketch("Jordi Conejos, former Director of EFCE.")
    person = sketch.entity(CG.Person, "Jordi Conejos")
    body = sketch.entity(CG.Organisation, "European Foundation", "EFCE", at="EFCE")
    quote = "Jordi Conejos, former Director of EFCE"
    sketch.fact(person, CG.affiliatedWith, body, quote=quote, role="former Director")
    assert to_gold(sketch.graph) == {
        "doc": sketch.document.id,
        "file": "document.txt",
        "language": "en",
        "title": "",
        "date": None,
        "entities": [
            {"id": "e1", "type": "Person", "names": ["Jordi Conejos"], "named": True},
            {
                "id": "e2",
                "type": "Organisation",
                "names": ["European Foundation", "EFCE"],
                "named": True,
            },
        ],
        "relations": [
            {
                "s": "e1",
                "p": "affiliatedWith",
                "o": "e2",
                "role": "former Director",
                "evidence": {"quote": quote, "start": 0, "end": 38},
                "confidence": 0.9,
                "rule": "drawn",
            }
        ],
    }


FINER = [
    (CG.City, "Place"),
    (CG.Country, "Place"),
    (CG.Venue, "Place"),
    (CG.PersonalQualification, "Qualification"),
    (CG.ClusterLabel, "Qualification"),
    (CG.Cluster, "Cluster"),
]


@pytest.mark.parametrize(("kind", "type_"), FINER)
def test_a_finer_class_is_told_by_its_nearest_ancestor(kind: Iri, type_: str) -> None:
    sketch = Sketch("Alfa")
    sketch.entity(kind, "Alfa")
    assert to_gold(sketch.graph)["entities"][0]["type"] == type_


@pytest.mark.parametrize("predicate", [CG.accountableBody, CG.implementedBy, CG.organisedBy])
def test_a_finer_relation_is_told_by_its_nearest_ancestor(predicate: Iri) -> None:
    graph = sketch_of(CG.Project, predicate, CG.Organisation).graph
    assert [relation["p"] for relation in to_gold(graph)["relations"]] == ["organisedBy"]


def test_two_relations_that_map_up_to_one_are_one_the_surer() -> None:
    sketch = Sketch("Alfa and Beta")
    project, body = sketch.entity(CG.Project, "Alfa"), sketch.entity(CG.Organisation, "Beta")
    sketch.fact(project, CG.organisedBy, body, quote="Alfa", confidence=0.6)
    sketch.fact(project, CG.accountableBody, body, quote="Beta", confidence=0.8)
    (relation,) = to_gold(sketch.graph)["relations"]
    assert relation["evidence"]["quote"] == "Beta"


def test_what_the_gold_has_no_word_for_is_left_out_unless_all_is_wanted() -> None:
    sketch = Sketch("Alfa and Beta")
    training, topic = sketch.entity(CG.Training, "Alfa"), sketch.entity(CG.Topic, "Beta")
    sketch.fact(training, CG.about, topic)
    sketch.fact(training, CG.graduateCount, 31)
    plain = to_gold(sketch.graph)
    assert [entity["type"] for entity in plain["entities"]] == ["Training"]
    assert plain["relations"] == []
    full = to_gold(sketch.graph, everything=True)
    assert [entity["type"] for entity in full["entities"]] == ["Training", "Topic"]
    assert [(relation["p"], relation.get("v")) for relation in full["relations"]] == [
        ("about", None),
        ("graduateCount", 31),
    ]


def test_literals_are_plain_values() -> None:
    sketch = Sketch("Alfa")
    training = sketch.entity(CG.Training, "Alfa")
    sketch.fact(training, CG.startDate, PartialDate(2018, 2))
    sketch.fact(training, CG.sequenceNumber, 4)
    sketch.fact(training, CG.topic, LangString("change management", "en"))
    values = {relation["p"]: relation["v"] for relation in to_gold(sketch.graph)["relations"]}
    assert values == {"startDate": "2018-02", "sequenceNumber": 4, "topic": "change management"}


def test_the_gold_knows_ten_types_and_its_predicates_are_of_the_ontology() -> None:
    assert len(GOLD_TYPES) == 10
    assert len(GOLD_PREDICATES) == 22
    assert all(predicate in SIGNATURES for predicate in GOLD_PREDICATES)


@unhurried
@given(graph=document_graphs())
def test_what_is_told_is_json_whose_quotes_and_ends_exist(graph: DocumentGraph) -> None:
    told = json.loads(json.dumps(to_gold(graph)))
    tally = count(parse_annotation(told), parse_annotation(told), text=graph.document.text)
    assert report_of({"one": tally}).micro.evidence_validity in {1.0, None}
    assert {relation["p"] for relation in told["relations"]} <= {
        predicate.local for predicate in GOLD_PREDICATES
    }
    ids = {entity["id"] for entity in told["entities"]}
    for relation in told["relations"]:
        assert {relation["s"], relation.get("o", relation["s"])} <= ids
