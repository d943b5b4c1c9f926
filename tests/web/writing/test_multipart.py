"""A body of several parts is taken as a whole, or not at all."""

import pytest
from starlette.testclient import TestClient

from given.writers import content, parts, send, store

GRAPH = "https://example.org/store/"
ONE = b"<s:one> <p:is> <o:there> ."
TWO = b"<s:two> <p:is> <o:there> ."


def test_all_parts_are_added_at_once(plain: TestClient) -> None:
    address = store(f"{GRAPH}parts")
    body, type_ = parts(
        ("one.ttl", "text/turtle", ONE),
        ("two", "application/ld+json", b'{"@id": "s:two", "p:is": {"@id": "o:there"}}'),
        ("three.nt", "application/octet-stream", b"<s:three> <p:is> <o:there> ."),
    )
    assert send(plain, "POST", address, body, **type_).status_code == 201
    assert len(content(plain, address)) == 3


@pytest.mark.parametrize(
    ("wrong", "status", "told"),
    [
        (("two.ttl", "text/turtle", b"<"), 400, "Part 2 ('two.ttl') can't be read at line 1"),
        (("two.png", "image/png", TWO), 415, "Part 2 ('two.png') is 'image/png'"),
        (("two", "", TWO), 415, "Part 2 ('two') does not say what format it is in"),
        (("two.ttl", "text/turtle; charset=utf-16", TWO), 415, "Part 2 ('two.ttl') must be"),
    ],
)
def test_one_wrong_part_is_told_and_none_is_added(
    plain: TestClient, wrong: tuple[str, str, bytes], status: int, told: str
) -> None:
    address = store(f"{GRAPH}wrong-part")
    body, type_ = parts(("one.ttl", "text/turtle", ONE), wrong)
    answer = send(plain, "POST", address, body, **type_)
    assert answer.status_code == status
    assert answer.json()["detail"].startswith(told)
    assert plain.get(address).status_code == 404


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"", "multipart/form-data; boundary=edge"),
        (ONE, "multipart/form-data; boundary=edge"),
        (parts(("a.ttl", "text/turtle", ONE))[0][:-9], "multipart/form-data; boundary=edge"),
        (parts(("a.ttl", "text/turtle", ONE))[0], "multipart/form-data"),
        (parts(("a.ttl", "text/turtle", ONE))[0], f"multipart/form-data; boundary={'x' * 300}"),
        (parts(*[("a.ttl", "text/turtle", ONE)] * 101)[0], "multipart/form-data; boundary=edge"),
    ],
)
def test_parts_that_can_not_be_parted_are_refused(
    plain: TestClient, body: bytes, content_type: str
) -> None:
    address = store(f"{GRAPH}no-parts")
    assert send(plain, "POST", address, body, Content_Type=content_type).status_code == 400
    assert plain.get(address).status_code == 404
