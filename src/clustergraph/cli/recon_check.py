"""``clustergraph recon-check``."""

import argparse
from typing import Final
from urllib.parse import urlsplit

from clustergraph.cli.options import print_json
from clustergraph.recon_check import Specification, Wire, check_declared, tell

__all__ = ["add", "run"]

_PAUSE_SECONDS: Final = 0.1
_TIMEOUT_SECONDS: Final = 20.0
_LONGEST_SECONDS: Final = 600


def add(command: argparse.ArgumentParser) -> None:
    """Say what the command is told."""
    command.add_argument("url", metavar="URL", type=_endpoint, help="where the service is")
    command.add_argument(
        "--spec",
        action="append",
        type=Specification,
        choices=list(Specification),
        default=[],
        help="hold it to this version, not to those that it declares; may be repeated",
    )
    command.add_argument(
        "--sample", type=_text, default="", metavar="NAME", help="a name that the service knows"
    )
    command.add_argument(
        "--header",
        action="append",
        type=_header,
        default=[],
        metavar="'NAME: VALUE'",
        help="send this with each request, such as credentials; may be repeated",
    )
    command.add_argument(
        "--timeout",
        type=_seconds,
        default=_TIMEOUT_SECONDS,
        metavar="SECONDS",
        help="for an answer",
    )
    command.add_argument("--json", action="store_true", help="print all as JSON")
    command.add_argument(
        "--verbose", action="store_true", help="show requests and answers of what passed, too"
    )


def run(options: argparse.Namespace) -> int:
    """Print what was found; 1 where a MUST is broken."""
    headers = dict(options.header)
    pause, timeout = _PAUSE_SECONDS, options.timeout
    with Wire(headers=headers, pause_seconds=pause, timeout_seconds=timeout) as wire:
        report = check_declared(options.url, wire, options.spec, options.sample)
    if options.json:
        print_json(report.as_values())
    else:
        print(*tell(report, verbose=options.verbose), sep="\n")
    return 0 if report.conforms else 1


def _endpoint(text: str) -> str:
    """Read the address of an endpoint; what comes after ``?`` belongs to requests."""
    try:
        parts = urlsplit(text)
        known = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        parts, known = urlsplit(""), False
    if not known:
        message = f"{text!r} is not the address of a service (http://… or https://…)"
        raise argparse.ArgumentTypeError(message)
    if parts.query or parts.fragment or parts.username is not None:
        message = "an endpoint has no parameters, fragment or user; credentials go with --header"
        raise argparse.ArgumentTypeError(message)
    return text


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0 < seconds <= _LONGEST_SECONDS:
        message = f"{text} is not a time of more than 0 and at most {_LONGEST_SECONDS} seconds"
        raise argparse.ArgumentTypeError(message)
    return seconds


def _header(text: str) -> tuple[str, str]:
    name, colon, value = text.partition(":")
    whole = f"{name}{value}"
    if not (colon and name.strip() and whole.isascii() and whole.isprintable()):
        message = f"{name!r} is not a header (NAME: VALUE)"
        raise argparse.ArgumentTypeError(message)
    return name.strip(), value.strip()


def _text(text: str) -> str:
    """Read a text that can be sent, which half characters from a broken terminal can't."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        message = "the name is not in the encoding of this terminal"
        raise argparse.ArgumentTypeError(message) from error
    return text
