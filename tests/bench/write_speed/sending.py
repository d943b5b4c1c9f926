"""Who writes: sends updates with a token, one after another, and notes how long each took."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from itertools import count

from bench.measuring.failures import NoAnswer
from bench.measuring.servers import Server
from bench.write_speed.corpus import update

__all__ = ["TOKEN", "Reply", "Sender", "sending", "writing_for_ever"]

TOKEN = "a-token-for-the-benchmark"
_PATIENCE_SECONDS = 120.0
_UPDATE = "application/sparql-update"


@dataclass(frozen=True, slots=True)
class Reply:
    """What became of an update, and how long its answer took."""

    version: str
    milliseconds: float


@dataclass(slots=True)
class Sender:
    """Sends updates on one connection, each about other things.

    Attributes:
        triples: how many each adds.
        sent: how many were answered so far.
    """

    server: Server
    connection: HTTPConnection
    triples: int
    sent: int = 0
    _numbers: Iterator[int] = field(default_factory=count)

    def send(self, *, is_checked: bool) -> Reply:
        """Send one.

        Raises:
            NoAnswer: when it is not carried out.
        """
        text = update(f"New project {time.time_ns()} {next(self._numbers)}", count=self.triples)
        headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": _UPDATE}
        start = time.perf_counter()
        self.connection.request("POST", _path(is_checked=is_checked), text, headers)
        answer = self.connection.getresponse()
        body = answer.read()
        milliseconds = 1_000 * (time.perf_counter() - start)
        if answer.status != 200:
            raise NoAnswer(self.server.name, f"{answer.status} for an update: {body[:300]!r}")
        self.sent += 1
        return Reply(json.loads(body)["version"], milliseconds)


@contextmanager
def sending(server: Server, triples: int) -> Iterator[Sender]:
    """Give a sender of updates of so many triples."""
    connection = HTTPConnection("127.0.0.1", server.port, timeout=_PATIENCE_SECONDS)
    with closing(connection):
        yield Sender(server, connection, triples)


@contextmanager
def writing_for_ever(server: Server, triples: int, pause_seconds: float) -> Iterator[Sender]:
    """Send checked updates, each so long after the answer to the last, until the context ends."""
    is_over = threading.Event()

    def write_for_ever(sender: Sender) -> None:
        while not is_over.wait(pause_seconds):
            sender.send(is_checked=True)

    with sending(server, triples) as sender:
        sender.send(is_checked=True)  # the process that writes is ready then
        thread = threading.Thread(target=write_for_ever, args=[sender])
        thread.start()
        try:
            yield sender
        finally:
            is_over.set()
            thread.join()


def _path(*, is_checked: bool) -> str:
    return "/update" if is_checked else "/update?validate=false"
