"""Paths, asked for by wrk one after another, or once by hand."""

import tempfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from types import MappingProxyType
from typing import Final

from bench.measuring.failures import NoAnswer
from bench.measuring.servers import Server
from bench.measuring.wrk import Drive, read_drive, require_wrk, run_wrk

__all__ = ["Visitor", "answer_of"]

_SCRIPT: Final = Path(__file__).with_name("paths.lua")
_PATIENCE_SECONDS: Final = 60


class Visitor:
    """Asks for paths for some seconds at a time.

    Raises:
        WrkMissing: when there is no wrk.
    """

    def __init__(self, *, seconds: int, connections: int) -> None:
        require_wrk()
        self._seconds = seconds
        self._connections = connections

    def visit(
        self,
        server: Server,
        paths: Sequence[str],
        *,
        connections: int = 0,
        headers: Mapping[str, str] = MappingProxyType({}),
    ) -> Drive:
        """Ask for the paths over and over, on so many connections.

        Raises:
            NoAnswer: when one of them is refused, or none is answered.
        """
        with tempfile.NamedTemporaryFile("w", suffix=".paths") as file:
            file.write("\n".join(paths))
            file.flush()
            printed = run_wrk(
                server,
                _SCRIPT,
                seconds=self._seconds,
                connections=connections or self._connections,
                options=[part for name in headers for part in ("-H", f"{name}: {headers[name]}")],
                environment={"PATHS": file.name},
            )
        drive = read_drive(printed)
        if drive.errors or not drive.requests:
            what = f"{drive.errors} errors in {drive.requests} answers, first to {paths[0]}"
            raise NoAnswer(server.name, what)
        return drive


def answer_of(server: Server, path: str, body: bytes | None = None) -> bytes:
    """Ask once, by POST where there is a body of JSON.

    Raises:
        NoAnswer: when the status is not 200.
    """
    headers = {} if body is None else {"Content-Type": "application/json"}
    method = "GET" if body is None else "POST"
    with closing(HTTPConnection("127.0.0.1", server.port, timeout=_PATIENCE_SECONDS)) as line:
        line.request(method, path, body, headers)
        reply = line.getresponse()
        content = reply.read()
    if reply.status != 200:
        raise NoAnswer(server.name, f"{reply.status} to {path}: {content[:200]!r}")
    return content
