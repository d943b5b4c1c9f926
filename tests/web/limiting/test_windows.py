"""A window begins with a client's first request, ends in time, and does not pile up."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.web.limiting.windows import Windows


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_what_is_used_adds_up_until_the_window_ends(clock: Clock) -> None:
    windows = Windows(clock)
    assert [windows.incr("a", 10), windows.incr("a", 10, 3)] == [1, 4]
    clock.now += 9.9
    assert windows.get("a") == 4
    clock.now += 0.1
    assert windows.get("a") == 0
    assert windows.incr("a", 10) == 1


def test_a_window_ends_so_long_after_the_first_request_and_not_the_last(clock: Clock) -> None:
    windows = Windows(clock)
    windows.incr("a", 10)
    clock.now += 7
    windows.incr("a", 10)
    assert windows.get_expiry("a") == 110


def test_each_client_has_a_window_of_its_own(clock: Clock) -> None:
    windows = Windows(clock)
    windows.incr("a", 10, 5)
    assert (windows.get("b"), windows.get_expiry("b")) == (0, clock.now)
    assert windows.incr("b", 10) == 1


def test_windows_that_are_over_are_thrown_out(clock: Clock) -> None:
    windows = Windows(clock)
    for number in range(50):
        windows.incr(str(number), 10)
    clock.now += 10
    windows.incr("new", 10)
    assert len(windows) == 1


def test_of_too_many_windows_that_which_ends_first_is_forgotten(clock: Clock) -> None:
    windows = Windows(clock, most=2)
    for name in "abc":
        clock.now += 1
        windows.incr(name, 10)
    assert [windows.get(name) for name in "abc"] == [0, 1, 1]


def test_what_is_cleared_begins_anew(clock: Clock) -> None:
    windows = Windows(clock)
    for name in "ab":
        windows.incr(name, 10)
    windows.clear("a")
    assert [windows.get(name) for name in "ab"] == [0, 1]
    assert windows.check()
    assert (windows.reset(), len(windows)) == (1, 0)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.floats(0, 7))))
def test_a_client_is_counted_as_if_it_were_alone(requests: list[tuple[str, float]]) -> None:
    clock, alone = Clock(), {name: _counting_alone() for name in "abc"}
    windows = Windows(clock)
    for name, later in requests:
        clock.now += later
        assert windows.incr(name, 10) == alone[name](clock.now)


def _counting_alone() -> Callable[[float], int]:
    begun: list[float] = []
    used = 0

    def count(now: float) -> int:
        nonlocal used
        if not begun or now >= begun[-1] + 10:
            begun.append(now)
            used = 0
        used += 1
        return used

    return count
