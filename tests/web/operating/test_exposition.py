"""What is counted, and who sees it: right for one process, and for several, some of them dead."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

import pytest
from prometheus_client.openmetrics.parser import text_string_to_metric_families as parse_open
from prometheus_client.parser import text_string_to_metric_families as parse_plain
from starlette.testclient import TestClient

from clustergraph import __version__
from clustergraph.operations.dataset import Dataset
from clustergraph.operations.querying.query_record import Outcome, QueryRecord
from clustergraph.sparql.gate import Form, Limits
from clustergraph.store.readers.pool import ReaderPool
from clustergraph.store.versions import Home
from clustergraph.web.app import create_app
from clustergraph.web.operating.metrics import Metrics
from clustergraph.web.operating.operators import OperatorOptions

WORKER = """
import sys
from pathlib import Path
from clustergraph.operations.dataset import Dataset
from clustergraph.operations.querying.query_record import Outcome, QueryRecord
from clustergraph.sparql.gate import Form
from clustergraph.store.versions import Home
from clustergraph.settings import shared_metrics
from clustergraph.web.operating.operators import OperatorOptions, Operators

operators = Operators(
    Dataset(Home(Path(sys.argv[1]))), OperatorOptions(readers=2, metrics_folder=shared_metrics())
)
operators.record_query(QueryRecord(
    form=Form.SELECT, outcome=Outcome.KEPT, seconds=0.002, bytes_sent=100,
    version_id="v", text="", client="",
))
operators.metrics.load_changed(1, 3)
operators.metrics.reader_killed("time-limit")
operators.metrics.record_request("/id/x", 303, 0.01)
print("ready", flush=True)
for line in sys.stdin:
    print(operators.exposition.show("")[0].decode() + "END", flush=True)
"""


@contextmanager
def _site(
    home: Home, metrics: Literal["public", "loopback", "off"] = "public", client: str = "::1"
) -> Iterator[TestClient]:
    app = create_app(
        Dataset(home),
        ReaderPool(readers=1, queue_length=4, memory_bytes=2**30),
        limits=Limits(),
        seconds=10,
        cache_bytes=100_000,
        operating=OperatorOptions(readers=1, metrics_for=metrics),
    )
    with TestClient(app, client=(client, 5000)) as site:
        yield site


@pytest.fixture
def own_site(small_home: Home) -> Iterator[TestClient]:
    with _site(small_home) as site:
        yield site


def _samples(text: str) -> dict[tuple[str, tuple[str, ...]], float]:
    return {
        (sample.name, tuple(sample.labels.values())): sample.value
        for family in parse_plain(text)
        for sample in family.samples
    }


def _record(**changes: Any) -> QueryRecord:
    usual: dict[str, Any] = {
        "form": Form.SELECT,
        "outcome": Outcome.ANSWERED,
        "seconds": 0.002,
        "bytes_sent": 10,
        "version_id": "v",
        "text": "SELECT * { ?secret ?p ?o }",
        "client": "192.0.2.7",
    }
    return QueryRecord(**usual | changes)


def test_queries_are_counted_by_form_and_outcome(own_site: TestClient) -> None:
    ask, tell = {"query": "ASK {}"}, _samples
    own_site.get("/sparql", params=ask)
    own_site.get("/sparql", params=ask)
    own_site.get("/sparql", params={"query": "SELECT nonsense"})
    counted = tell(own_site.get("/metrics").text)
    assert counted["clustergraph_queries_total", ("ask", "answered")] == 1
    assert counted["clustergraph_queries_total", ("ask", "kept")] == 1
    malformed = [
        value
        for (name, labels), value in counted.items()
        if name == "clustergraph_queries_total" and "malformed" in labels
    ]
    assert sum(malformed) == 1
    assert counted["clustergraph_query_duration_seconds_count", ("ask", "reader")] == 1
    assert counted["clustergraph_query_duration_seconds_count", ("ask", "kept")] == 1
    assert counted["clustergraph_query_sent_bytes_total", ()] > 0


def test_every_outcome_is_there_before_it_happens() -> None:
    counted = {
        tuple(sample.labels.values())
        for family in Metrics(readers=1).registry.collect()
        for sample in family.samples
        if sample.name == "clustergraph_queries_total"
    }
    assert len(counted) == (len(Form) + 1) * len(Outcome)


@pytest.mark.parametrize("outcome", list(Outcome))
@pytest.mark.parametrize("form", [*Form, None])
def test_every_query_counts_once_in_all_its_numbers(form: Form | None, outcome: Outcome) -> None:
    metrics = Metrics(readers=1)
    for _ in range(2):
        metrics.record_query(_record(form=form, outcome=outcome))
    counted: dict[str, float] = {}
    for family in metrics.registry.collect():
        for sample in family.samples:
            counted[sample.name] = counted.get(sample.name, 0) + sample.value
    assert counted["clustergraph_queries_total"] == 2
    assert counted["clustergraph_query_duration_seconds_count"] == 2
    assert counted["clustergraph_query_sent_bytes_total"] == 20


def test_nothing_of_a_query_or_its_client_is_shown(own_site: TestClient) -> None:
    own_site.app.state.operators.record_query(_record())  # type: ignore[attr-defined]
    shown = own_site.get("/metrics").text
    assert "secret" not in shown
    assert "192.0.2" not in shown


def test_made_up_paths_make_no_new_numbers(own_site: TestClient) -> None:
    for number in range(20):
        own_site.get(f"/made-up-{number}")
    own_site.get("/ns.ttl")
    own_site.get("/ns/nowhere")
    own_site.get("/assets/style.css")
    counted = _samples(own_site.get("/metrics").text)
    assert counted["clustergraph_requests_total", ("other", "404")] == 20
    assert counted["clustergraph_requests_total", ("ns", "200")] == 1
    assert counted["clustergraph_requests_total", ("ns", "404")] == 1
    assert counted["clustergraph_requests_total", ("assets", "200")] == 1
    assert not any("made-up" in label for _, labels in counted for label in labels)


def test_the_version_and_the_process_are_shown(own_site: TestClient, small_home: Home) -> None:
    version = small_home.current()
    counted = _samples(own_site.get("/metrics").text)
    assert counted["clustergraph_dataset_info", (version.id,)] == 1
    published = counted["clustergraph_dataset_published_timestamp_seconds", ()]
    assert published == pytest.approx(version.created.timestamp())
    assert counted["clustergraph_build_info", (__version__,)] == 1
    assert counted["clustergraph_workers", ()] == 1
    assert counted["clustergraph_readers", ()] == 1
    if Path("/proc/self/stat").exists():
        assert counted["process_resident_memory_bytes", ()] > 2**20


def test_without_a_version_there_are_numbers_still(tmp_path: Path) -> None:
    with _site(Home(tmp_path)) as site:
        counted = _samples(site.get("/metrics").text)
    assert ("clustergraph_queries_running", ()) in counted
    assert not any(name == "clustergraph_dataset_info" for name, _ in counted)


def test_the_media_type_is_prometheus_own_or_openmetrics(own_site: TestClient) -> None:
    plain = own_site.get("/metrics")
    assert plain.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    accept = {"Accept": "application/openmetrics-text;version=1.0.0,text/plain;q=0.5"}
    open_ = own_site.get("/metrics", headers=accept)
    assert open_.headers["content-type"].startswith("application/openmetrics-text; version=1.0.0")
    assert open_.text.endswith("# EOF\n")
    assert {family.name for family in parse_open(open_.text)} > {"clustergraph_queries"}
    assert "accept" in plain.headers["vary"].lower()
    assert plain.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("setting", "client", "status"),
    [
        ("public", "192.0.2.7", 200),
        ("loopback", "127.0.0.1", 200),
        ("loopback", "::1", 200),
        ("loopback", "192.0.2.7", 403),
        ("loopback", "somebody", 403),
        ("off", "127.0.0.1", 404),
    ],
)
def test_an_operator_says_who_may_read_them(
    small_home: Home, setting: Literal["public", "loopback", "off"], client: str, status: int
) -> None:
    with _site(small_home, setting, client) as site:
        assert site.get("/metrics").status_code == status


@contextmanager
def _worker(home: Path, folder: Path) -> Iterator[subprocess.Popen[str]]:
    environment = {**os.environ, "PROMETHEUS_MULTIPROC_DIR": str(folder)}
    with subprocess.Popen(
        [sys.executable, "-c", WORKER, str(home)],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        try:
            yield process
        finally:
            process.kill()


def _told_by(process: subprocess.Popen[str]) -> dict[tuple[str, tuple[str, ...]], float]:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("\n")
    process.stdin.flush()
    lines = iter(process.stdout.readline, "END\n")
    return _samples("".join(lines))


def test_several_processes_add_up_and_a_killed_one_leaves_only_what_it_counted(
    small_home: Home, tmp_path: Path
) -> None:
    with _worker(small_home.path, tmp_path) as one:
        with _worker(small_home.path, tmp_path):
            both = _told_by(one)
        alone = _told_by(one)
    waiting, running = ("clustergraph_queries_waiting", ()), ("clustergraph_queries_running", ())
    assert (both[waiting], both[running], both["clustergraph_workers", ()]) == (6, 2, 2)
    assert (alone[waiting], alone[running], alone["clustergraph_workers", ()]) == (3, 1, 1)
    assert (both["clustergraph_readers", ()], alone["clustergraph_readers", ()]) == (4, 2)
    for told in (both, alone):
        assert told["clustergraph_queries_total", ("select", "kept")] == 2
        assert told["clustergraph_query_duration_seconds_count", ("select", "kept")] == 2
        assert told["clustergraph_query_sent_bytes_total", ()] == 200
        assert told["clustergraph_readers_killed_total", ("time-limit",)] == 2
        assert told["clustergraph_requests_total", ("id", "303")] == 2
        assert ("clustergraph_dataset_info", (small_home.current().id,)) in told
    if Path("/proc/self/stat").exists():
        memory = ("process_resident_memory_bytes", ())
        assert both[memory] > 1.5 * alone[memory]


def test_a_process_that_has_just_begun_or_just_ended_does_no_harm(
    small_home: Home, tmp_path: Path
) -> None:
    with _worker(small_home.path, tmp_path) as one, _worker(small_home.path, tmp_path) as other:
        (tmp_path / "counter_1.db").touch()  # as it is before the first number is in it
        os.kill(other.pid, signal.SIGKILL)
        os.waitid(os.P_PID, other.pid, os.WEXITED | os.WNOWAIT)  # it stays a zombie
        told = _told_by(one)
    assert (told["clustergraph_workers", ()], told["clustergraph_queries_running", ()]) == (1, 1)
