"""A server worker has orders carried out in a process, which may be killed or die at any time."""

import asyncio
import os
import signal
import subprocess
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from clustergraph.errors import (
    BadUpdate,
    OthersWrite,
    ProtectedGraph,
    UnknownGraph,
    WriterLost,
    WriteTimedOut,
)
from clustergraph.iris import graph_iri
from clustergraph.model import Iri
from clustergraph.operations.writing.child import WriterProcess
from clustergraph.operations.writing.messages import Task
from clustergraph.operations.writing.options import WriteOptions
from clustergraph.operations.writing.order import Kind, Order, Written
from clustergraph.operations.writing.write import write
from clustergraph.operations.writing.writer import Writer
from clustergraph.store.versions import Home
from given.homes import ENDLESS, MEMORY_BOMB
from given.orders import update_order

pytestmark = pytest.mark.anyio

ONE = "INSERT DATA { <a> <b> <c> }"
SLOW = f"INSERT {{ <a> <b> ?n }} WHERE {{ {{ {ENDLESS} }} }}"
FILL = "INSERT DATA { " + " ".join(f"<s{n}> <p> <o{n}> ." for n in range(300)) + " }"


@asynccontextmanager
async def writing(
    home: Home, *, seconds: float = 60.0, wait_seconds: float = 10.0, memory_bytes: int = 1 << 32
) -> AsyncIterator[Writer]:
    options = WriteOptions(wait_seconds=wait_seconds)
    writer = Writer(home, options=options, seconds=seconds, memory_bytes=memory_bytes)
    try:
        yield writer
    finally:
        await writer.close()


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """Collect the numbers of the processes that are started; none may be left."""
    pids: list[int] = []
    begin = subprocess.Popen.__init__

    def noting(self: "subprocess.Popen[bytes]", *arguments: object, **given: object) -> None:
        begin(self, *arguments, **given)  # type: ignore[call-overload]
        pids.append(self.pid)

    monkeypatch.setattr(subprocess.Popen, "__init__", noting)
    yield pids
    assert not any(Path(f"/proc/{pid}").exists() for pid in pids)


async def test_one_process_carries_out_one_order_after_another(
    plain: Home, tmp_path: Path, started: list[int]
) -> None:
    async with writing(plain) as writer:
        orders = [update_order(tmp_path, f"INSERT DATA {{ <a> <b> {n} }}") for n in range(3)]
        written = await asyncio.gather(*map(writer.write, orders))
    assert plain.current_id in [each.version for each in written]
    assert len({each.version for each in written}) == 3
    assert len(started) == 1


async def test_a_process_that_was_prepared_takes_the_first_order(
    plain: Home, tmp_path: Path, started: list[int]
) -> None:
    async with writing(plain) as writer:
        await writer.prepare()
        assert len(started) == 1
        await writer.write(update_order(tmp_path, ONE))
        assert len(started) == 1


async def test_nothing_is_prepared_where_the_service_has_ended(
    plain: Home, started: list[int]
) -> None:
    async with writing(plain) as writer:
        await writer.close()
        await writer.prepare()
    assert started == []


async def test_errors_come_whole(built: Home, tmp_path: Path) -> None:
    async with writing(built) as writer:
        with pytest.raises(BadUpdate) as bad:
            await writer.write(update_order(tmp_path, "\nINSERT DATA"))
        with pytest.raises(ProtectedGraph) as protected:
            await writer.write(update_order(tmp_path, f"CLEAR GRAPH <{graph_iri('asserted')}>"))
        with pytest.raises(UnknownGraph) as missing:
            await writer.write(Order(kind=Kind.DROP, by="alice", graph=Iri("urn:none")))
    with pytest.raises(BadUpdate) as here:
        write(update_order(tmp_path, "\nINSERT DATA"), built)
    assert (str(bad.value), vars(bad.value)) == (str(here.value), vars(here.value))
    assert protected.value.name == graph_iri("asserted")
    assert missing.value.name == "urn:none"


async def test_an_update_that_takes_too_long_is_stopped_and_the_next_one_runs(
    plain: Home, tmp_path: Path, started: list[int]
) -> None:
    write(update_order(tmp_path, FILL), plain)
    before = plain.current_id
    async with writing(plain, seconds=0.3) as writer:
        with pytest.raises(WriteTimedOut) as stopped:
            await writer.write(update_order(tmp_path, SLOW))
        assert stopped.value.seconds == 0.3
        assert plain.current_id == before
    async with writing(plain) as writer:
        assert (await writer.write(update_order(tmp_path, ONE))).added == 1
    assert len(started) == 2


async def test_a_process_that_is_killed_costs_its_own_order_alone(
    plain: Home, tmp_path: Path, started: list[int]
) -> None:
    write(update_order(tmp_path, FILL), plain)
    before = plain.current_id
    async with writing(plain) as writer:
        await writer.write(update_order(tmp_path, "DELETE DATA { <none> <p> <o> }"))
        running = asyncio.ensure_future(writer.write(update_order(tmp_path, SLOW)))
        await _until(lambda: list(plain.drafts_path.iterdir()))
        os.kill(started[0], signal.SIGKILL)
        with pytest.raises(WriterLost):
            await running
        assert plain.current_id == before
        assert (await writer.write(update_order(tmp_path, ONE))).added == 1
    assert len(started) == 2


async def test_a_process_that_dies_between_two_orders_costs_nothing(
    plain: Home, tmp_path: Path, started: list[int]
) -> None:
    async with writing(plain) as writer:
        await writer.write(update_order(tmp_path, ONE))
        os.kill(started[0], signal.SIGKILL)
        await _until(lambda: _has_ended(started[0]))
        assert (await writer.write(update_order(tmp_path, FILL))).added == 300


async def test_an_update_that_wants_all_memory_ends_its_process_and_nothing_else(
    plain: Home, tmp_path: Path
) -> None:
    write(update_order(tmp_path, FILL), plain)
    before = plain.current_id
    text = f"INSERT {{ ?a ?p ?d }} WHERE {{ {{ {MEMORY_BOMB} }} BIND (<p> AS ?p) }}"
    async with writing(plain, memory_bytes=1 << 26) as writer:
        with pytest.raises(WriterLost):
            await writer.write(update_order(tmp_path, text))
        assert plain.current_id == before
        assert (await writer.write(update_order(tmp_path, ONE))).added == 1


async def test_memory_that_is_only_set_aside_stops_no_write(plain: Home, tmp_path: Path) -> None:
    async with writing(plain, memory_bytes=1 << 20) as writer:
        assert (await writer.write(update_order(tmp_path, ONE))).added == 1


async def test_what_was_published_before_the_process_died_is_told_as_written(
    plain: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def write_and_die(_: WriterProcess, task: Task) -> Written:
        write(task.order, plain, id_=task.id)
        raise WriterLost

    monkeypatch.setattr(WriterProcess, "carry_out", write_and_die)
    async with writing(plain) as writer:
        written = await writer.write(update_order(tmp_path, ONE))
    assert (written.version, written.added) == (plain.current_id, 1)


async def test_who_gets_no_turn_in_time_is_told_that_others_write(
    plain: Home, tmp_path: Path
) -> None:
    write(update_order(tmp_path, FILL), plain)
    async with writing(plain, seconds=60.0, wait_seconds=0.1) as writer:
        slow = asyncio.ensure_future(writer.write(update_order(tmp_path, SLOW)))
        await asyncio.sleep(0)
        with pytest.raises(OthersWrite):
            await writer.write(update_order(tmp_path, ONE))
        slow.cancel()


async def test_a_lock_that_another_process_holds_is_waited_for_no_longer_than_said(
    plain: Home, tmp_path: Path
) -> None:
    async with writing(plain, wait_seconds=0.1) as writer:
        with plain.alone(0), pytest.raises(OthersWrite):
            await writer.write(update_order(tmp_path, ONE))


async def test_an_order_goes_on_when_who_sent_it_goes_away(plain: Home, tmp_path: Path) -> None:
    before = plain.current_id
    async with writing(plain) as writer:
        sent = asyncio.ensure_future(writer.write(update_order(tmp_path, ONE)))
        await asyncio.sleep(0)
        sent.cancel()
        with pytest.raises(asyncio.CancelledError):
            await sent
        await _until(lambda: plain.current_id != before)


async def test_a_service_that_ends_stops_what_is_being_written(
    plain: Home, tmp_path: Path, started: list[int]
) -> None:
    write(update_order(tmp_path, FILL), plain)
    before = plain.current_id
    async with writing(plain) as writer:
        orders = [writer.write(update_order(tmp_path, SLOW)) for _ in range(2)]
        running = [asyncio.ensure_future(order) for order in orders]
        await _until(lambda: list(plain.drafts_path.glob("*/store")))
    ends = await asyncio.gather(*running, return_exceptions=True)
    assert [type(end) for end in ends] == [WriterLost, WriterLost]
    assert plain.current_id == before
    assert len(started) == 1


async def _until(look: Callable[[], object]) -> None:
    async with asyncio.timeout(60):
        while not look():  # noqa: ASYNC110  (it is another process's work)
            await asyncio.sleep(0.01)


def _has_ended(pid: int) -> bool:
    """Tell whether nothing is left but its exit code, which stays for its parent."""
    return os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None
