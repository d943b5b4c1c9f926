"""Compose the page of one passage: its words, and what else is said for and against them."""

from dataclasses import replace

from clustergraph.model import Iri
from clustergraph.operations.proving.explained import claim_of, said_by
from clustergraph.operations.proving.objecting import Objection, objections
from clustergraph.operations.quote import Passage, on_one_line, passage, passages_for
from clustergraph.web.evidence.showing import Exhibitor, parts_of
from clustergraph.web.evidence.statements import objection_view, plain
from clustergraph.web.evidence.views import PassagePage, Standing
from clustergraph.web.framing.frame import frame
from clustergraph.web.framing.rendering import render
from clustergraph.web.linking import Linker
from clustergraph.web.offers import offers_of
from clustergraph.web.questions.asking import query_address
from clustergraph.web.structured.documents import passage_node
from clustergraph.web.visit import Visit

__all__ = ["passage_page"]

_MOST_OTHERS = 5
"""How many other passages are shown; the page about the statement shows more."""


def passage_page(visit: Visit, iri: Iri) -> str:
    """Show one passage in its context.

    Raises:
        NotFound: when there is none.
    """
    linker = Linker(visit.labels, visit.reader)
    found = passage(visit.graph, visit.labels, iri)
    document = linker.link(found.document)
    exhibitor = Exhibitor(visit, linker)
    title = linker.wording.gettext("Evidence: “%(quote)s”", quote=on_one_line(found.quote.text))
    page = PassagePage(
        frame=frame(
            visit,
            title,
            iri=iri,
            offers=offers_of(iri),
            crumbs=[document],
            about=[passage_node(found)],
        ),
        iri=iri,
        document=document,
        passage=exhibitor.show(found),
        standing=_standing(visit, found, linker, exhibitor),
        query=query_address("passage", evidence=iri),
    )
    return render("passage.html", page, visit.reader)


def _standing(visit: Visit, found: Passage, linker: Linker, exhibitor: Exhibitor) -> Standing:
    """Tell what else is said for the statement of a passage, and against it."""
    statement = said_by(found)
    parts = found.subject.iri, found.predicate.iri, plain(found.object)
    carrying = passages_for(visit.graph, visit.labels, *parts)
    others = tuple(each for each in carrying if each.iri != found.iri)
    against = objections(visit.graph, visit.labels, claim_of(statement, carrying))
    return Standing(
        statement=parts_of(statement, linker, [found]),
        is_stated=bool(carrying),
        others=tuple(map(exhibitor.show, others[:_MOST_OTHERS])),
        total=len(others),
        objections=tuple(
            objection_view(statement, each, linker, exhibitor)
            for each in (_without(objection, found) for objection in against)
            if each.passages
        ),
        why=linker.why(*parts),
    )


def _without(objection: Objection, found: Passage) -> Objection:
    """Leave out the passage itself: what was decided on it is told with it."""
    left = tuple(each for each in objection.passages if each.iri != found.iri)
    return replace(objection, passages=left)
