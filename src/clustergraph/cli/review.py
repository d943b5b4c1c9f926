"""``clustergraph review``."""

import argparse
from collections.abc import Iterator, Sized
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from clustergraph.cli.options import add_home, home_of, positive, refuse
from clustergraph.decisions import Identity, Verdict
from clustergraph.locations import DOCUMENTS
from clustergraph.operations.building.inputs import default_curation
from clustergraph.operations.labels import Thing
from clustergraph.operations.quote import Passage
from clustergraph.operations.review import (
    LOW_CONFIDENCE,
    ToReview,
    decide_identity,
    decide_statements,
    to_review,
)

__all__ = ["add", "review_lines", "run"]

_VERDICTS: Final = (Verdict.CONFIRM, Verdict.REJECT, Verdict.DISPUTE)
_DECISIONS: Final = (*_VERDICTS, "same", "different")


def add(command: argparse.ArgumentParser) -> None:
    """Say what the command is told."""
    command.add_argument(
        "--below",
        type=float,
        default=LOW_CONFIDENCE,
        metavar="CONFIDENCE",
        help=f"what counts as unsure; {LOW_CONFIDENCE} unless given, 1 shows all unreviewed",
    )
    command.add_argument("--limit", type=positive, default=20, metavar="N", help="rows of a kind")
    command.add_argument("--confirm", nargs="+", default=(), metavar="PASSAGE", help="it says so")
    command.add_argument("--reject", nargs="+", default=(), metavar="PASSAGE", help="it does not")
    command.add_argument("--dispute", nargs="+", default=(), metavar="PASSAGE", help="some say so")
    command.add_argument(
        "--same", nargs=2, metavar=("ONE", "MAIN"), help="two things are one; by name or address"
    )
    command.add_argument("--different", nargs=2, metavar=("ONE", "OTHER"), help="two things")
    command.add_argument("--by", metavar="NAME", help="who decides; needed with a decision")
    command.add_argument("--why", default="", metavar="TEXT", help="needed but with --confirm")
    command.add_argument("--curation", type=Path, metavar="DIR", help="where decisions are written")
    add_home(command)


def run(options: argparse.Namespace) -> int:
    """List, or write down what was decided."""
    version = home_of(options).current()
    decided = [word for word in _DECISIONS if getattr(options, word)]
    if not decided:
        print(*review_lines(to_review(version, below=options.below), limit=options.limit), sep="\n")
        return 0
    if not options.by or (decided != ["confirm"] and not options.why):
        return refuse("review", "say who decides (--by) and why (--why).")
    folder = options.curation or default_curation(DOCUMENTS)
    author = {"by": options.by, "on": datetime.now(UTC).date(), "why": options.why}
    for verdict in _VERDICTS:
        decide_statements(version, folder, verdict, getattr(options, verdict), **author)
    for identity, pair in ((Identity.SAME, options.same), (Identity.DIFFERENT, options.different)):
        if pair:
            decide_identity(version, folder, identity, tuple(pair), **author)
    print(f"Written into {folder}; `clustergraph build` carries it out.")
    return 0


def review_lines(found: ToReview, *, limit: int) -> Iterator[str]:
    """Yield lines for each kind of thing to look at, at most ``limit`` things each."""
    yield f"{_counted(found.doubtful, 'statement')} that mappers are unsure of"
    for each in found.doubtful[:limit]:
        words = " ".join(each.quote.text.split())
        yield f"  {each.iri.local}  {each.confidence}  {_statement(each)}"
        yield f"      {each.document.label.text}: {words}"
    yield f"{_counted(found.unsure, 'pair')} that may be one"
    for pair in found.unsure[:limit]:
        yield f"  {pair.one.iri.local} {pair.other.iri.local}: {pair.reason}"
    yield f"{_counted(found.conflicts, 'pair')} of passages that disagree"
    for conflict in found.conflicts[:limit]:
        yield f"  {conflict.thing.label.text} {conflict.property.iri.local} ({conflict.about})"
        for value, quote, document in (conflict.one, conflict.other):
            yield f"      {value} | {document}: {' '.join(quote.split())}"
    yield f"{_counted(found.disputed, 'passage')} that people dispute"
    for each in found.disputed[:limit]:
        yield f"  {each.iri.local}  {_statement(each)}"
        yield f"      {each.reviewed_by}: {each.review_note}"
    yield f"{_counted(found.stale, 'decision')} with nothing left to decide"
    yield from (f"  {decision}" for decision in found.stale[:limit])


def _counted(found: Sized, noun: str) -> str:
    return f"{len(found)} {noun}{'s' * (len(found) != 1)}"


def _statement(found: Passage) -> str:
    value = found.object
    shown = value.label.text if isinstance(value, Thing) else value.text
    return f"{found.subject.label.text} | {found.predicate.iri.local} | {shown}"
