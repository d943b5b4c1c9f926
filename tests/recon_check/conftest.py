"""Services on real sockets: a sound one that can be spoiled, and one that sends raw bytes."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator

import pytest

from clustergraph.recon_check import Specification, Verdict, Wire
from clustergraph.recon_check.checks import CHECKS
from clustergraph.recon_check.dialects import dialect_of
from clustergraph.recon_check.findings import Unmet, skipped
from clustergraph.recon_check.visits import Visit
from given.sound_service import Judge, Sound, Spoil, leave, sounding


@pytest.fixture(scope="session")
def _server() -> Iterator[Sound]:
    with sounding() as sound:
        yield sound


@pytest.fixture
def sound(_server: Sound) -> Iterator[Sound]:
    """The sound service; a test that spoils it does so for itself alone."""
    yield _server
    _server.mend()


@pytest.fixture(scope="session")
def trust() -> ssl.SSLContext:
    """Certificates, which take long to load."""
    return ssl.create_default_context()


@pytest.fixture
def wire(trust: ssl.SSLContext) -> Iterator[Wire]:
    with Wire(timeout_seconds=5, trust=trust) as made:
        yield made


@pytest.fixture
def judge(sound: Sound, wire: Wire) -> Judge:
    """Judge one requirement on the service, spoiled in some way."""

    def judge_one(
        key: str, spoil: Spoil = leave, specification: Specification = Specification.V0_2
    ) -> Verdict:
        sound.spoil = spoil
        is_draft = specification is Specification.V1_0_DRAFT
        endpoint = sound.draft if is_draft else sound.endpoint
        try:
            return CHECKS[key](Visit(wire, endpoint, dialect_of(specification)))
        except Unmet as unmet:
            return skipped(str(unmet))

    return judge_one


@pytest.fixture
def raw() -> Iterator[Callable[[Callable[[socket.socket], None]], str]]:
    """Start a server that does with each connection what it is told, after the request came."""
    listeners: list[socket.socket] = []
    threads: list[threading.Thread] = []

    def start(act: Callable[[socket.socket], None]) -> str:
        listener = socket.create_server(("127.0.0.1", 0))
        listeners.append(listener)
        threads.append(threading.Thread(target=_serve, args=(listener, act)))
        threads[-1].start()
        return f"http://127.0.0.1:{listener.getsockname()[1]}/reconcile"

    yield start
    for listener in listeners:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
    for thread in threads:
        thread.join()


def _serve(listener: socket.socket, act: Callable[[socket.socket], None]) -> None:
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        with connection:
            try:
                connection.recv(65536)
                act(connection)
            except OSError:
                continue
