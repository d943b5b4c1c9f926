"""An answer is sent in one piece where it can be, and what breaks off is never cut in silence."""

import logging
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from starlette.types import Message

from clustergraph.coding import Coding
from clustergraph.errors import QueryTimedOut
from clustergraph.operations.dataset import Dataset
from clustergraph.operations.querying.answer import Answers, Asked, Prepared
from clustergraph.operations.querying.query_record import Outcome
from clustergraph.rdf.formats import RESULT_FORMATS
from clustergraph.sparql.gate import Limits
from clustergraph.store.readers.pool import ReaderPool
from clustergraph.store.versions import Home
from clustergraph.web.serving.extensions import BREAK_OFF
from clustergraph.web.sparql.delivery import Delivery, break_off_for
from given.homes import publish

pytestmark = pytest.mark.anyio

JSON = "application/sparql-results+json"
LOOKUP = "SELECT * { ?s ?p ?o }"
LONG = "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 20000"


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    path: Path = tmp_path_factory.mktemp("home")
    publish(path, 200)
    return Home(path)


@pytest.fixture
async def answers(home: Home) -> AsyncIterator[Answers]:
    pool = ReaderPool(readers=1, queue_length=2, memory_bytes=2**28)
    yield Answers(Dataset(home), pool, limits=Limits(), seconds=20, cache_bytes=100_000)
    await pool.close()


class _Client:
    """Takes what is sent."""

    def __init__(self) -> None:
        self.sent: list[Message] = []

    async def take(self, message: Message) -> None:
        self.sent.append(message)

    @property
    def status(self) -> int:
        found: int = self.sent[0]["status"]
        return found

    @property
    def body(self) -> bytes:
        return b"".join(message["body"] for message in self.sent[1:])


async def _prepared(answers: Answers, text: str) -> Prepared:
    outline = await answers.examine(text)
    return await answers.prepare(Asked(text=text), outline, RESULT_FORMATS[0], Coding.IDENTITY)


async def test_a_lookup_needs_no_reader_and_is_known_by_its_tag(answers: Answers) -> None:
    prepared = await _prepared(answers, f"{LOOKUP} LIMIT 3")
    first, again, known = _Client(), _Client(), _Client()
    answered = Delivery(first.take, JSON, prepared)
    assert await answered.deliver_at_once(answers, frozenset()) is Outcome.ANSWERED
    kept = Delivery(again.take, JSON, prepared)
    assert await kept.deliver_at_once(answers, frozenset()) is Outcome.KEPT
    assert (first.status, first.body) == (again.status, again.body)
    assert answered.bytes_sent == len(first.body)
    told = Delivery(known.take, JSON, prepared)
    tags = frozenset({f'"{prepared.tag}"'})
    assert await told.deliver_at_once(answers, tags) is Outcome.NOT_MODIFIED
    assert (known.status, known.body) == (304, b"")


async def test_a_server_that_can_takes_a_whole_answer_in_one_piece(answers: Answers) -> None:
    taken: list[bytes] = []

    def take_whole(headers: list[tuple[bytes, bytes]], body: bytes) -> bool:
        assert dict(headers)[b"content-length"] == str(len(body)).encode()
        taken.append(body)
        return True

    client = _Client()
    prepared = await _prepared(answers, f"{LOOKUP} LIMIT 4")
    delivery = Delivery(client.take, JSON, prepared, send_whole=take_whole)
    await delivery.deliver_at_once(answers, frozenset())
    assert (client.sent, delivery.has_begun, len(taken)) == ([], True, 1)


async def test_a_long_answer_comes_in_pieces_and_has_an_end(answers: Answers) -> None:
    client = _Client()
    delivery = Delivery(client.take, JSON, await _prepared(answers, LONG))
    assert await delivery.deliver_at_once(answers, frozenset()) is None
    await delivery.deliver(answers, "")
    more = [message["more_body"] for message in client.sent[1:]]
    assert more == [True] * (len(more) - 1) + [False]
    assert delivery.bytes_sent == len(client.body) > 1_000_000


async def test_of_a_long_answer_the_head_can_be_had_alone(answers: Answers) -> None:
    client = _Client()
    delivery = Delivery(client.take, JSON, await _prepared(answers, LONG), needs_body=False)
    await delivery.deliver(answers, "")
    assert (client.status, client.body, delivery.bytes_sent) == (200, b"", 0)


@pytest.mark.parametrize(
    ("error", "noted"),
    [(QueryTimedOut(1), 0), (TimeoutError(), 0), (ValueError("a bug"), 1)],
    ids=["limit", "slow client", "bug"],
)
def test_what_breaks_off_ends_its_connection_and_only_our_faults_are_noted(
    error: Exception, noted: int, caplog: pytest.LogCaptureFixture
) -> None:
    broken: list[bool] = []
    with caplog.at_level(logging.ERROR):
        break_off_for(error, {"extensions": {BREAK_OFF: lambda: broken.append(True)}})
    assert broken == [True]
    assert len([record for record in caplog.records if record.exc_info]) == noted
