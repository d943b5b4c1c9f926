"""Replies that are kept, given before all middleware: what it does for others is done here shortly.

What is kept, and for whom, is decided in ``exchange.kept_replies``.
"""

from time import perf_counter

from starlette.types import Scope, Send

from clustergraph.web.exchange.conditions import has, tags_in
from clustergraph.web.exchange.kept_replies import KeptReplies, KeptReply
from clustergraph.web.exchange.root_path import path_below_root
from clustergraph.web.limiting.doorkeeper import Doorkeeper
from clustergraph.web.limiting.rate import Header
from clustergraph.web.operating.counting import RequestCount
from clustergraph.web.serving.extensions import whole_answer

__all__ = ["AtOnce"]


class AtOnce:
    """Gives again what is kept.

    Args:
        replies: what is kept.
        doorkeeper: holds clients to a rate; None where nobody does.
        count: is told of each request.
    """

    def __init__(
        self, replies: KeptReplies, *, doorkeeper: Doorkeeper | None, count: RequestCount
    ) -> None:
        self._replies = replies
        self._doorkeeper = doorkeeper
        self._count = count

    async def gives(self, scope: Scope, send: Send) -> bool:
        """Reply if that is kept; tell whether it was.

        A client that asked too often gets nothing here: it is told so where the others are.
        """
        start = perf_counter()
        reply = self._replies.find(scope)
        standing = None if reply is None else self._standing(scope)
        if reply is None or standing is None:
            return False
        status = await _give(reply, standing, scope, send)
        self._count.add(scope, path_below_root(scope), status, perf_counter() - start)
        return True

    def _standing(self, scope: Scope) -> tuple[Header, ...] | None:
        """Count a request, and return what tells its client how it stands; None of one too many."""
        if self._doorkeeper is None:
            return ()
        client = self._doorkeeper.client(scope)
        if client is None:
            return ()
        rate = self._doorkeeper.rate
        return rate.told(client) if rate.admits(client) else None


async def _give(reply: KeptReply, standing: tuple[Header, ...], scope: Scope, send: Send) -> int:
    """Send a reply, or that the client has it; return the status."""
    if _is_known(scope, reply.tag):
        await _send(send, 304, [*reply.standing, *standing], b"")
        return 304
    headers = [*reply.headers, *standing]
    if not _is_sent_whole(scope, headers, reply.body):
        await _send(send, 200, headers, reply.body)
    return 200


def _is_known(scope: Scope, tag: str) -> bool:
    known = [value for name, value in scope["headers"] if name == b"if-none-match"]
    return bool(known) and has(tags_in(b", ".join(known).decode("latin-1")), tag)


def _is_sent_whole(scope: Scope, headers: list[Header], body: bytes) -> bool:
    """Send a reply in one piece where the server can; addresses in it may need a root path."""
    send_whole = whole_answer(scope)
    return send_whole is not None and not scope.get("root_path") and send_whole(headers, body)


async def _send(send: Send, status: int, headers: list[Header], body: bytes) -> None:
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
