"""``clustergraph review``."""

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from clustergraph.cli.options import add_home, home_of, positive, refuse
from clustergraph.decisions import Identity, Verdict
from clustergraph.locations import DOCUMENTS
from clustergraph.operations.build import default_curation
from clustergraph.operations.review import (
    LOW_CONFIDENCE,
    decide_identity,
    decide_statements,
    to_review,
)
from clustergraph.operations.show import review_lines

__all__ = ["add", "run"]

_VERDICTS: Final = (Verdict.CONFIRM, Verdict.REJECT, Verdict.DISPUTE)
_DECISIONS: Final = (*_VERDICTS, "same", "different")


def add(command: argparse.ArgumentParser) -> None:
    """Say what the command is told."""
    command.add_argument("--below", type=float, default=LOW_CONFIDENCE, metavar="CONFIDENCE")
    command.add_argument("--limit", type=positive, default=20, metavar="N", help="rows of a kind")
    command.add_argument("--confirm", nargs="+", default=(), metavar="PASSAGE", help="it says so")
    command.add_argument("--reject", nargs="+", default=(), metavar="PASSAGE", help="it does not")
    command.add_argument("--dispute", nargs="+", default=(), metavar="PASSAGE", help="some say so")
    command.add_argument("--same", nargs=2, metavar=("ONE", "MAIN"), help="two names, one thing")
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
