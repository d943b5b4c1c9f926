"""Kill the whole service while clients write and read, and look whether it kept its word.

``PYTHONPATH=tests python -m faults.serving --points 50`` prints how often it was killed, how many
writes had been acknowledged and how many reads looked for them, and what is wrong: nothing.
"""

import os
import random
import signal
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from http.client import HTTPException
from itertools import count
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode

from clustergraph.operations.writing.log import entries
from clustergraph.store.graph import GraphStore
from faults.doing import ACTIONS, home_of
from faults.points import run
from given.running import Service, serve, wait_for

__all__ = ["ServiceKilling"]

_TOKEN: Final = "only-for-this"
_PROPERTY: Final = "https://example.org/sent"
_STATEMENTS: Final = 3
"""So many each write adds: none of them may be there without the others."""
_WRITERS: Final = 3
_READERS: Final = 2
_LONGEST_SECONDS: Final = 1.5
_PAUSE_SECONDS: Final = 0.02
"""Who reads leaves time to those who write."""
_EARLY: Final = 0.2
"""This part of the kills may come before the first write is done, at which a process starts."""
_HEADERS: Final = {
    "Authorization": f"Bearer {_TOKEN}",
    "Content-Type": "application/sparql-update",
}


@dataclass(slots=True, kw_only=True)
class ServiceKilling:
    """A home that is served, written to and read over HTTP by many until all processes die.

    Attributes:
        folder: where the home lies.
        chance: chooses the moments.
        kills: how often the service was killed.
        reads: how often somebody looked for what was acknowledged.
        acknowledged: the numbers that were.
        refused: those that were not taken, because others wrote for too long.
        wrong: what was lost, half done, or not seen by a reader, in words.
    """

    folder: Path
    chance: random.Random
    kills: int = 0
    reads: int = 0
    acknowledged: set[int] = field(default_factory=set)
    refused: set[int] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))
    _ends: threading.Event = field(default_factory=threading.Event)

    def begin(self) -> None:
        """Build what is served."""
        ACTIONS["build"](self.folder, 1)

    def kill(self) -> None:
        """Serve, let clients write and read, kill every process at once, and look at the home."""
        self._ends.clear()
        log = self.folder / "log"
        with serve(home_of(self.folder).path, log, workers=2, readers="1", token=_TOKEN) as service:
            clients = [
                threading.Thread(target=self._until_the_end, args=(act, service))
                for act in (*[self._write] * _WRITERS, *[self._read] * _READERS)
            ]
            before = len(self.acknowledged)
            for client in clients:
                client.start()
            if self.chance.random() > _EARLY:
                wait_for(lambda: len(self.acknowledged) > before)
            time.sleep(self.chance.uniform(0, _LONGEST_SECONDS))
            os.killpg(service.process.pid, signal.SIGKILL)
            self._ends.set()
            for client in clients:
                client.join()
        self.kills += 1
        self.wrong += self._findings()

    def lines(self) -> Iterator[str]:
        """Yield what came of it."""
        yield (
            f"{self.kills} kills of the service, {len(self.acknowledged)} writes acknowledged, "
            f"{len(self.refused)} refused, {self.reads} reads after them, "
            f"{len(self.wrong)} things lost or broken"
        )
        yield from self.wrong

    # -- Clients

    def _until_the_end(self, act: Callable[[Service], None], service: Service) -> None:
        while not self._ends.is_set():
            with suppress(OSError, HTTPException):  # it was killed
                act(service)

    def _write(self, service: Service) -> None:
        number = next(self._numbers)
        said = " . ".join(
            f"<https://example.org/{each}> <{_PROPERTY}> {number}" for each in range(_STATEMENTS)
        )
        headers = {**_HEADERS, "Idempotency-Key": str(number)}
        reply = service.ask(
            "POST", "/update", f"INSERT DATA {{ {said} }}".encode(), headers=headers
        )
        (self.acknowledged if reply.status == HTTPStatus.OK else self.refused).add(number)

    def _read(self, service: Service) -> None:
        time.sleep(_PAUSE_SECONDS)
        known = max(self.acknowledged.copy(), default=0)
        if not known:
            return
        reply = service.query(f"SELECT (COUNT(*) AS ?n) {{ ?s <{_PROPERTY}> {known} }}")
        self.reads += 1
        if reply.body.split() != [b"n", str(_STATEMENTS).encode()]:
            self.wrong.append(f"{known} was acknowledged, and read as {reply.body[:200]!r}")

    # -- Looking

    def _findings(self) -> Iterator[str]:
        current = home_of(self.folder).current()
        found = Counter(
            int(quad.object.value)
            for quad in GraphStore.open(current.store_path).quads(None, NamedNode(_PROPERTY))
            if isinstance(quad.object, Literal)
        )
        if lost := self.acknowledged.difference(found):
            yield f"{sorted(lost)} was acknowledged and is lost"
        if done := self.refused.intersection(found):
            yield f"{sorted(done)} was refused and done"
        if half := [number for number, times in found.items() if times != _STATEMENTS]:
            yield f"{sorted(half)} was done by half"
        if len(entries(current.writes_path)) != len(found):
            yield "the list of writes does not tell what was written"


def _main() -> int:
    return run(
        __doc__,
        lambda folder, chance: ServiceKilling(folder=folder, chance=chance),
        lambda killing, _: killing.kill(),
        points=50,
    )


if __name__ == "__main__":
    sys.exit(_main())
