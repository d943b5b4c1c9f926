"""The gate refuses what may not run or would hurt, however it is spelled, and nothing else."""

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Store

from clustergraph.errors import MalformedQuery, QueryTooLarge, RefusedQuery
from clustergraph.sparql.catalogue import catalogue
from clustergraph.sparql.gate import Form, Limits, examine

LIMITS = Limits()
PREFIXES = (
    "PREFIX : <urn:p:> PREFIX e: <urn:e:> PREFIX SERVICE: <urn:s:> PREFIX SERVICEe: <urn:t:>\n"
)

SERVICES = [
    "ASK { SERVICE <urn:x> { ?s ?p ?o } }",
    "ASK { sErViCe SILENT <urn:x> { ?s ?p ?o } }",
    "ASK { SERVICE<urn:x>{ ?s ?p ?o } }",
    "ASK { SERVICE?x { ?s ?p ?o } }",
    "ASK { SERVICE# \n<urn:x> { ?s ?p ?o } }",
    "ASK { SERVICESILENT<urn:x>{ ?s ?p ?o } }",
    "ASK { ?s ?p trueSERVICE<urn:x>{ ?s ?p ?o } }",
    "ASK { ?s ?p 2SERVICE<urn:x>{ ?s ?p ?o } }",
    PREFIXES + "ASK { SERVICE:x { ?s ?p ?o } }",
    PREFIXES + "ASK { SERVICE:x#\n{ ?s ?p ?o } }",
    PREFIXES + "ASK { SERVICEe:x { ?s ?p ?o } }",
    PREFIXES + "ASK { SERVICESILENTe:x { ?s ?p ?o } }",
    PREFIXES + "ASK { FILTER(1<2)SERVICE:x#>\n { ?s ?p ?o } }",
    "ASK { BIND(1<2AS?y)SERVICE?x#>\n { ?s ?p ?o } }",
    "ASK { FILTER EXISTS { { SELECT * { SERVICE <urn:x> {} } } } }",
    "ASK { FILTER(1<'>') SERVICE <urn:x> { ?s ?p 'z' } }",
    "ASK { FILTER('a'@en<'b>') SERVICE <urn:x> { ?s ?p 'z' } }",
    "ASK { FILTER(true<'>') SERVICE <urn:x> { ?s ?p 'z' } }",
    "ASK { FILTER((1)<'>') SERVICE <urn:x> { ?s ?p 'z' } }",
    "ASK { BIND(1 AS ?y) FILTER(?y<2#>'''\n) SERVICE <urn:x> { ?s ?p ?o } #'''\n }",
    PREFIXES + "ASK { FILTER:f(1<'>') SERVICE <urn:x> { ?s ?p 'z' } }",
]
"""Each is read by the engine as a call to another endpoint."""

HARMLESS = [
    "ASK { ?s ?p 'SERVICE <urn:x> { }' }",
    'ASK { ?s ?p """ " SERVICE <urn:x> {} """ }',
    "ASK { ?s <urn:SERVICE> ?service } # SERVICE",
    "ASK { ?s <https://example.org/service/load> $LOAD }",
    PREFIXES + "ASK { SERVICE:x ?p e:SERVICE }",
    "PREFIX load: <urn:l:> ASK { ?s load:x ?o }",
    "ASK { ?s ?p 'x'@service }",
    "ASK { _:service ?p <https://example.org/(x)> }",
    "ASK { ?s ?p <https://example.org/O'Brien> ; ?q 'service' }",
    "ASK { ?s ?p ?o FILTER(?o = <urn:a#b> || ?o IN (<urn:a#c>, <urn:a#d>)) } # service",
    "ASK { VALUES (?a ?b) { (1 <urn:a#b>) ('service' <urn:a'b>) } }",
]


@pytest.mark.parametrize("text", SERVICES)
def test_a_call_to_another_endpoint_is_refused(text: str) -> None:
    with pytest.raises(RefusedQuery, match="SERVICE"):
        examine(text, LIMITS)


@pytest.mark.parametrize("text", SERVICES)
def test_the_engine_takes_each_of_them_for_sparql(text: str) -> None:
    with suppress(OSError, RuntimeError):  # as far as trying to call
        Store().query(text)


@pytest.mark.parametrize(
    "text", ["ASK { S\\u0045RVICE <urn:x> {} }", "ASK { \\U00000053ervice ?x {} }"]
)
def test_a_call_spelled_with_escapes_is_refused(text: str) -> None:
    with pytest.raises(RefusedQuery):
        examine(text, LIMITS)


@pytest.mark.parametrize("text", HARMLESS)
def test_the_word_alone_is_no_call(text: str) -> None:
    assert examine(text, LIMITS).form is Form.ASK
    assert Store().query(text) is not None


def test_loading_is_refused() -> None:
    with pytest.raises(RefusedQuery, match="LOAD"):
        examine("LOAD <https://example.org/>", LIMITS)


@given(st.sampled_from(SERVICES), st.text("{}()<>'\"\\#.;,:?ab \n"))
def test_nothing_behind_a_call_hides_it(text: str, rest: str) -> None:
    with pytest.raises((RefusedQuery, QueryTooLarge)):
        examine(text + rest, LIMITS)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("SELECT * {}", Form.SELECT),
        ("select(1 AS ?x){}", Form.SELECT),
        ("BASE <urn:ASK> PREFIX select: <urn:x> # CONSTRUCT\nASK{}", Form.ASK),
        ('VERSION "1.2" DESCRIBE <urn:x>', Form.DESCRIBE),
        ("CONSTRUCTWHERE{ ?s ?p ?o }", Form.CONSTRUCT),
        ("CONSTRUCT { ?s ?p ?o } WHERE { { SELECT * { ?s ?p ?o } } }", Form.CONSTRUCT),
    ],
)
def test_the_form_is_known_before_the_query_runs(text: str, form: Form) -> None:
    assert examine(text, LIMITS).form is form


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        (" # nothing", "empty"),
        ("INSERT DATA { <urn:a> <urn:b> <urn:c> }", "update"),
        ("WITH <urn:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", "update"),
        ("hello", "no SELECT"),
    ],
)
def test_what_is_no_query_is_told_why(text: str, reason: str) -> None:
    with pytest.raises(MalformedQuery, match=reason):
        examine(text, LIMITS)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ASK { ?s ?p ?o }", False),
        ("ASK FROM <urn:g> { ?s ?p ?o }", True),
        ("ASK FROM NAMED <urn:g> { ?s ?p ?o }", True),
        ("ASKFROM<urn:g>{ ?s ?p ?o }", True),
        ("ASK { ?from ?p 'FROM <urn:g>' }", False),
        ("PREFIX from: <urn:g> ASK { from:x ?p ?o }", False),
    ],
)
def test_a_query_with_its_own_dataset_is_known(text: str, names: bool) -> None:
    assert examine(text, LIMITS).names_dataset is names


@pytest.mark.parametrize("call", ["NOW()", "rand()", "UUID()", "STRUUID()", "BNODE()"])
def test_an_answer_that_varies_is_known(call: str) -> None:
    assert examine(f"SELECT ({call} AS ?x) {{}}", LIMITS).is_volatile
    assert not examine(f"SELECT * {{ ?s ?p '{call}' }}", LIMITS).is_volatile


BOMBS = [
    "ASK {" + "{" * 3000 + "}" * 3000 + "}",
    "ASK { FILTER(" + "1+" * 3000 + "1=2) }",
    "ASK { FILTER(" + "1=1||" * 3000 + "1=2) }",
    "ASK { FILTER(" + "IF(true,1," * 3000 + "1" + ")" * 3000 + ") }",
    "ASK { " + "(" * 300 + "1" + ")" * 300 + " <urn:p> 1 }",
    "ASK { (" + "1 " * 300 + ") <urn:p> 1 }",
    "ASK { (" + "(1) " * 300 + ") <urn:p> 1 }",
    "ASK { " + "[ <urn:p> " * 300 + "1" + "]" * 300 + " }",
    "ASK { " + "?s <urn:p> ?o . " * 300 + "}",
    "ASK { ?s <urn:p> " + ",".join(f"?o{n}" for n in range(700)) + "}",
    "ASK { ?s <urn:p>" + "/<urn:p>" * 700 + " ?o }",
    "ASK { " + "MINUS { } " * 3000 + "}",
    "ASK { " + "BIND(1 AS ?x) " * 3000 + "}",
    "ASK { " + "<<" * 300 + " }",
    "ASK { ?s ?p '" + "x" * 1_000_000 + "' }",
]


@pytest.mark.parametrize("text", BOMBS, ids=lambda text: text[:30])
def test_a_bomb_is_too_large(text: str) -> None:
    with pytest.raises(QueryTooLarge):
        examine(text, LIMITS)


LONG_AND_FINE = [
    "ASK { VALUES ?x { " + "1 " * 20_000 + "} }",
    "ASK { VALUES (?x ?y) { " + "(-1 -2) " * 5_000 + "} }",
    "ASK { ?s ?p ?x } VALUES ?x { " + "<urn:x> " * 5_000 + "}",
    "ASK { FILTER(1 IN (" + "1, " * 5_000 + "1)) }",
    "ASK { FILTER(?x NOT IN (" + "<urn:x>, " * 5_000 + "1)) }",
    "ASK { BIND(CONCAT(" + "'a', " * 5_000 + "'b') AS ?x) }",
    "SELECT " + " ".join(f"?v{n}" for n in range(5_000)) + " {}",
    "ASK { " + "(" * 50 + "1" + ")" * 50 + " <urn:p> 1 }",
    "ASK { " + "?s <urn:p> ?o . " * 150 + "}",
]


@pytest.mark.parametrize("text", LONG_AND_FINE, ids=lambda text: text[:30])
def test_long_lists_of_values_are_fine(text: str) -> None:
    assert examine(text, LIMITS).form is Form.ASK or text.startswith("SELECT")


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_our_own_queries_pass(name: str) -> None:
    query = catalogue()[name]
    assert examine(query.text, LIMITS, allow_service=bool(query.endpoint)).form in Form


@given(st.text())
def test_any_text_is_passed_or_refused(text: str) -> None:
    with suppress(MalformedQuery, RefusedQuery, QueryTooLarge):
        examine(text, LIMITS)


LONG = [
    ("a" + ".a" * 450_000, "dots between letters"),
    ("a" + "." * 900_000, "dots"),
    ("'" + "\\'" * 450_000, "escaped quotes"),
    ("'''" + "\"\\'" * 300_000, "quotes in three quotes"),
    ("ASK { ?s ?p '" + "a" * 900_000, "a string without end"),
    ("<a " * 300_000, "IRIs without end"),
    ("1e" * 450_000, "exponents"),
    (":" + "%2" * 450_000, "halves of escapes"),
    ("ASK " + "# <'\n" * 200_000, "comments"),
]


@pytest.mark.parametrize("text", [text for text, _ in LONG], ids=[name for _, name in LONG])
def test_no_text_takes_more_time_than_its_length_allows(text: str) -> None:
    start = time.process_time()
    with suppress(MalformedQuery, QueryTooLarge):
        examine(text, LIMITS)
    assert time.process_time() - start < 10  # seconds; a quadratic reader takes an hour


@pytest.mark.parametrize("items", [119_000, 121_000])
def test_data_may_be_long_but_not_endless(items: int) -> None:
    text = "SELECT * { VALUES ?x { " + "1 " * items + "} }"
    if items < LIMITS.tokens:
        assert examine(text, LIMITS).form is Form.SELECT
    else:
        with pytest.raises(QueryTooLarge, match="words and signs"):
            examine(text, LIMITS)


def test_ten_thousand_entities_may_be_asked_for_at_once() -> None:
    iris = " ".join(f"<https://w3id.org/clustergraph/id/x-{number:08x}>" for number in range(10**4))
    assert examine(f"SELECT * {{ VALUES ?s {{ {iris} }} ?s ?p ?o }}", LIMITS).form is Form.SELECT
    listed = iris.replace(" ", ", ")
    assert examine(f"ASK {{ ?s ?p ?o FILTER(?s IN ({listed})) }}", LIMITS).form is Form.ASK


@pytest.mark.parametrize("count", [900, 1_100])
def test_reifiers_are_links_since_the_engine_dies_of_many(count: int) -> None:
    text = "SELECT * { ?s <urn:p> 1 " + "~ " * count + "}"
    if count < LIMITS.links:
        assert examine(text, LIMITS).form is Form.SELECT
    else:
        with pytest.raises(QueryTooLarge, match="operators and groups"):
            examine(text, LIMITS)
