"""Queries run elsewhere under the limits of this service, and their failures have names."""

import asyncio
import gzip
from collections.abc import AsyncIterator, Iterator

import pytest

from clustergraph.coding import Coding
from clustergraph.errors import (
    AnswerTooLarge,
    EngineAway,
    EngineFailed,
    MalformedQuery,
    QueryError,
    QueryTimedOut,
    TooBusy,
    UnsupportedQuery,
)
from clustergraph.sparql.gate import Form
from clustergraph.store.remote.address import EngineAddress
from clustergraph.store.remote.answering import RemoteQuestion
from clustergraph.store.remote.marker import version_mark
from clustergraph.store.remote.readers import RemoteReaders
from clustergraph.store.remote.statements import changing
from given.endpoints import closed_endpoint, mute_endpoint
from given.engines import run_update
from given.scripted_engine import ScriptedEngine, scripted_engine

pytestmark = pytest.mark.anyio

JSON = "application/sparql-results+json"
TABLE = b'{"head":{"vars":["s"]},"results":{"bindings":[]}}'
HASH = "1" * 64


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def scripted() -> Iterator[ScriptedEngine]:
    with scripted_engine() as engine:
        engine.say(200, TABLE, JSON)
        yield engine


@pytest.fixture
async def readers(scripted: ScriptedEngine) -> AsyncIterator[RemoteReaders]:
    readers = _readers(scripted.address)
    yield readers
    scripted.go_on.set()
    await readers.close()


def _readers(address: EngineAddress) -> RemoteReaders:
    return RemoteReaders(address, places=1, queue_length=0, answer_bytes=1_000)


def _question(
    text: str = "SELECT * { ?s ?p ?o }",
    *,
    form: Form = Form.SELECT,
    format_: str = "json",
    coding: Coding = Coding.IDENTITY,
) -> RemoteQuestion:
    return RemoteQuestion(text=text, form=form, format=format_, coding=coding, sees_all=False)


async def _read(readers: RemoteReaders, question: RemoteQuestion, seconds: float = 10) -> bytes:
    body = b""
    async with readers.stream(question, seconds=seconds) as stream:
        while not stream.is_complete:
            body += await stream.next()
    return body


async def test_an_answer_goes_on_as_it_comes(
    readers: RemoteReaders, scripted: ScriptedEngine
) -> None:
    scripted.pieces = (b"a" * 10, b"b" * 10)
    scripted.headers = {"Content-Type": "text/csv; charset=UTF-8"}
    async with readers.stream(_question(format_="csv"), seconds=10) as stream:
        assert await stream.next()
    assert await _read(readers, _question(format_="csv")) == b"a" * 10 + b"b" * 10


async def test_an_answer_is_compressed_here(readers: RemoteReaders) -> None:
    body = await _read(readers, _question(coding=Coding.GZIP))
    assert gzip.decompress(body) == TABLE


async def test_the_request_says_what_it_sees(
    readers: RemoteReaders, scripted: ScriptedEngine
) -> None:
    question = RemoteQuestion(
        text="ASK {}",
        form=Form.SELECT,
        format="json",
        sees_all=False,
        default_graphs=("urn:a", "urn:b"),
        named_graphs=("urn:c",),
    )
    await _read(readers, question)
    assert scripted.heard == [
        {"query": ["ASK {}"], "default-graph-uri": ["urn:a", "urn:b"], "named-graph-uri": ["urn:c"]}
    ]


async def test_nobody_writes_there_by_asking(
    readers: RemoteReaders, scripted: ScriptedEngine
) -> None:
    await _read(readers, _question())
    assert "Authorization" not in scripted.heard_headers[0]


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (400, UnsupportedQuery),
        (401, EngineFailed),
        (404, EngineFailed),
        (500, EngineFailed),
        (429, EngineAway),
        (503, EngineAway),
    ],
)
async def test_refusals_are_told_in_its_words(
    readers: RemoteReaders, scripted: ScriptedEngine, status: int, error: type[QueryError]
) -> None:
    scripted.say(status, b"<h1>No</h1> because\n\nSPARQL query:\nASK {}", "text/html")
    with pytest.raises(error, match="No because") as caught:
        await _read(readers, _question())
    assert "ASK" not in str(caught.value)


async def test_an_engine_that_knows_says_where_a_query_is_wrong(
    readers: RemoteReaders, scripted: ScriptedEngine
) -> None:
    scripted.say(400, b"error at 1:8: expected one of SELECT, [_]", "text/plain")
    with pytest.raises(MalformedQuery) as caught:
        await _read(readers, _question())
    assert caught.value.line == 1


@pytest.mark.parametrize(
    ("headers", "error", "words"),
    [
        ({"Content-Type": "text/csv"}, UnsupportedQuery, "another format"),
        ({"Content-Type": "text/html"}, EngineFailed, "with text/html"),
        ({}, EngineFailed, "no media type"),
        ({"Content-Type": JSON, "X-SPARQL-MaxRows": "1000"}, UnsupportedQuery, "1000 rows"),
        ({"Content-Type": JSON, "X-SQL-State": "S1TAT"}, EngineFailed, "part of the answer"),
    ],
)
async def test_what_may_not_be_the_whole_answer_is_none(
    readers: RemoteReaders,
    scripted: ScriptedEngine,
    headers: dict[str, str],
    error: type[QueryError],
    words: str,
) -> None:
    scripted.headers = headers
    with pytest.raises(error, match=words):
        await _read(readers, _question())


async def test_a_part_of_an_answer_is_none(
    readers: RemoteReaders, scripted: ScriptedEngine
) -> None:
    scripted.status = 206
    with pytest.raises(EngineFailed, match="part of the answer"):
        await _read(readers, _question())


async def test_an_answer_that_breaks_off_is_never_complete(
    readers: RemoteReaders, scripted: ScriptedEngine
) -> None:
    scripted.breaks_off = True
    with pytest.raises(EngineFailed):
        await _read(readers, _question())


async def test_an_answer_has_a_limit(readers: RemoteReaders, scripted: ScriptedEngine) -> None:
    scripted.say(200, b"x" * 2_000, JSON)
    with pytest.raises(AnswerTooLarge):
        await _read(readers, _question())


async def test_the_time_limit_holds(readers: RemoteReaders, scripted: ScriptedEngine) -> None:
    scripted.go_on.clear()
    with pytest.raises(QueryTimedOut, match=r"0\.05 seconds"):
        await _read(readers, _question(), seconds=0.05)


async def test_the_connection_is_closed_when_the_client_goes_away(
    readers: RemoteReaders, scripted: ScriptedEngine
) -> None:
    scripted.pieces = (b"x" * 100_000,) * 1_000
    scripted.go_on.clear()
    reading = asyncio.create_task(_read(readers, _question()))
    assert await asyncio.to_thread(scripted.was_asked.wait, 30)
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    assert readers.admission.running == 0
    scripted.go_on.set()
    assert await asyncio.to_thread(scripted.was_left.wait, 30)


async def test_no_more_run_than_may(readers: RemoteReaders, scripted: ScriptedEngine) -> None:
    scripted.go_on.clear()
    async with readers.stream(_question(), seconds=10):
        with pytest.raises(TooBusy):
            await _read(readers, _question())
    scripted.go_on.set()
    assert await _read(readers, _question()) == TABLE


async def test_an_engine_that_is_away_is_told() -> None:
    readers = _readers(EngineAddress(query=closed_endpoint()))
    with pytest.raises(EngineAway):
        await _read(readers, _question())
    with pytest.raises(EngineAway):
        await readers.lookout.state(HASH)
    await readers.close()


async def test_an_engine_that_says_nothing_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clustergraph.store.remote.readers._LOOK_SECONDS", 0.05)
    with mute_endpoint() as address:
        readers = _readers(EngineAddress(query=address))
        with pytest.raises(EngineAway, match="too long"):
            await readers.lookout.state(HASH)
        await readers.close()


async def test_an_engine_that_holds_nothing_answers_nothing(engine: EngineAddress) -> None:
    readers = _readers(engine)
    assert (await readers.lookout.state(HASH)).version == ""
    question = RemoteQuestion(text="ASK {}", form=Form.ASK, format="json")
    with pytest.raises(EngineFailed, match="publish"):
        await _read(readers, question)
    await readers.close()


async def test_all_graphs_are_one_on_every_engine(engine: EngineAddress) -> None:
    run_update(engine, changing((), [version_mark(HASH)]))
    readers = _readers(engine)
    assert (await readers.lookout.state(HASH)).version == HASH
    for text, truth in (("ASK { ?s ?p ?o }", b"true"), ("ASK { ?s <urn:none> ?o }", b"false")):
        question = RemoteQuestion(text=text, form=Form.ASK, format="csv")
        assert await _read(readers, question) == truth
    await readers.close()


FORMATS = {
    Form.SELECT: ("json", "xml", "csv", "tsv"),
    Form.ASK: ("json", "xml", "csv", "tsv"),
    Form.CONSTRUCT: ("ttl", "nt", "jsonld", "rdf", "trig", "nq"),
}
TEXTS = {
    Form.SELECT: "SELECT ?o { ?s ?p ?o }",
    Form.ASK: "ASK { ?s ?p ?o }",
    Form.CONSTRUCT: "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }",
}


@pytest.mark.parametrize("form", FORMATS)
async def test_every_engine_gives_every_format(engine: EngineAddress, form: Form) -> None:
    run_update(engine, changing((), [version_mark(HASH)]))
    readers = RemoteReaders(engine, places=1, queue_length=0)
    assert (await readers.lookout.state(HASH)).way is not None
    for format_ in FORMATS[form]:
        question = RemoteQuestion(text=TEXTS[form], form=form, format=format_)
        body = await _read(readers, question)
        assert (b"true" if form is Form.ASK else HASH.encode()) in body
    await readers.close()


async def test_a_query_that_is_none_is_told_in_the_engines_words(engine: EngineAddress) -> None:
    readers = _readers(engine)
    with pytest.raises((MalformedQuery, UnsupportedQuery), match=r"line|expected"):
        await _read(readers, _question("SELECT * { ?s ?p"))
    await readers.close()
