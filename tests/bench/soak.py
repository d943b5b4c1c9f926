"""A day of traffic in a minute: good clients among bad ones, and what is left of it afterwards.

``PYTHONPATH=tests python -m bench.soak --seconds 20 --rounds 3`` prints how the good ones fared,
and what the server holds before and after: processes, files, memory, removed versions. No test.
"""

import argparse
import os
import random
import signal
import socket
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.client import HTTPException
from itertools import cycle
from pathlib import Path

from clustergraph.iris import BASE
from given.homes import ENDLESS, MEMORY_BOMB
from given.numbered_versions import EVERY_NUMBER, PLACES, Publisher, numbers_in
from given.running import Service, asking, serve, wait_for

_ROWS = 1_000
_WITHOUT_END = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
_ADDRESSES = (
    *PLACES,
    asking(EVERY_NUMBER, format="csv"),
    asking(f"SELECT (SAMPLE(?number) AS ?one) {{ ?thing <{BASE}number> ?number }}"),
    asking(f"CONSTRUCT WHERE {{ <{BASE}thing/1> ?p ?o }}"),
)
_MISTAKES = ("SELECT", "ASK {" + "{" * 2_000, "ASK { SERVICE <http://127.0.0.1/> {} }", "\0")


class Soak:
    """The traffic, and what came of it."""

    def __init__(self, service: Service, publisher: Publisher) -> None:
        self._service = service
        self._publisher = publisher
        self._stop = threading.Event()
        self.outcomes: Counter[str] = Counter()
        self.seconds: list[float] = []

    def run(self, seconds: float) -> None:
        """Let everybody in for so long."""
        self._stop.clear()
        parts: list[Callable[[int], None]] = [self._ask_well] * 6
        parts += [self._run_into_time] * 2 + [self._run_into_memory, self._leave, self._read_slowly]
        parts += [self._err, self._kill, self._publish]
        crowd = [threading.Thread(target=part, args=(n,)) for n, part in enumerate(parts)]
        for each in crowd:
            each.start()
        time.sleep(seconds)
        self._stop.set()
        for each in crowd:
            each.join()

    def _moments(self, pause_seconds: float) -> Iterator[None]:
        while not self._stop.wait(pause_seconds):
            yield

    def _ask_well(self, number: int) -> None:
        for address, _ in zip(cycle(_ADDRESSES), self._moments(0.005), strict=False):
            begun = time.monotonic()
            outcome = self._outcome(address, number)
            self.outcomes[f"good: {outcome}"] += 1
            if outcome == "200":
                self.seconds.append(time.monotonic() - begun)

    def _outcome(self, address: str, number: int) -> str:
        try:
            reply = self._service.get(address, X_Forwarded_For=f"10.1.{number}.1")
        except (OSError, HTTPException) as error:
            return type(error).__name__
        if reply.status != 200:
            return f"{reply.status} {reply.body[:200].decode()}"
        version = reply.headers["dataset-version"]
        expected = {self._publisher.numbers.get(version)}
        return "200" if numbers_in(reply.body) == expected else f"MIXED {version}"

    def _run_into_time(self, number: int) -> None:
        self._ask_badly(ENDLESS, number)

    def _run_into_memory(self, number: int) -> None:
        self._ask_badly(MEMORY_BOMB, number)

    def _ask_badly(self, text: str, number: int) -> None:
        for _ in self._moments(0.01):
            with suppress(OSError, HTTPException):
                reply = self._service.get(asking(text), X_Forwarded_For=f"10.2.{number}.1")
                self.outcomes[f"bad: {reply.status}"] += 1

    def _leave(self, number: int) -> None:
        for _ in self._moments(0.1):
            with suppress(OSError), self._asked(random.choice((ENDLESS, _WITHOUT_END)), number):
                self.outcomes["left"] += 1
                time.sleep(random.random() / 5)

    def _read_slowly(self, number: int) -> None:
        for _ in self._moments(0.1):
            with suppress(OSError), self._asked(_WITHOUT_END, number) as line:
                for _ in range(50):
                    line.recv(1_000)
                    time.sleep(0.05)
                self.outcomes["read slowly"] += 1

    def _err(self, number: int) -> None:
        for text, _ in zip(cycle(_MISTAKES), self._moments(0.02), strict=False):
            with suppress(OSError, HTTPException):
                reply = self._service.get(asking(text), X_Forwarded_For=f"10.3.{number}.1")
                self.outcomes[f"mistake: {reply.status}"] += 1

    def _kill(self, _number: int) -> None:
        for _ in self._moments(2.0):
            with suppress(ProcessLookupError, IndexError):
                os.kill(random.choice(self._service.readers), signal.SIGKILL)
                self.outcomes["reader killed"] += 1

    def _publish(self, _number: int) -> None:
        home = self._publisher.home
        for _ in self._moments(2.0):
            old = home.current()
            self._publisher.publish(rows=_ROWS)
            time.sleep(0.5)
            home.switch(old)
            time.sleep(0.5)
            home.switch(self._publisher.publish(rows=_ROWS))
            home.prune(1)
            self.outcomes["version published"] += 2

    def _asked(self, text: str, number: int) -> socket.socket:
        line = self._service.connect()
        head = f"Host: x\r\nX-Forwarded-For: 10.4.{number}.1"
        line.sendall(f"GET {asking(text)} HTTP/1.1\r\n{head}\r\n\r\n".encode())
        return line


def _held(service: Service, home: Path) -> str:
    service.wait_until_quiet()
    service.forget_peak()
    return (
        f"{len(service.pids)} processes, {len(service.readers)} readers, {service.zombies} zombies,"
        f" {service.open_files} files open, {len(service.removed_files(home))} of them removed,"
        f" {service.connections} connections,"
        f" {service.peak_bytes / 1e6:.0f} MB resident in {len(service.workers)} workers"
    )


def _warm_up(service: Service) -> None:
    for address in _ADDRESSES * 20:
        service.get(address)


def _run(seconds: float, rounds: int, workers: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        publisher = Publisher(Path(folder, "home"))
        publisher.publish(rows=_ROWS)
        limits = {
            "readers": "2",
            "query_timeout_seconds": "1.5",
            "query_memory_bytes": str(2**27),
        }
        with serve(publisher.home.path, Path(folder, "log"), workers=workers, **limits) as service:
            _warm_up(service)
            print("before:", _held(service, publisher.home.path))
            soak = Soak(service, publisher)
            for _ in range(rounds):
                soak.run(seconds)
                wait_for(lambda: service.connections == 0)
                _warm_up(service)
                print("after: ", _held(service, publisher.home.path))
        _report(soak, Path(folder, "log").read_text())


def _report(soak: Soak, log: str) -> None:
    for outcome, count in sorted(soak.outcomes.items()):
        print(f"{count:8} {outcome}")
    times = sorted(soak.seconds)
    if times:
        half, most = times[len(times) // 2], times[len(times) * 99 // 100]
        print(f"good answers: median {half * 1e3:.0f} ms, p99 {most * 1e3:.0f} ms")
    kinds = Counter(" ".join(line.split()[2:4]) for line in log.splitlines() if line)
    print("log:", dict(kinds.most_common(12)))
    print(
        *(line for line in log.splitlines() if "request_failed" in line or "ASGI" in line), sep="\n"
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    _run(options.seconds, options.rounds, options.workers)
