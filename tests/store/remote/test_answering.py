"""An engine's answer is taken only where it is whole, and in a format that was asked for."""

from collections.abc import Mapping

import httpx2
import pytest

from clustergraph.errors import AnswerTooLarge, EngineFailed, UnsupportedQuery
from clustergraph.sparql.gate import Form
from clustergraph.store.remote import answering
from clustergraph.store.remote.answering import RemoteQuestion, accept_header, check, mended

pytestmark = pytest.mark.anyio

JSON = "application/sparql-results+json"
ROWS = RemoteQuestion(text="SELECT * {}", form=Form.SELECT, format="json")
TRUTH = RemoteQuestion(text="ASK {}", form=Form.ASK, format="csv")


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


def _answer(
    body: bytes = b"{}", media_type: str = JSON, status: int = 200, **more: str
) -> httpx2.Response:
    named = {name.replace("_", "-"): value for name, value in more.items()}
    return httpx2.Response(status, content=body, headers={"Content-Type": media_type, **named})


async def _read(answer: httpx2.Response, question: RemoteQuestion) -> bytes:
    return b"".join([piece async for piece in mended(answer, question)])


@pytest.mark.parametrize(
    ("answer", "error", "words"),
    [
        ({"media_type": "text/html"}, EngineFailed, "text/html, as no SPARQL engine does"),
        ({"media_type": ""}, EngineFailed, "no media type"),
        ({"media_type": "text/turtle"}, UnsupportedQuery, "does not write json"),
        ({"status": 406}, UnsupportedQuery, "does not write json"),
        ({"X_SPARQL_MaxRows": "10000"}, UnsupportedQuery, "gives 10000 rows at the most"),
        ({"status": 206}, EngineFailed, "only a part"),
        ({"X_SQL_State": "S1TAT"}, EngineFailed, "only a part"),
        ({"status": 400, "body": b"no such function"}, UnsupportedQuery, "no such function"),
    ],
)
async def test_what_may_not_be_the_whole_answer_is_none(
    answer: Mapping[str, object], error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        await check(_answer(**answer), ROWS)  # type: ignore[arg-type]


async def test_a_whole_answer_passes() -> None:
    await check(_answer(media_type=f"{JSON}; charset=utf-8"), ROWS)


async def test_a_truth_is_written_anew_in_the_format_asked_for() -> None:
    assert accept_header(TRUTH) == JSON
    assert b"true" in await _read(_answer(b'{"head":{},"boolean":true}'), TRUTH)


async def test_what_is_written_anew_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answering, "_MOST_CONVERTED_BYTES", 3)
    with pytest.raises(AnswerTooLarge):
        await _read(_answer(b'{"head":{},"boolean":true}'), TRUTH)
