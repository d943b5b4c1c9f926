"""What may never end is waited for so long and no longer, and what it says is heard."""

import threading

import pytest

from clustergraph.errors import InvalidParameter
from clustergraph.operations.querying.waiting import within


def test_what_ends_in_time_gives_its_result() -> None:
    assert within(10, lambda: 42) == 42


def test_what_fails_in_time_raises_its_error() -> None:
    def fail() -> None:
        raise InvalidParameter("format", "csv", "a format of graphs")

    with pytest.raises(InvalidParameter, match="csv"):
        within(10, fail)


def test_an_error_brings_nothing_along_that_only_its_thread_may_drop() -> None:
    def fail() -> None:
        try:
            int("many")
        except ValueError as error:
            raise InvalidParameter("rows", "many", "a number") from error

    with pytest.raises(InvalidParameter) as caught:
        within(10, fail)
    assert caught.value.__cause__ is None


def test_what_is_late_is_left_behind() -> None:
    end = threading.Event()
    with pytest.raises(TimeoutError):
        within(0.05, end.wait)
    end.set()
