"""Internet addresses: which of them are one client, and what of them may be written down."""

from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

__all__ = ["Clients", "address_in", "home_of", "network_of"]

_HOME_BITS = {4: 32, 6: 64}
"""Whoever has one IPv6 address has all that begin like it (RFC 6177)."""
_NETWORK_BITS = {4: 24, 6: 48}
_CLIENTS_KNOWN = 4_096


def address_in(text: str) -> IPv4Address | IPv6Address | None:
    """Read an address, without its zone; None of what is none, such as a socket's name.

    >>> address_in("::ffff:192.0.2.7"), address_in("pipe")
    (IPv4Address('192.0.2.7'), None)
    """
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        return address.ipv4_mapped
    return address


@lru_cache(_CLIENTS_KNOWN)
def home_of(text: str) -> str:
    """Name what counts as one client: an address, or of version 6 the network of one subscriber.

    >>> home_of("192.0.2.7"), home_of("2001:db8:1:2:3:4:5:6"), home_of("pipe")
    ('192.0.2.7', '2001:db8:1:2::/64', 'pipe')
    """
    return _cut(text, _HOME_BITS).removesuffix("/32")


@lru_cache(_CLIENTS_KNOWN)
def network_of(client: str) -> str:
    """Cut an address, or a home, to a network in which there are many: what a log may hold.

    >>> network_of("192.0.2.77"), network_of("2001:db8:1:2::/64"), network_of("pipe")
    ('192.0.2.0/24', '2001:db8:1::/48', 'pipe')
    """
    address, _, _ = client.partition("/")
    return client if address_in(address) is None else _cut(address, _NETWORK_BITS)


class Clients:
    """Tells clients apart by address; proxies, which bring other people's requests, are none.

    Args:
        proxies: addresses and networks of them, by comma.
    """

    def __init__(self, proxies: str) -> None:
        self._proxies = [
            ip_network(part) for part in filter(None, map(str.strip, proxies.split(",")))
        ]
        self.named = lru_cache(_CLIENTS_KNOWN)(self._name)

    def _name(self, address: str | None) -> str | None:
        """Name the client behind an address; None for those that are not counted one by one."""
        if address is None:
            return None
        place = address_in(address)
        is_proxy = place is not None and any(place in network for network in self._proxies)
        return None if is_proxy else home_of(address)


def _cut(text: str, bits: dict[int, int]) -> str:
    address = address_in(text)
    if address is None:
        return text
    return str(ip_network((address, bits[address.version]), strict=False))
