"""Show who wrote what no document says: into which graph, and by whom last."""

from collections.abc import Iterable, Sequence
from itertools import chain

from clustergraph.operations.describing.describe import Description
from clustergraph.operations.writing.log import Entry, entries
from clustergraph.operations.written import WritesToGraph, writes_to
from clustergraph.rdf.prefixes import shorten
from clustergraph.web.evidence.views import WrittenView
from clustergraph.web.linking import Linker
from clustergraph.web.pieces import Link
from clustergraph.web.visit import Visit
from clustergraph.web.wording import Wording

__all__ = ["graph_link", "graphs_written", "log_of", "writers", "written_note"]


def log_of(visit: Visit) -> Sequence[Entry]:
    """Return the writes behind the version that answers, the oldest first; read once."""
    return visit.findings.get("writes", lambda: entries(visit.version.writes_path))


def writers(visit: Visit, graphs: Iterable[str], linker: Linker) -> tuple[WrittenView, ...]:
    """Show who wrote to graphs; nothing where there are none."""
    wanted = frozenset(graphs)
    found = writes_to(wanted, log_of(visit)) if wanted else ()
    return tuple(_view(each, linker) for each in found)


def graphs_written(description: Description) -> frozenset[str]:
    """Return the graphs into which people wrote anything that a description tells."""
    groups = (*description.relations, *description.incoming)
    related = (each.written for group in groups for each in group.relations)
    facts = (each.written for each in description.facts)
    names = (each.written for each in description.names)
    return frozenset(chain(description.written, *related, *facts, *names))


def written_note(graphs: Sequence[str], passages: Sequence[object], wording: Wording) -> list[str]:
    """Say of a value that it was written and that no document says it; nothing of others."""
    return [wording.gettext("written by people")] if graphs and not passages else []


def graph_link(name: str, linker: Linker) -> Link:
    """Lead to all that a graph holds."""
    text = shorten(name) if name else linker.wording.gettext("the default graph")
    href = linker.address("/store", graph=name) if name else linker.address("/store?default")
    return Link(text=text, href=href)


def _view(found: WritesToGraph, linker: Linker) -> WrittenView:
    last = found.last
    return WrittenView(
        graph=graph_link(found.graph, linker),
        by=", ".join(found.by),
        date=linker.wording.date(f"{last.when:%Y-%m-%d}") if last else "",
        total=found.total,
    )
