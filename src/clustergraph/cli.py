"""The command line: parse arguments, build the parts, call one operation, print."""

import argparse
import json
import os
import socket
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import uvicorn
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from clustergraph import __version__
from clustergraph.errors import AddressNotFree, ClusterGraphError
from clustergraph.locations import DOCUMENTS
from clustergraph.model import DocumentGraph
from clustergraph.operations.ask import TABLE, ask, ask_for_table, query_text
from clustergraph.operations.build import build, default_curation, default_registry
from clustergraph.operations.evaluate import evaluate, score_table
from clustergraph.operations.evaluation_report import write_report
from clustergraph.operations.extract import extract, extract_all
from clustergraph.operations.gold_shape import to_gold
from clustergraph.operations.published import published
from clustergraph.operations.review import (
    LOW_CONFIDENCE,
    decide_identity,
    decide_statements,
    to_review,
)
from clustergraph.operations.show import (
    as_json,
    as_table,
    as_turtle,
    review_lines,
    write_json,
)
from clustergraph.operations.validate import validate
from clustergraph.reading import document_paths
from clustergraph.resolving import Identity, Registry, Verdict
from clustergraph.settings import Settings, load_settings
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Home

__all__ = ["main"]

_DESCRIPTION = (
    "A knowledge graph of business clusters whose every statement carries the words that say it."
)


_DECISIONS = ("confirm", "reject", "same", "different")
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
    build.add_argument("--curation", type=Path, metavar="DIR", help="what people decided")
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
    extract.add_argument(
        "--all", action="store_true", help="finer relations and unsure candidates too"
    )

    evaluate = command(_evaluate, "Score the mappers, or what is published, against a gold.")
    evaluate.add_argument("--gold", type=Path, required=True, metavar="DIR")
    evaluate.add_argument("--texts", type=Path, required=True, metavar="DIR")
    evaluate.add_argument(
        "--published", action="store_true", help="score the current version: mappers and curation"
    )
    _add_home(evaluate)
    evaluate.add_argument("--report", type=Path, metavar="DIR", help="write HTML and JSON there")
    evaluate.add_argument("--verbose", action="store_true", help="list what is missed or wrong")

    review = command(_review, "List what a person should look at, and write down decisions.")
    review.add_argument("--below", type=float, default=LOW_CONFIDENCE, metavar="CONFIDENCE")
    review.add_argument("--limit", type=_positive, default=20, metavar="N", help="rows of a kind")
    review.add_argument("--confirm", nargs="+", default=(), metavar="PASSAGE", help="it says so")
    review.add_argument("--reject", nargs="+", default=(), metavar="PASSAGE", help="it does not")
    review.add_argument("--same", nargs=2, metavar=("ONE", "MAIN"), help="two names, one thing")
    review.add_argument("--different", nargs=2, metavar=("ONE", "OTHER"), help="two things")
    review.add_argument("--by", metavar="NAME", help="who decides; needed with a decision")
    review.add_argument("--why", default="", metavar="TEXT", help="needed but with --confirm")
    review.add_argument("--curation", type=Path, metavar="DIR", help="where decisions are written")
    _add_home(review)

    query = command(_query, "Ask the current version in SPARQL.")
    query.add_argument("query", metavar="FILE|-|NAME", help="a file, standard input, or a name")
    query.add_argument("--format", default="table", help="table, json, csv, tsv, xml, ttl, nt …")
    query.add_argument("--allow-service", action="store_true", help="let SERVICE call others")
    _add_home(query)

    _add_checks(command(_validate, "Check the current version against the rules of the graph."))

    command(_settings, "List the settings with their values and what each is for.")
    return parser


def _add_checks(command: argparse.ArgumentParser) -> None:
    command.add_argument("--registry", type=Path, metavar="FILE", help="check IRIs against it too")
    command.add_argument("--format", choices=("table", "json"), default="table")
    _add_home(command)


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
            curation_path=options.curation,
            workers=options.workers,
            skip_bad=options.skip_bad,
            advance=advance,
        )
    for error in built.skipped:
        print(f"clustergraph: left out: {error}", file=sys.stderr)
    for decision in built.version.report.get("stale", ()):
        print(f"clustergraph: look at this decision: {decision}", file=sys.stderr)
    for name in built.version.report.get("by_name_only", ()):
        message = "what has no language pack yet was read for well-known names only"
        print(f"clustergraph: {name}: {message}", file=sys.stderr)
    if built.is_new:
        Console().print(_summary(built.version.report))
        print(_worth_a_look(built.version.report))
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
    graphs, bad = extract_all(options.files, candidates=options.all)
    for error in bad:
        print(f"clustergraph: {error}", file=sys.stderr)
    for graph in graphs:
        if options.out:
            write_json(graph, options.out, everything=options.all)
        else:
            _print_graph(graph, options)
    return 1 if bad else 0


def _evaluate(options: argparse.Namespace) -> int:
    if options.published:
        graph = GraphStore.open(_home(options).current().store_path)
        report = evaluate(options.gold, options.texts, lambda path: published(graph, path))
    else:
        report = evaluate(options.gold, options.texts, lambda path: to_gold(extract(path)))
    print(score_table(report, verbose=options.verbose))
    if options.report:
        print("\nEach case:", *write_report(report, options.report))
    return 0


def _review(options: argparse.Namespace) -> int:
    version = _home(options).current()
    decided = [word for word in _DECISIONS if getattr(options, word)]
    if not decided:
        print(*review_lines(to_review(version, below=options.below), limit=options.limit), sep="\n")
        return 0
    if not options.by or (decided != ["confirm"] and not options.why):
        print("clustergraph review: say who decides (--by) and why (--why).", file=sys.stderr)
        return 2
    folder = options.curation or default_curation(DOCUMENTS)
    author = {"by": options.by, "on": datetime.now(UTC).date(), "why": options.why}
    for verdict, passages in ((Verdict.CONFIRM, options.confirm), (Verdict.REJECT, options.reject)):
        decide_statements(version, folder, verdict, passages, **author)
    for identity, pair in ((Identity.SAME, options.same), (Identity.DIFFERENT, options.different)):
        if pair:
            decide_identity(version, folder, identity, tuple(pair), **author)
    print(f"Written into {folder}; `clustergraph build` carries it out.")
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


def _validate(options: argparse.Namespace) -> int:
    graph = GraphStore.open(_home(options).current().store_path)
    registered = Registry.read(options.registry).iris if options.registry else None
    validation = validate(graph, registered)
    if options.format == "json":
        print(json.dumps(validation.as_rows(), ensure_ascii=False, indent=1))
    else:
        Console().print(validation.as_table() if validation.results else "", validation.summary)
    return 1 if validation.violations else 0


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


def _worth_a_look(report: dict[str, Any]) -> str:
    found = Counter(result["severity"] for result in report["validation"])
    return (
        f"{found['warning']} warnings, {found['info']} hints: `clustergraph validate` lists them."
    )


def _print_graph(graph: DocumentGraph, options: argparse.Namespace) -> None:
    if options.format == "json":
        print(as_json(graph, everything=options.all))
    elif options.format == "turtle":
        print(as_turtle(graph))
    else:
        Console().print(as_table(graph))
