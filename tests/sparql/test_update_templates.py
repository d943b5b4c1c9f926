"""A template with variables becomes data with an IRI for each of them, and nothing else changes."""

import pytest

from clustergraph.errors import VariableGraph
from clustergraph.sparql.update_templates import read_template

MARKER = "urn:stands-in:"


def test_each_variable_has_one_iri_wherever_it_stands() -> None:
    template = read_template("{ ?s a ?c . $s ?p 1 }", marker=MARKER, may_vary_graphs=False)
    assert template.variables == {f"{MARKER}0": "s", f"{MARKER}1": "c", f"{MARKER}2": "p"}
    first, second, third = template.variables
    told = f"{{ <{first}> a <{second}> . <{first}> <{third}> 1 }}"
    assert template.text.split() == told.split()


@pytest.mark.parametrize(
    "text", ['{ <urn:a> <urn:p> "?no" }', "{ <urn:a> <urn:p> '''?x''' } # ?y", "{}"]
)
def test_what_only_looks_like_a_variable_stays(text: str) -> None:
    template = read_template(text, marker=MARKER, may_vary_graphs=False)
    assert (template.text, template.variables) == (text, {})


def test_a_graph_may_vary_only_where_that_is_allowed() -> None:
    text = "{ graph ?g { ?s a <urn:c> } }"
    assert read_template(text, marker=MARKER, may_vary_graphs=True).variables[f"{MARKER}0"] == "g"
    with pytest.raises(VariableGraph, match=r"the graph \?g"):
        read_template(text, marker=MARKER, may_vary_graphs=False)


def test_a_datatype_is_left_to_the_engine_to_refuse() -> None:
    template = read_template('{ <urn:a> <urn:p> "1"^^?t }', marker=MARKER, may_vary_graphs=False)
    assert template.variables == {}
