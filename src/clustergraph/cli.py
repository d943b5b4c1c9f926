"""The command line: parse arguments, build the parts, call one operation, print."""

import argparse
import os
import socket
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import uvicorn
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from clustergraph import __version__
from clustergraph.errors import AddressNotFree, ClusterGraphError
from clustergraph.locations import DOCUMENTS
from clustergraph.model import DocumentGraph
from clustergraph.operations.ask import TABLE, ask, ask_for_table, query_text
from clustergraph.operations.build import build, default_registry
from clustergraph.operations.evaluate import evaluate, score_table
from clustergraph.operations.extract import extract, extract_all
from clustergraph.operations.gold_shape import to_gold
from clustergraph.operations.show import as_json, as_table, as_turtle, write_json
from clustergraph.reading import document_paths
from clustergraph.settings import Settings, load_settings
from clustergraph.store.versions import Home

__all__ = ["main"]

_DESCRIPTION = (
    "A knowledge graph of business clusters whose every statement carries the words that say it."
)


_LAST_ANSWERS_SECONDS = 5
"""How long running queries may still take when the service is stopped."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code: 0 done, 1 the work failed, 2 wrong use."""
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
    except ClusterGraphError as error:
        print(f"clustergraph: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:  # the reader of our output went away, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    return code


# -- Arguments -------------------------------------------------------------------------------------


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="clustergraph", description=_DESCRIPTION)
    parser.add_argument("--version", action="version", version=f"clustergraph {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def command(run: Callable[[argparse.Namespace], int], text: str) -> argparse.ArgumentParser:
        name = run.__name__.removeprefix("_")
        added = commands.add_parser(name, help=text, description=text)
        added.set_defaults(run=run)
        return added

    build = command(_build, "Build the graph of a folder of documents and publish it.")
    build.add_argument("--documents", type=Path, default=DOCUMENTS, metavar="DIR")
    build.add_argument("--registry", type=Path, metavar="FILE", help="the names of the entities")
    build.add_argument("--workers", type=_positive, metavar="N", help="processes that map")
    build.add_argument("--skip-bad", action="store_true", help="leave out what can't be read")
    _add_home(build)

    serve = command(_serve, "Serve the current version over HTTP.")
    serve.add_argument("--host", default="127.0.0.1", metavar="H")
    serve.add_argument("--port", type=int, default=8000, metavar="P")
    serve.add_argument("--workers", type=_positive, default=1, metavar="N")
    _add_home(serve)

    extract = command(_extract, "Print what the mappers alone find in documents.")
    extract.add_argument("files", nargs="+", type=Path, metavar="FILE")
    extract.add_argument("--format", choices=("json", "table", "turtle"), default="json")
    extract.add_argument("--out", type=Path, metavar="DIR", help="write one JSON file a document")
    extract.add_argument("--all", action="store_true", help="relations that the gold lacks too")

    evaluate = command(_evaluate, "Score the mappers against gold annotations.")
    evaluate.add_argument("--gold", type=Path, required=True, metavar="DIR")
    evaluate.add_argument("--texts", type=Path, required=True, metavar="DIR")
    evaluate.add_argument("--verbose", action="store_true", help="list what is missed or wrong")

    query = command(_query, "Ask the current version in SPARQL.")
    query.add_argument("query", metavar="FILE|-|NAME", help="a file, standard input, or a name")
    query.add_argument("--format", default="table", help="table, json, csv, tsv, xml, ttl, nt …")
    query.add_argument("--allow-service", action="store_true", help="let SERVICE call others")
    _add_home(query)

    command(_settings, "List the settings with their values and what each is for.")
    return parser


def _add_home(command: argparse.ArgumentParser) -> None:
    command.add_argument("--home", type=Path, metavar="DIR", help="where the versions lie")


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        message = f"{text} is not a positive number"
        raise argparse.ArgumentTypeError(message)
    return number


# -- Commands --------------------------------------------------------------------------------------


def _build(options: argparse.Namespace) -> int:
    with _progress(len(document_paths(options.documents)), "Reading") as advance:
        built = build(
            options.documents,
            options.registry or default_registry(options.documents),
            _home(options),
            today=datetime.now(UTC).date(),
            workers=options.workers,
            skip_bad=options.skip_bad,
            advance=advance,
        )
    for error in built.skipped:
        print(f"clustergraph: left out: {error}", file=sys.stderr)
    for name in built.version.report.get("not_mapped", ()):
        print(f"clustergraph: {name} says nothing: its language has no pack yet", file=sys.stderr)
    if built.is_new:
        Console().print(_summary(built.version.report))
    print(f"Version {built.version.id} {'published' if built.is_new else 'is up to date'}.")
    return 0


def _serve(options: argparse.Namespace) -> int:
    settings = _settings_of(options)
    Home(settings.home).current().check()
    _check_port(options.host, options.port)
    settings.export()  # the workers read them from the environment
    print(f"ClusterGraph on http://{options.host}:{options.port} (stop with Ctrl-C)", flush=True)
    uvicorn.run(
        "clustergraph.web.app:app_from_environment",
        factory=True,
        host=options.host,
        port=options.port,
        workers=options.workers,
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=_LAST_ANSWERS_SECONDS,
    )
    return 0


def _extract(options: argparse.Namespace) -> int:
    graphs, bad = extract_all(options.files)
    for error in bad:
        print(f"clustergraph: {error}", file=sys.stderr)
    for graph in graphs:
        if options.out:
            write_json(graph, options.out, everything=options.all)
        else:
            _print_graph(graph, options)
    return 1 if bad else 0


def _evaluate(options: argparse.Namespace) -> int:
    report = evaluate(options.gold, options.texts, lambda path: to_gold(extract(path)))
    print(score_table(report))
    for name, errors in report.errors.items() if options.verbose else ():
        print(f"\n{name}", *errors, sep="\n")
    return 0


def _query(options: argparse.Namespace) -> int:
    text = query_text(options.query, sys.stdin)
    version = _home(options).current()
    if options.format == TABLE:
        Console().print(ask_for_table(version, text, allow_service=options.allow_service))
    else:
        output = sys.stdout.buffer
        ask(version, text, options.format, output, allow_service=options.allow_service)
    return 0


def _settings(_: argparse.Namespace) -> int:
    table = Table("variable", "value", "what it is")
    for name, value, description in load_settings().rows():
        table.add_row(name, value, description)
    Console().print(table)
    return 0


# -- Parts and printing ----------------------------------------------------------------------------


def _settings_of(options: argparse.Namespace) -> Settings:
    return load_settings(home=options.home) if options.home else load_settings()


def _home(options: argparse.Namespace) -> Home:
    return Home(_settings_of(options).home)


def _check_port(host: str, port: int) -> None:
    """Say in one sentence that a port is taken, before any worker starts."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            raise AddressNotFree(host, port, error.strerror or str(error)) from error


@contextmanager
def _progress(total: int, what: str) -> Iterator[Callable[[], object]]:
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(what, total=total)
        yield lambda: progress.advance(task)


def _summary(report: dict[str, object]) -> Table:
    table = Table("what", "count")
    for name in ("documents", "entities", "statements", "passages", "inferred"):
        table.add_row(name, str(report[name]))
    return table


def _print_graph(graph: DocumentGraph, options: argparse.Namespace) -> None:
    if options.format == "json":
        print(as_json(graph, everything=options.all))
    elif options.format == "turtle":
        print(as_turtle(graph))
    else:
        Console().print(as_table(graph))
