"""The start page: what is in here, one question answered, and the ways in."""

from collections.abc import Iterator
from dataclasses import replace

from clustergraph.model import Iri
from clustergraph.operations.survey import DocumentEntry, Survey, survey
from clustergraph.vocab import CG
from clustergraph.web.framing import frame, language_name
from clustergraph.web.linking import Linker
from clustergraph.web.lists import list_of
from clustergraph.web.pieces import Link, Number
from clustergraph.web.question_pages import count_of_questions, flagship
from clustergraph.web.rendering import render
from clustergraph.web.views import DocumentRow, Share, StartPage
from clustergraph.web.visit import Visit

__all__ = ["start_page"]

_COUNTED_APART = (CG.Evidence, CG.Document)


def start_page(visit: Visit) -> str:
    """Show the way in; what is in here is counted once for each version."""
    linker = Linker(visit.labels, visit.reader)
    found = visit.findings.get("survey", lambda: survey(visit.graph))
    numbers = [(kind, total) for kind, total in found.kinds if kind not in _COUNTED_APART]
    page = StartPage(
        frame=frame(visit, "ClusterGraph"),
        statements=found.statements,
        passages=dict(found.kinds).get(CG.Evidence, 0),
        entities=sum(total for _, total in numbers),
        shares=tuple(_shares(found, linker)),
        numbers=tuple(
            Number(name=_kind(visit, kind, linker), total=total) for kind, total in numbers
        ),
        documents=tuple(_row(entry, linker) for entry in found.documents),
        reply=flagship(visit),
        questions=count_of_questions(),
    )
    return render("start.html", page, visit.reader)


def _kind(visit: Visit, kind: Iri, linker: Linker) -> Link:
    """Link a class to the list of all its things, where there is one."""
    thing = visit.labels.thing(kind)
    return replace(linker.titled(thing), href=list_of(visit, thing))


def _shares(found: Survey, linker: Linker) -> Iterator[Share]:
    before = 0
    for status, total in found.reviews:
        yield Share(name=status.local, label=linker.to(status), total=total, before=before)
        before += total


def _row(entry: DocumentEntry, linker: Linker) -> DocumentRow:
    return DocumentRow(
        title=linker.to(entry.document),
        publisher=entry.publisher,
        issued=entry.issued,
        language=language_name(entry.language),
        passages=entry.passages,
    )
