"""Versions come and go in the middle of traffic, and nobody notices but by their names."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPException
from itertools import cycle
from pathlib import Path
from socket import socket

import pytest

from clustergraph.iris import BASE
from given.homes import ENDLESS
from given.numbered_versions import EVERY_NUMBER, PLACES, Publisher, numbers_in
from given.running import Reply, Service, asking, serve, wait_for

LONG = f"SELECT ?number {{ ?a <{BASE}number> ?number . ?b <{BASE}number> ?other }} LIMIT 300000"
ADDRESSES = (
    *PLACES,
    asking(EVERY_NUMBER, format="csv"),
    asking(f"SELECT (SAMPLE(?number) AS ?one) {{ ?thing <{BASE}number> ?number }}"),
    asking(f"CONSTRUCT WHERE {{ <{BASE}thing/1> ?p ?o }}"),
)
STANDING = ("etag", "vary", "dataset-version", "cache-control")
"""What a 304 must tell as its 200 would (RFC 9110, section 15.4.5), and our own header."""


@contextmanager
def _traffic(service: Service, clients: int) -> Iterator[list[Reply]]:
    """Ask all addresses again and again, and see to it that each request gets an answer."""
    replies: list[Reply] = []
    failures: list[Exception] = []
    stop = threading.Event()

    def ask(first: int) -> None:
        for address in cycle((*ADDRESSES[first:], *ADDRESSES[:first])):
            if stop.is_set():
                return
            try:
                replies.append(service.get(address))
            except (OSError, HTTPException) as error:
                failures.append(error)

    crowd = [threading.Thread(target=ask, args=(first,)) for first in range(clients)]
    for client in crowd:
        client.start()
    try:
        yield replies
    finally:
        stop.set()
        for client in crowd:
            client.join()
    assert failures == []


def _go_on(replies: list[Reply]) -> None:
    enough = len(replies) + 12
    wait_for(lambda: len(replies) >= enough)


def test_no_request_fails_and_no_answer_mixes_while_versions_come_go_and_return(
    followed: Service, publisher: Publisher
) -> None:
    home = publisher.home
    with _traffic(followed, clients=4) as replies:
        for _ in range(2):
            older = home.current()
            publisher.publish()
            _go_on(replies)
            home.switch(older)
            _go_on(replies)
            home.switch(publisher.publish())
            home.prune(1)
            _go_on(replies)
    assert [reply for reply in replies if reply.status != 200] == []
    for reply in replies:
        assert numbers_in(reply.body) == {publisher.numbers[reply.headers["dataset-version"]]}
    assert followed.query("ASK {}").headers["dataset-version"] == home.current_id


def test_a_long_answer_ends_in_its_version_though_that_is_replaced_and_removed(
    followed: Service, publisher: Publisher
) -> None:
    version = publisher.publish()
    with followed.send(LONG, format="csv") as line:
        begun = line.recv(1_000)
        publisher.publish()
        publisher.home.prune(1)
        assert not version.path.exists()
        for address in ADDRESSES:
            assert followed.get(address).headers["dataset-version"] == publisher.home.current_id
        answer = begun + _rest(line, b"\r\n0\r\n\r\n")
    assert version.id.encode() in answer
    assert answer.count(b"number-") == 300_000
    assert numbers_in(answer) == {publisher.numbers[version.id]}


def _rest(line: socket, end: bytes) -> bytes:
    found = bytearray()
    while not found.endswith(end):
        piece = line.recv(1 << 20)
        assert piece, "the answer breaks off"
        found += piece
    return bytes(found)


def test_who_waits_while_its_version_is_removed_is_answered_all_the_same(
    publisher: Publisher, tmp_path: Path
) -> None:
    old, new = publisher.publish(), publisher.publish()
    publisher.home.switch(old)
    replies: list[Reply] = []
    text = f"{EVERY_NUMBER} ORDER BY ?number"  # without an order it would need no reader
    waiting = threading.Thread(target=lambda: replies.append(service.query(text)))
    with serve(publisher.home.path, tmp_path / "log", readers="1") as service:
        with service.send(f"{ENDLESS} # 1"), service.send(f"{ENDLESS} # 2"):
            wait_for(lambda: service.counted("clustergraph_queries_running") == 2)  # one aside
            waiting.start()
            wait_for(lambda: service.counted("clustergraph_queries_waiting") == 1)
            publisher.home.switch(new)
            publisher.home.remove(old)
        waiting.join()
    (reply,) = replies
    assert reply.status == 200, reply.body
    assert numbers_in(reply.body) == {publisher.numbers[reply.headers["dataset-version"]]}


@pytest.mark.parametrize("address", ADDRESSES)
def test_who_has_the_current_answer_is_told_so_with_all_that_stands(
    followed: Service, address: str
) -> None:
    whole = followed.get(address)
    again = followed.get(address, If_None_Match=whole.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    for name in STANDING:
        assert again.headers[name] == whole.headers[name]
    assert "content-length" not in again.headers


def test_who_has_the_answer_of_another_version_gets_the_new_one(
    followed: Service, publisher: Publisher
) -> None:
    tags = {address: followed.get(address).headers["etag"] for address in ADDRESSES}
    version = publisher.publish()
    for address, tag in tags.items():
        new = followed.get(address, If_None_Match=tag)
        assert (new.status, new.headers["dataset-version"]) == (200, version.id)
        assert new.headers["etag"] != tag
        assert numbers_in(new.body) == {publisher.numbers[version.id]}


def test_an_answer_that_is_kept_is_that_of_the_version_that_is_current_again(
    followed: Service, publisher: Publisher
) -> None:
    text = f"SELECT ?number {{ <{BASE}thing/2> <{BASE}number> ?number }}"
    first, second = publisher.publish(), publisher.publish()
    for version in (second, first, second, first):
        publisher.home.switch(version)
        for _ in range(4):
            reply = followed.query(text)
            assert reply.headers["dataset-version"] == version.id
            assert numbers_in(reply.body) == {publisher.numbers[version.id]}
