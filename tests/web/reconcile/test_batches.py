"""Each item of a batch is answered by itself."""

import pytest

from clustergraph.errors import InvalidParameter, NotFound
from clustergraph.web.reconcile.batches import answer_each, error_part, fault_as_json


def _answer(key: str, item: int) -> int:
    if item < 0:
        raise NotFound(key)
    if item == 0:
        raise InvalidParameter(key, str(item), "above 0")
    return 10 * item


def test_what_is_wrong_with_one_keeps_no_other_from_its_answer() -> None:
    answered = answer_each([("a", 1), ("b", -1), ("c", 2)], _answer)
    assert [each.answer for each in answered.values()] == [10, None, 20]
    assert isinstance(answered["b"].fault, NotFound)


def test_where_all_are_wrong_the_first_fault_is_raised() -> None:
    with pytest.raises(InvalidParameter, match="above 0"):
        answer_each([("a", 0), ("b", -1)], _answer)
    assert answer_each([], _answer) == {}


def test_a_bug_of_ours_is_no_fault_of_an_item() -> None:
    with pytest.raises(ZeroDivisionError):
        answer_each([("a", 1), ("b", 0)], lambda _, item: 1 // item)


def test_a_fault_is_told_as_a_problem_that_came_alone() -> None:
    told = fault_as_json(NotFound("x"))
    assert (told["status"], "x" in told["detail"]) == (404, True)
    assert error_part(NotFound("x")) == {"error": told}
    assert error_part(None) == {}
