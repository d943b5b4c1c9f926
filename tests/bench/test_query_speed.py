"""What the comparison of query speed reads, counts and draws; nothing here asks how fast it is."""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree as ET

import pytest
from pyoxigraph import QuerySolutions, RdfFormat, Store, parse

from bench.measuring.figures import Figure, Goal, Group, as_json, rounded, table
from bench.measuring.plot import svg
from bench.measuring.processes import alive, is_reader, kill, peak_of, resident, tree
from bench.measuring.servers import Server, our_server
from bench.measuring.wrk import Drive, read_drive
from bench.query_speed.corpus import FUNDERS, LEAST_CLUSTERS, triples
from bench.query_speed.driving import MIXES, Driver, Sample, read_sample
from clustergraph.iris import BASE
from clustergraph.store.versions import Home
from given.listening import listening

PRINTED = """\
Running 5s test @ http://127.0.0.1:8000
  1 threads and 8 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency     6.62ms    1.20ms  30.11ms   93.07%
    Req/Sec     1.21k    91.31     1.33k    78.00%
  Latency Distribution
     50%    6.40ms
     75%    6.80ms
     90%    7.37ms
     99%   11.04ms
  6044 requests in 5.00s, 9.43MB read
Requests/sec:   1207.63
Transfer/sec:      1.88MB
"""
REFUSED = "  Non-2xx or 3xx responses: 7\n"
BROKEN = "  Socket errors: connect 1, read 2, write 3, timeout 4\n"
SLOW = Figure(
    group=Group.OXIGRAPH, name="small", value=0.2, goal=Goal(0.5, is_least=True), details="a lot"
)
FAST = Figure(group=Group.OXIGRAPH, name="heavy & hard", value=0.9)
COST = Figure(
    group=Group.COST, name="memory", value=150.0, unit="MB", goal=Goal(200.0, is_least=False)
)
FIGURES = (SLOW, FAST, COST)


def test_rate_and_p99_are_those_that_wrk_prints() -> None:
    drive = read_drive(PRINTED)
    assert drive == Drive(6044, 1207.63, 11.04, 0)


@pytest.mark.parametrize(
    ("written", "milliseconds"), [("930.00us", 0.93), ("1.20s ", 1200.0), ("1.50m ", 90_000.0)]
)
def test_p99_is_in_milliseconds_whatever_wrk_prints_it_in(
    written: str, milliseconds: float
) -> None:
    drive = read_drive(PRINTED.replace("11.04ms", written))
    assert drive.p99_milliseconds == pytest.approx(milliseconds)


@pytest.mark.parametrize(("lines", "errors"), [(REFUSED, 7), (BROKEN, 10), (BROKEN + REFUSED, 17)])
def test_refusals_and_broken_connections_are_errors(lines: str, errors: int) -> None:
    assert read_drive(PRINTED.replace("Requests/sec", f"{lines}Requests/sec")).errors == errors


@pytest.mark.parametrize("read", [read_drive, read_sample])
def test_what_wrk_did_not_measure_is_no_measure(read: Callable[[str], object]) -> None:
    with pytest.raises(ValueError, match="unable to connect"):
        read("unable to connect to 127.0.0.1:1 Connection refused\n")


def test_a_sample_is_what_the_script_counted() -> None:
    assert read_sample(f"{PRINTED}CHECK 20 answers 310 values 0 empty\n") == Sample(20, 310, 0)


def test_a_goal_is_met_at_its_bound_and_not_past_it() -> None:
    least, most = Goal(0.5, is_least=True), Goal(100, is_least=False)
    assert least.is_met(0.5)
    assert not least.is_met(0.49)
    assert most.is_met(100)
    assert not most.is_met(101)


@pytest.mark.parametrize(
    ("value", "written"), [(0.0, "0.00"), (0.004, "0.00"), (9.996, "10.0"), (99.4, "99.4")]
)
def test_numbers_are_written_with_as_many_digits_as_they_deserve(
    value: float, written: str
) -> None:
    assert rounded(value) == written


def test_the_table_says_which_goals_are_missed() -> None:
    lines = [" ".join(line.split()) for line in table(FIGURES).splitlines()]
    assert "small 0.20 ≥ 0.5 NO a lot" in lines
    assert "heavy & hard 0.90" in lines
    assert "memory 150 MB ≤ 200 yes" in lines


def test_json_tells_all_of_a_figure() -> None:
    assert as_json([SLOW]) == [
        {
            "group": "oxigraph",
            "name": "small",
            "value": 0.2,
            "unit": "",
            "goal": "≥ 0.5",
            "met": False,
            "details": "a lot",
        }
    ]


def test_the_picture_has_a_bar_for_each_figure_as_long_as_it_is_large() -> None:
    bars = _bars(FIGURES)
    assert len(bars) == len(FIGURES)
    assert bars[1] == pytest.approx(bars[0] * FAST.value / SLOW.value, rel=0.01)


def test_a_bar_that_is_too_long_ends_with_the_axis() -> None:
    huge = Figure(group=Group.OXIGRAPH, name="huge", value=1000.0)
    huger = Figure(group=Group.OXIGRAPH, name="huger", value=9000.0)
    assert _bars((SLOW, huge)) == _bars((SLOW, huger))
    assert svg((SLOW, huge), "").count("→") == 1


def test_a_picture_without_any_goal_can_be_drawn() -> None:
    assert _bars((FAST,))


def test_equal_numbers_of_clusters_give_equal_graphs() -> None:
    assert list(triples(50)) == list(triples(50))


@pytest.fixture(scope="module")
def smallest_graph() -> Store:
    store = Store()
    store.bulk_extend(parse("".join(triples(LEAST_CLUSTERS)), RdfFormat.N_TRIPLES))
    return store


def test_even_the_smallest_graph_has_all_that_the_queries_ask_for(smallest_graph: Store) -> None:
    assert len(smallest_graph) == pytest.approx(9 * LEAST_CLUSTERS, rel=0.001)
    funders = f"SELECT DISTINCT ?funder {{ ?project <{BASE}ns#fundedBy> ?funder }}"
    assert len(_rows(smallest_graph, funders)) == FUNDERS


@pytest.mark.skipif(shutil.which("wrk") is None, reason="needs wrk")
@pytest.mark.parametrize("mix", MIXES)
def test_wrk_sends_only_queries_that_find_something_and_no_text_twice(
    smallest_graph: Store, mix: str
) -> None:
    driver = Driver(clusters=LEAST_CLUSTERS, seconds=1, connections=2)
    with _listening() as (server, asked):
        drive = driver.drive(mix, server, driver.new_run())
    assert drive.errors == 0
    assert mix == "repeat" or len(set(asked)) == len(asked)
    assert len(set(asked)) > 10
    assert all(_rows(smallest_graph, text) for text in set(asked))


def test_a_server_and_its_reader_are_gone_after_a_failure(small_home: Home) -> None:
    seen: list[tuple[int, bool]] = []
    with pytest.raises(ZeroDivisionError):
        _fail_beside_a_server(small_home, seen)
    assert [is_reader for _, is_reader in seen] == [False, True]
    assert not [pid for pid, _ in seen if alive(pid)]


def test_memory_is_seen_to_grow_while_it_is_watched() -> None:
    grow = "import sys, time; print(flush=True); sys.stdin.read(1); x = b'x' * 50_000_000; print()"
    command = [sys.executable, "-c", f"{grow}; sys.stdout.flush(); time.sleep(60)"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe) as process:
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdout.readline()
            assert tree(process.pid) == [process.pid]
            with peak_of([process.pid]) as peak:
                process.stdin.write(b"!")
                process.stdin.flush()
                process.stdout.readline()
        finally:
            kill([process.pid])
    assert 40e6 < peak.growth < 80e6
    assert resident([process.pid]) == 0
    assert tree(process.pid) == []


def _fail_beside_a_server(home: Home, seen: list[tuple[int, bool]]) -> None:
    with our_server(home.path, readers=1) as server:
        seen += [(pid, is_reader(pid)) for pid in server.pids]
        raise ZeroDivisionError


def _rows(store: Store, text: str) -> list[Any]:
    found = store.query(text)
    assert isinstance(found, QuerySolutions)
    return list(found)


def _bars(figures: tuple[Figure, ...]) -> list[float]:
    picture = ET.fromstring(svg(figures, "a < b"))
    kinds = ("met", "missed", "told")
    found = picture.iter("{http://www.w3.org/2000/svg}rect")
    return [float(bar.attrib["width"]) for bar in found if bar.get("class") in kinds]


@contextmanager
def _listening() -> Iterator[tuple[Server, list[str]]]:
    """Answer anything with nothing, and note the queries."""
    asked: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            asked.extend(parse_qs(urlsplit(self.path).query)["query"])
            time.sleep(0.02)  # wrk need not send thousands
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

    with listening(Listener) as port, subprocess.Popen([sys.executable, "-c", ""]) as process:
        yield Server("listener", port, "/sparql", process, 0.0), asked
