"""``clustergraph why``."""

import argparse
from collections.abc import Sequence

from rich.markup import escape
from rich.tree import Tree

from clustergraph.cli.options import add_home, home_of, print_json
from clustergraph.cli.terminal import Terminal
from clustergraph.names import NameIndex
from clustergraph.operations.labels import DEFAULT_LANGUAGE, Labels
from clustergraph.operations.proving.explained import Derivation, Explanation, Step
from clustergraph.operations.proving.plain import as_plain
from clustergraph.operations.proving.refer import refer, refer_to_value
from clustergraph.operations.proving.why import why
from clustergraph.operations.quote import Passage
from clustergraph.operations.writing.log import Entry, entries
from clustergraph.operations.written import WritesToGraph, writes_to
from clustergraph.store.graph import GraphStore

__all__ = ["add", "run"]


def add(command: argparse.ArgumentParser) -> None:
    """Say what the command is told."""
    command.add_argument("subject", help="an IRI, id:…, a local id, or a name")
    command.add_argument("predicate", help="an IRI, cg:fundingSource, or fundingSource")
    command.add_argument("object", help="as the subject; or a date, a number or words")
    command.add_argument("--format", choices=("table", "json"), default="table")
    command.add_argument("--lang", default=DEFAULT_LANGUAGE, metavar="LANGUAGE", help="of names")
    add_home(command)


def run(options: argparse.Namespace) -> int:
    """Print the ways in which it holds."""
    version = home_of(options).current()
    graph, names = GraphStore.open(version.store_path), NameIndex.open(version.names_path)
    subject = refer(graph, names, options.subject)
    predicate = refer(graph, names, options.predicate)
    value = refer_to_value(graph, names, subject, predicate, options.object)
    explanation = why(graph, Labels(graph, options.lang), subject, predicate, value)
    if options.format == "json":
        print_json(as_plain(explanation))
    else:
        _print(explanation, entries(version.writes_path))
    return 0


def _print(explanation: Explanation, log: Sequence[Entry]) -> None:
    console = Terminal(highlight=False)
    for number, way in enumerate(explanation.ways, start=1):
        if explanation.total > 1:
            console.print(f"[bold]Way {number} of {explanation.total}[/bold]")
        console.print(_tree(way, log))
    left = explanation.total - len(explanation.ways)
    if left:
        console.print(f"{left} longer way{'s' * (left > 1)} left out.")


def _tree(way: Derivation, log: Sequence[Entry]) -> Tree:
    tree = Tree(_line(way.steps[0]))
    _Growing(way, log).grow(tree, way.steps[0])
    return tree


class _Growing:
    """Hangs the steps of one way on a tree."""

    def __init__(self, way: Derivation, log: Sequence[Entry]) -> None:
        self._steps = {step.number: step for step in way.steps}
        self._shown = {way.steps[0].number}
        self._log = log

    def grow(self, tree: Tree, step: Step) -> None:
        """Hang what a step rests on below it; what was shown before is only named by its number."""
        for passage in step.passages:
            tree.add(_quote(passage))
        for writes in writes_to(step.written, self._log):
            tree.add(_written(writes))
        if step.is_made and not (step.passages or step.written):
            tree.add("[dim]no passage: it was given with the thing itself[/dim]")
        for number in step.because:
            if number in self._shown:
                tree.add(f"{number}. [dim]see above[/dim]")
            else:
                self._shown.add(number)
                self.grow(tree.add(_line(self._steps[number])), self._steps[number])


def _written(writes: WritesToGraph) -> str:
    """Say who put it there; of several, one of them did."""
    line = f"[green]written into {escape(writes.graph or 'the default graph')}[/green]"
    if writes.last is None:
        return line
    several = f"in {writes.total} writes, the last on " if writes.total > 1 else ""
    return f"{line}\n{escape(', '.join(writes.by))}, {several}{writes.last.when:%Y-%m-%d}"


def _line(step: Step) -> str:
    line = f"[bold]{step.number}.[/bold] {escape(str(step.statement))}"
    return line if step.is_made else f"{line}\n[dim]{escape(step.sentence)}[/dim]"


def _quote(passage: Passage) -> str:
    details = [passage.modality.label.text if passage.modality else ""]
    details.append(passage.status.label.text if passage.status else "")
    details += ["former"] * passage.former + ["at least"] * passage.at_least
    said = ", ".join(each for each in details if each)
    place = f"{passage.document.label.text}, {passage.start}–{passage.end}"
    return f"[green]“{escape(passage.quote.text)}”[/green]\n{escape(place)} ({escape(said)})"
