import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from clustergraph.model import Iri
from clustergraph.operations.consult import (
    INTEGER,
    Row,
    Text,
    consult,
    consult_about,
    term_of,
    told,
    value_of,
)
from clustergraph.store.graph import GraphStore

ONE = Iri("https://example.org/one")
ROW = Row(thing=ONE, name=Text("Jeden", "pl"), number=Text("31", datatype=INTEGER))


def test_a_row_gives_its_values_as_what_they_are() -> None:
    assert (ROW.iri("thing"), ROW.text("name"), ROW.number("number")) == (
        ONE,
        Text("Jeden", "pl"),
        31,
    )


def test_words_are_empty_where_there_is_no_literal() -> None:
    assert (ROW.words("name"), ROW.words("thing"), ROW.words("nothing")) == ("Jeden", "", "")


def test_a_literal_is_no_iri_and_an_iri_no_literal() -> None:
    with pytest.raises(TypeError, match="name is no IRI"):
        ROW.iri("name")
    with pytest.raises(TypeError, match="thing is no literal"):
        ROW.text("thing")


@pytest.mark.parametrize("value", [ONE, Text("a"), Text("31", datatype=INTEGER)])
def test_a_value_is_the_same_after_it_was_a_term(value: Iri | Text) -> None:
    assert value_of(term_of(value)) == value


def test_a_text_keeps_its_language() -> None:
    term = term_of(Text("Jeden", "pl"))
    assert term == Literal("Jeden", language="pl")


@pytest.mark.parametrize(
    "term",
    [
        BlankNode("b"),
        Triple(NamedNode(ONE), NamedNode(ONE), NamedNode(ONE)),
        None,
    ],
)
def test_what_has_no_address_cannot_be_told(term: object) -> None:
    assert told(term) is None


def test_a_term_that_cannot_be_told_is_refused_where_one_must_be() -> None:
    with pytest.raises(TypeError, match="IRIs and literals"):
        value_of(BlankNode("b"))


def test_a_query_of_the_catalogue_gives_rows_of_its_parameters(small_graph: GraphStore) -> None:
    thing = Iri("https://w3id.org/clustergraph/id/dare-aaaaaaae")
    assert {row.words("name") for row in consult(small_graph, "names-of", entity=thing)} == {"DARE"}


def test_a_query_of_everything_is_asked_about_one_thing(small_graph: GraphStore) -> None:
    thing = Iri("https://w3id.org/clustergraph/id/green-synergy-aaaaaaaa")
    rows = consult_about(small_graph, "names", thing=thing)
    assert {row.iri("thing") for row in rows} == {thing}
    assert "CGS" in {row.words("name") for row in rows}
