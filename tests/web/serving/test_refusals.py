"""Whoever is sent away reads why, in an answer that is whole."""

import json

import pytest

from clustergraph.web.serving.refusals import (
    Refusal,
    as_http,
    malformed,
    too_many_connections,
    too_slow,
    unknown_method,
)


def test_a_refusal_is_a_whole_answer_that_ends_the_connection() -> None:
    head, _, body = as_http(too_slow(0.5), [(b"server", b"x")]).partition(b"\r\n\r\n")
    status, *lines = head.split(b"\r\n")
    headers = dict(line.lower().split(b": ", 1) for line in lines)
    assert status == b"HTTP/1.1 408 Request Timeout"
    assert (headers[b"connection"], headers[b"server"]) == (b"close", b"x")
    assert int(headers[b"content-length"]) == len(body)
    assert json.loads(body)["detail"] == "The request did not come within 0.5 seconds."


def test_who_is_one_too_many_is_told_when_to_come_back() -> None:
    assert b"retry-after: 5\r\n" in as_http(too_many_connections(), []).lower()


@pytest.mark.parametrize(
    ("piece", "refusal"),
    [(b"\x16\x03\x01\x02", malformed(b"\x16\x03")), (b"hello", malformed(b""))],
)
def test_what_has_no_method_is_no_http(piece: bytes, refusal: Refusal) -> None:
    assert (unknown_method(piece).status_code, unknown_method(piece).detail) == (
        400,
        refusal.detail,
    )


def test_a_method_that_nobody_knows_is_told_from_what_is_no_http() -> None:
    assert unknown_method(b"BREW /pot HTTP/1.1\r\n").status_code == 501
    assert "https" in malformed(b"\x16\x03\x01").detail
    assert "https" not in malformed(b"GET /\xff").detail
