"""``clustergraph forget``."""

import argparse
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from clustergraph.cli.options import add_home, home_of, positive, refuse
from clustergraph.cli.publish import publish_where_set
from clustergraph.errors import NotForgettable
from clustergraph.locations import DOCUMENTS
from clustergraph.operations.building.inputs import default_curation, default_registry
from clustergraph.operations.forgetting.forget import Forgotten, forget
from clustergraph.operations.forgetting.wanted import Place
from clustergraph.store.versions import Version

__all__ = ["add", "lines", "run"]

_WORDING: Final = "Taken down at the request of the person concerned."


def add(command: argparse.ArgumentParser) -> None:
    """Say what the command is told."""
    command.add_argument("address", metavar="IRI", help="its IRI, or the address of its page")
    command.add_argument(
        "--why", metavar="TEXT", help=f'the reason, shown to everybody; for example "{_WORDING}"'
    )
    command.add_argument("--by", default="operator", metavar="NAME", help="who decides; not shown")
    command.add_argument(
        "--prune", action="store_true", help="remove all kept versions and dumps that tell of it"
    )
    command.add_argument("--documents", type=Path, default=DOCUMENTS, metavar="DIR")
    command.add_argument("--registry", type=Path, metavar="FILE", help="the names of the entities")
    command.add_argument("--curation", type=Path, metavar="DIR", help="where it is written down")
    command.add_argument("--workers", type=positive, metavar="N", help="processes that map")
    add_home(command)


def run(options: argparse.Namespace) -> int:
    """Forget it, and say what was done and what is left to do."""
    if not options.why or not options.why.strip():
        message = f'say why (--why), for example "{_WORDING}"; everybody can read it'
        return refuse("forget", f"{message}.")
    place = Place(
        documents=options.documents,
        registry=options.registry or default_registry(options.documents),
        curation=options.curation or default_curation(options.documents),
        home=home_of(options),
    )
    try:
        forgotten = forget(
            options.address,
            place,
            why=options.why.strip(),
            by=options.by,
            on=datetime.now(UTC).date(),
            prune=options.prune,
            workers=options.workers,
        )
    except NotForgettable as error:
        return refuse("forget", error)
    print(*lines(forgotten, place), sep="\n")
    publish_where_set(options, home_of(options))
    return 0


def lines(forgotten: Forgotten, place: Place) -> Iterator[str]:
    """Yield what is told of it."""
    what = "published" if forgotten.built.is_new else "is up to date"
    yield f"Forgotten: {forgotten.iri}, noted in {place.curation}."
    yield f"Version {forgotten.built.version.id} {what}."
    if forgotten.removed:
        yield f"Removed with all their dumps: {_ids(forgotten.removed)}."
    if forgotten.held_by:
        yield f"Still told by older versions (--prune removes them): {_ids(forgotten.held_by)}."
    if forgotten.alike:
        yield "Other things bear such a name; forget those that are the same:"
        for thing in forgotten.alike:
            kind = f" ({thing.kind.local})" if thing.kind else ""
            yield f"  {thing.label.text}{kind} {thing.iri}"
    if forgotten.files:
        yield "Files still hold the name, which are yours to keep or to change:"
        yield from (f"  {file}" for file in forgotten.files)


def _ids(versions: tuple[Version, ...]) -> str:
    return ", ".join(version.id for version in versions)
