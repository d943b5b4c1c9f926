"""What an engine is asked and told is answered, or told as its refusal."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from typing import ClassVar

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from clustergraph.errors import EngineAway, EngineRefused
from clustergraph.store.remote.address import EngineAddress
from clustergraph.store.remote.client import EngineClient
from clustergraph.store.remote.marker import MARKER
from given.endpoints import closed_endpoint
from given.listening import listening

GRAPH = NamedNode("urn:g")
ONE = Quad(NamedNode("urn:a"), NamedNode("urn:p"), Literal("1"), GRAPH)
MARKS = (
    b'{"head":{"vars":["graph","told"]},"results":{"bindings":['
    b'{"graph":{"type":"uri","value":"urn:g"},"told":{"type":"literal","value":"aa"}},'
    b'{"graph":{"type":"uri","value":"urn:g"},"told":{"type":"literal","value":"bb"}}]}}'
)


class _Engine(BaseHTTPRequestHandler):
    """Answers all with one thing, and keeps what it heard."""

    status: ClassVar[int] = 200
    body: ClassVar[bytes] = MARKS
    heard: ClassVar[list[tuple[str, str, bytes]]] = []

    def _hear(self) -> None:
        content = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.heard.append((self.command, self.path, content))
        self.send_response(self.status)
        self.send_header("Content-Length", str(len(self.body)))
        self.end_headers()
        self.wfile.write(self.body)

    do_POST = do_PUT = do_DELETE = _hear  # noqa: N815  (so the handler has them called)


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Iterator[EngineAddress]:
    monkeypatch.setattr(_Engine, "heard", [])
    with listening(_Engine) as port:
        yield EngineAddress(
            query=f"http://127.0.0.1:{port}/query", graphs=f"http://127.0.0.1:{port}/store"
        )


def test_what_it_holds_is_read_with_all_its_marks(engine: EngineAddress) -> None:
    with EngineClient(engine, seconds=10) as client:
        assert client.held().marks == {"urn:g": {"aa", "bb"}}
        assert client.held_version() == ""
    assert MARKER.value in _Engine.heard[0][2].decode().replace("%3A", ":").replace("%2F", "/")


def test_a_question_that_it_does_not_understand_says_that_it_knows_no_triple_terms(
    engine: EngineAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_Engine, "status", 400)
    with EngineClient(engine, seconds=10) as client:
        assert not client.knows_triple_terms


def test_a_graph_is_replaced_by_documents_and_an_empty_one_removed(engine: EngineAddress) -> None:
    with EngineClient(engine, seconds=10) as client:
        client.replace(GRAPH, iter([ONE]))
        client.replace(GRAPH, iter([]))
    assert [(method, path) for method, path, _ in _Engine.heard] == [
        ("PUT", "/store?graph=urn%3Ag"),
        ("DELETE", "/store?graph=urn%3Ag"),
    ]


def test_where_nothing_changes_nothing_is_sent(engine: EngineAddress) -> None:
    with EngineClient(engine, seconds=10) as client:
        client.update((), ())
    assert _Engine.heard == []


def test_a_graph_that_is_gone_may_be_removed_again(
    engine: EngineAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_Engine, "status", 404)
    with EngineClient(engine, seconds=10) as client:
        client.clear(GRAPH)
        with pytest.raises(EngineRefused):
            client.update((), [ONE])


def test_one_that_is_away_refuses_and_says_why() -> None:
    with EngineClient(EngineAddress(query=closed_endpoint()), seconds=10) as client:
        for ask in (client.held, client.held_version, lambda: client.knows_triple_terms):
            with pytest.raises(EngineRefused) as caught:
                ask()
            assert isinstance(caught.value.__cause__, EngineAway)
