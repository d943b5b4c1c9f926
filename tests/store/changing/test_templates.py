"""Templates are filled with what a solution has."""

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QuerySolution,
    QuerySolutions,
    Store,
    Triple,
)

from clustergraph.store.changing.templates import Pattern

S, P, X = NamedNode("urn:s"), NamedNode("urn:p"), NamedNode("urn:variable:x")
VARIABLES = {"urn:variable:x": "x"}


def test_a_value_stands_wherever_its_variable_stood() -> None:
    quads = [Quad(X, X, Triple(X, X, X), X)]
    value = NamedNode("urn:v")

    assert list(Pattern(quads, VARIABLES).filled(_solution("<urn:v>"))) == [
        Quad(value, value, Triple(value, value, value), value)
    ]


def test_quads_that_lack_a_value_or_have_a_wrong_one_are_left_out() -> None:
    quads = [
        Quad(X, P, S),
        Quad(S, X, S),
        Quad(S, P, S, X),
        Quad(S, P, Triple(X, P, S)),
        Quad(S, P, X),
    ]
    pattern = Pattern(quads, VARIABLES)

    assert list(pattern.filled(_solution("'text'"))) == [Quad(S, P, Literal("text"))]
    assert not list(pattern.filled(_solution("?none")))


def test_blank_nodes_are_the_same_in_one_solution_and_others_in_the_next() -> None:
    node = BlankNode()
    pattern = Pattern([Quad(node, P, node), Quad(S, P, Triple(S, P, node))], {})
    first = list(pattern.filled(_solution("1")))
    second = list(pattern.filled(_solution("1")))

    assert first[0].subject == first[0].object
    assert first[1].object == Triple(S, P, first[0].subject)
    assert first[0].subject not in {node, second[0].subject}


def test_a_pattern_tells_its_graphs_and_whether_it_has_blank_nodes() -> None:
    quads = [Quad(S, P, S), Quad(S, P, X, S), Quad(S, P, S, X)]

    assert Pattern(quads, VARIABLES).graphs == [DefaultGraph(), S]
    assert not Pattern(quads, VARIABLES).makes_nodes
    assert Pattern([Quad(S, P, Triple(S, P, BlankNode()))], {}).makes_nodes


def _solution(value: str) -> QuerySolution:
    text = f"SELECT ?x {{ BIND({value} AS ?x) }}" if value != "?none" else "SELECT ?x {}"
    answer = Store().query(text)
    assert isinstance(answer, QuerySolutions)
    solution: QuerySolution = next(answer)
    return solution
