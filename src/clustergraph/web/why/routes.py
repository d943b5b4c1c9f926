"""``/why``: why a statement holds, step by step, with the words of the documents."""

from urllib.parse import urlencode

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from clustergraph.operations.proving.explained import Explanation
from clustergraph.operations.proving.why import why
from clustergraph.web.framing.frame import page_links
from clustergraph.web.linked_data.forms import wanted
from clustergraph.web.offers import HTML, JSON, Offer
from clustergraph.web.visit import Visit
from clustergraph.web.why.answers import explanation_answer
from clustergraph.web.why.asked import PARTS, statement_asked
from clustergraph.web.why.page import why_page

__all__ = ["router"]


def explanation(request: Request) -> Response:
    """Explain the statement that the parameters name, to people or to programs."""
    visit = Visit(request)
    offers = _offers(visit)
    offer = wanted(visit, offers, request.path_params.get("extension", ""))
    if offer.media_type == HTML:
        reading = visit.of_person()
        return reading.answer(
            lambda: why_page(reading, _explain(reading), offers),
            media_type=HTML,
            headers=page_links("", offers),
        )
    return visit.answer(
        lambda: explanation_answer(visit, _explain(visit)), media_type=offer.media_type
    )


router = APIRouter(include_in_schema=False)
router.add_route("/why", explanation)
router.add_route("/why.{extension}", explanation)


def _offers(visit: Visit) -> tuple[Offer, ...]:
    query = urlencode({name: visit.word(name) for name in PARTS} | visit.reader.kept)
    return (
        Offer(media_type=JSON, address=f"/why.json?{query}", name="JSON"),
        Offer(media_type=HTML, address=f"/why?{query}", name="HTML"),
    )


def _explain(visit: Visit) -> Explanation:
    say = visit.reader.wording.gettext
    return why(visit.graph, visit.labels, *statement_asked(visit), say=say)
