from collections.abc import Mapping
from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from clustergraph.names import AHEAD, SURE
from clustergraph.operations.look_up.certain import certain


@dataclass(frozen=True)
class Found:
    score: float
    features: Mapping[str, float] = field(default_factory=dict)


def test_nothing_is_certain_where_nothing_was_found() -> None:
    assert certain([]) is None


def test_what_stands_alone_is_certain_from_the_sure_score_on() -> None:
    assert certain([Found(SURE)]) == Found(SURE)
    assert certain([Found(SURE - 0.1)]) is None


def test_two_that_are_nearly_as_near_leave_the_choice_to_people() -> None:
    assert certain([Found(100), Found(100)]) is None
    assert certain([Found(100), Found(100 - AHEAD + 0.1)]) is None
    assert certain([Found(100), Found(100 - AHEAD)]) == Found(100)


def test_another_that_has_all_the_words_leaves_the_choice_to_people() -> None:
    best = Found(95, {"asked": 80.0})
    assert certain([best, Found(70, {"asked": 90.0})]) == best
    assert certain([best, Found(70, {"asked": 90.0}), Found(60, {"asked": 100.0})]) is None


def test_what_has_all_the_words_itself_fears_no_other_that_has() -> None:
    best = Found(98, {"asked": 100.0})
    assert certain([best, Found(70, {"asked": 100.0})]) == best


def test_an_address_is_certain() -> None:
    address = Found(100)
    assert certain([address, Found(60, {"asked": 100.0})]) == address


@given(st.lists(st.floats(0, 100), max_size=5).map(lambda scores: sorted(scores, reverse=True)))
def test_only_the_first_can_be_certain(scores: list[float]) -> None:
    hits = [Found(score) for score in scores]
    assert certain(hits) in (None, *hits[:1])
