"""The service as it runs for its users: real processes behind a real socket, seen from outside."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

from prometheus_client.parser import text_string_to_metric_families

__all__ = ["Reply", "Service", "asking", "serve", "wait_for"]

_Found = TypeVar("_Found")

_PATIENCE_SECONDS = 60.0
"""Only a hang takes longer."""
_GONE = " (deleted)"
"""What the kernel puts behind the name of an open file that has none any more (proc(5))."""
_ESTABLISHED = "01"
"""In the kernel's tables (include/net/tcp_states.h)."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back: the names of the headers are in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Service:
    """A server that was started as an operator would, with all its workers and readers."""

    port: int
    process: "subprocess.Popen[bytes]"
    log: Path

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def pids(self) -> list[int]:
        """The processes that belong to it and live, also those that it left behind."""
        return [pid for pid in _pids() if _lives_in(self.process.pid, pid)]

    @property
    def readers(self) -> list[int]:
        """The processes that run queries."""
        return [pid for pid in self.pids if b"clustergraph.store.readers" in _command(pid)]

    @property
    def workers(self) -> list[int]:
        """The processes that hold readers."""
        parents = {_parent(pid) for pid in self.readers}
        return sorted(parents.intersection(self.pids))

    @property
    def zombies(self) -> int:
        """How many processes have ended and nobody took note of it."""
        stats = [_stat(pid) for pid in _pids()]
        return sum(stat[:1] == ["Z"] and stat[3] == str(self.process.pid) for stat in stats)

    @property
    def is_at_work(self) -> bool:
        """Whether a reader computes just now."""
        return any(_stat(pid)[:1] == ["R"] for pid in self.readers)

    def wait_until_quiet(self, *, for_seconds: float = 0.1) -> None:
        """Wait until no reader starts, runs a query or ends."""
        wait_for(lambda: self._is_quiet(for_seconds))

    def _is_quiet(self, seconds: float) -> bool:
        before = self._efforts()
        time.sleep(seconds)
        return self._efforts() == before

    def _efforts(self) -> dict[int, list[str]]:
        """Read how much each reader has computed so far."""
        return {pid: _stat(pid)[11:13] for pid in self.readers}

    @property
    def connections(self) -> int:
        """How many clients are connected."""
        lines = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
        ours = f":{self.port:04X}"
        return sum(line[1].endswith(ours) and line[3] == _ESTABLISHED for line in lines)

    @property
    def open_files(self) -> int:
        """How many files and sockets its workers have open."""
        return sum(len(list(_links(Path(f"/proc/{pid}/fd")))) for pid in self.workers)

    @property
    def peak_bytes(self) -> int:
        """The most memory that its workers took since ``forget_peak``."""
        return sum(_status(pid, "VmHWM") for pid in self.workers)

    def forget_peak(self) -> None:
        """Measure ``peak_bytes`` from what is taken now (proc(5), clear_refs)."""
        for pid in self.workers:
            Path(f"/proc/{pid}/clear_refs").write_text("5")

    def removed_files(self, folder: Path) -> set[str]:
        """Return the files that lay below a folder, and are kept on the disk by being open."""
        found = {link for pid in self.pids for link in _links(Path(f"/proc/{pid}/fd"))}
        return {link for link in found if link.startswith(str(folder)) and link.endswith(_GONE)}

    def get(self, path: str, method: str = "GET", **headers: str) -> Reply:
        """Ask on a connection of its own; an underscore in a header's name is a hyphen.

        Raises:
            HTTPException: when the answer breaks off (an IncompleteRead), or is none.
        """
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.ask(method, path, headers=named)

    def ask(
        self, method: str, path: str, body: bytes | None = None, *, headers: Mapping[str, str]
    ) -> Reply:
        """Ask on a connection of its own, as ``get`` does; the headers are sent as they are."""
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=_PATIENCE_SECONDS)) as line:
            line.request(method, path, body, dict(headers))
            answer = line.getresponse()
            told = {name.lower(): value for name, value in answer.getheaders()}
            return Reply(answer.status, told, answer.read())

    def query(self, text: str, *, version: str = "", accept: str = "text/csv") -> Reply:
        """Ask a query, of a kept version where one is named."""
        return self.get(asking(text, version=version), accept=accept)

    def connect(self) -> socket.socket:
        """Open a connection on which anything may be sent."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=_PATIENCE_SECONDS)

    def send(self, text: str, **parameters: str) -> socket.socket:
        """Ask a query and leave it to the caller what becomes of the answer."""
        line = self.connect()
        line.sendall(f"GET {asking(text, **parameters)} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        return line

    def counted(self, name: str) -> float:
        """Add up what ``/metrics`` tells under a name, whatever its labels are."""
        families = text_string_to_metric_families(self.get("/metrics").body.decode())
        samples = (sample for family in families for sample in family.samples)
        return sum(sample.value for sample in samples if sample.name == name)

    def log_lines(self, event: str) -> list[str]:
        """Return what was logged of one kind of event."""
        return [line for line in self.log.read_text().splitlines() if event in line]


def asking(text: str, **parameters: str) -> str:
    """Write the address of a query."""
    given = {"query": text, **parameters}
    return "/sparql?" + "&".join(f"{name}={quote(value)}" for name, value in given.items() if value)


@contextmanager
def serve(home: Path, log: Path, *, workers: int = 1, **settings: str) -> Iterator[Service]:
    """Run ``clustergraph serve`` on a free port, with settings, until the context ends."""
    port = _free_port()
    command = [sys.executable, "-m", "clustergraph", "serve", "--workers", str(workers)]
    given = {f"CLUSTERGRAPH_{name.upper()}": value for name, value in settings.items()}
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*command, "--home", str(home), "--port", str(port)],
            env={**os.environ, **given},
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    service = Service(port, process, log)
    try:
        wait_for(lambda: _is_ready(service))
        yield service
    finally:
        _end(service)


def wait_for(look: Callable[[], _Found | None], *, seconds: float = _PATIENCE_SECONDS) -> _Found:
    """Look again and again until something is there, and return it."""
    deadline = time.monotonic() + seconds
    while not (found := look()):
        assert time.monotonic() < deadline, "what is waited for does not come"
        time.sleep(0.01)
    return found


def _is_ready(service: Service) -> bool:
    assert service.process.poll() is None, service.log.read_text()
    with suppress(OSError):
        return service.get("/health/ready").status == 200
    return False


def _end(service: Service) -> None:
    """Stop the server; then nothing of it may be left, whatever a test did to it."""
    service.process.terminate()
    with suppress(subprocess.TimeoutExpired):
        service.process.wait(timeout=10)
    for pid in service.pids:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    service.process.wait(timeout=10)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


def _pids() -> list[int]:
    return [int(name) for name in os.listdir("/proc") if name.isdecimal()]  # noqa: PTH208


def _stat(pid: int) -> list[str]:
    """Read what the kernel tells of a process, from its state on (proc(5)); nothing of one gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return []


def _parent(pid: int) -> int:
    stat = _stat(pid)
    return int(stat[1]) if stat else 0


def _lives_in(session: int, pid: int) -> bool:
    """Tell whether a process belongs to a session and is no zombie."""
    stat = _stat(pid)
    return bool(stat) and stat[0] not in "ZX" and int(stat[3]) == session


def _status(pid: int, name: str) -> int:
    """Read a number of bytes that the kernel counts of a process."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1_024 for line in lines if line.startswith(f"{name}:"))


def _links(folder: Path) -> Iterator[str]:
    with suppress(FileNotFoundError, ProcessLookupError):
        for link in folder.iterdir():
            with suppress(FileNotFoundError, ProcessLookupError):
                yield str(link.readlink())


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return b""
