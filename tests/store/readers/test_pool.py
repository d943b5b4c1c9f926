"""Public queries keep to their limits, and one that does not costs nobody else anything."""

import asyncio
import json
import os
import signal
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from clustergraph.errors import (
    MalformedQuery,
    QueryOutOfMemory,
    QueryTimedOut,
    ReaderLost,
    StoreError,
    TooBusy,
    UnsupportedQuery,
)
from clustergraph.iris import BASE, graph_iri
from clustergraph.store.readers.child import ReaderProcess
from clustergraph.store.readers.messages import Dataset, Question
from clustergraph.store.readers.pool import ReaderPool
from clustergraph.store.writing import write_store
from given.homes import ENDLESS, MEMORY_BOMB, publish

pytestmark = pytest.mark.anyio

XSD = "http://www.w3.org/2001/XMLSchema#"
MEGABYTES = "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 20000"
"""More than the pipe and the parent hold together."""
LARGE = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
NESTED = "ASK {" + "{" * 30_000 + "}" * 30_000 + "}"


@pytest.fixture
async def pool(store_path: Path) -> AsyncIterator[ReaderPool]:
    """Two readers, and room for one who waits."""
    pool = ReaderPool(readers=2, queue_length=1, memory_bytes=2**28)
    pool.prefer(store_path)
    yield pool
    await pool.close()


async def _ask(
    pool: ReaderPool,
    store_path: Path,
    question: str | Question,
    *,
    seconds: float = 20,
    pieces: list[bytes] | None = None,
) -> bytes:
    if isinstance(question, str):
        question = Question(text=question, format="json")
    pieces = [] if pieces is None else pieces
    async with pool.stream(store_path, question, seconds=seconds) as chunks:
        while not chunks.is_complete:
            pieces.append(await chunks.next())
    return b"".join(pieces)


async def _count(pool: ReaderPool, store_path: Path) -> int:
    answer = json.loads(await _ask(pool, store_path, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"))
    return int(answer["results"]["bindings"][0]["n"]["value"])


async def test_an_answer_comes_whole(pool: ReaderPool, store_path: Path) -> None:
    answer = json.loads(await _ask(pool, store_path, "SELECT * { ?s ?p ?o }"))
    assert len(answer["results"]["bindings"]) == 300


async def test_a_large_answer_comes_in_pieces(pool: ReaderPool, store_path: Path) -> None:
    pieces: list[bytes] = []
    question = Question(text=MEGABYTES, format="csv")
    whole = await _ask(pool, store_path, question, seconds=60, pieces=pieces)
    assert max(map(len, pieces)) < 100_000
    assert whole.count(b"\n") == 20_000 + 1


async def test_a_query_that_takes_too_long_is_stopped(pool: ReaderPool, store_path: Path) -> None:
    with pytest.raises(QueryTimedOut):
        await _ask(pool, store_path, ENDLESS, seconds=0.3)
    assert await _count(pool, store_path) == 300


async def test_a_limit_that_is_hit_late_is_told_too(pool: ReaderPool, store_path: Path) -> None:
    pieces: list[bytes] = []
    with pytest.raises(QueryTimedOut):
        await _ask(pool, store_path, LARGE, seconds=0.5, pieces=pieces)
    assert len(pieces) > 1


async def test_the_clock_stands_while_the_client_is_slow(
    pool: ReaderPool, store_path: Path
) -> None:
    await pool.check(store_path)  # a reader that has to start takes of that time
    question = Question(text=MEGABYTES, format="csv")
    async with pool.stream(store_path, question, seconds=1.5) as chunks:
        await chunks.next()
        await asyncio.sleep(1.6)
        while not chunks.is_complete:
            await chunks.next()


async def test_a_query_that_wants_too_much_memory_is_stopped(
    pool: ReaderPool, store_path: Path
) -> None:
    with pytest.raises(QueryOutOfMemory):
        await _ask(pool, store_path, MEMORY_BOMB)
    assert await _count(pool, store_path) == 300


async def test_a_query_that_ends_its_reader_ends_nothing_else(
    pool: ReaderPool, store_path: Path
) -> None:
    with pytest.raises(ReaderLost):
        await _ask(pool, store_path, NESTED)
    assert await _count(pool, store_path) == 300


async def test_values_that_the_engine_cannot_put_in_order_are_told_as_that(
    pool: ReaderPool, tmp_path: Path
) -> None:
    """Numbers, strings and years compare among themselves only, and its sort panics of that."""
    write_store(tmp_path, _values_of_several_kinds())
    with pytest.raises(UnsupportedQuery, match=r"sort by STR\(\?x\)"):
        await _ask(pool, tmp_path, "SELECT ?v { ?s ?p ?v } ORDER BY ?v")
    answer = await _ask(pool, tmp_path, "SELECT ?v { ?s ?p ?v } ORDER BY STR(?v)")
    assert answer.count(b'"literal"') == 900


def _values_of_several_kinds() -> Iterator[Quad]:
    for number in range(300):
        values = (
            Literal(number * 37 % 300),
            Literal(str(number * 53 % 300)),
            Literal(str(1900 + number * 11 % 300), datatype=NamedNode(f"{XSD}gYear")),
        )
        for value in values:
            thing = NamedNode(f"{BASE}things/{number}")
            yield Quad(thing, NamedNode(f"{BASE}p"), value, NamedNode(graph_iri("asserted")))


async def test_a_query_that_ends_its_reader_is_logged_with_its_first_words(
    pool: ReaderPool, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """What follows them is a backtrace, where the machine is set to print one."""
    write_store(tmp_path, _values_of_several_kinds())
    with pytest.raises(UnsupportedQuery):
        await _ask(pool, tmp_path, "SELECT ?v { ?s ?p ?v } ORDER BY ?v")
    (told,) = [record for record in caplog.records if record.message == "reader_lost"]
    assert "total order" in told.__dict__["words"]


async def test_a_reader_that_is_killed_while_it_starts_is_no_fault_of_the_store(
    tmp_path: Path,
) -> None:
    """As the kernel does when memory runs out; who opens this store waits for ever."""
    os.mkfifo(tmp_path / "CURRENT")
    starting = asyncio.create_task(ReaderProcess.start(tmp_path, memory_bytes=2**28))
    for child in await _settled_children(tmp_path, count=1):
        os.kill(child, signal.SIGKILL)
    with pytest.raises(ReaderLost):
        await starting


async def test_a_reader_that_dies_while_idle_is_replaced(
    pool: ReaderPool, store_path: Path
) -> None:
    await _count(pool, store_path)
    for process in await _settled_children(store_path):
        os.kill(process, signal.SIGKILL)
    await asyncio.sleep(0.3)
    assert await _count(pool, store_path) == 300


async def test_text_that_is_not_sparql_leaves_its_reader_at_work(
    pool: ReaderPool, store_path: Path
) -> None:
    await pool.check(store_path)
    before = await _settled_children(store_path)
    with pytest.raises(MalformedQuery, match="line 1, column 7"):
        await _ask(pool, store_path, "SELECT")
    assert _children(store_path) == before


@pytest.mark.parametrize(
    ("text", "format_"),
    [
        ("ASK { FILTER(<urn:unknown>(1)) }", "json"),
        ("ASK {}", "ttl"),
        ("CONSTRUCT { <urn:a> <urn:p> <<( <urn:a> <urn:p> <urn:b> )>> } {}", "jsonld"),
    ],
)
async def test_what_the_engine_cannot_do_is_told(
    pool: ReaderPool, store_path: Path, text: str, format_: str
) -> None:
    with pytest.raises(UnsupportedQuery):
        await _ask(pool, store_path, Question(text=text, format=format_))


async def test_leaving_early_frees_the_reader(pool: ReaderPool, store_path: Path) -> None:
    for _ in range(3):
        async with pool.stream(
            store_path, Question(text=LARGE, format="csv"), seconds=60
        ) as chunks:
            await chunks.next()
    assert await _count(pool, store_path) == 300


async def test_being_cancelled_frees_the_reader(pool: ReaderPool, store_path: Path) -> None:
    asking = [asyncio.create_task(_ask(pool, store_path, ENDLESS)) for _ in range(2)]
    await asyncio.sleep(0.3)
    for task in asking:
        task.cancel()
    await asyncio.gather(*asking, return_exceptions=True)
    assert await _count(pool, store_path) == 300


async def test_a_query_that_takes_long_gets_only_the_time_that_nobody_else_wants(
    pool: ReaderPool, store_path: Path
) -> None:
    before = await _settled_children(store_path)
    asking = asyncio.create_task(_ask(pool, store_path, ENDLESS))
    await asyncio.sleep(0.1)
    assert {os.sched_getscheduler(child) for child in before} == {os.SCHED_OTHER}
    after = await _settled_children(store_path, count=3)
    long = [child for child in after if os.sched_getscheduler(child) == os.SCHED_IDLE]
    assert len(long) == 1
    assert long[0] in before
    asking.cancel()
    await asyncio.gather(asking, return_exceptions=True)


async def test_past_the_queue_nobody_waits(pool: ReaderPool, store_path: Path) -> None:
    await pool.check(store_path)
    asking = [asyncio.create_task(_ask(pool, store_path, ENDLESS, seconds=0.6)) for _ in range(3)]
    await asyncio.sleep(0.1)
    with pytest.raises(TooBusy) as caught:
        await _count(pool, store_path)
    assert caught.value.retry_after_seconds > 0
    results = await asyncio.gather(*asking, return_exceptions=True)
    assert [type(result) for result in results].count(QueryTimedOut) >= 2


async def test_nobody_waits_longer_than_a_query_may_take(
    pool: ReaderPool, store_path: Path
) -> None:
    asking = [asyncio.create_task(_ask(pool, store_path, ENDLESS, seconds=5)) for _ in range(2)]
    await asyncio.sleep(0.1)
    with pytest.raises(TooBusy):
        await _ask(pool, store_path, "ASK {}", seconds=0.2)
    for task in asking:
        task.cancel()
    await asyncio.gather(*asking, return_exceptions=True)


async def test_a_new_version_is_answered_from_while_the_old_one_is_read(
    pool: ReaderPool, store_path: Path, tmp_path: Path
) -> None:
    new = publish(tmp_path, 5).store_path
    question = Question(text=MEGABYTES, format="csv")
    async with pool.stream(store_path, question, seconds=60) as old:
        await old.next()
        pool.prefer(new)
        assert await _count(pool, new) == 5
        while not old.is_complete:
            await old.next()
    assert await _count(pool, new) == 5


async def test_an_older_version_can_be_asked_without_being_preferred(
    pool: ReaderPool, store_path: Path, tmp_path: Path
) -> None:
    assert await _count(pool, publish(tmp_path, 7).store_path) == 7
    assert await _count(pool, store_path) == 300


async def test_idle_readers_turn_to_a_new_version_and_no_other_is_started(
    pool: ReaderPool, store_path: Path, tmp_path: Path
) -> None:
    assert await _count(pool, store_path) == 300
    readers = await _settled_children(store_path)
    new = publish(tmp_path, 5).store_path
    pool.prefer(new)
    assert await _count(pool, new) == 5
    assert await _settled_children(store_path) == readers
    assert _children(new) == set()


async def test_a_reader_that_cannot_turn_to_a_version_is_replaced(
    pool: ReaderPool, store_path: Path, tmp_path: Path
) -> None:
    assert await _count(pool, store_path) == 300
    before = await _settled_children(store_path)
    pool.prefer(tmp_path)
    pool.prefer(store_path)
    assert await _count(pool, store_path) == 300
    assert not before & await _settled_children(store_path)


async def test_a_reader_that_is_ended_while_it_turns_leaves_nothing(
    pool: ReaderPool, store_path: Path, tmp_path: Path
) -> None:
    assert await _count(pool, store_path) == 300
    new = publish(tmp_path, 5).store_path
    for _ in range(3):
        pool.prefer(new)
        pool.prefer(store_path)
    await pool.close()
    assert _children(store_path) == _children(new) == set()


async def test_a_store_that_cannot_be_opened_is_told(pool: ReaderPool, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="No reader could open"):
        await _count(pool, tmp_path)


ASSERTED = ("https://w3id.org/clustergraph/graph/asserted",)
THING = "<https://w3id.org/clustergraph/things/1> ?p ?o"
EVERYWHERE = f"{{ {{ {THING} }} UNION {{ GRAPH ?g {{ {THING} }} }} }}"


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        (Question(text="SELECT * " + EVERYWHERE, format="json"), 2),
        (
            Question(
                text="SELECT * FROM <urn:none> " + EVERYWHERE, format="json", dataset=Dataset.OWN
            ),
            0,
        ),
        (
            Question(
                text="SELECT * " + EVERYWHERE,
                format="json",
                dataset=Dataset.GIVEN,
                default_graphs=ASSERTED,
            ),
            1,
        ),
        (
            Question(
                text="SELECT * " + EVERYWHERE,
                format="json",
                dataset=Dataset.GIVEN,
                named_graphs=ASSERTED,
            ),
            1,
        ),
    ],
    ids=["union", "own", "default", "named"],
)
async def test_a_query_sees_the_dataset_it_was_given(
    pool: ReaderPool, store_path: Path, question: Question, rows: int
) -> None:
    answer = json.loads(await _ask(pool, store_path, question))
    assert len(answer["results"]["bindings"]) == rows


async def test_closing_leaves_no_process(store_path: Path) -> None:
    pool = ReaderPool(readers=2, queue_length=1, memory_bytes=2**28)
    pool.prefer(store_path)
    await pool.check(store_path)
    await _settled_children(store_path)
    asking = asyncio.create_task(_ask(pool, store_path, ENDLESS))
    await asyncio.sleep(0.1)
    await pool.close()
    assert _children(store_path) == set()
    with pytest.raises(ReaderLost, match="service ends"):
        await asking


async def _settled_children(store_path: Path, *, count: int = 2) -> set[int]:
    """Wait until all readers are there, and none that was started beside them is left."""
    for _ in range(400):
        if len(found := _children(store_path)) == count:
            return found
        await asyncio.sleep(0.05)
    pytest.fail("there are never so many readers")


def _children(store_path: Path) -> set[int]:
    """Return the readers of that store that this process has started and that live."""
    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            is_reader = bytes(store_path) in (folder / "cmdline").read_bytes()
        except (FileNotFoundError, ProcessLookupError):
            continue
        if parent == os.getpid() and is_reader:
            found.add(int(folder.name))
    return found


async def test_a_pool_that_is_over_runs_nothing_more(pool: ReaderPool, store_path: Path) -> None:
    """Who waited for a reader would else begin to run when the one before was cut off."""
    await pool.end()
    pool.prefer(store_path)
    with pytest.raises(ReaderLost, match="the service ends"):
        await _ask(pool, store_path, "ASK {}")
    assert (pool.admission.running, pool.admission.waiting) == (0, 0)
