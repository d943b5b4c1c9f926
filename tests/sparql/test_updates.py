"""An update is taken apart as the grammar has it, however it is spelled, and in linear time."""

import re
import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.plugins.sparql.parser import parseUpdate

from clustergraph.errors import BadUpdate, RefusedUpdate, VariableGraph
from clustergraph.sparql.gate import Limits
from clustergraph.sparql.update_operations import DEFAULT, Form, Operation
from clustergraph.sparql.updates import outline_update
from given.update_texts import updates

PREFIX = "PREFIX e: <urn:e:> "

SPELLINGS = [
    ("", []),
    (" # nothing\n", []),
    ("PREFIX e: <urn:e:>", []),
    (";", []),
    ("INSERT DATA{}", [Form.DATA]),
    ("insert\n#\ndata\r\n{ e:a e:b e:c }", [Form.DATA]),
    ("DELETE DATA { e:a e:b '}; DROP ALL #' } ;", [Form.DATA]),
    ("INSERT DATA { e:a e:b ''';}'\\'''' }", [Form.DATA]),
    ("INSERT DATA { e:a e:b 1 } # } ; DROP ALL", [Form.DATA]),
    ("INSERT DATA { e:a <urn:#};DROP'> 1 }".replace("}", "", 1), [Form.DATA]),
    ("INSERT DATA { e:it\\'s e:no\\#1 e:c }", [Form.DATA]),
    ('INSERT DATA { e:a e:b "\\u0022 } ; DROP ALL #" }', [Form.DATA]),
    ("INSERT DATA { e:a e:b 1 {| e:c [ e:d (1 2) ] |} }", [Form.DATA]),
    ("INSERT DATA { << e:a e:b e:c ~ e:r >> e:d <<( e:a e:b 'x'@en--ltr )>> }", [Form.DATA]),
    ("DELETE WHERE { ?s ?p ?o } ; CLEAR DEFAULT", [Form.MODIFY, Form.CLEAR]),
    ("WITH<urn:g>DELETE{ ?s ?p ?o }INSERT{}WHERE{ ?s ?p ?o }", [Form.MODIFY]),
    ("DELETE {} USING NAMED e:g USING<urn:h> WHERE {}", [Form.MODIFY]),
    ("INSERT {} WHERE { FILTER(1<'>') } ; CREATE GRAPH e:g # '", [Form.MODIFY, Form.CREATE]),
    ("INSERT {} WHERE { FILTER(1<2#>'\n) } ; DROP DEFAULT # '", [Form.MODIFY, Form.DROP]),
    ("INSERT {} WHERE { FILTER(?x<<urn:a#b>) } ; DROP DEFAULT", [Form.MODIFY, Form.DROP]),
    (
        "INSERT {} WHERE { ?s e:p (1 <urn:a#b>) , (e:a<urn:a'b>) } ; DROP DEFAULT",
        [Form.MODIFY, Form.DROP],
    ),
    ("INSERT {} WHERE { { SELECT (1<'>'AS ?x) {} } } ; DROP DEFAULT # '", [Form.MODIFY, Form.DROP]),
    (
        "INSERT {} WHERE { VALUES (?a ?b) { (1 <urn:a#b>) } } ; DROP DEFAULT",
        [Form.MODIFY, Form.DROP],
    ),
    (
        "INSERT {} WHERE { ?s (<urn:a#b>|^<urn:c'd>)+ ?o } ; DROP DEFAULT # '",
        [Form.MODIFY, Form.DROP],
    ),
    (
        "COPY DEFAULT TO GRAPH e:g; MOVE e:g TO <urn:h> ;ADD SILENT GRAPH e:g TO DEFAULT",
        [Form.COPY, Form.MOVE, Form.ADD],
    ),
    (
        "PREFIX f: <urn:f:> CREATE SILENT GRAPH f:g ; BASE <urn:b:> DROP GRAPH <x>",
        [Form.CREATE, Form.DROP],
    ),
    ("VERSION '1.2' CLEAR DEFAULT", [Form.CLEAR]),
]

NONE = [
    ("hello", "an operation"),
    ("SELECT * {}", "it is a query"),
    ("INSERTDATA { e:a e:b 1 }", "an operation"),
    ("INSERT D\\u0041TA { e:a e:b 1 }", "{ is expected"),
    ("L\\u004FAD <urn:x>", "an operation"),
    ("INSERT DATA", "{ is expected, and there it ends"),
    ("INSERT DATA { e:a e:b 1", "never closed"),
    ("INSERT DATA { e:a e:b 'x }", "can't stand in data"),
    ("INSERT DATA { e:a e:b <a b> }", "can't stand in data"),
    ("INSERT DATA { e:a e:b 1<2 }", "can't stand in data"),
    ("DELETE { ?s ?p ?o } WHERE { ?s ?p ?o", "never closed"),
    ("DELETE { ?s ?p ?o } { ?s ?p ?o }", "WHERE is expected"),
    ("WITH e:g DELETE WHERE { ?s ?p ?o }", "{ is expected"),
    ("WITH e:g INSERT DATA { e:a e:b 1 }", "{ is expected"),
    ("WITH ?g DELETE {} WHERE {}", "the IRI of a graph"),
    ("INSERT DATA {} INSERT DATA {}", "; is expected"),
    ("INSERT DATA {} }", "; is expected"),
    ("CLEAR e:g", "GRAPH, DEFAULT, NAMED or ALL"),
    ("CREATE DEFAULT", "GRAPH is expected"),
    ("COPY e:g e:h", "TO is expected"),
    ("MOVE GRAPH DEFAULT TO e:h", "the IRI of a graph"),
    ("PREFIX e <urn:e:> CLEAR DEFAULT", "a prefix"),
    ("PREFIX e:x <urn:e:> CLEAR DEFAULT", "a prefix"),
    ("BASE e: CLEAR DEFAULT", "an IRI"),
    ("INSERT DATA { _:x e:p 1 } ; INSERT DATA { _:x e:p 1 }", "_:x stands in the data of two"),
]


@pytest.mark.parametrize(("text", "forms"), SPELLINGS)
def test_an_update_is_taken_apart_into_its_operations(text: str, forms: list[Form]) -> None:
    assert [operation.form for operation in _outline(PREFIX + text)] == forms


@pytest.mark.parametrize(("text", "reason"), NONE)
def test_what_is_no_update_is_told_with_what_is_wrong(text: str, reason: str) -> None:
    with pytest.raises(BadUpdate, match=re.escape(reason)):
        _outline(PREFIX + text)


def test_the_place_of_what_is_wrong_is_told() -> None:
    with pytest.raises(BadUpdate) as caught:
        _outline("CLEAR DEFAULT ;\n\nCLEAR\n  here")

    assert (caught.value.line, caught.value.column) == (4, 3)


@settings(max_examples=60, deadline=None)
@given(updates())
def test_a_foreign_parser_reads_the_same_operations(text: str) -> None:
    if any(sign in text for sign in ("<<(", "{|", "--")):
        return  # RDF 1.2, which it does not know
    try:
        found = [each.name for each in parseUpdate(text).request]
    except Exception:  # noqa: BLE001  (it refuses with many classes what is SPARQL: escapes in IRIs)
        return
    names = {"InsertData": "DATA", "DeleteData": "DATA", "DeleteWhere": "MODIFY"}

    assert [operation.form for operation in _outline(text)] == [
        names.get(name, name.upper()) for name in found
    ]


@given(st.text("{}()<>[]'\"\\#.;,:?@|^ \nae1"), st.sampled_from(SPELLINGS))
def test_no_text_breaks_the_reader(text: str, spelling: tuple[str, list[Form]]) -> None:
    for whole in (text, PREFIX + spelling[0] + text, f"INSERT DATA {{{text}}}"):
        with suppress(BadUpdate, RefusedUpdate):
            _outline(whole)


def test_an_operation_has_the_prefixes_before_it() -> None:
    first, second = _outline("PREFIX e: <urn:1:> CLEAR DEFAULT ; PREFIX e: <urn:2:> CLEAR DEFAULT")

    assert "urn:1:" in first.place.prologue
    assert "urn:2:" not in first.place.prologue
    assert second.place.prologue.index("urn:1:") < second.place.prologue.index("urn:2:")


def test_a_query_asks_for_the_variables_of_the_templates_alone() -> None:
    (operation,) = _outline("DELETE { ?s ?p $o } INSERT { ?s ?p 1 } WHERE { ?s ?p ?o ; ?q ?r }")

    assert operation.query == "SELECT ?s ?p ?o\nWHERE { ?s ?p ?o ; ?q ?r }"


def test_the_dataset_of_the_text_is_that_of_its_query() -> None:
    (operation,) = _outline(
        PREFIX + "WITH e:g INSERT {} USING e:h USING NAMED <urn:n> WHERE { ?s ?p ?o }"
    )

    assert "FROM e:h\nFROM NAMED <urn:n>\nWHERE" in operation.query
    assert (operation.with_graph, operation.default_graph) == ("e:g", None)


def test_the_graph_of_with_is_what_patterns_see_where_nothing_else_is_named() -> None:
    (operation,) = _outline(PREFIX + "WITH e:g INSERT {} WHERE { ?s ?p ?o }")

    assert operation.default_graph == "e:g"


def test_the_dataset_of_the_request_is_that_of_every_query() -> None:
    deleting, modifying = outline_update(
        "DELETE WHERE { ?s ?p ?o } ; INSERT {} WHERE { ?s ?p ?o }",
        using=["urn:a", "urn:b"],
        using_named=["urn:n"],
    )

    for operation in (deleting, modifying):
        assert "FROM <urn:a> FROM <urn:b> FROM NAMED <urn:n> WHERE" in operation.query


@pytest.mark.parametrize(
    "text",
    [
        "WITH <urn:g> DELETE {} WHERE {}",
        "INSERT {} USING <urn:g> WHERE {}",
        "CLEAR DEFAULT ; INSERT {} USING NAMED <urn:g> WHERE {}",
    ],
)
def test_the_dataset_stands_in_the_request_or_in_the_text_and_not_in_both(text: str) -> None:
    with pytest.raises(BadUpdate, match="leave out one of them"):
        outline_update(text, using=["urn:a"])
    with pytest.raises(BadUpdate, match="leave out one of them"):
        outline_update(text, using_named=["urn:a"])


@pytest.mark.parametrize("iri", ["", "relative", "urn:a> WHERE {} ; DROP ALL #", "urn:a b", "u\\:"])
def test_a_graph_of_the_request_is_an_iri(iri: str) -> None:
    with pytest.raises(BadUpdate, match="no IRI"):
        outline_update("INSERT {} WHERE {}", using=[iri])


@pytest.mark.parametrize(
    "text",
    [
        "INSERT { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }",
        "INSERT { graph$g{ ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }",
        "DELETE WHERE { GRAPH # e:g\n ?g { ?s ?p ?o } }",
    ],
)
def test_beside_a_build_the_graphs_of_templates_stand_in_the_text(text: str) -> None:
    with pytest.raises(VariableGraph):
        outline_update(text)
    assert outline_update(text, is_plain=True)


@pytest.mark.parametrize("text", ["CLEAR ALL", "DROP NAMED", "drop silent all", "CLEAR NAMED"])
def test_beside_a_build_nobody_clears_all_graphs(text: str) -> None:
    with pytest.raises(RefusedUpdate, match="the build makes"):
        outline_update(text)
    assert outline_update(text, is_plain=True)


@pytest.mark.parametrize(
    "text",
    [
        "LOAD <http://example.org/>",
        "load silent <http://example.org/> into graph <urn:g>",
        "CLEAR DEFAULT ; LOAD <http://example.org/>",
        "INSERT {} WHERE { SERVICE <http://example.org/> { ?s ?p ?o } }",
        "INSERT {} WHERE { { SELECT * { service silent ?x { ?s ?p ?o } } } }",
        "INSERT {} WHERE { FILTER(1<'>') SERVICE <urn:x> { ?s ?p 'z' } }",
        "INSERT {} WHERE { S\\u0045RVICE <http://example.org/> {} }",
    ],
)
def test_no_update_makes_this_server_call_others(text: str) -> None:
    with pytest.raises(RefusedUpdate, match="not run here"):
        _outline(text)


def test_a_call_that_is_hidden_in_data_is_none() -> None:
    assert _outline("INSERT DATA { <urn:a> <urn:b> 'SERVICE <urn:x> {}' } # LOAD <urn:x>")


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA " + "{" * 3_000,
        "INSERT DATA { <urn:a> <urn:b> " + "(" * 3_000 + ")" * 3_000 + " }",
        "INSERT DATA { <urn:a> <urn:b> " + "<<( <urn:a> <urn:b> " * 3_000,
        "INSERT {} WHERE " + "{" * 3_000 + "}" * 3_000,
        "INSERT {} WHERE { FILTER" + "(" * 3_000,
        "DELETE {} WHERE { FILTER(1" + "+1" * 3_000 + ") }",
        "DELETE WHERE { " + "?s ?p ?o . " * 300 + "}",
        "DELETE {} WHERE { ?s ?p " + "(" * 90 + "1 " * 200 + ")" * 90 + " }",
        "DELETE {} WHERE { VALUES ?x { " + "1 " * 150_000 + "} }",
        "".join(f"PREFIX p{number}: <urn:p>\n" for number in range(1_001)) + "CLEAR DEFAULT",
    ],
)
def test_what_would_end_the_engine_is_told_instead(text: str) -> None:
    with pytest.raises(BadUpdate, match="more than"):
        _outline(text)


def test_a_limit_may_be_another_one() -> None:
    with pytest.raises(BadUpdate, match="more than 3 brackets"):
        outline_update(
            "INSERT DATA { <urn:a> <urn:b> [ <urn:c> [ <urn:d> [] ] ] }", limits=Limits(depth=3)
        )


@pytest.mark.parametrize(
    "unit",
    [
        "e:a e:b e:c .\n",
        "e:a e:b 'x'@en , [ e:c 1 ] .\n",
        "_:a.b e:b e:c .\n",
        "e:a e:b '''x' .\n''' .\n",
        "# '\n",
        "e:_:_a",
        "'",
        "<",
        "_",
        "\\",
    ],
)
def test_a_megabyte_of_data_is_read_in_linear_time(unit: str) -> None:
    start = time.process_time()
    with suppress(BadUpdate):
        _outline(f"INSERT DATA {{ {unit * (1_000_000 // len(unit))} }}")

    assert time.process_time() - start < 10  # seconds; a quadratic reader takes an hour


def test_a_graph_is_given_as_it_is_written() -> None:
    copying, clearing = _outline(PREFIX + "COPY e:g TO DEFAULT ; CLEAR GRAPH <g>")

    assert (copying.source, copying.target) == ("e:g", DEFAULT)
    assert clearing.target == "<g>"


def _outline(text: str) -> tuple[Operation, ...]:
    return outline_update(text, is_plain=True)
