"""A server that gives the answers it was told to, one after the other, and notes what was asked."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import ClassVar

from given.listening import listening

__all__ = ["Asked", "Line", "Script", "playing", "problem"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An answer; one that ``breaks_off`` promises more than it gives."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    breaks_off: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request as it came; the names of its headers are in small letters."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(slots=True, kw_only=True)
class Script:
    """What is to be said, of which the last line is said again and again, and what was asked."""

    url: str = ""
    lines: list[Line] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)

    def says(self, *lines: Line) -> None:
        """Begin anew with these answers."""
        self.lines[:] = lines
        self.asked.clear()

    def next_line(self) -> Line:
        return self.lines.pop(0) if len(self.lines) > 1 else self.lines[0]


class _Player(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    script: ClassVar[Script]

    def do_GET(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        headers = {name.lower(): value for name, value in self.headers.items()}
        asked = Asked(
            method=self.command,
            target=self.path,
            headers=headers,
            body=self.rfile.read(length),
        )
        self.script.asked.append(asked)
        self._say(self.script.next_line())

    def do_POST(self) -> None:
        self.do_GET()

    def _say(self, line: Line) -> None:
        self.send_response(line.status)
        headers = {"Content-Type": "application/json", **line.headers}
        for name, value in headers.items():
            self.send_header(name, value)
        if line.status != 304:
            self.send_header("Content-Length", str(len(line.body) + line.breaks_off))
        self.end_headers()
        self.wfile.write(line.body)
        self.close_connection = line.breaks_off


@contextmanager
def playing() -> Iterator[Script]:
    """Serve a script on this machine."""
    script = Script()
    player = type("_PlayerOfScript", (_Player,), {"script": script})
    with listening(player) as port:
        script.url = f"http://127.0.0.1:{port}"
        yield script


def problem(status: int, body: bytes = b"{}", **headers: str) -> Line:
    """Make a problem of RFC 9457; an underscore in a header's name is a hyphen."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Line(
        status=status, body=body, headers={"Content-Type": "application/problem+json", **named}
    )
