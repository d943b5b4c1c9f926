"""Connections are counted by client; proxies that bring others' requests only in all."""

import pytest

from clustergraph.web.serving.crowd import Crowd


@pytest.mark.parametrize(
    ("addresses", "may_stay"),
    [
        (["192.0.2.1"] * 3, [True, True, False]),
        (["192.0.2.1", "192.0.2.2", "192.0.2.1", "192.0.2.2"], [True] * 4),
        (["2001:db8::1", "2001:db8::2:1", "2001:db8::3"], [True, True, False]),
        (["2001:db8::1", "2001:db8:0:1::1", "2001:db8::1"], [True] * 3),
        (["192.0.2.1", "::ffff:192.0.2.1", "192.0.2.1"], [True, True, False]),
        (["fe80::1%eth0", "fe80::2%eth0", "fe80::3%eth1"], [True, True, False]),
        (["10.1.2.3"] * 6, [True] * 5 + [False]),
        ([None] * 6, [True] * 5 + [False]),
    ],
)
def test_who_may_stay(addresses: list[str | None], may_stay: list[bool]) -> None:
    crowd = Crowd(most=5, most_per_client=2, trusted="::1, 10.0.0.0/8")
    assert [crowd.enter(address) for address in addresses] == may_stay


def test_who_leaves_makes_room() -> None:
    crowd = Crowd(most=5, most_per_client=1, trusted="")
    assert crowd.enter("192.0.2.1")
    assert not crowd.enter("192.0.2.1")
    crowd.leave("192.0.2.1")
    crowd.leave("192.0.2.1")
    assert crowd.enter("192.0.2.1")


def test_of_a_great_crowd_some_are_not_even_told() -> None:
    crowd = Crowd(most=2, most_per_client=1, trusted="")
    for _ in range(18):
        crowd.enter("192.0.2.1")
    assert not crowd.is_crushed
    crowd.enter(None)
    assert crowd.is_crushed
