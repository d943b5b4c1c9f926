"""Who is connected: how many there are, and how many of them are one client."""

from collections import Counter
from functools import lru_cache
from ipaddress import IPv6Address, ip_address, ip_network

__all__ = ["Crowd"]

_CLIENTS_KNOWN = 4_096
_BITS_OF_A_HOME = 64
"""Whoever has one IPv6 address has all that begin like it, so they count as one client."""


class Crowd:
    """Counts the connections of one server process.

    Args:
        most: how many there may be.
        most_per_client: how many one client may have.
        trusted: addresses and networks, by comma, of proxies that bring other people's requests;
            only ``most`` counts for them.
    """

    def __init__(self, *, most: int, most_per_client: int, trusted: str) -> None:
        self._most = most
        self._most_per_client = most_per_client
        self._trusted = [ip_network(part) for part in filter(None, map(str.strip, _parts(trusted)))]
        self._client = lru_cache(_CLIENTS_KNOWN)(self._find_client)
        self._total = 0
        self._by_client: Counter[str] = Counter()

    def enter(self, address: str | None) -> bool:
        """Count a connection from that address (None: by no network); tell whether it may stay."""
        self._total += 1
        client = self._client(address)
        if client is None:
            return self._total <= self._most
        self._by_client[client] += 1
        return self._total <= self._most and self._by_client[client] <= self._most_per_client

    def leave(self, address: str | None) -> None:
        """Count a connection no longer, whether it was allowed to stay or not."""
        self._total -= 1
        client = self._client(address)
        if client is None:
            return
        self._by_client[client] -= 1
        if not self._by_client[client]:
            del self._by_client[client]

    @property
    def is_crushed(self) -> bool:
        """Whether there are too many even to tell them so."""
        return self._total > self._most + max(16, self._most // 10)

    def _find_client(self, address: str | None) -> str | None:
        """Name the client behind an address; None for those that are not counted one by one."""
        if address is None:
            return None
        place = ip_address(address.partition("%")[0])
        if isinstance(place, IPv6Address) and place.ipv4_mapped:
            place = place.ipv4_mapped
        if any(place in network for network in self._trusted):
            return None
        if isinstance(place, IPv6Address):
            return str(ip_network((place, _BITS_OF_A_HOME), strict=False))
        return str(place)


def _parts(trusted: str) -> list[str]:
    return trusted.split(",")
