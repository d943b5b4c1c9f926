"""Other people's endpoints, on this machine: one that answers, and one that never does."""

import io
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from typing import ClassVar

from pyoxigraph import QueryResultsFormat, QuerySolutions, Store

from given.listening import listening

__all__ = ["closed_endpoint", "mute_endpoint", "serving"]


class _Handler(BaseHTTPRequestHandler):
    """Answers a query in the body of a POST; the SPARQL 1.1 Protocol as far as SERVICE needs it."""

    store: ClassVar[Store]

    def do_POST(self) -> None:
        query = self.rfile.read(int(self.headers["Content-Length"])).decode()
        answer = self.store.query(query)
        assert isinstance(answer, QuerySolutions)
        body = io.BytesIO()
        answer.serialize(body, QueryResultsFormat.JSON)
        self.send_response(200)
        self.send_header("Content-Type", "application/sparql-results+json")
        self.send_header("Content-Length", str(len(body.getvalue())))
        self.end_headers()
        self.wfile.write(body.getvalue())


@contextmanager
def serving(store: Store) -> Iterator[str]:
    """Serve a store at the address that this gives."""
    handler = type("_HandlerOfStore", (_Handler,), {"store": store})
    with listening(handler) as port:
        yield f"http://127.0.0.1:{port}/sparql"


@contextmanager
def mute_endpoint() -> Iterator[str]:
    """Take connections at the address that this gives, and never say a word."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/sparql"


def closed_endpoint() -> str:
    """Return an address at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return f"http://127.0.0.1:{listener.getsockname()[1]}/sparql"
