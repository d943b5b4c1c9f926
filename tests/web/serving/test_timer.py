"""What is set is done once, what is called off never, and setting again begins anew."""

import asyncio

import pytest

from clustergraph.web.serving.timer import Timer

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


async def test_what_is_set_is_done_once() -> None:
    done: list[str] = []
    timer = Timer(asyncio.get_running_loop(), lambda: done.append("a"))
    timer.set(0.01)
    assert timer.is_set
    await asyncio.sleep(0.05)
    assert (done, timer.is_set) == (["a"], False)


async def test_what_is_called_off_is_not_done() -> None:
    done: list[str] = []
    timer = Timer(asyncio.get_running_loop(), lambda: done.append("a"))
    timer.set(0.01)
    timer.call_off()
    timer.call_off()
    await asyncio.sleep(0.05)
    assert (done, timer.is_set) == ([], False)


async def test_setting_it_again_begins_the_time_anew() -> None:
    done: list[str] = []
    timer = Timer(asyncio.get_running_loop(), lambda: done.append("a"))
    timer.set(0.01)
    timer.set(60)
    await asyncio.sleep(0.05)
    assert (done, timer.is_set) == ([], True)
    timer.call_off()


async def test_it_may_be_set_again_by_what_is_done() -> None:
    done: list[str] = []
    timer = Timer(asyncio.get_running_loop(), lambda: _twice(done, timer))
    timer.set(0.01)
    await asyncio.sleep(0.1)
    assert (done, timer.is_set) == (["a", "a"], False)


def _twice(done: list[str], timer: Timer) -> None:
    done.append("a")
    if len(done) < 2:
        timer.set(0.01)
