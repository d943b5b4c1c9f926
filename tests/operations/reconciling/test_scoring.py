import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.operations.reconciling.scoring import Agreement, is_certain, score_of

DEGREES = st.none() | st.floats(0, 1)
AGREEMENTS = st.lists(st.builds(Agreement, weight=st.sampled_from([0.4, 1.0]), degree=DEGREES))


def of(degree: float | None, weight: float = 0.4) -> Agreement:
    return Agreement(weight=weight, degree=degree)


@given(st.none() | st.floats(0, 100), AGREEMENTS)
def test_a_score_stays_within_bounds(name: float | None, agreements: list[Agreement]) -> None:
    assert 0 <= score_of(name, agreements) <= 100


@given(st.floats(0, 100), AGREEMENTS, st.floats(0, 1), st.floats(0, 1))
def test_the_better_something_agrees_the_higher_the_score(
    name: float, agreements: list[Agreement], one: float, other: float
) -> None:
    less, more = sorted((one, other))
    low = score_of(name, [*agreements, of(less)])
    assert low <= score_of(name, [*agreements, of(more)])


def test_what_is_unknown_costs_less_than_what_contradicts() -> None:
    assert score_of(100, [of(1.0)]) > score_of(100, [of(None)]) > score_of(100, [of(0.0)])


def test_another_type_lowers_a_score() -> None:
    assert score_of(100, [], is_of_type=False) == 60


@pytest.mark.parametrize(
    ("score", "next_best", "agreements", "has_namesake", "certain"),
    [
        (100, 0, [], False, True),
        (100, 97, [], False, False),
        (84, 0, [], False, False),
        (100, 90, [of(0.0)], False, False),
        (94, 71, [of(None)], True, False),
        (100, 71, [of(1.0)], True, True),
    ],
)
def test_only_what_is_clearly_ahead_and_uncontradicted_is_certain(
    score: float,
    next_best: float,
    agreements: list[Agreement],
    has_namesake: bool,
    certain: bool,
) -> None:
    found = is_certain(
        score, next_best, is_named=True, agreements=agreements, has_namesake=has_namesake
    )
    assert found is certain


def test_an_identifier_alone_is_enough_and_a_property_alone_is_not() -> None:
    assert is_certain(100, 0, is_named=None, agreements=[of(1.0, weight=1.0)])
    assert not is_certain(100, 0, is_named=None, agreements=[of(1.0)])


def test_nothing_of_another_type_is_certain() -> None:
    assert not is_certain(100, 0, is_named=True, agreements=[], is_of_type=False)


def test_a_name_that_is_not_near_enough_is_never_certain_whatever_confirms_it() -> None:
    assert not is_certain(95, 0, is_named=False, agreements=[of(1.0), of(1.0, weight=1.0)])
