"""What one process counts: each query by how it ended, each request by a name that is true."""

from prometheus_client import CollectorRegistry

from clustergraph.operations.querying.query_record import Outcome, QueryRecord
from clustergraph.sparql.gate import Form
from clustergraph.web.operating.metrics import Metrics


def _value(registry: CollectorRegistry, name: str, **labels: str) -> float | None:
    return registry.get_sample_value(f"clustergraph_{name}", labels)


def _record(form: Form | None, outcome: Outcome, sent: int = 0) -> QueryRecord:
    return QueryRecord(
        form=form,
        outcome=outcome,
        seconds=0.01,
        bytes_sent=sent,
        version_id="v",
        text="",
        client="",
    )


def test_every_outcome_is_nought_before_it_happens() -> None:
    registry = Metrics(readers=2).registry
    for form in ("select", "ask", "none"):
        for outcome in Outcome:
            labels = {"form": form, "outcome": outcome.value}
            assert _value(registry, "queries_total", **labels) == 0


def test_a_query_counts_once_with_its_bytes() -> None:
    metrics = Metrics(readers=2)
    metrics.record_query(_record(Form.SELECT, Outcome.KEPT, sent=70))
    metrics.record_query(_record(Form.SELECT, Outcome.KEPT, sent=30))
    kept = {"form": "select", "outcome": Outcome.KEPT.value}
    assert _value(metrics.registry, "queries_total", **kept) == 2
    assert _value(metrics.registry, "query_sent_bytes_total") == 100


def test_a_path_at_which_nothing_was_found_makes_no_name() -> None:
    metrics = Metrics(readers=2)
    metrics.record_request("/made-up", 404, 0.01)
    metrics.record_request("/id/x", 303, 0.01)
    metrics.record_request("/id/none", 404, 0.01)
    found = [
        _value(metrics.registry, "requests_total", family=family, status=status)
        for family, status in (("other", "404"), ("made-up", "404"), ("id", "303"), ("id", "404"))
    ]
    assert found == [1, None, 1, 1]


def test_the_load_is_the_last_that_was_told() -> None:
    metrics = Metrics(readers=2)
    metrics.load_changed(2, 5)
    metrics.load_changed(1, 0)
    assert _value(metrics.registry, "queries_running") == 1
    assert _value(metrics.registry, "queries_waiting") == 0
