"""Every answer says what browsers may do with it, once."""

import asyncio

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Message

from clustergraph.web.exchange.headers import (
    COMMON,
    CommonHeaders,
    content_type,
    media_type_of,
    spoken_in,
)

POLICY = "content-security-policy"


def _headers(**own: str) -> list[tuple[bytes, bytes]]:
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    named = {name.replace("_", "-"): value for name, value in own.items()}
    app = CommonHeaders(PlainTextResponse("x", headers=named))
    asyncio.run(app({"type": "http"}, receive, send))
    found: list[tuple[bytes, bytes]] = sent[0]["headers"]
    return found


def test_all_of_them_are_added_behind_what_an_answer_has() -> None:
    found = _headers(x_own="1")
    assert (b"x-own", b"1") in found
    assert found[-len(COMMON) :] == list(COMMON)


def test_a_policy_of_its_own_holds_alone() -> None:
    found = _headers(content_security_policy="default-src 'none'")
    policies = [value for name, value in found if name.decode() == POLICY]
    assert policies == [b"default-src 'none'"]
    assert len(found) == len(_headers())


def test_no_policy_lets_anything_in_from_elsewhere() -> None:
    policy = dict(COMMON)[POLICY.encode()].decode()
    assert "default-src 'self'" in policy
    assert "http" not in policy


@pytest.mark.parametrize(
    ("media_type", "header"),
    [
        ("text/csv", "text/csv; charset=utf-8"),
        ("application/n-triples", "application/n-triples"),
    ],
)
def test_text_says_that_it_is_in_utf_8(media_type: str, header: str) -> None:
    assert content_type(media_type) == header
    assert media_type_of(header) == media_type


def test_what_is_told_in_a_language_says_so_and_depends_on_it() -> None:
    assert spoken_in("pl") == {"Vary": "Accept, Accept-Language", "Content-Language": "pl"}
