"""``clustergraph validate`` reports to people, to programs and to other tools of SHACL."""

import json
from collections.abc import Callable

import pytest
from rdflib import RDF, SH, Graph

from clustergraph.store.versions import Home

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def home(our_home: Home) -> list[str]:
    return ["--home", str(our_home.path)]


def test_json_and_turtle_tell_the_same_results(run: Run, home: list[str]) -> None:
    code, out, _ = run("validate", *home, "--format", "json")
    rows = json.loads(out)
    assert code == 0
    _, turtle, _ = run("validate", *home, "--format", "turtle")
    graph = Graph().parse(data=turtle, format="turtle")
    results = list(graph.subjects(RDF.type, SH.ValidationResult))
    told = {
        (str(graph.value(each, SH.focusNode)), str(graph.value(each, SH.resultMessage)))
        for each in results
    }
    assert len(rows) == len(results)
    assert told == {(row["focus"], row["message"]) for row in rows}


def test_a_ready_query_lists_what_the_build_found(run: Run, home: list[str]) -> None:
    _, out, _ = run("validate", *home, "--format", "json")
    _, answer, _ = run("query", "worth-a-look", *home, "--format", "json")
    rows = json.loads(answer)["results"]["bindings"]
    asked = [(row["severity"]["value"], row["focus"]["value"]) for row in rows]
    told = [(row["severity"], row["focus"]) for row in json.loads(out)]
    assert sorted(asked) == sorted(told)
    assert [severity for severity, _ in asked] == [severity for severity, _ in told]
    assert all(row["name"]["value"] for row in rows)


def test_a_registry_that_is_not_there_is_one_sentence(run: Run, home: list[str]) -> None:
    code, out, err = run("validate", *home, "--registry", "/nowhere/registry.tsv")
    assert (code, out) == (1, "")
    assert err == (
        "clustergraph: /nowhere/registry.tsv: it is not there; give another with --registry.\n"
    )
