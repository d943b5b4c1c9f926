"""A head that is none is told so, and a target in any form becomes a path."""

import pytest

from clustergraph.web.serving.heads import (
    check_head,
    check_transfer_encoding,
    framing_alone,
    in_origin_form,
)
from clustergraph.web.serving.refusals import Refusal

HOST = (b"host", b"a.example")


@pytest.mark.parametrize(
    ("version", "hosts", "status"),
    [("2.0", 1, 505), ("0.9", 1, 505), ("1.1", 0, 400), ("1.1", 2, 400), ("1.0", 2, 400)],
)
def test_a_head_is_of_a_known_version_and_names_one_host(
    version: str, hosts: int, status: int
) -> None:
    with pytest.raises(Refusal) as caught:
        check_head(version, [HOST] * hosts, hosts, most_headers=10)
    assert caught.value.status_code == status


def test_an_old_client_need_name_no_host() -> None:
    check_head("1.0", [], 0, most_headers=10)


def test_a_head_has_as_many_headers_as_it_may_and_no_more() -> None:
    check_head("1.1", [HOST] * 3, 1, most_headers=3)
    with pytest.raises(Refusal, match="more than 3 headers"):
        check_head("1.1", [HOST] * 4, 1, most_headers=3)


@pytest.mark.parametrize(
    ("version", "value", "status"), [("1.0", b"chunked", 400), ("1.1", b"gzip, chunked", 501)]
)
def test_a_body_comes_in_chunks_or_not_coded_at_all(
    version: str, value: bytes, status: int
) -> None:
    check_transfer_encoding("1.1", b"Chunked")
    with pytest.raises(Refusal) as caught:
        check_transfer_encoding(version, value)
    assert caught.value.status_code == status


def test_of_a_head_what_frames_its_body_can_be_shown_alone() -> None:
    headers = [HOST, (b"content-length", b"5"), (b"upgrade", b"h2c")]
    assert framing_alone(headers) == b"POST / HTTP/1.1\r\ncontent-length: 5\r\n\r\n"


@pytest.mark.parametrize(
    ("method", "url", "path", "host"),
    [
        (b"GET", b"http://b.example/x?y", b"/x?y", b"b.example"),
        (b"GET", b"HTTPS://b.example:81", b"/", b"b.example:81"),
        (b"OPTIONS", b"*", b"/", b"a.example"),
        (b"GET", b"*", b"*", b"a.example"),
        (b"GET", b"ftp://b.example/x", b"ftp://b.example/x", b"a.example"),
    ],
)
def test_a_target_becomes_a_path_and_the_host_is_the_one_that_it_names(
    method: bytes, url: bytes, path: bytes, host: bytes
) -> None:
    other = (b"accept", b"*/*")
    assert in_origin_form(method, url, [HOST, other]) == (path, [(b"host", host), other])
