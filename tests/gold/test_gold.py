"""The gold keeps its own rules: ids, types, literals, quotes that stand in the texts."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from clustergraph.locations import DOCUMENTS
from clustergraph.model import PartialDate
from clustergraph.operations.evaluating.gold_shape import GOLD_PREDICATES, GOLD_TYPES

HERE = Path(__file__).parent
TYPES = {kind.local for kind in GOLD_TYPES}
PREDICATES = {predicate.local for predicate in GOLD_PREDICATES}
INTEGERS = {"participantCount", "sequenceNumber", "moduleCount"}
DATES = {"startDate", "endDate"}
FILES = [
    *((path, DOCUMENTS) for path in sorted((HERE / "seeds").glob("*.json"))),
    *((path, HERE / "dev" / "texts") for path in sorted((HERE / "dev" / "gold").glob("*.json"))),
]

Annotation = Mapping[str, Any]


@pytest.fixture(params=FILES, ids=[path.stem for path, _ in FILES])
def annotated(request: pytest.FixtureRequest) -> tuple[Annotation, str]:
    path, texts = request.param
    annotation = json.loads(path.read_text("utf-8"))
    assert annotation["doc"] == path.stem
    return annotation, (texts / annotation["file"]).read_bytes().decode()


def readings(annotation: Annotation) -> Iterator[Annotation]:
    """Each relation as it is preferred, then as it is accepted."""
    for relation in annotation["relations"]:
        yield relation
        yield from ({**relation, **variant} for variant in relation.get("accept", ()))


def test_every_quote_stands_in_its_text(annotated: tuple[Annotation, str]) -> None:
    annotation, text = annotated
    quotes = [relation["evidence"] for relation in annotation["relations"]]
    assert [quote for quote in quotes if quote not in text] == []


def test_every_end_of_a_relation_is_an_entity(annotated: tuple[Annotation, str]) -> None:
    annotation, _ = annotated
    ids = [entity["id"] for entity in annotation["entities"]]
    assert len(set(ids)) == len(ids)
    for reading in readings(annotation):
        assert {reading["s"], reading.get("o", reading["s"])} <= set(ids)
        assert ("o" in reading) != ("v" in reading)


def test_every_type_and_predicate_is_of_the_schema(annotated: tuple[Annotation, str]) -> None:
    annotation, _ = annotated
    for entity in annotation["entities"]:
        assert {entity["type"], *entity.get("altTypes", ())} <= TYPES
        assert all(name.strip() for name in entity["names"])
        assert entity["names"]
    assert {reading["p"] for reading in readings(annotation)} <= PREDICATES


def test_every_literal_is_of_its_kind(annotated: tuple[Annotation, str]) -> None:
    annotation, _ = annotated
    for reading in readings(annotation):
        if reading["p"] in INTEGERS:
            assert type(reading["v"]) is int
        if reading["p"] in DATES and not reading["v"].startswith("--"):
            assert str(PartialDate.parse(reading["v"])) == reading["v"]


def test_no_relation_is_stated_twice(annotated: tuple[Annotation, str]) -> None:
    annotation, _ = annotated
    said = [
        (each["s"], each["p"], each.get("o", each.get("v"))) for each in annotation["relations"]
    ]
    assert len(set(said)) == len(said)
