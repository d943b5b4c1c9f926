"""A client that asks one query after another, from an address of its choice."""

import socket
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from urllib.parse import urlencode

from bench.measuring.failures import NoAnswer
from bench.measuring.servers import Server

__all__ = ["JSON", "Answer", "Client", "client", "received"]

JSON = "application/sparql-results+json"
_PATIENCE_SECONDS = 120.0
_BUFFER_BYTES = 1 << 18
_LAST_CHUNK = b"0\r\n\r\n"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    body: bytes


class Client:
    """Asks on one connection."""

    def __init__(self, server: Server, connection: HTTPConnection) -> None:
        self._endpoint = server.endpoint
        self._connection = connection

    def ask(self, text: str, **parameters: str) -> Answer:
        """Ask a query."""
        return self.get(_path(self._endpoint, text, parameters), JSON)

    def get(self, path: str, accept: str) -> Answer:
        """Ask for an address."""
        self._connection.request("GET", path, headers={"Accept": accept})
        reply = self._connection.getresponse()
        return Answer(reply.status, reply.read())

    def leave(self) -> None:
        """Break the connection off, whatever another thread waits for on it."""
        if self._connection.sock is not None:
            self._connection.sock.shutdown(socket.SHUT_RDWR)


@contextmanager
def client(server: Server, source: str = "127.0.0.1") -> Iterator[Client]:
    """Connect from one of the loopback's addresses: servers take each for somebody else."""
    connection = HTTPConnection(
        "127.0.0.1", server.port, timeout=_PATIENCE_SECONDS, source_address=(source, 0)
    )
    with closing(connection):
        connection.connect()
        yield Client(server, connection)


def received(server: Server, text: str) -> tuple[float, int]:
    """Ask a query and throw its answer away; return the seconds it took, and its bytes.

    The bytes are taken as they come off the wire, so that the client costs next to nothing.

    Raises:
        NoAnswer: when the answer is not whole.
    """
    request = (
        f"GET {_path(server.endpoint, text, {})} HTTP/1.1\r\nHost: localhost\r\n"
        f"Accept: {JSON}\r\nConnection: close\r\n\r\n"
    )
    buffer = memoryview(bytearray(_BUFFER_BYTES))
    size, end, last = 0, 0.0, b""
    with socket.create_connection(("127.0.0.1", server.port), timeout=_PATIENCE_SECONDS) as line:
        start = time.perf_counter()
        line.sendall(request.encode())
        while count := line.recv_into(buffer):
            end = time.perf_counter()
            size += count
            last = (last + bytes(buffer[max(0, count - 8) : count]))[-8:]
    if not last.endswith(_LAST_CHUNK):
        raise NoAnswer(server.name, f"broke off after {size} bytes")
    return end - start, size


def _path(endpoint: str, text: str, parameters: dict[str, str]) -> str:
    return f"{endpoint}?{urlencode({'query': text, **parameters})}"
