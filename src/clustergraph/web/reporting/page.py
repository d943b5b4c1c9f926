"""Compose the page for reports: what is reported, to whom, and how it is mended."""

from datetime import date

from clustergraph.iris import is_entity
from clustergraph.operations.quote import Passage
from clustergraph.operations.review import identity_commands, rejection
from clustergraph.web.evidence.showing import Exhibitor, parts_of
from clustergraph.web.evidence.statements import plain
from clustergraph.web.framing.frame import frame
from clustergraph.web.framing.rendering import render
from clustergraph.web.framing.sharing import absolute
from clustergraph.web.linking import Linker
from clustergraph.web.reporting.letter import address_of, subject_of, text_of
from clustergraph.web.reporting.reported import Reported, reported
from clustergraph.web.reporting.views import Mending, ReportPage
from clustergraph.web.visit import Visit

__all__ = ["report_page"]


def report_page(visit: Visit, template: str, today: date) -> str:
    """Show what the address names, and how an error in it is reported.

    Args:
        visit: the visit of the reader.
        template: the operator's address for reports, or nothing.
        today: the day of the decision that who keeps the data may take.
    """
    found = reported(visit)
    linker = Linker(visit.labels, visit.reader)
    said, exhibitor = linker.wording, Exhibitor(visit, linker)
    subject = subject_of(found, said)
    text = text_of(found, visit.version_id, absolute(visit, _address(visit, found)), said)
    page = ReportPage(
        frame=frame(visit, said.gettext("Report an error")),
        statement=parts_of(found.statement, linker, found.passages) if found.statement else None,
        thing=linker.link(found.thing) if found.thing else None,
        ids=found.ids,
        passages=tuple(map(exhibitor.show, found.passages)),
        why=_why(found, linker),
        href=address_of(template, subject, text) if template else "",
        subject=subject,
        text=text,
        mending=tuple(_mending(each, linker, today) for each in found.passages),
        identity=_identity(found, linker),
    )
    return render("report.html", page, visit.reader)


def _address(visit: Visit, found: Reported) -> str:
    """Return the address of the page, the shortest where it can be asked for in several ways."""
    if found.passages:
        return visit.reader.to("/report", statement=found.passages[0].iri.local)
    return visit.address().removesuffix("?")


def _why(found: Reported, linker: Linker) -> str:
    """Lead from a statement to what it rests on; from one that nobody makes, above all."""
    if not found.statement or (found.passages and all(it.is_rejected for it in found.passages)):
        return ""
    said = found.statement
    return linker.why(said.subject.iri, said.predicate.iri, plain(said.object))


def _mending(found: Passage, linker: Linker, today: date) -> Mending:
    by, why = _who_and_why(linker)
    command, row = rejection(found, by=by, on=today, why=why)
    return Mending(passage=found.iri.local, command=command, row=row)


def _identity(found: Reported, linker: Linker) -> tuple[str, ...]:
    """Return the commands that say that an entity is another one too, or never was."""
    if found.thing is None or not is_entity(found.thing.iri):
        return ()
    by, why = _who_and_why(linker)
    other = linker.wording.gettext("ANOTHER-ID")
    return identity_commands(found.thing.iri.local, other, by=by, why=why)


def _who_and_why(linker: Linker) -> tuple[str, str]:
    said = linker.wording
    return said.gettext("YOUR NAME"), said.gettext("WHY")
