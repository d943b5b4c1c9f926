"""An engine that answers as a test says, whatever it is asked."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from threading import Event
from urllib.parse import parse_qs

from clustergraph.store.remote.address import EngineAddress
from given.listening import listening

__all__ = ["ScriptedEngine", "scripted_engine"]


@dataclass(slots=True, kw_only=True)
class ScriptedEngine:
    """What it says next, and what it heard.

    ``pieces`` come one after another, each when ``go_on`` is set; ``breaks_off`` leaves the last
    one of them out.
    """

    address: EngineAddress
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    pieces: tuple[bytes, ...] = ()
    breaks_off: bool = False
    go_on: Event = field(default_factory=Event)
    heard: list[dict[str, list[str]]] = field(default_factory=list)
    heard_headers: list[Mapping[str, str]] = field(default_factory=list)
    was_asked: Event = field(default_factory=Event)
    was_left: Event = field(default_factory=Event)

    def say(self, status: int, body: bytes, media_type: str, **headers: str) -> None:
        """Have it answer with that from now on."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.status, self.pieces = status, (body,)
        self.headers = {"Content-Type": media_type, **named}


@contextmanager
def scripted_engine() -> Iterator[ScriptedEngine]:
    """Run one; what it says goes on at once."""
    engine = ScriptedEngine(address=EngineAddress(query=""))
    engine.go_on.set()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            engine.heard.append(parse_qs(body))
            engine.heard_headers.append(dict(self.headers))
            engine.was_asked.set()
            self.send_response(engine.status)
            for name, value in engine.headers.items():
                self.send_header(name, value)
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            try:
                for piece in engine.pieces:
                    engine.go_on.wait(30)
                    self._chunk(piece)
            except OSError:
                engine.was_left.set()
                self.close_connection = True
                return
            if engine.breaks_off:
                self.close_connection = True
            else:
                self.wfile.write(b"0\r\n\r\n")

        def _chunk(self, piece: bytes) -> None:
            self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
            self.wfile.flush()

    with listening(Handler) as port:
        engine.address = EngineAddress(query=f"http://127.0.0.1:{port}/sparql")
        yield engine
