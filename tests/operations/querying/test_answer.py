"""A query gets its answer once, from the version that it asks for, with a tag that holds."""

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from clustergraph.coding import Coding
from clustergraph.errors import MalformedQuery, NotFound, QueryTimedOut, RefusedQuery
from clustergraph.operations.dataset import Dataset
from clustergraph.operations.keep import KeptAnswer
from clustergraph.operations.querying.answer import Answers, Asked, Prepared, formats_for
from clustergraph.rdf.formats import RDF_FORMATS, RESULT_FORMATS
from clustergraph.sparql.gate import Form, Limits
from clustergraph.store.readers.pool import ReaderPool
from clustergraph.store.versions import Home
from given.homes import ENDLESS, publish

pytestmark = pytest.mark.anyio

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    publish(tmp_path, 3)
    return Home(tmp_path)


@pytest.fixture
async def answers(home: Home) -> AsyncIterator[Answers]:
    pool = ReaderPool(readers=1, queue_length=2, memory_bytes=2**28)
    yield Answers(Dataset(home), pool, limits=Limits(), seconds=10, cache_bytes=10_000)
    await pool.close()


async def _prepare(answers: Answers, asked: Asked) -> Prepared:
    outline = await answers.examine(asked.text)
    return await answers.prepare(asked, outline, formats_for(outline.form)[0])


async def _ask(answers: Answers, text: str, version: str | None = None) -> bytes:
    prepared = await _prepare(answers, Asked(text=text, version_id=version))
    return (await _read(answers, prepared)).body


async def _read(answers: Answers, prepared: Prepared) -> KeptAnswer:
    body = b""
    async with answers.open(prepared) as chunks:
        while not chunks.is_complete:
            body += await chunks.next()
    return KeptAnswer(body, chunks.coding)


async def _count(answers: Answers, version: str | None = None) -> int:
    answer = json.loads(await _ask(answers, COUNT, version))
    return int(answer["results"]["bindings"][0]["n"]["value"])


async def test_each_answer_speaks_of_the_version_that_is_current(
    answers: Answers, home: Home
) -> None:
    first = home.current().id
    assert await _count(answers) == 3
    publish(home.path, 5)
    assert await _count(answers) == 5
    assert await _count(answers, first) == 3


async def test_a_version_that_is_not_kept_is_not_found(answers: Answers) -> None:
    with pytest.raises(NotFound, match="20200101T000000Z"):
        await _count(answers, "20200101T000000Z-0000000000000000")


async def test_a_question_that_comes_again_costs_no_reader(
    answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = await _ask(answers, COUNT)
    monkeypatch.delattr(ReaderPool, "stream")
    assert await _ask(answers, COUNT) == first


async def test_an_answer_that_varies_is_computed_each_time(answers: Answers) -> None:
    text = "SELECT (UUID() AS ?x) {}"
    assert await _ask(answers, text) != await _ask(answers, text)
    assert (await _prepare(answers, Asked(text=text))).tag is None


async def test_a_failed_answer_is_not_kept(answers: Answers) -> None:
    for _ in range(2):
        with pytest.raises(MalformedQuery):
            await _ask(answers, "SELECT")


@pytest.mark.parametrize(
    "other",
    [
        Asked(text="ASK { }"),
        Asked(text="ASK {}", default_graphs=("urn:g",)),
        Asked(text="ASK {}", named_graphs=("urn:g",)),
        Asked(text="CONSTRUCT WHERE {}"),
    ],
)
async def test_the_tag_tells_questions_apart(answers: Answers, other: Asked) -> None:
    tag = (await _prepare(answers, Asked(text="ASK {}"))).tag
    assert tag != (await _prepare(answers, other)).tag


async def test_the_tag_changes_with_the_version_and_the_format_only(
    answers: Answers, home: Home
) -> None:
    asked = Asked(text=COUNT)
    tag = (await _prepare(answers, asked)).tag
    slower = Asked(text=COUNT, seconds=1)
    assert (await _prepare(answers, slower)).tag == tag
    outline = await answers.examine(COUNT)
    assert (await answers.prepare(asked, outline, RESULT_FORMATS[1])).tag != tag
    publish(home.path, 5)
    assert (await _prepare(answers, asked)).tag != tag


async def test_a_request_may_ask_for_less_time_but_not_for_more(answers: Answers) -> None:
    assert (await _prepare(answers, Asked(text="ASK {}", seconds=0.5))).seconds == 0.5
    assert (await _prepare(answers, Asked(text="ASK {}", seconds=500))).seconds == 10


async def test_less_time_is_kept_to(answers: Answers, home: Home) -> None:
    publish(home.path, 300)
    prepared = await _prepare(answers, Asked(text=ENDLESS, seconds=0.2))
    with pytest.raises(QueryTimedOut, match=r"0\.2 seconds"):
        async with answers.open(prepared) as chunks:
            await chunks.next()


async def test_graphs_of_the_request_win_over_those_of_the_text(answers: Answers) -> None:
    graph = "https://w3id.org/clustergraph/graph/asserted"
    asked = Asked(text="ASK FROM <urn:none> { ?s ?p ?o }", default_graphs=(graph,))
    async with answers.open(await _prepare(answers, asked)) as chunks:
        assert b"true" in await chunks.next()
    assert b"false" in await _ask(answers, "ASK FROM <urn:none> { ?s ?p ?o }")


async def test_a_long_text_is_looked_at_too(answers: Answers) -> None:
    with pytest.raises(RefusedQuery):
        await answers.examine("#" * 50_000 + "\nASK { SERVICE <urn:x> {} }")


LOOKUPS = (
    "SELECT * { ?s ?p ?o }",
    "SELECT ?o { <https://w3id.org/clustergraph/things/1> ?p ?o }",
    "SELECT ?none { ?s ?p ?o } LIMIT 2",
    "ASK { ?s a ?o }",
)


@pytest.mark.parametrize("text", LOOKUPS)
async def test_a_lookup_is_answered_with_the_bytes_that_a_reader_would_send(
    answers: Answers, home: Home, text: str
) -> None:
    publish(home.path, 40)
    outline = await answers.examine(text)
    at_once, from_reader = {}, {}
    for format_, coding in product(RESULT_FORMATS, Coding):
        prepared = await answers.prepare(Asked(text=text), outline, format_, coding)
        from_reader[format_.key, coding] = await _read(answers, replace(prepared, tag=None))
        at_once[format_.key, coding] = answers.look_up(prepared)
    assert at_once == from_reader


async def test_the_answer_of_a_lookup_is_kept(answers: Answers) -> None:
    prepared = await _prepare(answers, Asked(text=LOOKUPS[0]))
    answer = answers.look_up(prepared)
    assert answer is not None
    assert answers.kept(prepared) == answer


async def test_a_lookup_with_a_long_answer_is_left_to_a_reader(
    answers: Answers, home: Home
) -> None:
    publish(home.path, 2_000)
    prepared = await _prepare(answers, Asked(text="SELECT * { ?s ?p ?o }"))
    assert prepared.graph is not None
    assert answers.look_up(prepared) is None
    answer = await _read(answers, prepared)
    assert len(json.loads(answer.body)["results"]["bindings"]) == 2_000


@pytest.mark.parametrize(
    "asked",
    [
        Asked(text=COUNT),
        Asked(text="SELECT * { ?s ?p ?o }", default_graphs=("urn:g",)),
        Asked(text="SELECT * FROM <urn:g> { ?s ?p ?o }"),
    ],
)
async def test_what_is_no_lookup_is_left_to_a_reader(answers: Answers, asked: Asked) -> None:
    assert answers.look_up(await _prepare(answers, asked)) is None


async def test_a_lookup_on_an_older_version_is_left_to_a_reader(
    answers: Answers, home: Home
) -> None:
    first = home.current().id
    publish(home.path, 5)
    prepared = await _prepare(answers, Asked(text=LOOKUPS[0], version_id=first))
    assert answers.look_up(prepared) is None


async def test_a_mistake_in_a_lookup_is_told_at_once(answers: Answers) -> None:
    prepared = await _prepare(answers, Asked(text="SELECT * { ?s nix:p ?o }"))
    with pytest.raises(MalformedQuery, match="nix"):
        answers.look_up(prepared)


async def test_the_check_names_the_version_that_answers(answers: Answers, home: Home) -> None:
    assert await answers.check() == home.current()


def test_rows_and_triples_have_their_own_formats() -> None:
    assert formats_for(Form.ASK) == formats_for(Form.SELECT) == RESULT_FORMATS
    assert formats_for(Form.DESCRIBE) == formats_for(Form.CONSTRUCT) == RDF_FORMATS
