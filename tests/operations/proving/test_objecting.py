from pathlib import Path

import pytest

from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.consult import Text
from clustergraph.operations.describing.disagree import Claim
from clustergraph.operations.labels import Labels
from clustergraph.operations.proving.objecting import Objection, Objects, objections
from clustergraph.operations.quote import passages_for
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG, XSD
from given.drawn_versions import document, draw_version, passage, thing

ONE, TWO = "aaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbb"
ALPHA = Iri(f"{BASE}id/alpha")


def _placed(name: str, count: str, quote: str, *, of: str) -> str:
    """Write a passage with its place, as an objection is told with it."""
    told = passage(name, ("id:alpha", "cg:partnerCount", count), quote, of=of)
    reified = f"rdf:reifies <<( id:alpha cg:partnerCount {count} )>>"
    return told.replace("cg:quote ", f"{reified} ; cg:quoteStart 0 ; cg:quoteEnd 5 ; cg:quote ")


PARTS = (
    thing("alpha", "Project", label="Alpha", said="cg:partnerCount 3, 4"),
    document(ONE, file="one.txt"),
    document(TWO, file="two.txt"),
    _placed("1", "3", "three partners", of=ONE),
    _placed("2", "4", "four partners", of=TWO),
)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    home: Path = tmp_path_factory.mktemp("objecting")
    return GraphStore.open(draw_version(home, *PARTS).store_path)


def _against(graph: GraphStore, property_: Iri, value: Iri | Text) -> tuple[Objection, ...]:
    labels = Labels(graph)
    claim = Claim(
        subject=labels.thing(ALPHA),
        property=labels.thing(property_),
        value=value if isinstance(value, Text) else labels.thing(value),
        passages=passages_for(graph, labels, ALPHA, property_, value),
    )
    return objections(graph, labels, claim)


def test_another_value_stands_against_a_number(graph: GraphStore) -> None:
    integer = Iri(XSD.string.replace("string", "integer"))
    (found,) = _against(graph, CG.partnerCount, Text("3", datatype=integer))
    assert found.ground is Objects.VALUE
    assert isinstance(found.value, Text)
    assert found.value.text == "4"
    assert [each.quote.text for each in found.passages] == ["four partners"]
    assert found.is_between_documents


def test_nothing_stands_against_what_is_only_called_something(graph: GraphStore) -> None:
    assert _against(graph, CG.partner, Iri(f"{BASE}id/beta")) == ()
