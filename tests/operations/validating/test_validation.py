from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, parse

from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.validating.validation import Result, Validation, brief, plain
from clustergraph.rdf.shacl_core import Breach
from clustergraph.rdf.shapes import Severity
from clustergraph.vocab import CG

ADA = NamedNode(f"{BASE}id/ada")


def _result(severity: Severity, value: Literal | NamedNode | None = None) -> Result:
    breach = Breach(
        severity=severity,
        shape=Iri(f"{BASE}shapes#person-name"),
        focus=ADA,
        value=value,
        message="Add a name.",
        component=Iri("http://www.w3.org/ns/shacl#MinCountConstraintComponent"),
    )
    return Result(breach=breach, label="Ada")


VALIDATION = Validation(
    results=(_result(Severity.VIOLATION), _result(Severity.WARNING), _result(Severity.WARNING))
)


def test_results_are_told_by_how_much_they_matter() -> None:
    assert (len(VALIDATION.violations), len(VALIDATION.warnings), VALIDATION.infos) == (1, 2, ())
    assert VALIDATION.summary.startswith("1 violation, 2 warnings, 0 hints.")
    assert Validation(results=()).summary == "The graph keeps all its rules."


def test_nothing_stops_a_build_when_violations_are_warnings() -> None:
    excused = VALIDATION.as_warnings()
    assert excused.violations == ()
    assert len(excused.warnings) == 3
    assert [each.message for each in excused.results] == ["Add a name."] * 3


def test_a_result_is_one_sentence_with_the_value_at_fault() -> None:
    assert str(_result(Severity.VIOLATION)) == "Ada (id:ada): Add a name."
    assert str(_result(Severity.VIOLATION, Literal("x"))) == "Ada (id:ada), x: Add a name."
    assert str(_result(Severity.VIOLATION, ADA)) == "Ada (id:ada): Add a name."


def test_rows_are_plain_values() -> None:
    row = VALIDATION.as_rows()[0]
    assert (row["severity"], row["shape"], row["focus"], row["path"], row["value"]) == (
        "violation",
        "person-name",
        ADA.value,
        "",
        "",
    )


def test_the_table_has_a_row_for_each_result() -> None:
    assert VALIDATION.as_table().row_count == 3


def test_shacl_report_is_turtle_and_the_same_quads() -> None:
    turtle = list(parse(VALIDATION.as_turtle(), format=RdfFormat.TURTLE))
    focus = NamedNode("http://www.w3.org/ns/shacl#focusNode")
    assert {quad.object for quad in turtle if quad.predicate == focus} == {ADA}
    assert {quad.object for quad in VALIDATION.as_quads() if quad.predicate == focus} == {ADA}


def test_a_term_is_told_plainly_and_shortly() -> None:
    assert plain(NamedNode(CG.Person)) == CG.Person
    assert plain(BlankNode("b")) == "_:b"
    assert brief(CG.Person) == "cg:Person"
    assert brief("word " * 30).endswith(" …")
