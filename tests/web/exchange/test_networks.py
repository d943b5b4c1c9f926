"""Clients are told apart by what they can't choose anew for each request."""

import pytest

from clustergraph.web.exchange.networks import Clients, address_in, home_of, network_of


@pytest.mark.parametrize(
    ("address", "home"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("pipe", "pipe"),
        ("", ""),
    ],
)
def test_a_client_is_an_address_or_a_home(address: str, home: str) -> None:
    assert home_of(address) == home


@pytest.mark.parametrize(
    ("client", "network"),
    [
        ("192.0.2.77", "192.0.2.0/24"),
        ("2001:db8:1:2:3::4", "2001:db8:1::/48"),
        ("::ffff:192.0.2.77", "192.0.2.0/24"),
        ("2001:db8:1:2::/64", "2001:db8:1::/48"),
        ("testclient", "testclient"),
        ("", ""),
    ],
)
def test_an_address_is_cut_to_its_network(client: str, network: str) -> None:
    assert network_of(client) == network


@pytest.mark.parametrize("address", ["192.0.2.77", "::ffff:192.0.2.77", "2001:db8:1:2:3::3", "x"])
def test_a_clients_network_can_be_told_from_its_home(address: str) -> None:
    assert network_of(home_of(address)) == network_of(address)


def test_what_is_no_address_is_told_from_one() -> None:
    assert address_in("pipe") is None
    assert str(address_in("::ffff:192.0.2.7")) == "192.0.2.7"


@pytest.mark.parametrize(
    ("address", "client"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8::1:2:3", "2001:db8::/64"),
        ("pipe", "pipe"),
        ("10.1.2.3", None),
        ("::ffff:10.1.2.3", None),
        ("::1", None),
        (None, None),
    ],
)
def test_proxies_and_what_has_no_address_are_no_clients(
    address: str | None, client: str | None
) -> None:
    assert Clients("::1, 10.0.0.0/8,").named(address) == client
