"""What people write for a thing is found, or they are told what it may be."""

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from clustergraph.errors import AmbiguousName, NotFound
from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.names import Card, Name, NameIndex
from clustergraph.names.writing.storing import build_names
from clustergraph.operations.consult import Text
from clustergraph.operations.proving.refer import refer, refer_to_value
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG


@pytest.fixture
def two_unions(tmp_path: Path) -> NameIndex:
    cards = (
        Card(
            iri=Iri(f"{BASE}id/union-aaaaaaa{letter}"),
            cls=kind,
            prominence=1,
            names=(Name("Union", "en"),),
        )
        for letter, kind in (("a", CG.Organisation), ("b", CG.Project))
    )
    build_names(tmp_path, cards)
    return NameIndex.open(tmp_path)


def test_a_name_of_several_things_is_answered_with_what_they_are(
    small_graph: GraphStore, two_unions: NameIndex
) -> None:
    with pytest.raises(AmbiguousName, match="give one of these instead") as caught:
        refer(small_graph, two_unions, "Union")
    assert caught.value.candidates == (
        "id:union-aaaaaaaa (organisation “Union”)",
        "id:union-aaaaaaab (project “Union”)",
    )


def test_a_part_of_a_name_names_nothing(small_graph: GraphStore, two_unions: NameIndex) -> None:
    with pytest.raises(NotFound, match="Nothing here is called Uni"):
        refer(small_graph, two_unions, "Uni")


@pytest.mark.parametrize("text", ["cg:fundedBy", "fundedBy", CG.fundedBy])
def test_a_property_needs_no_prefix(
    small_graph: GraphStore, two_unions: NameIndex, text: str
) -> None:
    assert refer(small_graph, two_unions, text) == CG.fundedBy


# -- Values ----------------------------------------------------------------------------------------

SUBJECT = Iri(f"{BASE}id/thing-aaaaaaaa")
QUOTED = "„Зелена синергия“"


@pytest.fixture
def worded() -> GraphStore:
    """Two thousand topics of one thing; the last one begins and ends with quotation marks."""
    store = Store()
    for text in (*(f"topic {number}" for number in range(2_000)), QUOTED, "zz"):
        store.add(Quad(NamedNode(SUBJECT), NamedNode(CG.topic), Literal(text, language="bg")))
    return GraphStore(store)


@pytest.mark.parametrize(
    ("text", "meant"),
    [(QUOTED, QUOTED), ("zz", "zz"), ('"zz"', "zz"), ("  topic 7 ", "topic 7")],
)
def test_a_value_is_found_as_it_is_written_and_else_without_marks_round_it(
    worded: GraphStore, two_unions: NameIndex, text: str, meant: str
) -> None:
    found = refer_to_value(worded, two_unions, SUBJECT, CG.topic, text)
    assert isinstance(found, Text)
    assert (found.text, found.language) == (meant, "bg")


@pytest.mark.parametrize("text", ["2025", "2025-04-08", "12.5", "-3"])
def test_a_date_or_a_number_is_a_value_also_where_nobody_says_it(
    text: str, worded: GraphStore, two_unions: NameIndex
) -> None:
    assert refer_to_value(worded, two_unions, SUBJECT, CG.topic, text) == Text(text)


def test_a_part_of_a_value_is_none(worded: GraphStore, two_unions: NameIndex) -> None:
    with pytest.raises(NotFound):
        refer_to_value(worded, two_unions, SUBJECT, CG.topic, "Зелена")
