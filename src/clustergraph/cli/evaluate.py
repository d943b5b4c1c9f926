"""``clustergraph evaluate``."""

import argparse
from pathlib import Path

from clustergraph.cli.options import add_home, home_of, refuse
from clustergraph.operations.dataset import Dataset
from clustergraph.operations.evaluating.evaluate import evaluate, score_table
from clustergraph.operations.evaluating.evaluate_lookups import (
    answer_from,
    evaluate_lookups,
    lookup_table,
)
from clustergraph.operations.evaluating.evaluation_report import write_report
from clustergraph.operations.evaluating.gold_shape import to_gold
from clustergraph.operations.evaluating.published import published
from clustergraph.operations.extract import extract
from clustergraph.store.graph import GraphStore

__all__ = ["add", "run"]


def add(command: argparse.ArgumentParser) -> None:
    """Say what the command is told."""
    what = command.add_mutually_exclusive_group(required=True)
    what.add_argument("--gold", type=Path, metavar="DIR", help="annotated texts; needs --texts")
    what.add_argument(
        "--lookups", type=Path, metavar="PATH", help="names as people type them: a table, or all"
    )
    command.add_argument("--texts", type=Path, metavar="DIR")
    command.add_argument(
        "--published", action="store_true", help="score the current version: mappers and curation"
    )
    add_home(command)
    command.add_argument("--report", type=Path, metavar="DIR", help="write HTML and JSON there")
    command.add_argument("--verbose", action="store_true", help="list what is missed or wrong")


def run(options: argparse.Namespace) -> int:
    """Print the scores."""
    return _run_lookups(options) if options.lookups else _run_texts(options)


def _run_lookups(options: argparse.Namespace) -> int:
    ask = answer_from(Dataset(home_of(options)).current())
    print(lookup_table(evaluate_lookups(options.lookups, ask), verbose=options.verbose))
    return 0


def _run_texts(options: argparse.Namespace) -> int:
    if not options.texts:
        return refuse("evaluate", "--gold needs --texts, the folder of the annotated texts")
    if options.published:
        graph = GraphStore.open(home_of(options).current().store_path)
        report = evaluate(options.gold, options.texts, lambda path: published(graph, path))
    else:
        report = evaluate(options.gold, options.texts, lambda path: to_gold(extract(path)))
    print(score_table(report, verbose=options.verbose))
    if options.report:
        print("\nEach case:", *write_report(report, options.report))
    return 0
