"""A seat has one reader, of the version that is wanted, and leaves none behind."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from clustergraph.errors import StoreError
from clustergraph.store.readers.messages import Frame, Question
from clustergraph.store.readers.seat import Seat
from given.homes import publish

pytestmark = pytest.mark.anyio

QUESTION = Question(text="ASK {}", format="json")


@pytest.fixture
async def seat() -> AsyncIterator[Seat]:
    seat = Seat(memory_bytes=2**28)
    yield seat
    await seat.close()


async def test_a_reader_is_made_once_and_answers(seat: Seat, store_path: Path) -> None:
    assert not seat.suits(store_path)
    seat.prepare(store_path)
    assert seat.suits(store_path)
    reader = await seat.reader_for(store_path)
    reader.ask(QUESTION)
    assert (await reader.receive())[0] is Frame.END
    seat.prepare(store_path)
    assert await seat.reader_for(store_path) is reader


async def test_a_reader_turns_to_another_version(
    seat: Seat, store_path: Path, tmp_path: Path
) -> None:
    reader = await seat.reader_for(store_path)
    other = publish(tmp_path, 1).store_path
    assert await seat.reader_for(other) is reader
    assert seat.suits(other)
    assert not seat.suits(store_path)


async def test_who_wants_none_has_none(seat: Seat, store_path: Path) -> None:
    reader = await seat.reader_for(store_path)
    seat.prepare(None)
    assert not seat.suits(store_path)
    await seat.close()
    assert not reader.is_alive


async def test_a_store_that_cannot_be_opened_leaves_a_seat_that_can_be_used(
    seat: Seat, store_path: Path, tmp_path: Path
) -> None:
    with pytest.raises(StoreError, match="No reader could open"):
        await seat.reader_for(tmp_path)
    assert not seat.suits(tmp_path)
    assert (await seat.reader_for(store_path)).is_alive
