"""Hypothesis strategies for updates: of one dataset, with words spelled and parted in odd ways."""

from hypothesis import strategies as st

__all__ = ["DATASET", "operations", "updates"]

PROLOGUE = "PREFIX e: <urn:e:> BASE <urn:b/> "
DATASET = """
PREFIX e: <urn:e:>
INSERT DATA {
  e:a e:p e:b , "x" . e:b e:p _:n . _:n e:q 1 .
  GRAPH e:g { e:a e:p e:b . e:c e:q "GRAPH <urn:e:h> { }"@en }
  GRAPH e:h { e:a e:q <<( e:a e:p e:b )>> . e:b e:p 2 }
} ;
CREATE GRAPH e:empty
"""

SPACES = st.sampled_from([" ", "\n", "\t ", " # } ; DROP ALL\n", " #'\"<\r\n"])
SUBJECTS = st.sampled_from(["e:a", "e:b", "e:c", "<urn:e:a>", "<urn:e:\\u0061>", "e:d\\#e"])
PREDICATES = st.sampled_from(["e:p", "e:q", "a", "<urn:e:p>", "<urn:e:#'>"])
OBJECTS = st.sampled_from(
    [
        "e:a",
        "e:b",
        "'}; DROP ALL #'",
        '"x"',
        '"""\n" } "" GRAPH e:g {"""@en',
        "'''it''s'''",
        '"\\"}"',
        "'\\u0022'^^e:t",
        "-1.5e3",
        "true",
        "(1 e:a)",
        "[ e:q 'y' ]",
        "<<( e:a e:p e:b )>>",
        "e:b {| e:q 1 |}",
        "_:n",
    ]
)
VARIABLES = st.sampled_from(["?s", "?p", "?o", "$s", "?x"])
GRAPHS = st.sampled_from(["e:g", "e:h", "<urn:e:g>", "e:new", "<urn:\\u0065:h>"])
PATTERNS = st.sampled_from(
    [
        "?s ?p ?o",
        "?s e:p ?o",
        "GRAPH e:g { ?s ?p ?o }",
        "GRAPH ?g { ?s ?p ?o } FILTER(?g != e:h)",
        "?s ?p ?o FILTER(?o<'>' || ?o = 'x')",
        "?s ?p ?o FILTER(1<2#>\n)",
        "{ ?s e:p ?o } UNION { GRAPH e:h { ?s e:p ?o } }",
        "?s ?p ?o OPTIONAL { ?o ?q ?x }",
        "{ SELECT ?s (COUNT(?o)<'>' AS ?x) { ?s ?p ?o } GROUP BY ?s }",
        "VALUES (?s ?o) { (e:a <urn:e:b#c>) (e:b '}') (UNDEF 1) }",
        "",
        "?s e:p ?o . FILTER NOT EXISTS { ?o e:q ?x }",
    ]
)


@st.composite
def triples(draw: st.DrawFn, *, variables: bool, nodes: bool = True) -> str:
    """Draw one triple; one that is deleted has no blank nodes."""
    objects = (
        OBJECTS if nodes else OBJECTS.filter(lambda text: text[0] not in "([_" and "|" not in text)
    )
    places = [SUBJECTS, PREDICATES, objects]
    if variables:
        places = [place | VARIABLES for place in places]
    return " ".join(draw(place) for place in places)


@st.composite
def quads(draw: st.DrawFn, *, variables: bool, nodes: bool = True) -> str:
    """Draw what stands in the braces of data and templates."""
    triple = triples(variables=variables, nodes=nodes)
    own = draw(st.lists(triple, max_size=2))
    named = [
        f"GRAPH {draw(GRAPHS)}{draw(SPACES)}{{ {draw(triple)} }}"
        for _ in range(draw(st.integers(0, 2)))
    ]
    return f"{{{draw(SPACES)}{' . '.join(own)} {' '.join(named)} }}"


@st.composite
def changes(draw: st.DrawFn) -> str:
    """Draw a change of statements."""
    deleted = quads(variables=True, nodes=False)
    parts = draw(
        st.sampled_from(["INSERT DATA", "DELETE DATA", "DELETE WHERE", "DELETE", "INSERT", "BOTH"])
    )
    if parts.endswith("DATA"):
        return f"{parts} {draw(quads(variables=False, nodes=parts[0] == 'I'))}"
    if parts.endswith("WHERE"):
        return f"{parts}{draw(deleted)}"
    text = draw(st.sampled_from(["", "", "WITH e:g ", "WITH e:new "]))
    if parts != "INSERT":
        text += f"DELETE{draw(SPACES)}{draw(deleted)} "
    if parts != "DELETE":
        text += f"INSERT {draw(quads(variables=True))} "
    using = ["", "", "USING e:h ", "USING NAMED e:h ", "USING e:g USING NAMED <urn:e:h>"]
    return f"{text}{draw(st.sampled_from(using))}WHERE {{ {draw(PATTERNS)} }}"


@st.composite
def graph_operations(draw: st.DrawFn) -> str:
    """Draw an operation on whole graphs."""
    verb = draw(st.sampled_from(["CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY"]))
    graph = GRAPHS | st.just("e:missing")
    if verb == "CREATE":
        return f"CREATE SILENT GRAPH {draw(graph)}"
    if verb in ("CLEAR", "DROP"):
        named = graph.map(lambda name: f"GRAPH {name}")
        return f"{verb} SILENT {draw(named | st.sampled_from(['DEFAULT', 'NAMED', 'ALL']))}"
    either = graph | st.just("DEFAULT") | graph.map(lambda name: f"GRAPH {name}")
    return f"{verb} {draw(either)} TO {draw(either)}"


operations = changes() | changes() | graph_operations()


@st.composite
def updates(draw: st.DrawFn) -> str:
    """Draw an update of some operations."""
    some = draw(st.lists(operations, min_size=1, max_size=3))
    text = PROLOGUE + f"{draw(SPACES)};{draw(SPACES)}".join(some)
    return _in_small_letters(text) if draw(st.booleans()) else text


def _in_small_letters(text: str) -> str:
    for word in ("INSERT", "DELETE", "DATA", "WHERE", "WITH", "USING", "CLEAR", "COPY", "SILENT"):
        text = text.replace(f"{word} ", f"{word.lower()} ")
    return text
