from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.mapping import Calibration, load_calibration
from clustergraph.mapping.calibration import Judged, kind_of_rule
from clustergraph.vocab import CG
from given.sketches import Sketch
from given.strategies import unhurried

CONFIDENCES = st.floats(min_value=0.01, max_value=1.0)


def judged(
    right: int, wrong: int, *, relation: str = "fundedBy", kind: str = "cue"
) -> list[Judged]:
    return [
        Judged(relation=relation, kind=kind, confidence=0.7, right=is_right)
        for is_right in [True] * right + [False] * wrong
    ]


def test_nothing_judged_changes_nothing() -> None:
    nothing = Calibration.of([])
    for confidence in (0.1, 0.5, 0.9):
        assert nothing.worth("fundedBy", "cue", confidence) == pytest.approx(confidence, abs=0.001)


def test_a_rule_that_is_often_right_is_worth_more_than_it_says_and_one_that_errs_less() -> None:
    calibration = Calibration.of(
        [*judged(95, 5), *judged(20, 80, relation="partner"), *judged(70, 30, relation="topic")]
    )
    assert calibration.worth("fundedBy", "cue", 0.7) > 0.85
    assert calibration.worth("partner", "cue", 0.7) < 0.35
    assert calibration.worth("topic", "cue", 0.7) == pytest.approx(0.7, abs=0.05)


def test_a_few_cases_say_little_and_many_say_all() -> None:
    ground = judged(700, 300, relation="other")
    few = Calibration.of([*ground, *judged(0, 2)]).worth("fundedBy", "cue", 0.7)
    many = Calibration.of([*ground, *judged(0, 60)]).worth("fundedBy", "cue", 0.7)
    assert 0.4 < few < 0.7
    assert many < 0.15


def test_a_kind_of_rule_that_was_never_judged_leans_on_its_relation() -> None:
    calibration = Calibration.of([*judged(5, 95), *judged(95, 5, relation="partner")])
    assert calibration.worth("fundedBy", "apposition", 0.7) < 0.2
    assert calibration.worth("partner", "apposition", 0.7) > 0.8


@unhurried
@given(confidences=st.lists(CONFIDENCES, min_size=2, max_size=6))
def test_the_order_of_one_rules_facts_stays(confidences: list[float]) -> None:
    calibration = load_calibration()
    worth = [calibration.worth("partOf", "cue", each) for each in sorted(confidences)]
    assert all(less <= more for less, more in pairwise(worth))
    assert all(0 < each < 1 for each in worth)


def test_only_what_is_sure_enough_is_published_with_the_things_it_speaks_of() -> None:
    sketch = Sketch("Alpha is in Vienna, Beta in Linz, Gamma in Graz.")
    alpha = sketch.entity(CG.Project, "Alpha")
    training = sketch.entity(CG.Training, "Gamma", named=False)
    vienna, linz, graz = (sketch.entity(CG.City, city) for city in ("Vienna", "Linz", "Graz"))
    beta = sketch.entity(CG.Organisation, "Beta")
    sketch.fact(alpha, CG.locatedIn, vienna, confidence=0.9)
    sketch.fact(beta, CG.locatedIn, linz, confidence=0.4)
    sketch.fact(training, CG.locatedIn, graz, confidence=0.4)
    sure = Calibration(groups={}, threshold=0.5).sure_part(sketch.graph)
    assert [fact.subject for fact in sure.facts] == [alpha]
    assert {each.names[0].text for each in sure.entities} == {"Alpha", "Vienna", "Beta"}


def test_corrected_confidences_stand_in_the_evidence() -> None:
    sketch = Sketch("Alpha is paid by COSME.")
    alpha, cosme = sketch.entity(CG.Project, "Alpha"), sketch.entity(CG.Programme, "COSME")
    sketch.fact(alpha, CG.fundedBy, cosme, confidence=0.7, rule="en.fundedBy.passive")
    calibration = Calibration.of(judged(95, 5))
    (fact,) = calibration.correct(sketch.graph).facts
    assert fact.confidence == calibration.worth("fundedBy", "cue", 0.7)


def test_the_figures_that_ship_cover_the_frequent_relations() -> None:
    calibration = load_calibration()
    assert 0 < calibration.threshold < 1
    assert {"locatedIn", "partOf", "organisedBy", "affiliatedWith"} <= {
        relation for relation, _ in calibration.groups
    }


@pytest.mark.parametrize(
    ("rule", "kind"),
    [("pl.speaker.said", "cue"), ("de.partner list", "cue list"), ("place in place",) * 2],
)
def test_cues_of_all_languages_are_one_kind(rule: str, kind: str) -> None:
    assert kind_of_rule(rule) == kind
