from typing import Any

from clustergraph.operations.scoring.annotations import Feature, Reading, parse_annotation

ALPHA: dict[str, Any] = {"id": "a", "type": "Cluster", "names": ["The  ALPHA", " "]}
RIGA: dict[str, Any] = {"id": "r", "type": "Place", "names": ["Riga"]}
LOCATED: dict[str, Any] = {"s": "a", "p": "locatedIn", "o": "r"}


def test_names_are_normalised_and_empty_ones_left_out() -> None:
    (name,) = parse_annotation({"entities": [ALPHA]}).entities["a"].names
    assert name == name.casefold()
    assert name


def test_an_entity_is_named_and_wanted_unless_it_says_otherwise() -> None:
    plain = parse_annotation({"entities": [ALPHA]}).entities["a"]
    assert (plain.named, plain.optional) == (True, False)
    assert plain.types == {"Cluster"}
    other = {**ALPHA, "named": False, "optional": True, "altTypes": ["Project"]}
    marked = parse_annotation({"entities": [other]}).entities["a"]
    assert (marked.named, marked.optional) == (False, True)
    assert marked.types == {"Cluster", "Project"}


def test_what_is_accepted_is_another_reading_of_the_same_relation() -> None:
    raw = {**LOCATED, "accept": [{"p": "hostedBy"}, {"o": "x"}]}
    (relation,) = parse_annotation({"relations": [raw]}).relations
    assert relation.readings == (
        Reading("a", "locatedIn", "r"),
        Reading("a", "hostedBy", "r"),
        Reading("a", "locatedIn", "x"),
    )


def test_only_the_first_reading_of_what_is_wanted_must_be_there() -> None:
    accepted = {**LOCATED, "accept": [{"o": "x"}]}
    optional = {"s": "b", "p": "startDate", "v": "2020", "optional": True}
    told = {"s": "a", "p": "partner", "o": "b"}
    annotation = parse_annotation({"relations": [accepted, optional, told]})
    assert annotation.features_of("a") == (
        Feature("locatedIn", "r", required=True),
        Feature("locatedIn", "x", required=False),
    )
    assert annotation.features_of("b") == (Feature("startDate", "2020", required=False),)
    assert annotation.features_of("nobody") == ()


def test_a_statement_is_spelt_with_types_and_names() -> None:
    dated = {"s": "a", "p": "startDate", "v": "2020"}
    lost = {"s": "a", "p": "partner", "o": "gone"}
    raw = {"entities": [{**ALPHA, "names": ["Alpha"]}, RIGA], "relations": [LOCATED, dated, lost]}
    annotation = parse_annotation(raw)
    assert list(map(annotation.statement, annotation.relations)) == [
        "Cluster 'alpha' --locatedIn--> Place 'riga'",
        "Cluster 'alpha' --startDate--> 2020",
        "Cluster 'alpha' --partner--> <unknown id gone>",
    ]


def test_an_empty_annotation_says_nothing() -> None:
    empty = parse_annotation({})
    assert (dict(empty.entities), empty.relations, dict(empty.features)) == ({}, (), {})
