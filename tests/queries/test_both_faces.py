"""Asked in SPARQL 1.1 and in SPARQL 1.2, the evidence gives the same rows.

The pairs of queries are those that ``docs/questions.md`` shows side by side.
"""

import re
from collections import Counter

import pytest
from pyoxigraph import NamedNode, QuerySolutions, Store, Triple

from clustergraph.rdf.prefixes import PREFIXES
from clustergraph.store.graph import GraphStore, Term
from clustergraph.store.versions import Home
from given.shown import ROOT

DOCUMENT = ROOT / "docs" / "questions.md"
RDF = PREFIXES["rdf"]
VOCABULARIES = "https://w3id.org/clustergraph/voc"
PROLOGUE = f"""
PREFIX cg: <{PREFIXES["cg"]}>
PREFIX rdf: <{RDF}>
PREFIX modality: <{VOCABULARIES}/modality/>
PREFIX status: <{VOCABULARIES}/review-status/>
"""
PAIR = re.compile(
    r"^(\w[^\n]+\?)\n\n```sparql\n(.+?)```\n```sparql\n(.+?)```\n", re.DOTALL | re.MULTILINE
)
PAIRS = {
    question: (in_1_1, in_1_2)
    for question, in_1_1, in_1_2 in PAIR.findall(DOCUMENT.read_text("utf-8"))
}


@pytest.fixture(scope="module")
def our_store(our_home: Home) -> Store:
    return Store.read_only(str(our_home.current().store_path))


@pytest.mark.parametrize("question", PAIRS)
def test_both_forms_of_a_question_give_the_same_rows(our_store: Store, question: str) -> None:
    in_1_1, in_1_2 = (_rows(our_store, text) for text in PAIRS[question])
    assert in_1_1 == in_1_2
    assert in_1_1.total() > 0


def test_seven_questions_are_shown_in_both_forms() -> None:
    assert len(PAIRS) == 7
    assert not any("reifies" in old or "{|" in old for old, _ in PAIRS.values())
    assert all("reifies" in new or "{|" in new for _, new in PAIRS.values())


def test_every_passage_points_at_one_statement_and_both_faces_agree(our_graph: GraphStore) -> None:
    faces = {
        name: _values(our_graph, f"{RDF}{name}")
        for name in ("reifies", "subject", "predicate", "object")
    }
    passages = set().union(*faces.values())
    assert passages
    for passage in passages:
        (statement,) = faces["reifies"][passage]
        parts = [faces[name][passage] for name in ("subject", "predicate", "object")]
        assert isinstance(statement, Triple)
        assert parts == [[statement.subject], [statement.predicate], [statement.object]]


def _rows(store: Store, text: str) -> Counter[frozenset[tuple[str, str]]]:
    """Return the rows as a bag: how often which values come together."""
    answer = store.query(PROLOGUE + text, use_default_graph_as_union=True)
    assert isinstance(answer, QuerySolutions)
    names = [variable.value for variable in answer.variables]
    return Counter(frozenset((name, str(row[name])) for name in names) for row in answer)


def _values(graph: GraphStore, predicate: str) -> dict[Term, list[Term]]:
    values: dict[Term, list[Term]] = {}
    for quad in graph.quads(None, NamedNode(predicate)):
        values.setdefault(quad.subject, []).append(quad.object)
    return values
