"""Clients are told apart by where they are, as far as one household goes."""

import pytest

from clustergraph.web.exchange.clients import client_of


@pytest.mark.parametrize(
    ("client", "name"),
    [
        (("192.0.2.7", 50_000), "192.0.2.7"),
        (("2001:db8:1:2:3:4:5:6", 50_000), "2001:db8:1:2::/64"),
        (None, ""),
    ],
)
def test_a_client_goes_by_its_home(client: tuple[str, int] | None, name: str) -> None:
    assert client_of({"type": "http", "client": client}) == name


def test_whoever_comes_by_no_network_has_no_name() -> None:
    assert client_of({"type": "http"}) == ""
