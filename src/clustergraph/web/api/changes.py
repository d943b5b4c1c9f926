"""``/api/changes``: what changed since a version, as JSON lines for mirrors, as Atom for people."""

import re
from collections.abc import Iterator
from typing import Annotated, Final

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from clustergraph.iris import dataset_iri
from clustergraph.operations.comparing.change_feed import ChangeFeed, Step
from clustergraph.operations.comparing.changes import Difference
from clustergraph.web.api.change_lines import lines_of
from clustergraph.web.api.openapi.body_shapes import any_of
from clustergraph.web.api.openapi.examples import Example, examples
from clustergraph.web.api.openapi.problem_answers import problem, problems
from clustergraph.web.api.parameters import ChangesParameters, FeedParameters
from clustergraph.web.api.shapes.answers import as_json
from clustergraph.web.api.shapes.changes import LINES
from clustergraph.web.api.views import AtomEntry, AtomFeed
from clustergraph.web.framing.rendering import render
from clustergraph.web.offers import JSON_LINES
from clustergraph.web.visit import Visit

__all__ = ["router"]

_ATOM: Final = "application/atom+xml"
_MOST_ENTRIES: Final = 10
_NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that no XML 1.0 can hold, not even escaped (section 2.2)."""
_PROBLEMS: Final = {
    **problems(422),
    404: problem("There never was such a version; the problem names those that are kept."),
    410: problem("That version is not kept any more; the problem names those that are."),
}

router = APIRouter(prefix="/api", tags=["lookups"])


@router.get(
    "/changes",
    response_class=Response,
    responses={
        200: {
            "description": "First what is compared, then a change a line: documents, things, "
            "statements, and what people decided.",
            "content": {JSON_LINES: {"schema": any_of(*LINES)}},
        },
        **_PROBLEMS,
    },
    openapi_extra=examples(
        Example(name="nothing", summary="Nothing changed", query={"since": "{version}"})
    ),
)
def changes(request: Request, parameters: Annotated[ChangesParameters, Query()]) -> Response:
    """Tell what changed since the version that you have, a line of JSON for each change.

    The first line says how many follow. Statements that only follow by the rules are left out.
    """
    visit = Visit(request)
    difference = _feed(visit).since(parameters.since)
    return visit.stream(_lines(difference), media_type=JSON_LINES)


@router.get(
    "/changes.atom",
    response_class=Response,
    responses={
        200: {
            "description": "An entry for each version, the latest first.",
            "content": {_ATOM: {"schema": {"type": "string"}}},
        },
        **_PROBLEMS,
    },
    openapi_extra=examples(Example(name="all", summary="The versions that are kept")),
)
def changes_to_read(request: Request, parameters: Annotated[FeedParameters, Query()]) -> Response:
    """Tell people what changed from version to version, for their feed readers (Atom)."""
    visit = Visit(request)
    steps = _feed(visit).steps(most=_MOST_ENTRIES, after=parameters.since)
    entries = tuple(_entry(step) for step in steps)
    return visit.answer(lambda: render("changes.atom", _atom(visit, entries)), media_type=_ATOM)


def _feed(visit: Visit) -> ChangeFeed:
    return ChangeFeed(visit.request.app.state.dataset, visit.opened)


def _lines(difference: Difference) -> Iterator[bytes]:
    return (as_json(line) + b"\n" for line in lines_of(difference))


def _atom(visit: Visit, entries: tuple[AtomEntry, ...]) -> AtomFeed:
    return AtomFeed(
        iri=dataset_iri("changes"),
        host=str(visit.request.base_url).rstrip("/"),
        address=str(visit.request.url),
        updated=visit.version.created.isoformat(timespec="seconds"),
        entries=entries,
    )


def _entry(step: Step) -> AtomEntry:
    return AtomEntry(
        iri=dataset_iri(version=step.new.id),
        title=f"Version {step.new.id}",
        updated=step.new.created.isoformat(timespec="seconds"),
        address=f"/api/changes?since={step.old.id}",
        told=tuple(_NOT_IN_XML.sub(" ", line) for line in step.told),
    )
