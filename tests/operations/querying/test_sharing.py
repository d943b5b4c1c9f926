"""Equal queries at the same time run once, and nobody waits for what will not come."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import pytest

from clustergraph.errors import QueryError, QueryOutOfMemory, QueryTimedOut, TooBusy
from clustergraph.operations.querying.sharing import Turn, Turns

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


class _Kitchen:
    """Runs queries that take some time, and keeps what it is told to."""

    def __init__(self, *, keeps: bool = True) -> None:
        self.turns = Turns()
        self.kept: set[str] = set()
        self.runs = 0
        self.running = 0
        self.most_running = 0
        self.keeps = keeps
        self.go_on = asyncio.Event()

    async def ask(
        self, tag: str = "a", seconds: float = 10.0, error: Exception | None = None
    ) -> str:
        turn = await self.turns.take(tag, seconds)
        try:
            return "kept" if tag in self.kept else await self._run(tag, turn, error)
        except QueryError as failure:
            turn.fail(failure)
            raise
        finally:
            turn.give_up()

    async def _run(self, tag: str, turn: Turn, error: Exception | None) -> str:
        self.runs += 1
        self.running += 1
        self.most_running = max(self.most_running, self.running)
        try:
            await self.go_on.wait()
            await asyncio.sleep(0)
        finally:
            self.running -= 1
        if error is not None:
            raise error
        if self.keeps:
            self.kept.add(tag)
        turn.end()
        await asyncio.sleep(0)
        return "run"


async def _start(*questions: Coroutine[Any, Any, str]) -> "list[asyncio.Task[str]]":
    tasks = [asyncio.create_task(question) for question in questions]
    for _ in range(5):
        await asyncio.sleep(0)
    return tasks


async def test_equal_queries_run_once() -> None:
    kitchen = _Kitchen()
    tasks = await _start(*(kitchen.ask() for _ in range(20)))
    kitchen.go_on.set()
    assert sorted(await asyncio.gather(*tasks)) == ["kept"] * 19 + ["run"]
    assert kitchen.runs == 1


async def test_other_queries_do_not_wait() -> None:
    kitchen = _Kitchen()
    tasks = await _start(kitchen.ask("a"), kitchen.ask("b"))
    assert kitchen.most_running == 2
    kitchen.go_on.set()
    assert await asyncio.gather(*tasks) == ["run", "run"]


async def test_what_is_not_kept_is_run_by_each_and_at_once() -> None:
    kitchen = _Kitchen(keeps=False)
    tasks = await _start(*(kitchen.ask() for _ in range(4)))
    assert kitchen.runs == 1
    kitchen.go_on.set()
    assert await asyncio.gather(*tasks) == ["run"] * 4
    assert kitchen.most_running == 3


async def test_a_failure_is_shared() -> None:
    kitchen = _Kitchen()
    tasks = await _start(*(kitchen.ask(error=QueryOutOfMemory()) for _ in range(3)))
    kitchen.go_on.set()
    found = await asyncio.gather(*tasks, return_exceptions=True)
    assert [type(each) for each in found] == [QueryOutOfMemory] * 3
    assert kitchen.runs == 1


async def test_a_time_limit_is_shared_by_those_who_have_no_more_time() -> None:
    kitchen = _Kitchen()
    tasks = await _start(
        kitchen.ask(seconds=2.0, error=QueryTimedOut(2.0)),
        kitchen.ask(seconds=2.0),
        kitchen.ask(seconds=5.0),
    )
    kitchen.go_on.set()
    first, second, third = await asyncio.gather(*tasks, return_exceptions=True)
    assert isinstance(first, QueryTimedOut)
    assert isinstance(second, QueryTimedOut)
    assert third == "run"


async def test_who_is_sent_away_does_not_send_the_others_away() -> None:
    kitchen = _Kitchen()
    tasks = await _start(kitchen.ask(error=TooBusy(5)), kitchen.ask(), kitchen.ask())
    kitchen.go_on.set()
    found = await asyncio.gather(*tasks, return_exceptions=True)
    assert isinstance(found[0], TooBusy)
    assert found[1:] == ["run", "kept"]


async def test_when_the_first_one_leaves_the_next_one_runs() -> None:
    kitchen = _Kitchen()
    tasks = await _start(*(kitchen.ask() for _ in range(4)))
    tasks[0].cancel()
    await asyncio.sleep(0.01)
    assert (kitchen.runs, kitchen.running) == (2, 1)
    kitchen.go_on.set()
    assert await asyncio.gather(*tasks[1:]) == ["run", "kept", "kept"]


async def test_who_waits_may_leave_and_disturbs_nobody() -> None:
    kitchen = _Kitchen()
    tasks = await _start(*(kitchen.ask() for _ in range(3)))
    tasks[1].cancel()
    await asyncio.sleep(0)
    kitchen.go_on.set()
    assert list(await asyncio.gather(tasks[0], tasks[2])) == ["run", "kept"]


async def test_nobody_waits_longer_than_its_own_time() -> None:
    kitchen = _Kitchen()
    tasks = await _start(kitchen.ask(seconds=10.0))
    with pytest.raises(QueryTimedOut, match=r"0\.01 seconds"):
        await kitchen.ask(seconds=0.01)
    kitchen.go_on.set()
    assert await tasks[0] == "run"


async def test_nothing_is_remembered_of_what_has_ended() -> None:
    kitchen = _Kitchen(keeps=False)
    kitchen.go_on.set()
    assert [await kitchen.ask() for _ in range(2)] == ["run", "run"]
    assert kitchen.turns._turns == {}
