"""Public queries are answered by the engine; what is asked of a version, by that version here."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from clustergraph.errors import EngineAway, EngineFailed, NotFound, RefusedQuery
from clustergraph.operations.begin import begin
from clustergraph.operations.dataset import Dataset
from clustergraph.operations.engine.mirror import EngineMirror
from clustergraph.operations.engine.publish import publish
from clustergraph.operations.querying.answer import Answers, Asked, Prepared
from clustergraph.operations.writing.write import write
from clustergraph.rdf.formats import RESULT_FORMATS
from clustergraph.sparql.gate import Limits
from clustergraph.store.changing import Change
from clustergraph.store.graph import GraphStore
from clustergraph.store.readers.pool import ReaderPool
from clustergraph.store.remote.address import EngineAddress
from clustergraph.store.remote.readers import RemoteReaders
from clustergraph.store.versions import Home
from given.endpoints import closed_endpoint
from given.engines import run_update
from given.homes import publish as publish_here
from given.orders import update_order

pytestmark = pytest.mark.anyio

COUNT = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s <https://w3id.org/clustergraph/next> ?o } }"
CSV = RESULT_FORMATS[2]


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    publish_here(tmp_path / "home", 3)
    return Home(tmp_path / "home")


@pytest.fixture
async def answers(home: Home, oxigraph_engine: EngineAddress) -> AsyncIterator[Answers]:
    async with _answers(home, oxigraph_engine) as answers:
        yield answers


@asynccontextmanager
async def _answers(
    home: Home, engine: EngineAddress, *, is_shared: bool = False
) -> AsyncIterator[Answers]:
    pool = ReaderPool(readers=1, queue_length=2, memory_bytes=2**28)
    remote = RemoteReaders(engine, places=1, queue_length=2, is_shared=is_shared)
    try:
        yield Answers(
            Dataset(home), pool, limits=Limits(), seconds=10, cache_bytes=10_000, engine=remote
        )
    finally:
        await pool.close()
        await remote.close()


async def _prepare(answers: Answers, text: str, version: str | None = None) -> Prepared:
    asked = Asked(text=text, by_engine=True, version_id=version)
    return await answers.prepare(asked, await answers.examine(text), CSV)


async def _ask(answers: Answers, text: str, version: str | None = None) -> bytes:
    body = b""
    async with answers.open(await _prepare(answers, text, version)) as chunks:
        while not chunks.is_complete:
            body += await chunks.next()
    return body


async def test_the_engine_answers_and_its_answer_is_kept(
    answers: Answers, home: Home, oxigraph_engine: EngineAddress
) -> None:
    publish(home.current(), oxigraph_engine)
    assert (await _ask(answers, COUNT)).split() == [b"n", b"3"]
    run_update(oxigraph_engine, "DROP ALL")
    assert (await _ask(answers, COUNT)).split() == [b"n", b"3"]
    assert (await _ask(answers, f"{COUNT} LIMIT 1")).split() == [b"n", b"0"]


async def test_an_engine_that_holds_nothing_says_what_to_do(answers: Answers) -> None:
    with pytest.raises(EngineFailed, match="clustergraph publish"):
        await _ask(answers, COUNT)


async def test_a_version_is_asked_here(
    answers: Answers, home: Home, oxigraph_engine: EngineAddress
) -> None:
    run_update(oxigraph_engine, "DROP ALL")
    assert (await _ask(answers, COUNT, home.current().id)).split() == [b"n", b"3"]
    with pytest.raises(NotFound):
        await _ask(answers, COUNT, "20200101T000000Z-0000000000000000")


async def test_what_does_not_ask_for_the_engine_is_answered_here(answers: Answers) -> None:
    asked = Asked(text=COUNT)
    prepared = await answers.prepare(asked, await answers.examine(COUNT), CSV)
    assert prepared.remote is None
    assert prepared.tag is not None


async def test_an_engine_of_another_version_answers_and_nothing_is_kept_or_promised(
    answers: Answers, home: Home, oxigraph_engine: EngineAddress
) -> None:
    publish(home.current(), oxigraph_engine)
    assert await answers.is_engine_in_step()
    publish_here(home.path, 5)
    prepared = await _prepare(answers, COUNT)
    assert (prepared.tag, prepared.is_of_version) == (None, False)
    assert (await _ask(answers, COUNT)).split() == [b"n", b"3"]
    assert not await answers.is_engine_in_step()
    publish(home.current(), oxigraph_engine)
    assert (await _ask(answers, COUNT)).split() == [b"n", b"5"]
    await asyncio.sleep(0.2)  # what was found is believed for half as long
    assert (await _prepare(answers, COUNT)).is_of_version


async def test_no_answer_is_kept_that_an_engine_gave_while_it_was_told_of_a_write(
    answers: Answers, home: Home, oxigraph_engine: EngineAddress
) -> None:
    publish(home.current(), oxigraph_engine)
    prepared = await _prepare(answers, COUNT)
    change = Change(removed=tuple(GraphStore.open(home.current().store_path).quads())[:1])
    before = home.current().content_hash
    EngineMirror(engine=oxigraph_engine).follow(change, before=before, after="2" * 64)
    async with answers.open(prepared) as chunks:
        while not chunks.is_complete:
            await chunks.next()
    assert answers.kept(prepared) is None


async def test_the_default_graph_of_a_plain_home_is_no_other_graph_on_an_engine_either(
    engine: EngineAddress, tmp_path: Path
) -> None:
    made = Home(tmp_path)
    begin(made)
    text = "INSERT DATA { <a> <b> 1 GRAPH <g> { <a> <b> 2 } GRAPH <h> { <a> <b> 3 } }"
    write(update_order(tmp_path, text), made, mirror=None)
    publish(made.current(), engine)
    async with _answers(made, engine) as answers:
        both = "SELECT ?n ?m { ?s ?p ?n GRAPH ?g { ?s ?p ?m } } ORDER BY ?m"
        lines = (await _ask(answers, both)).replace(b'"', b"").split()
        assert lines == [b"n,m", b"1,2", b"1,3"]


async def test_no_answer_is_kept_of_an_engine_that_others_write_to(
    home: Home, oxigraph_engine: EngineAddress
) -> None:
    publish(home.current(), oxigraph_engine)
    async with _answers(home, oxigraph_engine, is_shared=True) as answers:
        assert (await _prepare(answers, COUNT)).tag is None


async def test_an_answer_of_the_engine_is_another_than_one_from_here(
    answers: Answers, home: Home, oxigraph_engine: EngineAddress
) -> None:
    publish(home.current(), oxigraph_engine)
    here = await _prepare(answers, COUNT, home.current().id)
    assert (await _prepare(answers, COUNT)).tag not in (None, here.tag)


async def test_what_only_a_dialect_knows_is_refused(answers: Answers) -> None:
    with pytest.raises(RefusedQuery):
        await _prepare(answers, "DEFINE get:soft 'soft' ASK {}")


async def test_an_engine_that_is_away_is_told_before_anything_is_asked(home: Home) -> None:
    async with _answers(home, EngineAddress(query=closed_endpoint())) as answers:
        with pytest.raises(EngineAway):
            await _prepare(answers, COUNT)
        with pytest.raises(EngineAway):
            await answers.is_engine_in_step()


async def test_without_an_engine_there_is_no_step_to_be_in(home: Home) -> None:
    pool = ReaderPool(readers=1, queue_length=2, memory_bytes=2**28)
    answers = Answers(Dataset(home), pool, limits=Limits(), seconds=10, cache_bytes=10_000)
    assert await answers.is_engine_in_step() is None
    assert (await _ask(answers, COUNT)).split() == [b"n", b"3"]
    await pool.close()
