"""Places go round among clients, and nobody keeps them all."""

import asyncio
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clustergraph.errors import TooBusy
from clustergraph.store.readers.admission import Admission, Admitted

pytestmark = pytest.mark.anyio

PATIENT = 5.0
IMPATIENT = 0.01


def _admission(*, places: int = 2, aside: int = 2, queue_length: int = 8) -> Admission:
    return Admission(
        places=places, aside=aside, queue_length=queue_length, waiting_changed=lambda: None
    )


async def _fill(admission: Admission, client: str, count: int) -> list[Admitted]:
    return [await admission.enter(client, IMPATIENT) for _ in range(count)]


async def _queue(admission: Admission, client: str) -> "asyncio.Task[Admitted]":
    """Have one more wait, behind all who do already."""
    waiting = asyncio.create_task(admission.enter(client, PATIENT))
    await asyncio.sleep(0)
    return waiting


async def _settle() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_a_client_that_is_alone_takes_all_places() -> None:
    admission = _admission(places=3)
    await _fill(admission, "a", 3)
    assert (admission.running, admission.waiting) == (3, 0)


async def test_who_gets_no_place_in_time_is_sent_away_and_leaves_no_hole() -> None:
    admission = _admission(places=1)
    (held,) = await _fill(admission, "a", 1)
    with pytest.raises(TooBusy):
        await admission.enter("b", IMPATIENT)
    assert admission.waiting == 0
    patient = await _queue(admission, "c")
    admission.leave(held)
    assert (await patient).client == "c"


async def test_clients_that_wait_are_served_in_turn() -> None:
    admission = _admission(places=1)
    (held,) = await _fill(admission, "first", 1)
    waiting = [await _queue(admission, client) for client in ("a", "a", "a", "b", "c")]
    order = []
    while waiting:
        admission.leave(held)
        await _settle()
        (done,) = [task for task in waiting if task.done()]
        waiting.remove(done)
        held = done.result()
        order.append(held.client)
    assert order == ["a", "b", "c", "a", "a"]


async def test_one_client_has_half_of_the_queue_at_most() -> None:
    admission = _admission(places=1, queue_length=4)
    await _fill(admission, "a", 1)
    waiting = [await _queue(admission, "a") for _ in range(2)]
    with pytest.raises(TooBusy):
        await admission.enter("a", PATIENT)
    waiting += [await _queue(admission, "b") for _ in range(2)]
    assert admission.waiting == 4
    with pytest.raises(TooBusy) as caught:
        await admission.enter("c", PATIENT)
    assert caught.value.retry_after_seconds > 0
    for task in waiting:
        task.cancel()


async def test_without_a_queue_nobody_waits() -> None:
    admission = _admission(places=1, queue_length=0)
    await _fill(admission, "a", 1)
    with pytest.raises(TooBusy):
        await admission.enter("b", PATIENT)


async def test_a_long_query_steps_aside_and_another_has_its_place() -> None:
    admission = _admission(places=1, aside=1)
    (long,) = await _fill(admission, "a", 1)
    waiting = await _queue(admission, "b")
    assert admission.step_aside(long)
    assert (await waiting).client == "b"
    assert admission.running == 2
    admission.leave(long)
    assert admission.running == 1


async def test_one_client_has_all_but_one_of_the_places_aside() -> None:
    admission = _admission(places=3, aside=3)
    long = await _fill(admission, "a", 3)
    assert [admission.step_aside(one) for one in long] == [True, True, False]
    (other,) = await _fill(admission, "b", 1)
    assert admission.step_aside(other)


async def test_past_the_places_aside_nobody_steps_there() -> None:
    admission = _admission(places=2, aside=2)
    longs = [*await _fill(admission, "a", 1), *await _fill(admission, "b", 1)]
    assert all(admission.step_aside(one) for one in longs)
    (third,) = await _fill(admission, "c", 1)
    assert not admission.step_aside(third)
    admission.leave(longs[0])
    (fourth,) = await _fill(admission, "d", 1)
    assert admission.step_aside(fourth)


async def test_a_stuck_query_keeps_its_client_from_the_last_place() -> None:
    admission = _admission(places=2, aside=0)
    (stuck,) = await _fill(admission, "a", 1)
    assert not admission.step_aside(stuck)
    barred = await _queue(admission, "a")
    (other,) = await _fill(admission, "b", 1)
    admission.leave(other)
    await _settle()
    assert not barred.done()
    admission.leave(stuck)
    assert (await barred).client == "a"


async def test_a_crowd_of_long_queries_of_one_client_leaves_a_place_to_others() -> None:
    """Two become long at once, while more of them wait for what the first gives back."""
    admission = _admission(places=2, aside=2)
    longs = await _fill(admission, "a", 2)
    waiting = [await _queue(admission, "a") for _ in range(3)]
    assert [admission.step_aside(one) for one in longs] == [True, False]
    await _settle()
    assert not any(one.done() for one in waiting)
    await _fill(admission, "b", 1)
    admission.leave(longs[1])
    assert (await waiting[0]).client == "a"


async def test_who_waits_for_one_aside_to_end_is_let_in_when_it_does() -> None:
    admission = _admission(places=2, aside=2)
    long, _ = await _fill(admission, "a", 2)
    assert admission.step_aside(long)
    waiting = await _queue(admission, "a")
    await _settle()
    assert not waiting.done()
    admission.leave(long)
    assert (await waiting).client == "a"


async def test_who_gives_up_while_it_waits_is_passed_over() -> None:
    admission = _admission(places=1)
    (held,) = await _fill(admission, "a", 1)
    gone, stays = await _queue(admission, "b"), await _queue(admission, "c")
    gone.cancel()
    await _settle()
    assert admission.waiting == 1
    admission.leave(held)
    assert (await stays).client == "c"


@pytest.mark.parametrize("comes_first", ["place", "cancellation"])
async def test_who_gives_up_in_the_moment_of_its_turn_gives_the_place_on(comes_first: str) -> None:
    admission = _admission(places=1)
    (held,) = await _fill(admission, "a", 1)
    gone, stays = await _queue(admission, "b"), await _queue(admission, "c")
    if comes_first == "place":
        admission.leave(held)
        gone.cancel()
    else:
        gone.cancel()
        admission.leave(held)
    assert (await stays).client == "c"
    assert gone.cancelled()
    assert (admission.running, admission.waiting) == (1, 0)


CLIENTS = st.sampled_from("abc")
STEPS = st.one_of(
    st.tuples(st.just("enter"), CLIENTS),
    st.tuples(st.sampled_from(("leave", "step aside", "cancel")), st.integers(0, 20)),
)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 4), st.integers(0, 3), st.integers(0, 6), st.lists(STEPS, max_size=40))
def test_whatever_happens_no_place_is_lost_or_given_twice(
    places: int, aside: int, queue_length: int, steps: list[tuple[str, str | int]]
) -> None:
    asyncio.run(_Play(places, aside, queue_length).play(steps))


class _Play:
    """Clients who come, wait, take long, give up and leave as they are told."""

    def __init__(self, places: int, aside: int, queue_length: int) -> None:
        self._places, self._aside = places, aside
        self._admission = _admission(places=places, aside=aside, queue_length=queue_length)
        self._tasks: list[asyncio.Task[Admitted]] = []
        self._looked_at: set[Admitted] = set()

    async def play(self, steps: list[tuple[str, str | int]]) -> None:
        """Take the steps, and then let all go."""
        for step, whom in steps:
            self._step(step, whom)
            await _settle()
            self._check()
        while inside := self._inside():
            self._leave(inside[0])
            await _settle()
            self._check()
        assert (self._admission.running, self._admission.waiting) == (0, 0)
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _step(self, step: str, whom: str | int) -> None:
        if isinstance(whom, str):
            entering = self._admission.enter(whom, PATIENT)
            self._tasks.append(asyncio.create_task(entering, name=whom))
        elif step == "cancel" and (outside := self._outside()):
            outside[whom % len(outside)].cancel()
        elif step != "cancel" and (inside := self._inside()):
            task = inside[whom % len(inside)]
            if step == "leave":
                self._leave(task)
            elif task.result() not in self._looked_at:
                self._looked_at.add(task.result())
                self._admission.step_aside(task.result())

    def _leave(self, task: "asyncio.Task[Admitted]") -> None:
        self._tasks.remove(task)
        self._admission.leave(task.result())

    def _inside(self) -> "list[asyncio.Task[Admitted]]":
        done = (task for task in self._tasks if task.done() and not task.cancelled())
        return [task for task in done if task.exception() is None]

    def _outside(self) -> "list[asyncio.Task[Admitted]]":
        return [task for task in self._tasks if not task.done()]

    def _check(self) -> None:
        inside = [task.result() for task in self._inside()]
        held = Counter(one.client for one in inside if not one.is_aside)
        assert self._admission.running == len(inside)
        assert self._admission.waiting == len(self._outside())
        assert held.total() <= self._places
        assert len(inside) - held.total() <= self._aside
        stuck = Counter(one.client for one in inside if one.is_stuck)
        assert self._places == 1 or max(stuck.values(), default=0) < self._places
        if held.total() < self._places:
            waiting = [task.get_name() for task in self._outside()]
            assert all(held[client] for client in waiting), "who has none waits beside a free place"
