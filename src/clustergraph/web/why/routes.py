"""``/why``: why a statement holds, step by step, with the words of the documents."""

import json
from urllib.parse import urlencode

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from clustergraph.errors import InvalidParameter
from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.consult import Text
from clustergraph.operations.proving.refer import refer, refer_to_value
from clustergraph.operations.proving.why import Derivation, Explanation, Statement, Step, why
from clustergraph.operations.quote import Passage
from clustergraph.web.asking import query_address
from clustergraph.web.forms import wanted
from clustergraph.web.framing import frame
from clustergraph.web.linking import Linker, words
from clustergraph.web.offers import HTML, JSON, Offer
from clustergraph.web.pieces import Link
from clustergraph.web.quoting import notes, spot_of
from clustergraph.web.rendering import render
from clustergraph.web.visit import Visit
from clustergraph.web.why.views import WhyPage, WhyQuote, WhyStep, WhyWay

__all__ = ["router"]

_ENTITIES = f"{BASE}id/"
_MEANT = {
    "s": "the statement's subject: an IRI, a local id or a name",
    "p": "its property: an IRI or a name such as cg:fundingSource",
    "o": "its value: an IRI, a local id, a name, or a date, a number or words",
}


def explanation(request: Request) -> Response:
    """Explain the statement that the parameters name, to people or to programs."""
    visit = Visit(request)
    offers = _offers(visit)
    offer = wanted(visit, offers, request.path_params.get("extension", ""))
    if offer.media_type == HTML:
        reading = visit.of_person()
        return reading.answer(lambda: _page(reading, offers), media_type=HTML)
    return visit.answer(lambda: _json(visit), media_type=offer.media_type)


router = APIRouter(include_in_schema=False)
router.add_route("/why", explanation)
router.add_route("/why.{extension}", explanation)


def _offers(visit: Visit) -> tuple[Offer, ...]:
    query = urlencode({name: visit.word(name) for name in _MEANT})
    return (
        Offer(media_type=JSON, address=f"/why.json?{query}", name="JSON"),
        Offer(media_type=HTML, address=f"/why?{query}", name="HTML"),
    )


def _explain(visit: Visit) -> Explanation:
    for name, meaning in _MEANT.items():
        if not visit.word(name):
            raise InvalidParameter(name, "", meaning)
    subject = _current(visit, refer(visit.graph, visit.names, visit.word("s")))
    predicate = refer(visit.graph, visit.names, visit.word("p"))
    value = refer_to_value(visit.graph, visit.names, subject, predicate, visit.word("o"))
    if isinstance(value, Iri):
        value = _current(visit, value)
    return why(visit.graph, visit.labels, subject, predicate, value)


def _current(visit: Visit, iri: Iri) -> Iri:
    """Return what an entity became; one that was taken down or is unknown is told as on its page.

    Terms, concepts and what others have named stay as they are.
    """
    return visit.current(iri) if iri.startswith(_ENTITIES) else iri


def _json(visit: Visit) -> bytes:
    return json.dumps(_explain(visit).as_plain(), ensure_ascii=False).encode()


def _page(visit: Visit, offers: tuple[Offer, ...]) -> str:
    found = _explain(visit)
    linker = Linker(visit.labels, visit.reader)
    page = WhyPage(
        frame=frame(visit, f"Why: {found.statement}", offers=offers),
        statement=_parts(found.statement, linker),
        ways=tuple(_way(number, way, linker) for number, way in enumerate(found.ways, start=1)),
        total=found.total,
        query=_query(found.statement),
    )
    return render("why.html", page, visit.reader)


def _query(statement: Statement) -> str:
    """Return the address of a query for the same steps; empty for a value that is no thing."""
    if isinstance(statement.object, Text):
        return ""
    parts = (statement.subject.iri, statement.predicate.iri, statement.object.iri)
    names = ("subject", "predicate", "object")
    return query_address("steps-behind", **dict(zip(names, parts, strict=True)))


def _way(number: int, way: Derivation, linker: Linker) -> WhyWay:
    return WhyWay(
        number=number, steps=tuple(_step(step, f"way-{number}-step-", linker) for step in way.steps)
    )


def _step(step: Step, anchor: str, linker: Linker) -> WhyStep:
    because = (Link(text=str(each), href=f"#{anchor}{each}") for each in step.because)
    return WhyStep(
        number=step.number,
        anchor=f"{anchor}{step.number}",
        statement=_parts(step.statement, linker),
        sentence=step.sentence,
        rule=f"/ns/rules#{step.rule}" if step.rule else "",
        because=tuple(because),
        quotes=tuple(_quote(passage, linker) for passage in step.passages),
    )


def _quote(passage: Passage, linker: Linker) -> WhyQuote:
    status = passage.status.label.text if passage.status else ""
    return WhyQuote(
        quote=words(passage.quote),
        source=linker.place(*spot_of(passage)),
        start=passage.start,
        end=passage.end,
        notes=(*notes([passage]), *([status] if status else [])),
    )


def _parts(statement: Statement, linker: Linker) -> tuple[Link, Link, Link]:
    said = statement.object
    value = words(said) if isinstance(said, Text) else linker.link(said)
    return linker.link(statement.subject), linker.link(statement.predicate), value
