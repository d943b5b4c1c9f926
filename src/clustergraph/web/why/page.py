"""Compose the page that tells why a statement holds: for it, against it, and step by step."""

from collections.abc import Iterator, Sequence

from clustergraph.operations.proving.explained import Derivation, Explanation, Step
from clustergraph.web.evidence.showing import Exhibitor, parts_of
from clustergraph.web.evidence.statements import in_words, objection_view, query_about, report_of
from clustergraph.web.evidence.writers import writers
from clustergraph.web.framing.frame import frame
from clustergraph.web.framing.rendering import render
from clustergraph.web.linking import Linker
from clustergraph.web.offers import Offer
from clustergraph.web.pieces import Link
from clustergraph.web.visit import Visit
from clustergraph.web.why.views import WhyPage, WhyStep, WhyWay
from clustergraph.web.wording import Wording

__all__ = ["why_page"]


def why_page(visit: Visit, found: Explanation, offers: Sequence[Offer]) -> str:
    """Show an explanation."""
    linker = Linker(visit.labels, visit.reader)
    teller = _Teller(visit, linker, Exhibitor(visit, linker))
    statement = in_words(found.statement, linker.wording)
    title = linker.wording.gettext("Why: %(statement)s", statement=statement)
    follows = not found.ways[0].steps[0].is_made
    page = WhyPage(
        frame=frame(visit, title, offers=offers),
        statement=parts_of(found.statement, linker, found.ways[0].steps[0].passages),
        follows=follows,
        ways=tuple(teller.way(number, way) for number, way in enumerate(found.ways, start=1)),
        total=found.total,
        query=query_about("steps-behind" if follows else "quotes-for", found.statement),
        report=report_of(found.statement, linker),
    )
    return render("why.html", page, visit.reader)


class _Teller:
    """Tells the ways and steps of one page."""

    def __init__(self, visit: Visit, linker: Linker, exhibitor: Exhibitor) -> None:
        self._visit = visit
        self._linker = linker
        self._exhibitor = exhibitor

    def way(self, number: int, way: Derivation) -> WhyWay:
        """Show one way."""
        anchor = f"way-{number}-step-"
        return WhyWay(number=number, steps=tuple(self._step(step, anchor) for step in way.steps))

    def _step(self, step: Step, anchor: str) -> WhyStep:
        because = (Link(text=str(each), href=f"#{anchor}{each}") for each in step.because)
        return WhyStep(
            number=step.number,
            anchor=f"{anchor}{step.number}",
            statement=parts_of(step.statement, self._linker, step.passages),
            sentence=step.sentence,
            rule=self._linker.address(f"/ns/rules#{step.rule}") if step.rule else "",
            because=tuple(because),
            sources=tuple(_sources(step, self._linker.wording)),
            written=writers(self._visit, step.written, self._linker),
            all=self._all(step),
            passages=tuple(map(self._exhibitor.show, step.passages)),
            objections=tuple(
                objection_view(step.statement, each, self._linker, self._exhibitor)
                for each in step.objections
            ),
        )

    def _all(self, step: Step) -> Link | None:
        """Link to all passages of a step where only some are shown."""
        if step.total <= len(step.passages):
            return None
        text = self._linker.wording.gettext("All of them, as a query")
        return Link(text=text, href=query_about("quotes-for", step.statement))


def _sources(step: Step, wording: Wording) -> Iterator[str]:
    """Say how many documents make a statement, and in how many passages where that is more."""
    if step.documents:
        yield wording.ngettext(
            "%(num)s document says so.", "%(num)s documents say so.", step.documents
        )
    if step.total > step.documents:
        yield wording.ngettext(
            "There is %(num)s passage.", "There are %(num)s passages.", step.total
        )
