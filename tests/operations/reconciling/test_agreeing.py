import pytest

from clustergraph.model import Iri
from clustergraph.operations.consult import Text
from clustergraph.operations.reconciling.agreeing import agreement, alike
from clustergraph.operations.reconciling.asking import Reference, Wanted
from clustergraph.operations.reconciling.schema import Takes

RUSE = Iri("https://w3id.org/clustergraph/id/ruse-aaaaaaad")


def names_of(iri: Iri) -> list[str]:
    return ["Русе", "Ruse"] if iri == RUSE else []


@pytest.mark.parametrize(
    ("wanted", "value", "takes", "degree"),
    [
        (Reference(RUSE), RUSE, Takes.THING, 1),
        (Reference("other", "RUSE"), RUSE, Takes.THING, 1),
        (Reference("other"), RUSE, Takes.THING, 0),
        ("русе", RUSE, Takes.THING, 1),
        ("Varna", RUSE, Takes.THING, 0),
        (RUSE, RUSE, Takes.THING, 1),
        (31, Text("31"), Takes.NUMBER, 1),
        ("31.0", Text("31"), Takes.NUMBER, 1),
        ("1 000", Text("1000"), Takes.NUMBER, 1),
        ("thirty-one", Text("31"), Takes.NUMBER, 0),
        (2018, Text("2018-02-19"), Takes.DATE, 1),
        ("2018-02-19T00:00:00Z", Text("2018-02"), Takes.DATE, 1),
        ("2018-02-20", Text("2018-02-19"), Takes.DATE, 0),
        ("some day", Text("2018-02-19"), Takes.DATE, 0),
        ("policy cluster", Text("cluster policy", "en"), Takes.TEXT, 1),
        ("furniture", Text("cluster policy", "en"), Takes.TEXT, 0),
    ],
)
def test_values_agree_as_what_they_are(
    wanted: Wanted, value: Iri | Text, takes: Takes, degree: float
) -> None:
    assert agreement(wanted, value, takes, names_of) == degree


def test_words_that_no_letter_is_left_of_agree_where_they_are_the_same() -> None:
    assert alike("…", "…") == 1
    assert alike("…", "!") == 0
    assert alike("", "Ruse") == 0


def test_a_slip_agrees_nearly() -> None:
    assert 0.85 <= alike("Kazakstan", "Kazakhstan") < 1
