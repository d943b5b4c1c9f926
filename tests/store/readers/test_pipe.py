"""What a reader writes comes out frame by frame, however it was cut on its way."""

import asyncio
import socket
from collections.abc import AsyncIterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.errors import QueryTimedOut
from clustergraph.store.readers.messages import Frame, pack
from clustergraph.store.readers.pipe import FramePipe

pytestmark = pytest.mark.anyio

FRAMES = st.lists(st.tuples(st.sampled_from(Frame), st.binary(max_size=40)), max_size=6)


@pytest.fixture
async def ends() -> AsyncIterator[tuple[FramePipe, socket.socket]]:
    """The parent's end, and the other one as the reader has it."""
    ours, its = socket.socketpair()
    _, pipe = await asyncio.get_running_loop().create_connection(FramePipe, sock=ours)
    its.setblocking(False)
    yield pipe, its
    pipe.close()
    its.close()


@given(FRAMES, st.data())
def test_frames_come_whole_and_in_order(
    frames: list[tuple[Frame, bytes]], data: st.DataObject
) -> None:
    written = b"".join(pack(*frame) for frame in frames)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(written)), max_size=5)))

    async def read() -> list[tuple[Frame, bytes] | None]:
        pipe = FramePipe()
        for start, end in zip([0, *cuts], [*cuts, len(written)], strict=True):
            pipe.data_received(written[start:end])
        pipe.connection_lost(None)
        return [await pipe.receive() for _ in range(len(frames) + 1)]

    assert asyncio.run(read()) == [*frames, None]


async def test_who_waits_is_given_the_frame_when_its_last_byte_comes(
    ends: tuple[FramePipe, socket.socket],
) -> None:
    pipe, reader = ends
    frame = pack(Frame.END, b"abc")
    taking = asyncio.create_task(pipe.receive())
    reader.send(frame[:-1])
    await asyncio.sleep(0.02)
    assert not taking.done()
    reader.send(frame[-1:])
    assert await taking == (Frame.END, b"abc")


async def test_a_closed_end_is_told_after_the_last_frame(
    ends: tuple[FramePipe, socket.socket],
) -> None:
    pipe, reader = ends
    reader.send(pack(Frame.DATA, b"last") + pack(Frame.END, b"cut short")[:-2])
    reader.close()
    assert await pipe.receive() == (Frame.DATA, b"last")
    assert await pipe.receive() is None
    assert pipe.is_closed
    pipe.write(pack(Frame.QUESTION))


async def test_an_error_is_raised_where_a_frame_is_waited_for(
    ends: tuple[FramePipe, socket.socket],
) -> None:
    pipe, reader = ends
    pipe.interrupt(QueryTimedOut(1))
    taking = asyncio.create_task(pipe.receive())
    await asyncio.sleep(0)
    pipe.interrupt(QueryTimedOut(2))
    with pytest.raises(QueryTimedOut, match="2 seconds"):
        await taking
    reader.send(pack(Frame.READY))
    assert await pipe.receive() == (Frame.READY, b"")


async def test_a_reader_that_writes_faster_than_its_client_reads_has_to_wait(
    ends: tuple[FramePipe, socket.socket],
) -> None:
    pipe, reader = ends
    piece = pack(Frame.DATA, bytes(65_000))
    whole = piece * 100
    sending = asyncio.create_task(asyncio.get_running_loop().sock_sendall(reader, whole))
    await asyncio.sleep(0.1)
    assert not sending.done()
    for _ in range(100):
        assert await pipe.receive() == (Frame.DATA, bytes(65_000))
    await sending
