from collections.abc import Callable

import pytest

from clustergraph.errors import InconsistentGraph
from clustergraph.model import (
    DocumentGraph,
    Entity,
    EntityId,
    Evidence,
    Fact,
    LangString,
    Span,
)
from clustergraph.vocab import CG
from given.strategies import document_of

DOCUMENT = document_of("EFCE is in Barcelona.")
NAME = (LangString("EFCE", "en"),)
QUOTE = Evidence(span=Span(0, 4), quote="EFCE", rule="drawn", confidence=0.9)


def entity(id_: str, *mentions: Span) -> Entity:
    return Entity(
        id=EntityId(id_), kind=CG.Organisation, names=NAME, mentions=mentions or (Span(0, 4),)
    )


def fact(subject: str, value: str, *evidence: Evidence) -> Fact:
    return Fact(
        subject=EntityId(subject),
        predicate=CG.partner,
        object=EntityId(value),
        evidence=evidence or (QUOTE,),
    )


def graph(entities: tuple[Entity, ...], facts: tuple[Fact, ...]) -> DocumentGraph:
    return DocumentGraph(document=DOCUMENT, entities=entities, facts=facts)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Entity(id=EntityId("e1"), kind=CG.City, names=(), mentions=(Span(0, 1),)),
        lambda: Entity(id=EntityId("e1"), kind=CG.City, names=NAME, mentions=()),
        lambda: entity("e1", Span(5, 6), Span(0, 4)),
        lambda: entity("e1", Span(0, 4), Span(0, 4)),
        lambda: Evidence(span=Span(0, 1), quote=" ", rule="drawn", confidence=0.5),
        lambda: Evidence(span=Span(0, 1), quote="E", rule="drawn", confidence=0.0),
        lambda: Evidence(span=Span(0, 1), quote="E", rule="drawn", confidence=1.1),
        lambda: Fact(subject=EntityId("e1"), predicate=CG.topic, object=1, evidence=()),
    ],
)
def test_nonsense_is_refused_at_birth(make: Callable[[], object]) -> None:
    with pytest.raises(ValueError, match=r"needs|lies"):
        make()


def test_evidence_quotes_the_document_at_its_span() -> None:
    evidence = Evidence.of(DOCUMENT, Span(11, 20), rule="drawn", confidence=0.5)
    assert evidence.quote == "Barcelona"


def test_a_fact_is_as_sure_as_its_best_passage() -> None:
    weak = Evidence.of(DOCUMENT, Span(0, 4), rule="drawn", confidence=0.5)
    assert fact("e1", "e2", weak, QUOTE).confidence == 0.9


@pytest.mark.parametrize(
    ("entities", "facts", "words"),
    [
        ((entity("e1"), entity("e1")), (), "share an id"),
        ((entity("e1", Span(0, 22)),), (), "outside the text"),
        ((entity("e1", Span(0, 22), Span(1, 2)),), (), "outside the text"),
        ((entity("e1"),), (fact("e1", "e2"),), "partner names unknown e2"),
        ((entity("e2"),), (fact("e1", "e2"),), "partner names unknown e1"),
        (
            (entity("e1"), entity("e2")),
            (fact("e1", "e2", Evidence(span=Span(1, 5), quote="EFCE", rule="r", confidence=0.9)),),
            r"r quotes 'EFCE', which is not the text at 1\.\.5",
        ),
    ],
)
def test_a_graph_that_contradicts_itself_or_its_document_is_refused(
    entities: tuple[Entity, ...], facts: tuple[Fact, ...], words: str
) -> None:
    with pytest.raises(InconsistentGraph, match=rf"^document\.txt: .*{words}"):
        graph(entities, facts)


def test_a_graph_finds_its_entities() -> None:
    assert graph((entity("e1"), entity("e2")), ()).entity(EntityId("e2")).id == "e2"
