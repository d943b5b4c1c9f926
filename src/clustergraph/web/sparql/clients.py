"""Who asks: what tells clients apart, where each shall have a fair share."""

from functools import lru_cache
from ipaddress import ip_address, ip_network

from starlette.types import Scope

__all__ = ["client_of"]

_HOME_NETWORK_BITS = 64
"""What one subscriber has of IPv6 addresses: all of them are one client (RFC 6177)."""


def client_of(scope: Scope) -> str:
    """Name the client of a request by its address; empty where there is none."""
    client = scope.get("client")
    return _named(client[0]) if client else ""


@lru_cache(maxsize=1_024)
def _named(address: str) -> str:
    """Shorten an IPv6 address to its network.

    >>> _named("192.0.2.7"), _named("2001:db8:1:2:3:4:5:6"), _named("pipe")
    ('192.0.2.7', '2001:db8:1:2::/64', 'pipe')
    """
    try:
        ip = ip_address(address)
    except ValueError:
        return address
    if ip.version == 4:
        return address
    return str(ip_network((ip, _HOME_NETWORK_BITS), strict=False))
