"""A rate lets so many requests through in so much time, and tells each client how it stands."""

import pytest

from clustergraph.web.limiting.rate import Rate


class Clock:
    """A clock that stands still until it is moved."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def _told(rate: Rate, client: str) -> dict[str, str]:
    return {name.decode(): value.decode() for name, value in rate.told(client)}


def test_so_many_are_admitted_and_no_more(clock: Clock) -> None:
    rate = Rate("requests", "3/10 seconds", clock=clock)
    assert [rate.admits("a") for _ in range(5)] == [True, True, True, False, False]
    assert rate.admits("b")


def test_in_the_next_window_all_are_admitted_again(clock: Clock) -> None:
    rate = Rate("requests", "1/minute", clock=clock)
    assert [rate.admits("a"), rate.admits("a")] == [True, False]
    clock.now += 60
    assert rate.admits("a")


def test_what_weighs_more_leaves_less(clock: Clock) -> None:
    rate = Rate("requests", "10/minute", clock=clock)
    rate.admits("a", weight=7)
    assert rate.standing("a").remaining == 3


@pytest.mark.parametrize(("later", "seconds"), [(0, 10), (0.1, 10), (9.2, 1), (10, 0), (99, 0)])
def test_the_reset_is_never_told_too_early(clock: Clock, later: float, seconds: int) -> None:
    rate = Rate("requests", "2/10 seconds", clock=clock)
    rate.admits("a")
    clock.now += later
    assert rate.standing("a").reset_seconds == seconds


def test_a_client_is_told_in_the_fields_of_both_drafts(clock: Clock) -> None:
    rate = Rate("requests", "600/10 seconds", clock=clock)
    rate.admits("a", weight=599)
    assert _told(rate, "a") == {
        "ratelimit-limit": "600",
        "ratelimit-remaining": "1",
        "ratelimit-reset": "10",
        "ratelimit-policy": '"requests";q=600;w=10',
        "ratelimit": '"requests";r=1;t=10',
    }


def test_nothing_remains_to_who_went_far_past_the_rate(clock: Clock) -> None:
    rate = Rate("requests", "2/10 seconds", clock=clock)
    rate.admits("a", weight=50)
    assert _told(rate, "a")["ratelimit-remaining"] == "0"


@pytest.mark.parametrize("text", ["", "many", "5/fortnight", "-1/second"])
def test_what_is_no_rate_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"rate limit|granularity"):
        Rate("requests", text)
