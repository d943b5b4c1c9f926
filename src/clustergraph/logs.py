"""How log lines look and where they go; what is logged is said where it happens.

A record of ours names its event, ``_logger.warning("reader_lost", extra={"code": -9})``, and the
rest are its fields. What libraries log, and warnings, become the event ``message``. Nothing is
formatted for a level that is off.
"""

import json
import logging
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from textwrap import indent
from typing import Any, Final, Literal

__all__ = ["JsonFormatter", "TextFormatter", "configure_logging"]

_OURS: Final = "clustergraph"
_HANDLER: Final = "clustergraph"
_UVICORN: Final = ("uvicorn", "uvicorn.error", "uvicorn.asgi")
"""Its line for each request holds whole queries and addresses, and stays off: we write our own."""
_TALKATIVE: Final = ("httpx2", "python_multipart")
"""They log each address that is called, with the password in it, and what is wrong with a body."""
_STANDARD: Final = frozenset(vars(logging.makeLogRecord({}))) | {
    "message",
    "asctime",
    "taskName",
    "color_message",  # uvicorn's, for terminals
}
_PLAIN: Final = frozenset("-._:/+,%@~[]")


def configure_logging(format_: Literal["text", "json"], level: str) -> None:
    """Send all that is logged in this process to standard error; calling it again changes both.

    Handlers of others at the root stay. Uvicorn's own are replaced, and Python's warnings logged.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.set_name(_HANDLER)
    handler.setFormatter(JsonFormatter() if format_ == "json" else TextFormatter())
    root = logging.getLogger()
    root.handlers = [other for other in root.handlers if other.get_name() != _HANDLER] + [handler]
    root.setLevel(max(logging.getLevelName(level.upper()), logging.INFO))  # only we debug
    logging.getLogger(_OURS).setLevel(level.upper())
    for name in _UVICORN:
        _pass_on(logging.getLogger(name))
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.ERROR)
    logging.captureWarnings(True)


class JsonFormatter(logging.Formatter):
    """One JSON object a line: ``time``, ``level``, ``event``, ``pid``, ``logger``, then fields."""

    def format(self, record: logging.LogRecord) -> str:
        """Write a record; what JSON can't hold is written as text."""
        line = {
            "time": _time(record),
            "level": record.levelname.lower(),
            **_event(record),
            "pid": record.process,
            "logger": record.name,
            **_fields(record),
        }
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


class TextFormatter(logging.Formatter):
    """``time level event name=value …``, quoted where a value isn't one plain word."""

    def format(self, record: logging.LogRecord) -> str:
        """Write a record; a traceback follows, indented so that no line of it looks like one."""
        event, *told = _event(record).values()
        fields = {"pid": record.process, **_fields(record)}
        parts = [_time(record), record.levelname.lower(), str(event), *map(_quoted, told)]
        parts += (f"{name}={_quoted(value)}" for name, value in fields.items())
        if record.exc_info:
            parts.append(f"\n{indent(self.formatException(record.exc_info), '  ')}")
        return " ".join(parts)


def _event(record: logging.LogRecord) -> Mapping[str, str]:
    """Name the event; libraries name none, and say something instead."""
    if record.name.partition(".")[0] == _OURS:
        return {"event": record.getMessage()}
    return {"event": "message", "message": record.getMessage().strip()}


def _fields(record: logging.LogRecord) -> Mapping[str, Any]:
    return {name: value for name, value in vars(record).items() if name not in _STANDARD}


def _time(record: logging.LogRecord) -> str:
    moment = datetime.fromtimestamp(record.created, UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _quoted(value: object) -> str:
    """Write a value so that it can hide neither a line nor a field.

    >>> _quoted(0.25), _quoted("client-left"), _quoted("two words"), _quoted("a=b")
    ('0.25', 'client-left', '"two words"', '"a=b"')
    """
    text = str(value)
    is_plain = text.isascii() and all(one.isalnum() or one in _PLAIN for one in text)
    return text if text and is_plain else json.dumps(text, ensure_ascii=True)


def _pass_on(logger: logging.Logger) -> None:
    """Have a logger leave its records to the root."""
    logger.handlers.clear()
    logger.propagate = True
    logger.setLevel(logging.NOTSET)
