"""A server of ours over an application that says what it was asked, and clients that send bytes."""

import asyncio
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from starlette.types import Receive, Scope, Send
from uvicorn import Server

from clustergraph.web.serving.refusals import WireLimits
from clustergraph.web.serving.server import ServerConfig

__all__ = [
    "FAREWELL",
    "PATIENCE_SECONDS",
    "Answer",
    "answers",
    "ask",
    "connect",
    "is_served",
    "serving",
]

PATIENCE_SECONDS = 10.0
FAREWELL = b"GET /last HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back for one request."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def told(self) -> dict[str, Any]:
        """What the application says it was asked, or the problem."""
        found: dict[str, Any] = json.loads(self.body)
        return found


async def mirror(scope: Scope, receive: Receive, send: Send) -> None:
    """Say what was asked; ``/slow`` takes its time, ``/large`` says much, ``/early`` reads none."""
    if scope["type"] == "lifespan":
        return
    size = 0
    while scope["path"] != "/early":
        message = await receive()
        if message["type"] == "http.disconnect":
            return
        size += len(message.get("body", b""))
        if not message.get("more_body"):
            break
    if scope["path"] == "/slow":
        await asyncio.sleep(0.3)
    told = {
        "method": scope["method"],
        "path": scope["path"],
        "query": scope["query_string"].decode(),
        "host": dict(scope["headers"]).get(b"host", b"").decode(),
        "size": size,
    }
    body = json.dumps(told).encode() + b" " * (20_000_000 if scope["path"] == "/large" else 0)
    headers = [(b"content-length", b"%d" % len(body))]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})


@contextmanager
def serving(limits: WireLimits | None = None, **options: Any) -> Iterator[tuple[str, int]]:
    """Serve the mirror from a thread, on a free port."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=512)
    config = ServerConfig(
        mirror, limits=limits, log_config=None, lifespan="off", access_log=False, **options
    )
    server = Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        yield listener.getsockname()
    finally:
        server.should_exit = True
        thread.join(PATIENCE_SECONDS)


def connect(address: tuple[str, int], source: str = "127.0.0.1") -> socket.socket:
    """Open a connection, from another address of this machine if one is named."""
    line = socket.create_connection(address, PATIENCE_SECONDS, source_address=(source, 0))
    line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return line


def answers(line: socket.socket) -> list[Answer]:
    """Read all answers until the server closes."""
    file = line.makefile("rb")
    found = []
    while status := file.readline():
        headers: dict[str, str] = {}
        while (header := file.readline().decode("latin-1").strip()) != "":
            name, _, value = header.partition(": ")
            headers[name.lower()] = value
        body = file.read(int(headers.get("content-length", 0)))
        found.append(Answer(int(status.split()[1]), headers, body))
    return found


def ask(address: tuple[str, int], request: bytes) -> list[Answer]:
    """Send bytes and read all answers until the server closes."""
    with connect(address) as line:
        line.sendall(request)
        return answers(line)


def is_served(address: tuple[str, int]) -> bool:
    """Tell whether a plain request is answered there."""
    return [answer.status for answer in ask(address, FAREWELL)] == [200]
