"""A rate that is chosen has somebody who holds clients to it; one that is empty has nobody."""

import pytest

from clustergraph.web.limiting.options import LimitOptions


@pytest.mark.parametrize(
    ("options", "held"),
    [
        (LimitOptions(), (False, False)),
        (LimitOptions(request_rate="3/second"), (True, False)),
        (LimitOptions(query_rate="2/hour"), (False, True)),
    ],
)
def test_only_chosen_rates_are_held(options: LimitOptions, held: tuple[bool, bool]) -> None:
    found = options.doorkeepers(lambda _: None)
    assert tuple(keeper is not None for keeper in found) == held


def test_each_rate_is_told_by_its_name() -> None:
    noted: list[str] = []
    options = LimitOptions(request_rate="1/hour", query_rate="1/hour", proxies="10.0.0.0/8")
    for keeper in options.doorkeepers(noted.append):
        assert keeper is not None
        keeper.admits("a")
        keeper.admits("a")
    assert noted == ["requests", "queries"]


def test_what_is_no_rate_is_refused_at_once() -> None:
    with pytest.raises(ValueError, match="often"):
        LimitOptions(request_rate="often").doorkeepers(lambda _: None)
