"""The log tells of queries by hash and network; their text only who debugs sees."""

import logging

import pytest

from clustergraph.operations.querying.query_record import Outcome, QueryRecord
from clustergraph.sparql.gate import Form
from clustergraph.web.operating.query_log import QueryLog

TEXT = "ASK { ?s ?p 'Ada Lovelace' }"


def _record(seconds: float = 0.0123, outcome: Outcome = Outcome.ANSWERED) -> QueryRecord:
    return QueryRecord(
        form=Form.ASK,
        outcome=outcome,
        seconds=seconds,
        bytes_sent=27,
        version_id="v1",
        text=TEXT,
        client="192.0.2.77",
    )


def _written(
    caplog: pytest.LogCaptureFixture, level: int, record: QueryRecord
) -> list[logging.LogRecord]:
    with caplog.at_level(level, "clustergraph.web.operating.query_log"):
        QueryLog(slow_seconds=5.0).record_query(record)
    return caplog.records


def test_a_query_is_a_line_at_info(caplog: pytest.LogCaptureFixture) -> None:
    (line,) = _written(caplog, logging.INFO, _record())
    told = vars(line)
    assert (line.getMessage(), line.levelname) == ("query", "INFO")
    assert (told["form"], told["outcome"], told["milliseconds"]) == ("ASK", "answered", 12.3)
    assert (told["bytes"], told["version"], told["client"]) == (27, "v1", "192.0.2.0/24")
    assert told["kept"] is False
    assert len(told["query"]) == 16


def test_the_same_text_has_the_same_hash(caplog: pytest.LogCaptureFixture) -> None:
    _written(caplog, logging.INFO, _record())
    _written(caplog, logging.INFO, _record(1.0))
    first, second = (vars(line)["query"] for line in caplog.records)
    assert first == second


@pytest.mark.parametrize("level", [logging.INFO, logging.WARNING])
def test_the_text_is_not_written_above_debug(caplog: pytest.LogCaptureFixture, level: int) -> None:
    (line,) = _written(caplog, level, _record(6.0))
    assert not any("Lovelace" in str(value) for value in vars(line).values())


def test_the_text_is_written_at_debug(caplog: pytest.LogCaptureFixture) -> None:
    (line,) = _written(caplog, logging.DEBUG, _record())
    assert vars(line)["text"] == TEXT


def test_by_default_only_slow_queries_are_lines(caplog: pytest.LogCaptureFixture) -> None:
    assert _written(caplog, logging.WARNING, _record(4.9)) == []
    (line,) = _written(caplog, logging.WARNING, _record(5.0, Outcome.TIMED_OUT))
    assert (line.getMessage(), line.levelname) == ("query_slow", "WARNING")


def test_an_answer_that_breaks_off_is_a_line_of_its_own(caplog: pytest.LogCaptureFixture) -> None:
    (line,) = _written(caplog, logging.WARNING, _record(0.2, Outcome.BROKEN_OFF))
    assert (line.getMessage(), line.levelname) == ("answer_broken_off", "WARNING")


def test_a_text_that_is_no_unicode_is_hashed_too(caplog: pytest.LogCaptureFixture) -> None:
    record = _record()
    broken = QueryRecord(
        **{name: getattr(record, name) for name in QueryRecord.__slots__} | {"text": "\ud800"}
    )
    assert len(_written(caplog, logging.INFO, broken)) == 1
