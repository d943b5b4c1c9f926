"""What is called a lookup is one, whoever looks at it."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyoxigraph import Store

from clustergraph.errors import QueryError
from clustergraph.sparql.gate import Form, Limits, Outline, examine
from clustergraph.sparql.lookups import is_lookup

EMPTY = Store()
LIMITS = Limits()
THING = "<https://w3id.org/clustergraph/things/1>"

LOOKUPS = [
    "ASK { ?s ?p ?o }",
    "ask{?s ?p ?o}",
    "SELECT * { ?s ?p ?o }",
    "SELECT*{ ?s ?p ?o }",
    "select ?s ?o where { ?s a ?o . } limit 10",
    f"SELECT ?p ?o {{ {THING} ?p ?o }}",
    f"PREFIX e: <urn:e:> PREFIX : <urn:x:>\nSELECT ?s {{ ?s e:p {THING} }}",
    "PREFIX : <urn:x:> ASK { :a :b :c-d }",
    'SELECT ?s { ?s ?p "Alfa GmbH"@de-AT }',
    'SELECT ?s { ?s ?p "1"^^<urn:t> }',
    'PREFIX x: <urn:x:> SELECT ?s { ?s ?p "1"^^x:integer }',
    "SELECT ?elsewhere { ?s ?p ?o }",
]
OTHERS = [
    "SELECT * { ?x ?p ?x }",
    "SELECT * { ?s ?p ?o . ?o ?q ?r }",
    "SELECT * { ?s ?p ?o , ?q }",
    "SELECT * { ?s ?p/?q ?o }",
    "SELECT * { ?s <urn:p>+ ?o }",
    "SELECT DISTINCT ?s { ?s ?p ?o }",
    "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    "SELECT * { ?s ?p ?o } ORDER BY ?s",
    "SELECT * { ?s ?p ?o } OFFSET 1000000",
    "SELECT * { ?s ?p ?o FILTER(?o = 1) }",
    "SELECT * { GRAPH ?g { ?s ?p ?o } }",
    "SELECT * FROM <urn:g> { ?s ?p ?o }",
    "SELECT * { SERVICE <urn:x> { ?s ?p ?o } }",
    "SELECT * { _:b ?p ?o }",
    "SELECT * { [] ?p ?o }",
    "SELECT * { ?s ?p 'x' }",
    'SELECT * { ?s ?p "a\\"b" }',
    'SELECT * { ?s ?p """x""" }',
    "SELECT * { ?s ?p ?o } # more",
    "SELECT * { ?s ?p ?o } VALUES ?s { <urn:a> }",
    "CONSTRUCT WHERE { ?s ?p ?o }",
    "DESCRIBE <urn:a>",
    "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
    "BASE <urn:b> SELECT * { ?s ?p <x> }",
    "SELECT * { ?s ?p ?o }" + " " * 600,
    "",
]


@pytest.mark.parametrize("text", LOOKUPS)
def test_one_pattern_and_no_more_is_a_lookup(text: str) -> None:
    assert is_lookup(text)
    EMPTY.query(text)


@pytest.mark.parametrize("text", OTHERS)
def test_all_else_is_none(text: str) -> None:
    assert not is_lookup(text)


@pytest.mark.parametrize("text", LOOKUPS)
def test_the_gate_knows_a_lookup(text: str) -> None:
    assert examine(text, LIMITS).is_lookup


PIECES = st.sampled_from(
    (
        *("SELECT", "ASK", "CONSTRUCT", "DESCRIBE", "WHERE", "LIMIT 3", "FROM", "SERVICE", "LOAD"),
        *("PREFIX", "BASE", "e:", ":", "<urn:e:>", "<", ">", "<urn:a#b>", "NOW", "RAND", "a"),
        *("{", "}", "[", "]", "(", ")", ".", ";", ",", "*", "/", "|", "^", "+", "#", "\\", "\n"),
        *("?s", "?p", "?o", "$s", "?from", "e:x", ":x", "e:select", "_:b", "1", "1.5", "-2"),
        *('"x"', "'x'", '"', "'", '"from"', '"x"@en', '"x"^^e:t', "\\u0046ROM", "select-", "é"),
    )
)
TEXTS = st.builds(
    lambda pieces, between: between.join(pieces),
    st.lists(PIECES, max_size=14),
    st.sampled_from(("", " ", "\n")),
)
VARIABLES = st.sampled_from(("?s", "?p", "?o", "?x"))
NODES = st.one_of(VARIABLES, st.sampled_from((THING, "n:0", ":1", "<urn:none>")))
PREDICATES = st.one_of(VARIABLES, st.sampled_from(("a", "v:next", "<urn:from>", "<urn:select>")))
LITERALS = st.sampled_from(('"x"', '"from now"@en', '"1"^^v:int', '"é"', '"a" , "b"', '"("'))
HEADS = st.sampled_from(
    ("SELECT *", "SELECT ?s", "SELECT ?p ?o", "ASK", "SELECT ?x ?s WHERE", "SELECT*", "DESCRIBE ?s")
)
PREFIXES = (
    "PREFIX : <https://w3id.org/clustergraph/things/> PREFIX n: <https://w3id.org/clustergraph/>"
    " PREFIX v: <https://w3id.org/clustergraph/> "
)
NEARLY_LOOKUPS = st.builds(
    lambda head, subject, predicate, object_, end: (
        f"{PREFIXES}{head} {{ {subject} {predicate} {object_} }}{end}"
    ),
    HEADS,
    NODES,
    PREDICATES,
    st.one_of(NODES, LITERALS),
    st.sampled_from(("", " LIMIT 3", " LIMIT 0", " OFFSET 1", " ORDER BY ?s", " #", "\n")),
)


@settings(max_examples=500, deadline=None)
@given(st.one_of(TEXTS, NEARLY_LOOKUPS))
@example("SELECTée:")
@example("PREFIX SELECT.: <urn:x> ASK { ?s ?p ?o }")
@example("BASE <\x01SELECT> ASK { ?s ?p ?o }")
def test_who_looks_quickly_sees_what_the_tokens_tell(text: str) -> None:
    quick, thorough = _outline(text), _outline(BEHIND_A_LONG_COMMENT + text)
    assert (quick is None) == (thorough is None)
    if quick is not None and thorough is not None:
        assert quick.form is thorough.form
        assert quick.names_dataset == thorough.names_dataset
        assert quick.is_volatile == thorough.is_volatile


@settings(max_examples=300, deadline=None)
@given(st.one_of(TEXTS, NEARLY_LOOKUPS))
def test_a_lookup_can_neither_choose_its_graphs_nor_vary(text: str) -> None:
    if is_lookup(text):
        outline = _outline(BEHIND_A_LONG_COMMENT + text)
        assert outline is not None
        assert outline.form in (Form.SELECT, Form.ASK)
        assert (outline.names_dataset, outline.is_volatile) == (False, False)


BEHIND_A_LONG_COMMENT = f"#{' ' * 600}\n"
"""What is so long has its tokens read, and so is looked at thoroughly."""


def _outline(text: str) -> Outline | None:
    """Look at a text; None where it is refused."""
    try:
        return examine(text, LIMITS)
    except QueryError:
        return None
