"""``/api/documents``: what the graph rests on, and which words of it carry which statements."""

from typing import Annotated, Any, Final

from fastapi import APIRouter, Path, Query
from starlette.requests import Request
from starlette.responses import Response

from clustergraph.errors import NotFound
from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.labels import Thing
from clustergraph.operations.listing.list_documents import (
    DocumentEntry,
    PassagePage,
    Selection,
    document_entry,
    entities_in,
    facts_of,
    list_documents,
    list_passages,
)
from clustergraph.operations.quote import Passage
from clustergraph.rdf.prefixes import expand, shorten
from clustergraph.vocab import CG
from clustergraph.web.addresses import iri_of
from clustergraph.web.api.finding import as_list
from clustergraph.web.api.openapi.examples import Example, examples
from clustergraph.web.api.openapi.problem_answers import problem, problems
from clustergraph.web.api.paging import next_address, next_links
from clustergraph.web.api.parameters import (
    DocumentParameters,
    DocumentsParameters,
    PassagesParameters,
)
from clustergraph.web.api.shapes.answers import EntityShape, as_json
from clustergraph.web.api.shapes.documents import (
    DocumentAnswer,
    DocumentsAnswer,
    DocumentShape,
    EntitiesShape,
    PassagesAnswer,
    StatedPassageShape,
    StatementShape,
    ValueShape,
)
from clustergraph.web.api.shaping import passage_shape, thing_parts, url_of
from clustergraph.web.exchange.root_path import rooted_address
from clustergraph.web.framing.frame import link_header
from clustergraph.web.offers import JSON
from clustergraph.web.visit import Visit

__all__ = ["router"]

router = APIRouter(prefix="/api/documents", tags=["documents"])

_SHOWN_ENTITIES: Final = 100
_INCLUDABLE: Final = ("entities",)
_FILE: Final = expand("dcterms:identifier")
_MISSING: Final = {
    **problems(400, 422),
    301: {"description": "It was replaced by another one."},
    404: problem("There is no such document."),
    410: problem("It was removed."),
}
_Local = Annotated[str, Path(description="What follows /doc/ in the IRI.")]


@router.get(
    "",
    response_model=DocumentsAnswer,
    responses=problems(400, 422),
    openapi_extra=examples(
        Example(name="newest", summary="The newest", query={"limit": "2"}),
        Example(
            name="mentioning",
            summary="Those that mention something",
            query={"mentions": "{local}", "limit": "2"},
        ),
    ),
)
def documents(request: Request, parameters: Annotated[DocumentsParameters, Query()]) -> Response:
    """List the documents, the newest first, and those without a date last."""
    visit = Visit(request)
    wanted = Selection(**parameters.model_dump(include=set(Selection.__dataclass_fields__)))
    found = list_documents(visit.opened, wanted, limit=parameters.limit, after=parameters.next)
    next_page = next_address(visit, found.next)
    return visit.answer(
        lambda: as_json(
            DocumentsAnswer(
                total=found.total,
                results=[DocumentShape(**_entry(visit, entry)) for entry in found.entries],
                next=next_page,
            )
        ),
        media_type=JSON,
        headers=link_header(next_links(next_page)),
    )


@router.get(
    "/{local}",
    response_model=DocumentAnswer,
    responses=_MISSING,
    openapi_extra=examples(
        Example(
            name="mentions",
            summary="A document, and what it mentions",
            path={"local": "{document}"},
            query={"include": "entities"},
        ),
    ),
)
def document(
    request: Request, local: _Local, parameters: Annotated[DocumentParameters, Query()]
) -> Response:
    """Return one document: where it is from, and the parts that were asked for."""
    visit = Visit(request)
    parts = as_list("include", parameters.include, _INCLUDABLE)
    iri = _document(local)
    if moved := visit.moved(iri, lambda new: f"/api/documents/{new.local}"):
        return moved
    entry = _known(visit, iri)
    return visit.answer(lambda: as_json(_answer(visit, entry, parts)), media_type=JSON)


@router.get(
    "/{local}/passages",
    response_model=PassagesAnswer,
    responses=_MISSING,
    openapi_extra=examples(
        Example(
            name="first",
            summary="The first passages, and what they say",
            path={"local": "{document}"},
            query={"limit": "2"},
        ),
    ),
)
def passages(
    request: Request, local: _Local, parameters: Annotated[PassagesParameters, Query()]
) -> Response:
    """List the passages of a document that carry statements, by place; rejected ones too."""
    visit = Visit(request)
    iri = _document(local)
    if moved := visit.moved(iri, lambda new: f"/api/documents/{new.local}/passages"):
        return moved
    _known(visit, iri)
    found = list_passages(
        visit.opened, visit.labels, iri, limit=parameters.limit, after=parameters.next
    )
    next_page = next_address(visit, found.next)
    return visit.answer(
        lambda: as_json(_passages(iri, found, next_page)),
        media_type=JSON,
        headers=link_header(next_links(next_page)),
    )


def _document(local: str) -> Iri:
    return iri_of(f"{BASE}doc/{local}")


def _known(visit: Visit, iri: Iri) -> DocumentEntry:
    entry = document_entry(visit.opened, iri)
    if entry is None:
        raise NotFound(iri)
    return entry


def _entry(visit: Visit, entry: DocumentEntry) -> dict[str, Any]:
    return {
        **thing_parts(visit.labels.thing(entry.iri)),
        "url": url_of(entry.iri),
        "written_in": entry.written_in,
        "issued": entry.issued,
        "publisher": entry.publisher,
        "quoted": entry.passages,
        **({"source": entry.source} if entry.source else {}),
    }


def _answer(visit: Visit, entry: DocumentEntry, parts: list[str]) -> DocumentAnswer:
    facts = facts_of(visit.opened, entry.iri)
    wanted: dict[str, Any] = {"entities": _entities(visit, entry.iri)} if parts else {}
    return DocumentAnswer(
        **_entry(visit, entry),
        file=facts.get(_FILE, ""),
        characters=int(facts.get(CG.characterCount, "0")),
        sha256=facts.get(CG.sha256, ""),
        passages_url=rooted_address(f"/api/documents/{entry.iri.local}/passages"),
        **wanted,
    )


def _entities(visit: Visit, iri: Iri) -> EntitiesShape:
    found = entities_in(visit.opened, iri)
    shown = (visit.labels.thing(each) for each in found[:_SHOWN_ENTITIES])
    return EntitiesShape(
        total=len(found), results=[EntityShape(**thing_parts(each)) for each in shown]
    )


def _passages(iri: Iri, found: PassagePage, next_page: str | None) -> PassagesAnswer:
    return PassagesAnswer(
        document=iri,
        total=found.total,
        passages=[_passage(each) for each in found.passages],
        next=next_page,
    )


def _passage(passage: Passage) -> StatedPassageShape:
    said = passage.object
    value = (
        EntityShape(**thing_parts(said))
        if isinstance(said, Thing)
        else ValueShape(value=said.text, language=said.language, datatype=shorten(said.datatype))
    )
    statement = StatementShape(
        subject=EntityShape(**thing_parts(passage.subject)),
        property=shorten(passage.predicate.iri),
        object=value,
    )
    told = passage_shape(passage).model_dump(exclude_unset=True)
    return StatedPassageShape(**told, statement=statement)
