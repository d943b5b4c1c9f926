"""A question that answers with a graph gives statements, names and words, for every format."""

import io
import json

import pytest
from pyoxigraph import RdfFormat, Triple, parse
from rdflib import Graph
from rdflib.plugins.sparql import prepareQuery

from clustergraph.operations.querying.ask import ask, ask_for_table
from clustergraph.rdf.formats import RDF_FORMATS, format_of
from clustergraph.sparql.catalogue import NamedQuery
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Home
from clustergraph.vocab import CG
from given.questions import GRAPH_QUESTIONS, expected_rows, stated_in

each_question = pytest.mark.parametrize(
    "question", GRAPH_QUESTIONS, ids=lambda question: question.name
)


@each_question
def test_the_graph_is_the_one_expected(ideal_graph: GraphStore, question: NamedQuery) -> None:
    assert stated_in(ideal_graph.construct(question)) == expected_rows(question)


@each_question
def test_it_says_who_asks_and_is_read_by_clients_of_sparql_1_1(question: NamedQuery) -> None:
    assert question.asked_by
    assert prepareQuery(question.text).algebra.name == "ConstructQuery"


@each_question
def test_a_graph_without_facts_gives_no_triples(
    empty_graph: GraphStore, question: NamedQuery
) -> None:
    assert empty_graph.construct(question) == []


@each_question
def test_words_that_a_person_rejected_are_left_out(
    rejected_graph: GraphStore, question: NamedQuery
) -> None:
    triples = rejected_graph.construct(question)
    assert triples
    assert not any(triple.predicate.value == CG.quote for triple in triples)


@each_question
def test_no_triple_term_keeps_older_formats_from_holding_it(
    our_graph: GraphStore, question: NamedQuery
) -> None:
    assert not any(isinstance(it.object, Triple) for it in our_graph.construct(question))


@pytest.mark.parametrize("format_", ["jsonld", "rdf", "nt"])
@each_question
def test_the_command_line_writes_it_in_any_format_of_graphs(
    our_home: Home, question: NamedQuery, format_: str
) -> None:
    output = io.BytesIO()
    ask(our_home.current(), question.text, format_, output)
    engine = format_of(format_, RDF_FORMATS)
    assert engine is not None
    assert isinstance(engine.engine, RdfFormat)
    assert len(set(parse(output.getvalue(), format=engine.engine))) >= question.least


@each_question
def test_the_command_line_shows_people_turtle_with_prefixes(
    our_home: Home, question: NamedQuery
) -> None:
    shown = ask_for_table(our_home.current(), question.text)
    assert isinstance(shown, str)
    assert "@prefix cg: <https://w3id.org/clustergraph/ns#> ." in shown.splitlines()
    assert len(Graph().parse(data=shown, format="turtle")) >= question.least


def test_rows_are_no_graph(our_home: Home) -> None:
    output = io.BytesIO()
    ask(our_home.current(), "SELECT ?x { VALUES ?x { 1 } }", "json", output)
    assert json.loads(output.getvalue())["head"]["vars"] == ["x"]
