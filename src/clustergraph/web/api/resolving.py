"""``/api/resolve``: from one identifier to the thing here that bears it."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from clustergraph.errors import AmbiguousName, InvalidParameter, NotFound
from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.identifying.standing import Status
from clustergraph.operations.look_up.batch import Item, Outcome, look_up_identifier
from clustergraph.web.api.openapi.examples import Example, examples
from clustergraph.web.api.openapi.problem_answers import problem, problems
from clustergraph.web.api.outcomes import outcome_parts
from clustergraph.web.api.parameters import ResolveParameters
from clustergraph.web.api.shapes.answers import as_json
from clustergraph.web.api.shapes.batch import ResolveAnswer
from clustergraph.web.exchange.negotiation import accept_of, prefers_html
from clustergraph.web.framing.frame import link_header
from clustergraph.web.linked_data.forms import passing_on, wanted
from clustergraph.web.offers import JSON, Offer, offers_of, offers_of_term
from clustergraph.web.visit import Visit

__all__ = ["router"]

router = APIRouter(prefix="/api", tags=["lookups"])

_MOST_CANDIDATES = 10
_OWN = Offer(media_type=JSON, address="", name="JSON")
_TERMS = f"{BASE}ns#"


@router.get(
    "/resolve",
    response_model=ResolveAnswer,
    responses={
        300: {"model": ResolveAnswer, "description": "It may mean several things: see candidates."},
        303: {"description": "For browsers the page, for RDF the data about the thing."},
        **problems(400, 422),
        404: problem("Nothing here bears it."),
        410: problem("What bore it was removed."),
    },
    openapi_extra=examples(
        Example(name="iri", summary="An address of ours", query={"uri": "{iri}"}),
        Example(name="local", summary="A local id", query={"uri": "{local}"}),
        Example(name="register", summary="That of a register", query={"uri": "{identifier}"}),
        Example(
            name="scheme",
            summary="A country by its code",
            query={"scheme": "iso3166-1", "value": "KZ"},
        ),
    ),
)
def resolve(request: Request, parameters: Annotated[ResolveParameters, Query()]) -> Response:
    """Find what one identifier means here, in whatever shape, also by a former address."""
    visit = Visit(request)
    item = _item(parameters)
    outcome = look_up_identifier(
        visit.opened, item, language=visit.language, most_candidates=_MOST_CANDIDATES
    )
    if outcome is None:
        wanted = "an http or https IRI, or an identifier of a register; names are searched"
        raise InvalidParameter("uri", item.text, wanted)
    if outcome.hit is None:
        return _unresolved(visit, item, outcome)
    return _resolved(visit, item, outcome, outcome.hit.thing.iri)


def _item(asked: ResolveParameters) -> Item:
    if bool(asked.uri) == bool(asked.scheme) or bool(asked.scheme) != bool(asked.value):
        raise InvalidParameter("uri", asked.uri, "given alone, or scheme and value instead of it")
    return Item(text=asked.uri or asked.value, scheme=asked.scheme or None)


def _resolved(visit: Visit, item: Item, outcome: Outcome, iri: Iri) -> Response:
    forms = offers_of_term(iri) if iri.startswith(_TERMS) else offers_of(iri)
    offer = wanted(visit, [_OWN, *(form for form in forms if form.media_type != JSON)])
    if offer is not _OWN:
        return visit.redirect(passing_on(visit, offer.address), 303)
    return visit.answer(
        lambda: _as_json(item, outcome),
        media_type=JSON,
        headers=link_header([(iri, "canonical", "")]),
    )


def _unresolved(visit: Visit, item: Item, outcome: Outcome) -> Response:
    if outcome.status is Status.INVALID:
        name, wanted_ = ("value" if item.scheme else "uri"), "one that its register can have given"
        raise InvalidParameter(name, item.text, f"{wanted_}. {outcome.why.rstrip('.')}")
    if outcome.status is not Status.AMBIGUOUS:
        _raise_missing(visit, item, outcome)
    if prefers_html(accept_of(visit.request.headers)):
        raise AmbiguousName(item.text, [each.hit.thing.iri for each in outcome.candidates])
    answer = visit.answer(lambda: _as_json(item, outcome), media_type=JSON)
    answer.status_code = 300 if answer.status_code == 200 else answer.status_code
    return answer


def _raise_missing(visit: Visit, item: Item, outcome: Outcome) -> None:
    identified = outcome.identified
    if identified is not None and identified.was is not None:
        visit.current(identified.was)  # says better what became of it
    raise NotFound(item.text)


def _as_json(item: Item, outcome: Outcome) -> bytes:
    return as_json(ResolveAnswer(asked=item.text, **outcome_parts(outcome)))
