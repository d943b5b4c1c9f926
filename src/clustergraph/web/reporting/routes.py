"""``/report``: what to do about an error, with all that is known of it filled in."""

from datetime import UTC, datetime

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from clustergraph.web.offers import HTML
from clustergraph.web.reporting.page import report_page
from clustergraph.web.visit import PageVisit

__all__ = ["router"]


def report(request: Request) -> Response:
    """Show what is reported and how; the operator's address and the day are part of the answer."""
    visit = PageVisit(request)
    template: str = request.app.state.report_address
    today = datetime.now(UTC).date()
    return visit.answer(
        lambda: report_page(visit, template, today),
        media_type=HTML,
        depends_on=f"{template}\n{today}",
    )


router = APIRouter(include_in_schema=False)
router.add_route("/report", report)
