"""A program of ours hears its parent, and ends when that is gone."""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from clustergraph.store.readers.messages import HEADER, Frame, pack

ECHO = """
from clustergraph.store.readers.messages import pack
from clustergraph.store.readers.parent import read_frame, write_frame
while (received := read_frame()) is not None:
    write_frame(pack(*received))
"""
WAITING = """
import time
from clustergraph.store.readers.parent import end_with_parent
end_with_parent()
print(flush=True)
time.sleep(60)
"""


@pytest.fixture
def program(request: pytest.FixtureRequest) -> Iterator["subprocess.Popen[bytes]"]:
    with subprocess.Popen(
        [sys.executable, "-P", "-c", request.param], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as program:
        yield program
        program.kill()


@pytest.mark.parametrize("program", [ECHO], indirect=True)
def test_frames_of_any_length_are_read_one_after_another(
    program: "subprocess.Popen[bytes]",
) -> None:
    assert program.stdin is not None
    assert program.stdout is not None
    for content in (b"a" * 100_000, b"", b"b"):
        program.stdin.write(pack(Frame.QUESTION, content))
        program.stdin.flush()
        assert program.stdout.read(HEADER.size + len(content)) == pack(Frame.QUESTION, content)
    program.stdin.close()
    assert program.wait(timeout=20) == 0


@pytest.mark.parametrize("program", [WAITING], indirect=True)
def test_a_program_ends_in_the_middle_of_its_work_when_its_parent_goes(
    program: "subprocess.Popen[bytes]",
) -> None:
    assert program.stdin is not None
    assert program.stdout is not None
    program.stdout.readline()
    assert program.poll() is None
    program.stdin.close()
    assert program.wait(timeout=20) == 0
