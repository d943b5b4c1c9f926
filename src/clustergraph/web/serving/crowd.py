"""Who is connected: how many there are, and how many of them are one client."""

from collections import Counter

from clustergraph.web.exchange.networks import Clients

__all__ = ["Crowd"]


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
        self._client = Clients(trusted).named
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
