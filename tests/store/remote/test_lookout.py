"""What an engine is, is asked once for all who want to know, and believed for a while."""

import asyncio
import json
from collections.abc import Mapping

import pytest

from clustergraph.errors import EngineAway, EngineFailed, UnsupportedQuery
from clustergraph.store.remote.lookout import Lookout

pytestmark = pytest.mark.anyio

A, B = "a" * 64, "b" * 64


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


class _Engine:
    """Holds a version, and shows all graphs as one only where it is asked in its way."""

    def __init__(self, version: str, way: Mapping[str, str] | None) -> None:
        self.version = version
        self.way = way
        self.is_away = False
        self.asked: list[str] = []

    async def answer(self, name: str, way: Mapping[str, str]) -> bytes:
        self.asked.append(name)
        await asyncio.sleep(0)
        if self.is_away:
            raise EngineAway("gone")
        if name == "sees-all-graphs":
            if way and way != self.way:
                raise UnsupportedQuery("no such parameter")
            return json.dumps({"head": {}, "boolean": way == self.way}).encode()
        bindings = [{"told": {"type": "literal", "value": self.version}}] if self.version else []
        return json.dumps({"results": {"bindings": bindings}}).encode()


@pytest.mark.parametrize("way", [{}, {"union-default-graph": "true"}, None])
async def test_the_way_that_helps_is_found(way: Mapping[str, str] | None) -> None:
    lookout = Lookout(_Engine(A, way).answer)
    state = await lookout.state(A)
    assert (state.version, state.way) == (A, way)


async def test_many_who_want_to_know_at_once_ask_once() -> None:
    engine = _Engine(A, {})
    lookout = Lookout(engine.answer)
    await asyncio.gather(*(lookout.state(A) for _ in range(5)))
    await lookout.state(A)
    assert engine.asked == ["version-held", "sees-all-graphs"]


async def test_another_version_is_asked_for_at_once() -> None:
    engine = _Engine(A, {})
    lookout = Lookout(engine.answer)
    await lookout.state(A)
    engine.version = B
    assert (await lookout.state(B)).version == B


async def test_one_that_held_another_version_is_looked_at_again_soon() -> None:
    engine = _Engine(A, {})
    lookout = Lookout(engine.answer)
    assert (await lookout.state(B)).version == A
    engine.version = B
    await asyncio.sleep(0.15)
    assert (await lookout.state(B)).version == B


async def test_what_it_holds_now_is_looked_at_whatever_was_found() -> None:
    engine = _Engine(A, {})
    lookout = Lookout(engine.answer)
    await lookout.state(A)
    engine.version = B
    assert not await lookout.still_holds(A)
    engine.is_away = True
    assert not await lookout.still_holds(B)


async def test_without_a_version_or_a_way_no_query_sees_all_graphs() -> None:
    lookout = Lookout(_Engine("", None).answer)
    with pytest.raises(EngineFailed, match="holds no version yet"):
        lookout.known_way()
    await lookout.state(A)
    with pytest.raises(EngineFailed, match="holds no version yet"):
        lookout.known_way()
    other = Lookout(_Engine(A, None).answer)
    await other.state(A)
    with pytest.raises(EngineFailed, match="does not show all its graphs as one"):
        other.known_way()


async def test_an_engine_that_is_away_is_told_and_asked_again() -> None:
    engine = _Engine(A, {})
    engine.is_away = True
    lookout = Lookout(engine.answer)
    with pytest.raises(EngineAway):
        await lookout.state(A)
    engine.is_away = False
    assert (await lookout.state(A)).version == A
    lookout.close()
