"""Log lines: one event each, with fields that programs can read and eyes can bear."""

import io
import json
import logging
import warnings
from collections.abc import Callable, Iterator
from typing import TypeAlias

import httpx2
import pytest

from clustergraph.logs import JsonFormatter, TextFormatter, configure_logging

Written: TypeAlias = Callable[[], str]

_TOUCHED = (
    *("", "clustergraph", "uvicorn", "uvicorn.error", "uvicorn.asgi", "py.warnings"),
    *("httpx2", "python_multipart"),
)


@pytest.fixture
def written(capsys: pytest.CaptureFixture[str]) -> Iterator[Written]:
    """Gives what was logged since; what a test makes of logging is undone."""
    loggers = [logging.getLogger(name) for name in _TOUCHED]
    before = [(each, each.level, each.handlers[:], each.propagate) for each in loggers]
    with warnings.catch_warnings():
        logging.captureWarnings(False)  # another test may have left it on, with nothing behind it
        yield lambda: capsys.readouterr().err
        logging.captureWarnings(False)
    for each, level, handlers, propagates in before:
        each.setLevel(level)
        each.handlers, each.propagate = handlers, propagates


def _fail() -> None:
    try:
        dict[str, str]()["first\nsecond"]
    except KeyError:
        logging.getLogger("clustergraph.part").exception("request_failed")


def _record(message: str, name: str = "clustergraph.part", **fields: object) -> logging.LogRecord:
    made = {"msg": message, "name": name, "levelname": "WARNING", "created": 0.5, "process": 7}
    return logging.makeLogRecord({**made, **fields})


def test_a_line_for_eyes_names_time_level_event_and_fields() -> None:
    line = TextFormatter().format(_record("reader_lost", code=-9, words="out of luck"))
    assert line == (
        '1970-01-01T00:00:00.500Z warning reader_lost pid=7 code=-9 words="out of luck"'
    )


def test_a_line_for_programs_is_one_object() -> None:
    line = JsonFormatter().format(_record("reader_lost", code=-9, place=io))
    told = json.loads(line)
    assert told == {
        "time": "1970-01-01T00:00:00.500Z",
        "level": "warning",
        "event": "reader_lost",
        "pid": 7,
        "logger": "clustergraph.part",
        "code": -9,
        "place": str(io),
    }


@pytest.mark.parametrize("formatter", [TextFormatter(), JsonFormatter()])
def test_no_value_makes_a_second_line(formatter: logging.Formatter) -> None:
    evil = "x\n1970-01-01T00:00:00.500Z error made_up\r\u2028\x1b[31m"
    line = formatter.format(_record("query", text=evil))
    assert not {"\n", "\r", "\x1b"} & set(line)


@pytest.mark.parametrize("value", ["", "a b", 'a"b', "a=b", "ą"])
def test_a_value_that_is_no_plain_word_is_quoted(value: str) -> None:
    line = TextFormatter().format(_record("query", text=value))
    assert json.loads(line.partition("text=")[2]) == value


def test_what_libraries_say_is_a_message(written: Written) -> None:
    configure_logging("json", "info")
    extra = {"color_message": "\x1b[36mStarted\x1b[0m"}
    logging.getLogger("uvicorn.error").info("Started [%d]", 4, extra=extra)
    told = json.loads(written())
    assert (told["event"], told["message"]) == ("message", "Started [4]")
    assert "color_message" not in told


def test_warnings_are_logged(written: Written) -> None:
    configure_logging("json", "warning")
    warnings.simplefilter("always")
    warnings.warn("odd", stacklevel=1)
    told = json.loads(written())
    assert (told["level"], "odd" in told["message"]) == ("warning", True)


def test_a_traceback_is_a_field_for_programs_and_indented_for_eyes(written: Written) -> None:
    configure_logging("json", "info")
    _fail()
    assert "KeyError" in json.loads(written())["traceback"]
    configure_logging("text", "info")
    _fail()
    first, *rest = written().splitlines()
    assert "request_failed" in first
    assert all(line.startswith("  ") for line in rest)


@pytest.mark.parametrize(
    ("level", "ours", "theirs"),
    [("debug", True, False), ("info", False, False), ("error", False, False)],
)
def test_debug_is_for_our_own_parts_alone(
    written: Written, level: str, ours: bool, theirs: bool
) -> None:
    configure_logging("text", level)
    assert logging.getLogger("clustergraph.part").isEnabledFor(logging.DEBUG) is ours
    assert logging.getLogger("uvicorn.error").isEnabledFor(logging.DEBUG) is theirs
    assert written() == ""


def test_no_password_in_an_address_that_is_called_is_logged(written: Written) -> None:
    configure_logging("text", "debug")
    transport = httpx2.MockTransport(lambda _: httpx2.Response(200))
    with httpx2.Client(transport=transport) as client:
        client.get("http://reader:secret@engine.example/sparql")
    assert "secret" not in written()


def test_logging_twice_configured_writes_once(written: Written) -> None:
    configure_logging("text", "info")
    configure_logging("text", "info")
    logging.getLogger("clustergraph.part").info("once")
    assert len(written().splitlines()) == 1
