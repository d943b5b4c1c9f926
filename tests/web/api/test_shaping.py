"""What the graph says of a thing is shaped with the parts that were asked for."""

import pytest

from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.describing.describe import Description, describe
from clustergraph.operations.labels import Label, Labels, Thing
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG
from clustergraph.web.api.shaping import (
    INCLUDABLE,
    entity_answer,
    passage_shape,
    thing_parts,
    url_of,
    written_parts,
)

_TRAINING = Iri(f"{BASE}id/4th-training-module-aaaaaaai")


@pytest.fixture(scope="module")
def training(small_graph: GraphStore) -> Description:
    return describe(small_graph, _TRAINING, Labels(small_graph))


@pytest.mark.parametrize("part", [part for part in INCLUDABLE if part != "evidence"])
def test_only_the_part_that_is_asked_for_is_there(training: Description, part: str) -> None:
    told = entity_answer(training, [part]).model_dump(exclude_unset=True)
    assert set(INCLUDABLE) & set(told) == {part}


def test_words_come_with_everything_only_where_they_are_asked_for(training: Description) -> None:
    plain = entity_answer(training, ["relations"])
    quoted = entity_answer(training, ["relations", "evidence"])
    assert plain.relations is not None
    assert quoted.relations is not None
    assert plain.relations[0].results[0].evidence is None
    assert quoted.relations[0].results[0].evidence
    assert all(fact.evidence for fact in quoted.facts)


def test_a_passage_tells_where_its_words_stand(training: Description) -> None:
    passage = training.facts[0].passages[0]
    shape = passage_shape(passage)
    assert (shape.quote, shape.end - shape.start) == (passage.quote.text, len(shape.quote))
    assert (shape.modality, shape.status, shape.role) == ("fact", "machine", "")


def test_a_thing_without_a_class_has_no_type() -> None:
    parts = thing_parts(Thing(iri=_TRAINING, label=Label("T", "en")))
    assert "type" not in parts
    city = Thing(iri=_TRAINING, label=Label("T", "en"), kind=CG.City)
    assert thing_parts(city)["type"] == "City"


def test_graphs_are_named_only_where_people_wrote() -> None:
    assert written_parts(()) == {}
    assert written_parts(("", "https://example.org/notes")) == {
        "written": ["", "https://example.org/notes"]
    }


def test_a_thing_of_ours_is_answered_on_this_host_and_a_foreign_one_elsewhere() -> None:
    assert url_of(_TRAINING).startswith("/")
    assert url_of(Iri("https://example.org/1")) == "https://example.org/1"
