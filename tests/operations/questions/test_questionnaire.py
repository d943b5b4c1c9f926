"""Answers lead from the names and words they hold to the things and places these belong to."""

from pyoxigraph import Literal, NamedNode, Quad, Store

from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.consult import Text
from clustergraph.operations.questions.questionnaire import (
    Place,
    federated_questions,
    questions,
    reply_to,
)
from clustergraph.sparql.catalogue import NamedQuery
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG

PREFERRED = "http://www.w3.org/2004/02/skos/core#prefLabel"
INTEGER = Iri("http://www.w3.org/2001/XMLSchema#integer")
PREFIXES = """
PREFIX cg: <https://w3id.org/clustergraph/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""


def question(text: str) -> NamedQuery:
    return NamedQuery(name="some", group="some", text=PREFIXES + text, question="What?")


def test_a_name_leads_to_the_one_thing_that_bears_it(small_graph: GraphStore) -> None:
    reply = reply_to(small_graph, question('SELECT ?name { BIND("Bulgaria"@en AS ?name) }'))
    assert reply.columns == ("name",)
    assert reply.rows[0][0].thing == Iri(f"{BASE}id/bulgaria-aaaaaaaf")


def test_a_name_that_nothing_bears_leads_nowhere(small_graph: GraphStore) -> None:
    reply = reply_to(small_graph, question('SELECT ?name { BIND("Nobody"@en AS ?name) }'))
    assert reply.rows[0][0].thing is None


def test_a_name_that_two_things_bear_leads_nowhere() -> None:
    store = Store()
    for thing in ("one", "another"):
        name = Literal("Spring", language="en")
        store.add(Quad(NamedNode(f"{BASE}id/{thing}"), NamedNode(PREFERRED), name))
    reply = reply_to(GraphStore(store), question('SELECT ?name { BIND("Spring"@en AS ?name) }'))
    assert reply.rows[0][0].thing is None


def test_a_name_that_is_quoted_word_by_word_is_a_name_where_names_stand() -> None:
    store = Store()
    name = Literal("Spring", language="en")
    store.add(Quad(NamedNode(f"{BASE}id/spring"), NamedNode(PREFERRED), name))
    store.add(Quad(NamedNode(f"{BASE}ev/1"), NamedNode(CG.quote), name))
    reply = reply_to(GraphStore(store), question('SELECT ?name { BIND("Spring"@en AS ?name) }'))
    assert reply.rows[0][0].thing == Iri(f"{BASE}id/spring")


def test_a_quote_leads_to_its_place(small_graph: GraphStore) -> None:
    text = "SELECT ?quote { ?e cg:quote ?quote FILTER(STRSTARTS(?quote, 'more than')) }"
    (row,) = reply_to(small_graph, question(text)).rows
    document = Iri(f"{BASE}doc/71fb2550c3039bbf")
    assert row[0].place == Place(document=document, start=430, end=455)


def test_the_name_of_a_file_leads_to_the_document(small_graph: GraphStore) -> None:
    text = "SELECT ?document { ?d cg:characterCount 3120 ; dcterms:identifier ?document }"
    (row,) = reply_to(small_graph, question(text)).rows
    assert row[0].thing == Iri(f"{BASE}doc/71fb2550c3039bbf")


def test_numbers_and_gaps_lead_nowhere(small_graph: GraphStore) -> None:
    (row,) = reply_to(small_graph, question("SELECT ?n ?gap { BIND(31 AS ?n) }")).rows
    assert (row[0].value, row[0].thing) == (Text("31", datatype=INTEGER), None)
    assert (row[1].value, row[1].thing, row[1].place) == (None, None, None)


def test_of_a_long_answer_only_the_first_rows_are_held_and_all_are_counted(
    small_graph: GraphStore,
) -> None:
    text = "SELECT ?s ?p ?o { ?s ?p ?o FILTER(!isTRIPLE(?o)) } LIMIT 500"
    reply = reply_to(small_graph, question(text))
    assert (len(reply.rows), reply.total) == (200, 500)


def test_of_a_long_graph_only_the_first_triples_are_shown_and_all_are_counted(
    small_graph: GraphStore,
) -> None:
    text = "CONSTRUCT { ?s cg:topic ?o } { ?s ?p ?o FILTER(isLITERAL(?o)) }"
    reply = reply_to(small_graph, question(text))
    assert reply.total > 60
    assert reply.turtle.count("cg:topic") <= 60
    assert (reply.columns, reply.rows) == ((), ())


def test_a_graph_counts_each_triple_once(small_graph: GraphStore) -> None:
    text = "CONSTRUCT { cg:Cluster cg:topic 1 } { ?s ?p ?o }"
    assert reply_to(small_graph, question(text)).total == 1


def test_what_asks_another_endpoint_is_listed_apart_in_its_order() -> None:
    asked = federated_questions()
    assert [each.number for each in asked] == [1, 2, 3, 4, 5]
    assert not {each.name for each in asked} & {
        each.name for group in questions().values() for each in group
    }


def test_the_questions_are_those_with_a_number_that_need_no_parameter() -> None:
    asked = [each for group in questions().values() for each in group]
    assert "money-behind-a-training" in {each.name for each in asked}
    assert all(each.number is not None and not each.parameters for each in asked)
    for group, members in questions().items():
        assert {each.group for each in members} == {group}
        numbers = [each.number or 0 for each in members]
        assert numbers == sorted(numbers)
