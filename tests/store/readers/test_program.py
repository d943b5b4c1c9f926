"""The reader process is small, gives up the network, and dies with its parent."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from clustergraph.store.readers.messages import HEADER, Frame, Question, pack
from given.homes import ENDLESS

PROGRAM = [sys.executable, "-P", "-m", "clustergraph.store.readers.program"]
MEMORY = str(2**28)


@pytest.fixture
def reader(store_path: Path) -> Iterator["subprocess.Popen[bytes]"]:
    with subprocess.Popen(
        [*PROGRAM, str(store_path), MEMORY], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        yield process
        process.kill()


def _receive(reader: "subprocess.Popen[bytes]") -> tuple[Frame, bytes]:
    assert reader.stdout is not None
    kind, length = HEADER.unpack(reader.stdout.read(HEADER.size))
    return Frame(kind), reader.stdout.read(length)


def _send(reader: "subprocess.Popen[bytes]", text: str) -> None:
    assert reader.stdin is not None
    reader.stdin.write(pack(Frame.QUESTION, Question(text=text, format="json").packed))
    reader.stdin.flush()


def test_it_says_when_it_is_ready_and_answers_one_question_after_another(
    reader: "subprocess.Popen[bytes]",
) -> None:
    assert _receive(reader) == (Frame.READY, b"")
    for _ in range(2):
        _send(reader, "ASK {}")
        assert _receive(reader) == (Frame.END, b'{"head":{},"boolean":true}')


def test_it_reaches_no_other_endpoint_even_when_the_gate_errs(
    reader: "subprocess.Popen[bytes]",
) -> None:
    _receive(reader)
    _send(reader, "ASK { SERVICE <http://127.0.0.1:8080/> { ?s ?p ?o } }")
    frame, content = _receive(reader)
    assert frame is Frame.FAILURE
    assert b"Permission denied" in content


def test_it_ends_in_the_middle_of_a_query_when_its_parent_goes(
    reader: "subprocess.Popen[bytes]",
) -> None:
    _receive(reader)
    _send(reader, ENDLESS)
    time.sleep(0.1)
    assert reader.stdin is not None
    reader.stdin.close()
    assert reader.wait(timeout=10) == 0


def test_a_ctrl_c_for_the_parent_leaves_it_alone(reader: "subprocess.Popen[bytes]") -> None:
    _receive(reader)
    os.kill(reader.pid, signal.SIGINT)
    _send(reader, "ASK {}")
    assert _receive(reader)[0] is Frame.END


def test_it_holds_nothing_of_its_parents_open(store_path: Path) -> None:
    ours, leaked = os.pipe()
    with subprocess.Popen(
        [*PROGRAM, str(store_path), MEMORY],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        pass_fds=[leaked],
    ) as reader:
        os.close(leaked)
        assert os.read(ours, 1) == b""
        assert _receive(reader)[0] is Frame.READY
        reader.kill()
    os.close(ours)


def test_it_imports_no_more_than_it_needs() -> None:
    code = "import sys, clustergraph.store.readers.program; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    needless = {"asyncio", "fastapi", "starlette", "pydantic", "jinja2", "importlib.metadata"}
    assert not needless & set(done.stdout.split())
