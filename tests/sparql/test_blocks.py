"""What stands in braces ends at its own brace, whatever its strings, IRIs and comments hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Store

from clustergraph.errors import BadUpdate
from clustergraph.sparql.blocks import group_end, read_block
from clustergraph.sparql.gate import Limits

DATA = [
    "{}",
    "{ <urn:a> <urn:b> 'x}' }",
    '{ <urn:a> <urn:b> \'\'\'}\'\'\'@en , """"}""" }',
    "{ <urn:a> <urn:#}> 1 }".replace("}", "'", 1),
    "{ <urn:a> <urn:b> 1 # }\n }",
    "{ GRAPH <urn:g> { <urn:a> <urn:b> 1 } . <urn:a> <urn:b> [] {| <urn:b> (1) |} }",
    "{ <urn:a> <urn:b> <<( <urn:a> <urn:b> '\\'}' )>> }",
]
GROUPS = [
    *DATA,
    "{ ?s ?p ?o FILTER(1<'}') }",
    "{ ?s ?p ?o FILTER(?o<2#>}\n) }",
    "{ ?s ?p ?o FILTER(?o<<urn:a#b>||true<'}>') }",
    "{ { SELECT (1<'}>'AS ?x) ('a'<'}>'AS ?y) { VALUES ?z { <urn:#a> } } ORDER BY (1<'}>') } }",
    "{ ?s <urn:#a>/(<urn:#b>|^<urn:'c>)* (1 <urn:#a> <urn:'b>) OPTIONAL { ?s ?p '}' } }",
    "{ BIND(COALESCE(<urn:#a>, 1<'}>') AS ?x) FILTER EXISTS { ?s ?p <urn:#b> } }",
    "{ FILTER(?x IN (<urn:#a>, <urn:'b>) && LANG(?y)<'}>') }",
]


@pytest.mark.parametrize("text", DATA)
def test_data_end_at_their_brace(text: str) -> None:
    assert read_block(f"  {text} }} '", 2, Limits()).end == len(text) + 2
    Store().update(f"INSERT DATA {text}")


@pytest.mark.parametrize("text", GROUPS)
def test_a_group_ends_at_its_brace(text: str) -> None:
    assert group_end(f"  {text} }} '", 2, Limits()) == len(text) + 2
    Store().query(f"ASK {text}")


PIECES = [
    "<",
    ">",
    "'",
    '"',
    "#",
    "\n",
    "(",
    ")",
    "?x",
    "1",
    " ",
    ",",
    "||",
    "<urn:a>",
    "<#>",
    "e:f",
]


@given(
    st.lists(st.sampled_from([*PIECES, "<'>'", "true", "IN(", "'}'", "STR(", "<<(", ")>>", "="]))
)
def test_a_group_that_the_engine_takes_ends_where_it_ends_for_the_engine(
    pieces: list[str],
) -> None:
    group = f"{{ FILTER(1{''.join(pieces)}) }}"
    try:
        Store().query(f"PREFIX e: <urn:e:> ASK {group}")
    except (SyntaxError, ValueError, OSError):
        return
    assert group_end(group + " } ' > \"", 0, Limits()) == len(group)


def test_the_labels_of_blank_nodes_are_told_and_nothing_that_only_looks_so() -> None:
    text = "{ _:a.b e:_:c '_:d' . _:e e:x-_:f <urn:_:g> # _:h\n }"

    assert read_block(text, 0, Limits()).labels == {"_:a.b", "_:e"}


@pytest.mark.parametrize("text", ["{", "{ '}", "{ # }", "{ { }", "{ FILTER(1<'} "])
def test_what_has_no_end_is_told(text: str) -> None:
    with pytest.raises(BadUpdate):
        read_block(text, 0, Limits())
    with pytest.raises(BadUpdate):
        group_end(text, 0, Limits())
