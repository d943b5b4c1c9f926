"""Writing to a running service: through the socket, seen by all workers, and bounded."""

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from clustergraph.operations.begin import begin
from clustergraph.store.versions import Home
from clustergraph.web.writing.tokens import digest_of
from given.running import Reply, Service, serve

_MOST_BYTES = 17_000_000
"""More than any other body may have."""
_PIECE_BYTES = 1_000_000
_TOKEN = "written-by-nobody-else"
_TOKENS = {"maria": {"sha256": digest_of(b"of-maria"), "graphs": ["https://maria.example/"]}}
_UPDATE = {"Authorization": f"Bearer {_TOKEN}", "Content-Type": "application/sparql-update"}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    folder = tmp_path_factory.mktemp("written")
    begin(Home(folder / "home"))
    settings = {"token": _TOKEN, "tokens": json.dumps(_TOKENS), "write_bytes": str(_MOST_BYTES)}
    with serve(folder / "home", folder / "log", workers=2, readers="2", **settings) as running:
        yield running


def update(service: Service, text: str, **headers: str) -> Reply:
    return service.ask("POST", "/update", text.encode(), headers={**_UPDATE, **headers})


def test_what_was_written_is_seen_by_every_worker_at_once(service: Service) -> None:
    for number in range(3):
        told = update(service, f"INSERT DATA {{ <s:{number}> <p:x> {number} }}")
        asked = [service.query(f"ASK {{ <s:{number}> <p:x> ?n }}") for _ in range(10)]
        assert {reply.body for reply in asked} == {b"true"}
        assert {reply.headers["dataset-version"] for reply in asked} == {
            told.headers["dataset-version"]
        }


def test_graphs_are_put_read_and_removed_through_the_socket(service: Service) -> None:
    sent = {**_UPDATE, "Content-Type": "text/turtle"}
    statuses = [
        service.ask("PUT", "/store/a", b"<> <p:x> 1 .", headers=sent).status,
        service.ask("GET", "/store/a", headers={}).status,
        service.ask("DELETE", "/store/a", headers=sent).status,
        service.ask("GET", "/store/a", headers={}).status,
    ]
    assert statuses == [201, 200, 204, 404]


def test_a_token_of_the_settings_is_for_its_graphs(service: Service) -> None:
    maria = {"Authorization": "Bearer of-maria"}
    own = "INSERT DATA { GRAPH <https://maria.example/g> { <s:x> <p:x> 1 } }"
    assert update(service, own, **maria).status == 200
    assert update(service, "INSERT DATA { <s:x> <p:x> 1 }", **maria).status == 403


def test_a_gigabyte_is_refused_before_it_comes(service: Service) -> None:
    with service.connect() as line:
        head = (
            f"PUT /store/long HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {_TOKEN}\r\n"
            f"Content-Type: text/turtle\r\nContent-Length: {10**9}\r\n\r\n"
        )
        line.sendall(head.encode())
        assert line.recv(1_000).startswith(b"HTTP/1.1 413 ")


def test_nobody_sends_a_body_without_a_token(service: Service) -> None:
    with service.connect() as line:
        head = (
            "PUT /store/long HTTP/1.1\r\nHost: x\r\nContent-Type: text/turtle\r\n"
            "Transfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n"
        )
        line.sendall(head.encode())
        assert line.recv(1_000).startswith(b"HTTP/1.1 401 ")


def test_a_body_without_an_end_is_refused_at_the_limit(service: Service) -> None:
    with service.connect() as line:
        head = (
            f"PUT /store/long HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {_TOKEN}\r\n"
            "Content-Type: text/turtle\r\nTransfer-Encoding: chunked\r\n\r\n"
        )
        line.sendall(head.encode())
        piece = b"%x\r\n" % _PIECE_BYTES + b"#" * _PIECE_BYTES + b"\r\n"
        with suppress(ConnectionError):
            for _ in range(_MOST_BYTES // _PIECE_BYTES + 1):
                line.sendall(piece)
        assert line.recv(1_000).startswith(b"HTTP/1.1 413 ")


def test_a_body_that_is_no_longer_than_a_write_may_be_is_taken(service: Service) -> None:
    sent = {**_UPDATE, "Content-Type": "text/turtle"}
    assert (
        service.ask(
            "PUT", "/store/b", (b"#" * 99 + b"\n") * (_MOST_BYTES // 100), headers=sent
        ).status
        == 201
    )


def test_no_process_that_runs_the_texts_of_others_knows_a_token(service: Service) -> None:
    update(service, "INSERT DATA {}")
    programs = {
        pid: Path(f"/proc/{pid}/cmdline").read_bytes() + Path(f"/proc/{pid}/environ").read_bytes()
        for pid in service.pids
    }
    of_others = {pid: told for pid, told in programs.items() if b".program" in told}
    assert len(of_others) > len(service.readers)
    assert [pid for pid, told in of_others.items() if _TOKEN.encode() in told] == []


def test_no_token_is_logged(service: Service) -> None:
    update(service, "INSERT DATUM {}")
    update(service, "CLEAR DEFAULT", Authorization="Bearer misspelled-token")
    log = service.log.read_text()
    assert _TOKEN not in log
    assert "misspelled-token" not in log
