"""What is counted, under which name; how it is shown is in ``exposition``.

Labels take few values: never a path, a client or a query. What is counted again and again is bound
once, for each query pays for it. Where several processes count (``settings.share_metrics``), each
writes its numbers into files of its own, and whoever is asked adds them up; ``live`` gauges count
as long as their process lives.
"""

from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

from clustergraph.operations.querying.query_record import Outcome, QueryRecord
from clustergraph.sparql.gate import Form

__all__ = ["Metrics"]

_QUERY_SECONDS: Final = (
    *(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5),
    *(1.0, 2.5, 5.0, 10.0, 30.0, 60.0),
)
_REQUEST_SECONDS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)
_SOURCES: Final = {
    Outcome.ANSWERED: "reader",
    Outcome.KEPT: "kept",
    Outcome.NOT_MODIFIED: "kept",
}
_FAILED: Final = "failed"
_MOST_FAMILIES: Final = 60
_OTHER: Final = "other"


class Metrics:
    """The numbers of one server process; it watches the readers and is told of every query.

    Args:
        readers: how many queries can run at once in this process.
    """

    def __init__(self, *, readers: int) -> None:
        self.registry = CollectorRegistry()
        self._queries = self._counter("queries", "Queries by how they ended.", "form", "outcome")
        self._seconds = self._histogram(
            "query_duration_seconds",
            "Time from a query's arrival to the last byte of its answer.",
            ("form", "source"),
            _QUERY_SECONDS,
        )
        self._sent = self._counter("query_sent_bytes", "Bytes of answers to queries.").inc
        self._killed = self._counter(
            "readers_killed", "Readers killed in the middle of a query.", "reason"
        )
        self._requests = self._counter(
            "requests", "Requests for all but queries.", "family", "status"
        )
        self._request_seconds = self._histogram(
            "request_duration_seconds",
            "Time that requests for all but queries took.",
            ("family",),
            _REQUEST_SECONDS,
        )
        self._refused = self._counter(
            "requests_refused", "Requests of clients that asked too often.", "rate"
        )
        self._running = self._gauge("queries_running", "Queries that run now.")
        self._waiting = self._gauge("queries_waiting", "Queries that wait for a reader.")
        self._gauge("readers", "Queries that can run at once.").set(readers)
        self._load = (0, 0)
        self._families: set[str] = set()
        self._bound: dict[tuple[Form | None, Outcome], tuple[Counter, Histogram]] = {}
        self._bound_requests: dict[tuple[str, int], tuple[Counter, Histogram]] = {}
        self._begin()

    def record_query(self, record: QueryRecord) -> None:
        """Count a query, in some 2 µs, or 4 µs where several processes count."""
        key = (record.form, record.outcome)
        count, seconds = self._bound.get(key) or self._bind(*key)
        count.inc()
        seconds.observe(record.seconds)
        if record.bytes_sent:
            self._sent(record.bytes_sent)

    def record_request(self, path: str, status: int, seconds: float) -> None:
        """Count a request for anything but a query, under the first part of its path.

        A part is believed once something was found there, so that nobody can make up names.
        """
        family = _family(path)
        if status < 400 and len(self._families) < _MOST_FAMILIES:
            self._families.add(family)
        if family not in self._families:
            family = _OTHER
        key = (family, status)
        count, duration = self._bound_requests.get(key) or self._bind_request(*key)
        count.inc()
        duration.observe(seconds)

    def request_refused(self, rate: str) -> None:
        """Count a request that went past a rate."""
        self._refused.labels(rate).inc()

    def reader_killed(self, reason: str) -> None:
        """Count a reader killed in the middle of a query."""
        self._killed.labels(reason).inc()

    def load_changed(self, running: int, waiting: int) -> None:
        """Note how many queries run, and how many wait."""
        was_running, was_waiting = self._load
        self._load = (running, waiting)
        if running != was_running:
            self._running.set(running)
        if waiting != was_waiting:
            self._waiting.set(waiting)

    def _begin(self) -> None:
        """Start at nought: a rate needs a number before the first event.

        A process may also have the number, and so the files, of one that died.
        """
        self._running.set(0)
        self._waiting.set(0)
        for form in (*Form, None):
            for outcome in Outcome:
                self._queries.labels(_word(form), outcome.value)

    def _bind(self, form: Form | None, outcome: Outcome) -> tuple[Counter, Histogram]:
        source = _SOURCES.get(outcome, _FAILED)
        bound = (
            self._queries.labels(_word(form), outcome.value),
            self._seconds.labels(_word(form), source),
        )
        self._bound[form, outcome] = bound
        return bound

    def _bind_request(self, family: str, status: int) -> tuple[Counter, Histogram]:
        bound = (self._requests.labels(family, str(status)), self._request_seconds.labels(family))
        self._bound_requests[family, status] = bound
        return bound

    def _counter(self, name: str, text: str, *labels: str) -> Counter:
        return Counter(f"clustergraph_{name}", text, labels, registry=self.registry)

    def _gauge(self, name: str, text: str) -> Gauge:
        return Gauge(
            f"clustergraph_{name}", text, registry=self.registry, multiprocess_mode="livesum"
        )

    def _histogram(
        self, name: str, text: str, labels: tuple[str, ...], buckets: tuple[float, ...]
    ) -> Histogram:
        return Histogram(
            f"clustergraph_{name}", text, labels, buckets=buckets, registry=self.registry
        )


def _word(form: Form | None) -> str:
    return "none" if form is None else form.value.lower()


def _family(path: str) -> str:
    """Return the first part of a path, without its extension.

    >>> _family("/"), _family("/id/x-aaaaaaaa"), _family("/ns.ttl"), _family("/.well-known/void")
    ('start', 'id', 'ns', '.well-known')
    """
    part = path[1:].partition("/")[0]
    return (part[:1] + part[1:].partition(".")[0]) or "start"
