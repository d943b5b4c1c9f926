"""What may be chosen about the limits, and who holds clients to them."""

from dataclasses import dataclass

from clustergraph.web.exchange.networks import Clients
from clustergraph.web.limiting.doorkeeper import Doorkeeper, NoteRefusal
from clustergraph.web.limiting.rate import Rate

__all__ = ["LimitOptions"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitOptions:
    """What one client may ask of one server process; ``Settings`` says what each is for.

    A rate that is empty is none.
    """

    request_rate: str = ""
    query_rate: str = ""
    proxies: str = ""
    body_bytes: int = 1 << 22

    def doorkeepers(self, note_refusal: NoteRefusal) -> tuple[Doorkeeper | None, Doorkeeper | None]:
        """Return who holds requests to their rate, and who queries; None where nobody does."""
        clients = Clients(self.proxies)
        requests, queries = (
            Doorkeeper(Rate(name, text), clients=clients, note_refusal=note_refusal)
            if text
            else None
            for name, text in (("requests", self.request_rate), ("queries", self.query_rate))
        )
        return requests, queries
