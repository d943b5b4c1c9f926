"""A body comes in pieces: unpacked, counted, and refused where it is not what it says."""

import gzip
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import Message

from clustergraph.errors import BadContent, ContentTooLarge
from clustergraph.web.writing.bodies import pieces_of, save, save_text

pytestmark = pytest.mark.anyio


def request(*pieces: bytes, breaks_off: bool = False, **headers: str) -> Request:
    last: Message = {"type": "http.request", "body": b"", "more_body": False}
    sent: list[Message] = [
        *({"type": "http.request", "body": piece, "more_body": True} for piece in pieces),
        {"type": "http.disconnect"} if breaks_off else last,
    ]
    messages = iter(sent)

    async def receive() -> Message:
        return next(messages)

    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "method": "POST", "headers": raw}, receive)


async def body_of(asked: Request, most_bytes: int = 1_000) -> bytes:
    return b"".join([piece async for piece in pieces_of(asked, most_bytes)])


async def in_pieces(*pieces: bytes) -> AsyncIterator[bytes]:
    for piece in pieces:
        yield piece


async def test_what_is_packed_comes_unpacked_wherever_its_pieces_end() -> None:
    packed = gzip.compress(b"one ") + gzip.compress(b"two")
    for size in (1, 7, len(packed)):
        pieces = [packed[at : at + size] for at in range(0, len(packed), size)]
        assert await body_of(request(*pieces, content_encoding="gzip")) == b"one two"
    assert await body_of(request(b"one ", b"two")) == b"one two"


@pytest.mark.parametrize("body", [b"plain", gzip.compress(b"one", mtime=0)[:-4]])
async def test_what_is_not_packed_or_not_whole_is_refused(body: bytes) -> None:
    with pytest.raises(BadContent, match="gzip"):
        await body_of(request(body, content_encoding="gzip"))


async def test_a_body_is_no_longer_than_allowed_packed_or_not() -> None:
    assert len(await body_of(request(b"x" * 10), 10)) == 10
    with pytest.raises(ContentTooLarge):
        await body_of(request(b"x" * 6, b"x" * 5), 10)
    with pytest.raises(ContentTooLarge):
        await body_of(request(gzip.compress(b"x" * 11), content_encoding="gzip"), 10)


async def test_what_says_that_it_is_too_long_is_not_read() -> None:
    asked = request(content_length="11")
    with pytest.raises(ContentTooLarge):
        await body_of(asked, 10)
    assert (await asked.receive())["type"] == "http.request"


async def test_a_coding_that_nothing_undoes_is_refused_with_those_that_are() -> None:
    with pytest.raises(HTTPException) as refused:
        await body_of(request(b"x", content_encoding="br"))
    assert refused.value.status_code == 415
    assert refused.value.headers == {"Accept-Encoding": "gzip, identity"}


async def test_a_body_that_breaks_off_is_told_as_such() -> None:
    with pytest.raises(HTTPException, match="broke off"):
        await body_of(request(b"x", breaks_off=True))


async def test_what_is_saved_is_counted(tmp_path: Path) -> None:
    assert await save(in_pieces(b"one ", b"two"), tmp_path / "body") == 7
    assert (tmp_path / "body").read_bytes() == b"one two"


async def test_a_letter_may_lie_in_two_pieces_and_a_mark_before_all_goes(tmp_path: Path) -> None:
    text = "ż\ufeffółw".encode()
    await save_text(in_pieces(b"\xef\xbb\xbf" + text[:1], text[1:]), tmp_path / "text")
    assert (tmp_path / "text").read_bytes() == text


@pytest.mark.parametrize(
    ("pieces", "words"),
    [
        ((b"ab", b"c\xff"), "byte 4 is 0xFF"),
        ((b"a\xc5", b"a"), "byte 2 is 0xC5"),
        ((b"\xc5",), "1"),
    ],
)
async def test_the_byte_that_is_not_utf_8_is_told(
    tmp_path: Path, pieces: tuple[bytes, ...], words: str
) -> None:
    with pytest.raises(HTTPException, match=words):
        await save_text(in_pieces(*pieces), tmp_path / "text")
