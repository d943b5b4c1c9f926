"""Replies that were given before, to be given again: nothing is looked up and nothing is written.

What a page or data says follows from the version, the software, the address and a few headers; so
whoever asks the same of the same version gets the very same bytes. How they are given again is in
``serving.at_once``. ``/sparql`` keeps its answers itself, compressed by its readers.
"""

from collections.abc import Iterable
from operator import itemgetter
from typing import Final, NamedTuple

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from clustergraph.operations.dataset import Dataset
from clustergraph.operations.keep import KeptAnswers
from clustergraph.web.exchange.root_path import path_below_root

__all__ = ["Asked", "KeepReplies", "KeptReplies", "KeptReply"]

_START: Final = "/"
_PLACES: Final = ("/page/", "/data/", "/browse")
_CHOOSING: Final = frozenset({b"host", b"accept", b"accept-language", b"accept-encoding"})
"""Headers on which a reply depends, beside those that ask for a part of it or on a condition."""
_PARTS: Final = frozenset({b"range", b"if-range", b"if-match", b"if-unmodified-since"})
_OF_THE_BODY: Final = frozenset({b"content-length", b"content-type", b"content-encoding"})
_LONGEST_BYTES: Final = 1_000
"""No browser asks for a thing in more; and what is asked is kept in memory too."""

_Headers = list[tuple[bytes, bytes]]


class Asked(NamedTuple):
    """What a reply depends on."""

    version_id: str
    scheme: str
    path: str
    query: bytes
    headers: tuple[tuple[bytes, bytes], ...]

    @property
    def size_bytes(self) -> int:
        """How long it is."""
        return len(self.path) + len(self.query) + _length(self.headers)


class KeptReply(NamedTuple):
    """A whole reply, and the headers by which a client is told that it has it already."""

    body: bytes
    headers: _Headers
    standing: _Headers
    tag: str

    @property
    def size_bytes(self) -> int:
        """How much memory it takes, about."""
        return len(self.body) + _length(self.headers)


class KeptReplies:
    """Whole replies about the version that is served, and the things in it.

    Args:
        dataset: what is served; a new version has new replies.
        limit_bytes: how much memory they may take.
    """

    def __init__(self, dataset: Dataset, *, limit_bytes: int) -> None:
        self._dataset = dataset
        self._kept: KeptAnswers[KeptReply] = KeptAnswers(limit_bytes)

    def find(self, scope: Scope) -> KeptReply | None:
        """Return the reply to a request, if it is kept."""
        return self._kept.get(self.asked(scope))

    def keep(self, asked: Asked, reply: KeptReply) -> None:
        """Keep the reply to what was asked."""
        if asked.size_bytes <= _LONGEST_BYTES:
            self._kept.keep(asked, reply)

    def asked(self, scope: Scope) -> Asked | None:
        """Say what is asked; None where the reply is not kept."""
        path, held = path_below_root(scope), self._dataset.at_hand
        is_here = path == _START or path.startswith(_PLACES)
        if not is_here or held is None or scope["method"] != "GET":
            return None
        choosing = []
        for header in scope["headers"]:
            if header[0] in _CHOOSING:
                choosing.append(header)
            elif header[0] in _PARTS:
                return None
        choosing.sort(key=itemgetter(0))  # in which order they come tells nothing
        address = (scope["scheme"], scope["path"], scope["query_string"])
        return Asked(held.version.id, *address, tuple(choosing))


class KeepReplies:
    """Middleware that keeps what comes; round it stands what differs from client to client.

    Args:
        app: what gives replies.
        replies: where they are kept.
    """

    def __init__(self, app: ASGIApp, *, replies: KeptReplies) -> None:
        self._app = app
        self._replies = replies

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and keep the reply to it."""
        asked = self._replies.asked(scope) if scope["type"] == "http" else None
        if asked is not None:
            send = _Taking(send, self._replies, asked).send
        await self._app(scope, receive, send)


class _Taking:
    """Passes a reply on, and keeps it where it came whole and holds for its version."""

    def __init__(self, send: Send, replies: KeptReplies, asked: Asked) -> None:
        self._send = send
        self._replies = replies
        self._asked = asked
        self._headers: _Headers = []

    async def send(self, message: Message) -> None:
        """Pass a message on; the first of a body that is its last too makes a reply whole."""
        if message["type"] == "http.response.start":
            self._headers = [*message["headers"]] if message["status"] == 200 else []
        elif message["type"] == "http.response.body":
            if self._headers and not message.get("more_body", False):
                self._keep(message.get("body", b""))
            self._headers = []
        await self._send(message)

    def _keep(self, body: bytes) -> None:
        """Keep a whole reply, unless another version gave it, which came up meanwhile."""
        told = {name.decode("latin-1"): value.decode("latin-1") for name, value in self._headers}
        tag = told.get("etag", "").removeprefix("W/")
        if tag and told.get("dataset-version") == self._asked.version_id:
            standing = [each for each in self._headers if each[0] not in _OF_THE_BODY]
            self._replies.keep(self._asked, KeptReply(body, self._headers, standing, tag))


def _length(headers: Iterable[tuple[bytes, bytes]]) -> int:
    return sum(len(name) + len(value) for name, value in headers)
