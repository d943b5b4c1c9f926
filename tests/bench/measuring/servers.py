"""The servers that are compared: started on free ports of the loopback, stopped whatever happens.

What they are asked is no business of this module.
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from bench.measuring.failures import NoAnswer
from bench.measuring.processes import alive, kill, tree

__all__ = ["OXIGRAPH", "Server", "our_server", "oxigraph_server", "rdflib_server", "wait_for"]

OXIGRAPH = Path(sys.executable).with_name("oxigraph")
_START_SECONDS = 120.0
_LOOK_SECONDS = 0.002
_FAREWELL_SECONDS = 10.0
_TESTS = Path(__file__).parents[2]
_OURS = "CLUSTERGRAPH_"


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs.

    Args:
        name: what the tables call it.
        endpoint: the path that answers queries.
        start: when its program was started, by the monotonic clock.
    """

    name: str
    port: int
    endpoint: str
    process: "subprocess.Popen[bytes]"
    start: float

    @property
    def address(self) -> str:
        """Where it is found."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def pids(self) -> list[int]:
        """Its process and all that descend from it."""
        return tree(self.process.pid)


@contextmanager
def our_server(home: Path, *options: str, **settings: object) -> Iterator[Server]:
    """Run ``clustergraph serve`` with its defaults, but for the options and settings given."""
    port = _free_port()
    command = ["-m", "clustergraph", "serve", "--home", str(home.absolute()), "--port", str(port)]
    command += options
    given = {f"{_OURS}{name.upper()}": str(value) for name, value in settings.items()}
    with _running("ClusterGraph", [sys.executable, *command], port, "/sparql", given) as server:
        yield server


@contextmanager
def oxigraph_server(store: Path, *options: str) -> Iterator[Server]:
    """Run Oxigraph's own server on a store that nobody writes."""
    port = _free_port()
    command = ["serve-read-only", "--union-default-graph", "--location", str(store.absolute())]
    command += ["--bind", f"127.0.0.1:{port}", *options]
    with _running("Oxigraph", [str(OXIGRAPH), *command], port, "/query", {}) as server:
        yield server


@contextmanager
def rdflib_server(clusters: int) -> Iterator[Server]:
    """Run rdflib-endpoint on the graph of so many clusters."""
    port = _free_port()
    command = ["-m", "uvicorn", "--factory", "bench.query_speed.rdflib_peer:app"]
    command += ["--host", "127.0.0.1", "--port", str(port), "--log-level", "warning"]
    given = {"CLUSTERS": str(clusters), "PYTHONPATH": _python_path()}
    name = "rdflib-endpoint"
    with _running(name, [sys.executable, *command, "--no-access-log"], port, "/", given) as server:
        yield server


def wait_for(server: Server, path: str) -> float:
    """Ask until the answer is 200; return how long that was after the program's start.

    Raises:
        NoAnswer: when that takes far too long, or the server ended.
    """
    while time.monotonic() - server.start < _START_SECONDS:
        if server.process.poll() is not None:
            raise NoAnswer(server.name, f"ended with {server.process.returncode} when it started")
        if _status(server, path) == 200:
            return time.monotonic() - server.start
        time.sleep(_LOOK_SECONDS)
    raise NoAnswer(server.name, f"no answer from {path}")


@contextmanager
def _running(
    name: str, command: Sequence[str], port: int, endpoint: str, given: Mapping[str, str]
) -> Iterator[Server]:
    """Run a program that listens there; settings of ours in the environment are not passed on."""
    inherited = {key: value for key, value in os.environ.items() if not key.startswith(_OURS)}
    with tempfile.TemporaryFile() as last_words:
        start = time.monotonic()
        process = subprocess.Popen(
            command,
            cwd="/",  # a clustergraph.toml of the folder would be read
            env={**inherited, **given},
            stdout=subprocess.DEVNULL,
            stderr=last_words,
        )
        server = Server(name, port, endpoint, process, start)
        try:
            wait_for(server, f"{endpoint}?query=ASK%7B%7D")
            yield server
        except NoAnswer as error:
            last_words.seek(0)
            error.add_note(last_words.read().decode(errors="replace"))
            raise
        finally:
            _end(server)


def _end(server: Server) -> None:
    """Stop the server, then what it may have left behind."""
    started = server.pids
    server.process.terminate()
    with suppress(subprocess.TimeoutExpired):
        server.process.wait(timeout=_FAREWELL_SECONDS)
    kill(pid for pid in started if alive(pid))
    server.process.wait()


def _status(server: Server, path: str) -> int | None:
    with (
        suppress(OSError, HTTPException),
        closing(HTTPConnection("127.0.0.1", server.port, timeout=_START_SECONDS)) as line,
    ):
        line.request("GET", path)
        return line.getresponse().status
    return None


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


def _python_path() -> str:
    return os.pathsep.join([str(_TESTS), *os.environ.get("PYTHONPATH", "").split(os.pathsep)])
