"""Validation says of which node what is wrong, in words, in one order, whatever stands in a graph.

What each shape finds is tested beside the ontology.
"""

import json
import random
from collections.abc import Iterable
from pathlib import Path

import pytest
from pyoxigraph import Quad, RdfFormat, Store, parse

from clustergraph.errors import GraphNotValid, OntologyError
from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.validating.validate import find_breaches, validate, validate_nodes
from clustergraph.operations.validating.validation import Result, Validation
from clustergraph.rdf.ontology import ontology_quads
from clustergraph.rdf.shapes import Severity
from clustergraph.resolving import Registry
from clustergraph.store.graph import GraphStore

PREFIXES = f"""
PREFIX cg: <{BASE}ns#>
PREFIX ev: <{BASE}ev/>
PREFIX graph: <{BASE}graph/>
PREFIX id: <{BASE}id/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
BROKEN = """
graph:asserted {
    id:trace-aaaaaaaa a cg:Project ; skos:prefLabel "TRACE"@en ; cg:partner id:sofia-aaaaaaaa .
    id:sofia-aaaaaaaa a cg:City ; skos:prefLabel "София"@bg, "Sofia"@en .
    id:wood-aaaaaaaa a cg:Cluster ; skos:prefLabel "[red]Wood  Cluster"@en .
}
graph:redirects { id:old-aaaaaaaa owl:deprecated true ; skos:altLabel "Old" . }
"""


def _quads(text: str) -> list[Quad]:
    return list(parse(PREFIXES + text, format=RdfFormat.TRIG))


def _validated(quads: Iterable[Quad], registered: Iterable[Iri] | None = None) -> Validation:
    store = Store()
    store.extend([*ontology_quads(), *quads])
    return validate(
        GraphStore(store), None if registered is None else set(registered), ontology=None
    )


@pytest.fixture(scope="module")
def broken() -> Validation:
    return _validated(_quads(BROKEN))


def _result(validation: Validation, shape: str) -> Result:
    (result,) = (result for result in validation.results if result.shape == shape)
    return result


def test_the_graph_of_our_documents_breaks_no_rule(
    our_graph: GraphStore, our_registry: Path
) -> None:
    assert validate(our_graph, Registry.read(our_registry).iris).violations == ()


def test_a_result_names_node_path_and_value_and_says_what_to_do(broken: Validation) -> None:
    result = _result(broken, "partner-object")
    assert result.severity is Severity.VIOLATION
    assert result.focus == f"{BASE}id/trace-aaaaaaaa"
    assert result.path == "cg:partner"
    assert result.value == f"{BASE}id/sofia-aaaaaaaa"
    assert str(result) == (
        "TRACE (id:trace-aaaaaaaa), cg:partner id:sofia-aaaaaaaa: A partner is an organisation, "
        "a cluster or a project: correct its class, or the relation."
    )


def test_a_query_fills_its_message_and_names_the_value(broken: Validation) -> None:
    result = _result(broken, "retired")
    assert (result.path, result.value) == ("skos:altLabel", "Old")


def test_paths_are_written_as_sparql_writes_them() -> None:
    validation = _validated(
        _quads(
            """graph:asserted {
                id:a-aaaaaaaa a cg:Cluster ; skos:prefLabel "A"@en ; cg:partOf id:b-aaaaaaaa .
                id:b-aaaaaaaa a cg:Cluster ; skos:prefLabel "A"@en ; cg:partOf id:a-aaaaaaaa .
            }"""
        )
    )
    assert {result.path for result in validation.results if result.shape != "supported"} == {
        "(^cg:partOf)+",
        "cg:partOf/skos:prefLabel",
        "cg:locatedIn|cg:covers",
        "cg:sector",
    }


def test_the_gravest_results_come_first(broken: Validation) -> None:
    ranks = [list(Severity).index(result.severity) for result in broken.results]
    assert ranks == sorted(ranks)
    assert broken.violations
    assert [result.shape for result in broken.warnings] == ["cluster-place"]
    assert [result.shape for result in broken.infos] == ["cluster-sector"]


def test_the_order_of_loading_changes_nothing(broken: Validation) -> None:
    quads = _quads(BROKEN)
    random.Random(7).shuffle(quads)
    assert _validated(quads) == broken


def test_evidence_is_known_by_its_words() -> None:
    quads = _quads(f'graph:doc {{ ev:1 a cg:Evidence ; cg:quote "{"so many words " * 9}"@en . }}')
    result = _result(_validated(quads), "inDocument")
    assert result.label == "“so many words so many words so many words so many words so …”"


def test_an_entity_that_no_registry_holds_is_a_violation() -> None:
    held = [Iri(f"{BASE}id/{name}-aaaaaaaa") for name in ("trace", "sofia", "old")]
    validation = _validated(_quads(BROKEN), held)
    assert _result(validation, "registered").label == "[red]Wood  Cluster"
    assert _result(validation, "registered") in validation.violations


def test_without_a_registry_nobody_asks_for_it(broken: Validation) -> None:
    assert "registered" not in {result.shape for result in broken.results}


def test_an_ill_formed_literal_is_a_result_and_not_a_traceback(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    quads = _quads("graph:asserted { id:trace-aaaaaaaa cg:startDate '2018-02-30'^^xsd:date . }")
    assert _result(_validated(quads), "startDate-object").value == "2018-02-30"
    assert caplog.records == []
    assert capfd.readouterr().err == ""


def test_what_others_put_into_a_graph_is_judged_too() -> None:
    validation = _validated(
        _quads(
            """graph:imported {
                _:somebody a cg:Person ; skos:prefLabel "Somebody"@en .
                ev:1 cg:modality "guessed" ; rdf:reifies <<( id:a cg:partOf id:b )>> .
            }"""
        )
    )
    assert {"address", "evidence", "modality-scheme"} <= {r.shape for r in validation.results}
    assert _result(validation, "modality-scheme").label == "guessed"


def test_a_graph_without_results_keeps_all_its_rules() -> None:
    validation = _validated([])
    assert validation.results == ()
    assert validation.summary == "The graph keeps all its rules."


def test_the_summary_counts_by_severity(broken: Validation) -> None:
    assert broken.summary == f"{len(broken.violations)} violations, 1 warning, 1 hint."


def test_rows_are_plain_values(broken: Validation) -> None:
    rows = json.loads(json.dumps(broken.as_rows()))
    assert len(rows) == len(broken.results)
    assert rows[0] == {
        "severity": "violation",
        "shape": "name",
        "focus": f"{BASE}id/wood-aaaaaaaa",
        "label": "[red]Wood  Cluster",
        "path": "skos:prefLabel",
        "value": "[red]Wood  Cluster",
        "message": broken.results[0].message,
    }


def test_the_error_tells_three_violations_and_how_many_more(broken: Validation) -> None:
    message = str(GraphNotValid([*broken.violations, *broken.violations]))
    first, *lines, cure = message.splitlines()
    count = 2 * len(broken.violations)
    assert f"breaks its own rules {count} times" in first
    assert lines[:-1] == [f"  {violation}" for violation in broken.violations[:3]]
    assert lines[-1] == f"  … and {count - 3} more."
    assert "--skip-bad" in cure


def test_the_error_of_one_violation_is_three_lines(broken: Validation) -> None:
    assert len(str(GraphNotValid(broken.violations[:1])).splitlines()) == 3


def test_the_report_holds_each_result_once(broken: Validation) -> None:
    words = [quad.predicate.value.rpartition("#")[2] for quad in broken.as_quads()]
    assert words.count("result") == len(broken.results)
    assert broken.as_turtle().count("sh:ValidationResult ") == len(broken.results)


def test_the_ontology_is_judged_with_the_graph(tmp_path: Path) -> None:
    (tmp_path / "mine.ttl").write_text(
        "<https://example.org/woods> a <http://www.w3.org/2002/07/owl#Ontology> .",
        encoding="utf-8",
    )
    store = Store()
    store.extend(ontology_quads())
    validation = validate(GraphStore(store), ontology=tmp_path)
    assert {result.focus for result in validation.results} == {"https://example.org/woods"}
    assert "header-licence" in {result.shape for result in validation.violations}


def test_a_file_of_the_ontology_that_is_no_turtle_is_told_by_its_line(tmp_path: Path) -> None:
    (tmp_path / "mine.ttl").write_text("@prefix a: <urn:a> .\na:b a:c", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"mine\.ttl:2: this is no Turtle"):
        validate(GraphStore(Store()), ontology=tmp_path)


# -- Queries of shapes that can't be asked ---------------------------------------------------------

SHAPE = """@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix shape: <https://w3id.org/clustergraph/shapes#> .

shape:mine
    a sh:NodeShape ;
    sh:sparql [
        sh:message "Wrong, by {?value} and {?nothing}: mend it." ;
        sh:select \"\"\"
            SELECT $this ?value WHERE {
              %s
            }\"\"\"
    ] .
"""


def _asked(folder: Path, query: str) -> list[str]:
    (folder / "mine.ttl").write_text(SHAPE % query, encoding="utf-8")
    store = Store()
    store.extend(_quads("graph:asserted { id:a cg:partOf id:b }"))
    return [breach.message for breach in find_breaches(GraphStore(store), folder)]


def test_a_message_keeps_what_no_row_fills(tmp_path: Path) -> None:
    assert _asked(tmp_path, "$this ?path ?value") == ["Wrong, by id:b and {?nothing}: mend it."]


def test_a_query_that_is_not_sparql_is_told_by_its_line(tmp_path: Path) -> None:
    with pytest.raises(OntologyError) as error:
        _asked(tmp_path, "$this nonsense ?value")
    assert error.value.location == f"{tmp_path / 'mine.ttl'}:10"
    assert error.value.reason.startswith("the query of this shape is not SPARQL (")
    assert error.value.reason.endswith("); mend it there or before.")


def test_a_row_without_a_node_is_told_by_the_line_of_the_query(tmp_path: Path) -> None:
    with pytest.raises(OntologyError) as error:
        _asked(tmp_path, "?other ?path ?value")
    assert error.value.location == f"{tmp_path / 'mine.ttl'}:8"
    assert "names no node ($this)" in error.value.reason


# -- Some nodes only -------------------------------------------------------------------------------


def _near(quads: Iterable[Quad], *names: str) -> Validation:
    store = Store()
    store.extend([*ontology_quads(), *quads])
    return validate_nodes(GraphStore(store), [Iri(f"{BASE}id/{name}") for name in names])


def test_of_nodes_it_is_told_what_is_told_of_them_in_the_whole() -> None:
    mentioned = "graph:asserted { id:trace-aaaaaaaa cg:mentionedIn <urn:doc> }"
    quads = [*_quads(BROKEN), *_quads(mentioned)]
    names = ("trace-aaaaaaaa", "old-aaaaaaaa", "sofia-aaaaaaaa")
    nodes = {f"{BASE}id/{name}" for name in names}
    whole = tuple(result for result in _validated(quads).results if result.focus in nodes)
    assert {result.shape for result in whole} >= {"partner-object", "retired", "supported"}
    assert _near(quads, *names).results == whole


def test_nothing_is_told_of_a_node_that_is_in_order_beside_one_that_is_not() -> None:
    quads = _quads(
        """<https://example.org/mine> {
            id:good-aaaaaaaa a cg:Sector ; skos:prefLabel "Good"@en .
            id:bad-aaaaaaaa a cg:Sector .
        }"""
    )
    assert _near(quads, "good-aaaaaaaa").results == ()
    assert [result.shape for result in _near(quads, "bad-aaaaaaaa").results] == ["name"]


def test_no_nodes_break_no_rule() -> None:
    assert _near(_quads(BROKEN)).results == ()


def test_what_was_written_may_say_again_what_a_build_says() -> None:
    said = "id:trace-aaaaaaaa a cg:Project ; skos:prefLabel 'TRACE'@en ; cg:mentionedIn <urn:doc> ."
    quads = _quads(f"graph:asserted {{ {said} }} <https://example.org/mine> {{ {said} }}")
    shapes = {result.shape for result in _near(quads, "trace-aaaaaaaa").results}
    assert "said-once" not in shapes
    again = _quads(f"graph:other {{ {said} }}")
    shapes = {result.shape for result in _near([*quads, *again], "trace-aaaaaaaa").results}
    assert "said-once" in shapes


def test_an_address_that_we_take_for_none_is_told_as_a_value() -> None:
    quads = _quads(
        "graph:x { id:trace-aaaaaaaa a cg:Project, <http://[::1]/a> ; skos:prefLabel 'TRACE'@en ; "
        "cg:partner <http://[::1]/b> . }"
    )
    result = _result(_near(quads, "trace-aaaaaaaa"), "partner-object")
    assert result.value == "http://[::1]/b"
    assert _result(_validated(quads), "partner-object") == result
