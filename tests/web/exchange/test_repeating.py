"""What is given twice must say the same, unless there may be several."""

import pytest

from clustergraph.errors import InvalidParameter
from clustergraph.web.exchange.repeating import refuse_repeated


@pytest.mark.parametrize(
    "pairs", [[], [("q", "a")], [("q", "a"), ("q", "a")], [("class", "A"), ("class", "B")]]
)
def test_one_value_and_lists_may_come_as_often_as_they_like(pairs: list[tuple[str, str]]) -> None:
    refuse_repeated(pairs, lists={"class"})


def test_two_values_are_told_both() -> None:
    with pytest.raises(InvalidParameter, match="'a, then b'; it must be given once"):
        refuse_repeated([("q", "a"), ("limit", "1"), ("q", "b")], lists={"class"})
