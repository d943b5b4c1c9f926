"""SPARQL engines of other people, on this machine: started, asked, changed and ended."""

import shutil
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

import httpx2
from pyoxigraph import NamedNode

from clustergraph.store.remote.address import EngineAddress
from clustergraph.store.remote.client import EngineClient
from clustergraph.store.remote.marker import MARKER
from given.running import wait_for

__all__ = ["ENGINES", "clear", "oxigraph", "rows", "run_update", "virtuoso", "why_without"]

_OXIGRAPH: Final = Path(sys.executable).with_name("oxigraph")
_VIRTUOSO_INI: Final = """\
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql_port}
DirsAllowed = .
NumberOfBuffers = 4000
MaxDirtyBuffers = 3000
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerThreads = 8
[SPARQL]
ResultSetMaxRows = 3000
"""


@contextmanager
def oxigraph(folder: Path) -> Iterator[EngineAddress]:
    """Run Oxigraph's own server, whose default graph is not the union of all."""
    port = _free_port()
    log = folder / "oxigraph.log"
    command = [str(_OXIGRAPH), "serve", "--bind", f"127.0.0.1:{port}"]
    with _running(command, folder, log, f"http://127.0.0.1:{port}/query"):
        base = f"http://127.0.0.1:{port}"
        yield EngineAddress(query=f"{base}/query", update=f"{base}/update", graphs=f"{base}/store")


@contextmanager
def virtuoso(folder: Path) -> Iterator[EngineAddress]:
    """Run Virtuoso 7 with a database of its own."""
    port, sql_port = _free_port(), _free_port()
    (folder / "virtuoso.ini").write_text(_VIRTUOSO_INI.format(port=port, sql_port=sql_port))
    command = ["virtuoso-t", "+foreground", "+configfile", "virtuoso.ini"]
    base = f"http://127.0.0.1:{port}"
    with _running(command, folder, folder / "output.log", f"{base}/sparql"):
        yield EngineAddress(
            query=f"{base}/sparql",
            update=f"{base}/sparql-auth",
            graphs=f"{base}/sparql-graph-crud-auth",
            user="dba",
            password="dba",
        )


ENGINES: Final = {"oxigraph": oxigraph, "virtuoso": virtuoso}


def why_without(name: str) -> str | None:
    """Say why an engine can't be run here; None where it can."""
    is_there = _OXIGRAPH.exists() if name == "oxigraph" else shutil.which("virtuoso-t")
    return None if is_there else f"{name} is not installed"


def clear(engine: EngineAddress) -> None:
    """Have an engine forget what tests sent there."""
    with EngineClient(engine, seconds=30) as client:
        for graph in client.held().graphs:
            client.clear(NamedNode(graph))
        client.clear(MARKER)


def rows(engine: EngineAddress, text: str) -> list[dict[str, str]]:
    """Ask an engine as anybody would; gives what stands in each term."""
    headers = {"Accept": "application/sparql-results+json"}
    answer = httpx2.post(engine.query, data={"query": text}, headers=headers)
    bindings = answer.raise_for_status().json()["results"]["bindings"]
    return [{name: term["value"] for name, term in row.items()} for row in bindings]


def run_update(engine: EngineAddress, text: str) -> None:
    """Change an engine behind everybody's back."""
    httpx2.post(
        engine.takes_updates_at,
        content=text,
        headers={"Content-Type": "application/sparql-update"},
        auth=httpx2.DigestAuth(engine.user, engine.password) if engine.user else None,
    ).raise_for_status()


@contextmanager
def _running(command: list[str], folder: Path, log: Path, address: str) -> Iterator[None]:
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=subprocess.STDOUT)
    try:
        wait_for(lambda: _answers(address, process, log))
        yield
    finally:
        process.kill()
        process.wait()


def _answers(address: str, process: "subprocess.Popen[bytes]", log: Path) -> bool:
    assert process.poll() is None, log.read_text()
    with suppress(OSError), urllib.request.urlopen(f"{address}?query=ASK%7B%7D"):
        return True
    return False


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port
