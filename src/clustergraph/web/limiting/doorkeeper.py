"""Who holds a client to a rate, and what a client is told that went past it."""

from collections.abc import Callable

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import Message, Scope, Send

from clustergraph.errors import AskedTooOften
from clustergraph.web.exchange.negotiation import accept_of
from clustergraph.web.exchange.networks import Clients
from clustergraph.web.limiting.rate import Rate
from clustergraph.web.problems.telling import respond

__all__ = ["Doorkeeper", "NoteRefusal"]

NoteRefusal = Callable[[str], None]
"""Is told the name of the rate that a client was held to."""


class Doorkeeper:
    """Holds clients to one rate.

    Args:
        rate: how much a client may ask.
        clients: tells them apart; proxies are not held.
        note_refusal: counts refusals.
    """

    def __init__(self, rate: Rate, *, clients: Clients, note_refusal: NoteRefusal) -> None:
        self.rate = rate
        self._clients = clients
        self._note_refusal = note_refusal

    def client(self, scope: Scope) -> str | None:
        """Name the client that is held to the rate; None where none is.

        Browsers ask by OPTIONS whether they may ask, and could not read that they may not.
        """
        if scope["type"] != "http" or scope["method"] == "OPTIONS":
            return None
        address = scope.get("client")
        return self._clients.named(address[0]) if address else None

    def admits(self, client: str) -> bool:
        """Count a request, and note it where it is one too many."""
        is_admitted = self.rate.admits(client)
        if not is_admitted:
            self._note_refusal(self.rate.name)
        return is_admitted

    def refusal(self, scope: Scope, client: str) -> Response:
        """Say that a client asked too often, and when it may again."""
        after_seconds = max(1, self.rate.standing(client).reset_seconds)
        error = AskedTooOften(self.rate.requests, self.rate.seconds, after_seconds)
        return respond(accept_of(Headers(scope=scope)), error, scope)

    def telling(self, send: Send, client: str) -> Send:
        """Add to an answer how its client stands when it begins."""

        async def send_telling(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = [*message.get("headers", ()), *self.rate.told(client)]
                message = {**message, "headers": headers}
            await send(message)

        return send_telling
