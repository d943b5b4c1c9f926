"""What the benchmark of lookups makes up, asks and counts; nothing here asks how fast it is."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import unquote

import pytest

from bench.lookup_speed.batch import items
from bench.lookup_speed.corpus import (
    NAMES_EACH,
    beginnings,
    home_with,
    local_id,
    names_of,
    quads,
    whole_names,
)
from bench.measuring.failures import NoAnswer
from bench.measuring.servers import Server
from bench.measuring.visiting import Visitor, answer_of
from clustergraph.operations.dataset import Dataset
from clustergraph.operations.identifying.identify import identify
from clustergraph.operations.identifying.standing import Status
from clustergraph.store.versions import Home
from given.listening import listening

ORGANISATIONS = 25


@pytest.fixture(scope="module")
def few_names(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    folder = tmp_path_factory.mktemp("lookups")
    return Dataset(Home(home_with(NAMES_EACH * ORGANISATIONS, folder)))


def test_equal_numbers_give_equal_names_and_questions() -> None:
    assert list(map(str, quads(9))) == list(map(str, quads(9)))
    assert list(beginnings(9, 20)) == list(beginnings(9, 20))
    assert items(9, 20, seed=1) == items(9, 20, seed=1)


def test_each_round_asks_for_other_things() -> None:
    assert items(9, 20, seed=1) != items(9, 20, seed=2)


@pytest.mark.parametrize("number", range(20))
def test_the_third_name_has_another_script_and_the_last_is_short(number: int) -> None:
    english, polish, bulgarian, short = (name.value for name in names_of(number))
    assert english.isprintable()
    assert "ski " in polish
    assert all("Ѐ" <= letter <= "ӿ" for letter in bulgarian.replace(" ", ""))
    assert len(short) < len(english)


def test_all_that_is_asked_for_is_there(few_names: Dataset) -> None:
    names = few_names.current().names
    for text in [*map(unquote, beginnings(ORGANISATIONS, 30)), *whole_names(ORGANISATIONS, 10)]:
        assert names.search(text, prefix=True, limit=1).total, text


def test_local_ids_are_taken_for_such(few_names: Dataset) -> None:
    opened = few_names.current()
    found = [identify(opened, local_id(number)) for number in range(ORGANISATIONS)]
    assert {each.status for each in found if each} == {Status.FOUND}
    assert all(found)


def test_a_home_is_made_once(tmp_path: Path) -> None:
    first = home_with(NAMES_EACH, tmp_path)
    made = Home(first).current_id
    assert home_with(NAMES_EACH, tmp_path) == first
    assert Home(first).current_id == made
    assert home_with(2 * NAMES_EACH, tmp_path) != first


def test_a_batch_has_things_of_all_kinds() -> None:
    asked = items(ORGANISATIONS, 200, seed=0)
    known = {name.value for number in range(ORGANISATIONS) for name in names_of(number)}
    ids = {local_id(number) for number in range(ORGANISATIONS)}
    assert known & set(asked)
    assert ids & set(asked)
    assert any(item.startswith("https://") for item in asked)
    assert any(item.startswith("nobody ") for item in asked)


@pytest.mark.skipif(shutil.which("wrk") is None, reason="needs wrk")
def test_all_paths_are_asked_for_in_turn() -> None:
    with _listening(200) as (server, asked):
        drive = Visitor(seconds=1, connections=1).visit(server, ["/a?q=1", "/b", "/c"])
    assert drive.requests > 3
    assert set(asked[:3]) == {"/a?q=1", "/b", "/c"}
    assert asked[3] == asked[0]


@pytest.mark.skipif(shutil.which("wrk") is None, reason="needs wrk")
def test_refusals_are_no_measure() -> None:
    with (
        _listening(429) as (server, _),
        pytest.raises(NoAnswer, match=r"errors in \d+ answers, first to /a"),
    ):
        Visitor(seconds=1, connections=1).visit(server, ["/a"])


def test_what_is_not_answered_is_told_with_its_reason() -> None:
    with _listening(429) as (server, _), pytest.raises(NoAnswer, match="429 to /a: b'GET'"):
        answer_of(server, "/a")


def test_a_body_is_posted() -> None:
    with _listening(200) as (server, _):
        assert answer_of(server, "/a", json.dumps({}).encode()) == b"POST"


@contextmanager
def _listening(status: int) -> Iterator[tuple[Server, list[str]]]:
    """Answer anything with its method, and note the paths."""
    asked: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _answer(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            asked.append(self.path)
            self.send_response(status)
            self.send_header("Content-Length", str(len(self.command)))
            self.end_headers()
            self.wfile.write(self.command.encode())

        def do_GET(self) -> None:
            self._answer()

        def do_POST(self) -> None:
            self._answer()

    with listening(Listener) as port, subprocess.Popen([sys.executable, "-c", ""]) as process:
        yield Server("listener", port, "/", process, 0.0), asked
