"""``version=`` asks a version that is kept, whichever is current, for as long as it is kept."""

import json
from pathlib import Path

import pytest

from clustergraph.iris import BASE
from given.numbered_versions import EVERY_NUMBER, Publisher, numbers_in
from given.running import Service, asking, serve, wait_for

LONG = f"SELECT ?number {{ ?a <{BASE}number> ?number . ?b <{BASE}number> ?other }} LIMIT 300000"


def test_each_kept_version_answers_under_its_name(
    two_workers: Service, publisher: Publisher
) -> None:
    older, newer = publisher.publish(), publisher.publish()
    tags = set()
    for version in (older, newer, older):
        reply = two_workers.query(EVERY_NUMBER, version=version.id)
        assert reply.headers["dataset-version"] == version.id
        assert numbers_in(reply.body) == {publisher.numbers[version.id]}
        tags.add(reply.headers["etag"])
    assert len(tags) == 2
    assert two_workers.query(EVERY_NUMBER).headers["dataset-version"] == newer.id


def test_the_current_version_has_the_same_answers_under_its_name(
    two_workers: Service, publisher: Publisher
) -> None:
    version = publisher.publish()
    named, unnamed = (two_workers.query(EVERY_NUMBER, version=name) for name in (version.id, ""))
    assert (named.body, named.headers["etag"]) == (unnamed.body, unnamed.headers["etag"])


@pytest.mark.parametrize(
    "name",
    ["20200101T000000Z-0000000000000000", "current", "..", "../../etc", "x" * 3_000, "\0", "%"],
)
def test_a_version_that_never_was_is_a_problem(two_workers: Service, name: str) -> None:
    reply = two_workers.query("ASK {}", version=name)
    assert (reply.status, reply.headers["content-type"]) == (404, "application/problem+json")
    assert json.loads(reply.body)["type"].endswith("/not-found")
    assert reply.headers["cache-control"] == "no-store"


def test_a_version_that_was_removed_is_not_found_though_its_answer_was_kept(
    two_workers: Service, publisher: Publisher
) -> None:
    version = publisher.publish()
    address = asking(EVERY_NUMBER, version=version.id)
    tag = two_workers.get(address).headers["etag"]
    publisher.publish()
    publisher.home.remove(version)
    assert two_workers.get(address).status == 404
    assert two_workers.get(address, If_None_Match=tag).status == 404


def test_an_answer_is_finished_though_its_version_is_removed_meanwhile(
    two_workers: Service, publisher: Publisher
) -> None:
    version = publisher.publish()
    publisher.publish()
    with two_workers.send(LONG, format="csv", version=version.id) as line:
        answer = bytearray(line.recv(1_000))
        publisher.home.remove(version)
        while not answer.endswith(b"\r\n0\r\n\r\n"):
            piece = line.recv(1 << 20)
            assert piece, "the answer breaks off"
            answer += piece
    assert numbers_in(bytes(answer)) == {publisher.numbers[version.id]}
    assert answer.count(b"number-") == 300_000


def test_caches_ask_before_they_use_an_answer_of_a_version_again(
    two_workers: Service, publisher: Publisher
) -> None:
    """A version never changes, but may be removed: what is to be forgotten must not live on."""
    reply = two_workers.query(EVERY_NUMBER, version=publisher.home.current().id)
    assert reply.headers["cache-control"] == "no-cache"


def test_a_new_version_that_cannot_be_read_is_passed_over_and_logged(
    one_worker: Service, publisher: Publisher
) -> None:
    """With two workers, one that nobody asked meanwhile may never have seen the good one."""
    good = publisher.publish()
    assert one_worker.query("ASK {}").headers["dataset-version"] == good.id
    bad = publisher.publish(is_damaged=True)
    for path in (asking(EVERY_NUMBER), "/data/place-aaaaaaaa.nt", "/api/search?q=place"):
        reply = one_worker.get(path)
        assert (reply.status, reply.headers["dataset-version"]) == (200, good.id)
    assert any(bad.id in line for line in one_worker.log_lines("version_refused"))
    assert publisher.publish().id == one_worker.query("ASK {}").headers["dataset-version"]


def test_the_disk_of_a_removed_version_is_free_though_nobody_asks(tmp_path: Path) -> None:
    publisher = Publisher(tmp_path / "home")
    publisher.publish()
    with serve(publisher.home.path, tmp_path / "log", workers=2, readers="2") as service:
        service.query("ASK {}")
        publisher.publish()
        publisher.home.prune(1)
        wait_for(lambda: not service.removed_files(publisher.home.path), seconds=5)
