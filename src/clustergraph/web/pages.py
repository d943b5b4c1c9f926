"""The pages that people read, complete without JavaScript; they are composed elsewhere."""

from dataclasses import replace
from urllib.parse import urlencode

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from clustergraph.model import Iri
from clustergraph.operations.consult import Text
from clustergraph.operations.describe import current_iri, describe
from clustergraph.operations.labels import Thing
from clustergraph.operations.look_up import KINDS, Hit, Question, kinds_named, search
from clustergraph.operations.quote import passage, passages_in
from clustergraph.operations.survey import DocumentEntry, survey
from clustergraph.sparql.catalogue import NamedQuery, catalogue
from clustergraph.vocab import CG
from clustergraph.web.addresses import iri_at, page_path, path_of
from clustergraph.web.composing import Composer, name_rows, query_address, words
from clustergraph.web.framing import frame, page_links
from clustergraph.web.offers import HTML, JSON, offers_of
from clustergraph.web.rendering import render
from clustergraph.web.shaping import as_json, found
from clustergraph.web.views import (
    DocumentPage,
    DocumentRow,
    EntityPage,
    HitView,
    Link,
    Number,
    PassagePage,
    SearchPage,
    StartPage,
)
from clustergraph.web.visit import Visit

__all__ = ["router"]

_HITS_A_PAGE = 20
_MOST_HITS = 1000
_LONGEST_DOCUMENT = 100_000_000
_COUNTED_APART = (CG.Evidence, CG.Document)


def start(request: Request) -> Response:
    """Show what is in here, and the ways in."""
    visit = Visit(request)
    return visit.answer(lambda: render("start.html", _start(visit)), media_type=HTML)


def about(request: Request) -> Response:
    """Show an entity, a concept, a document or a passage; what was merged leads to the survivor."""
    visit = Visit(request)
    iri = iri_at(request.path_params["place"])
    survivor = current_iri(visit.graph, iri)
    if survivor != iri:
        return visit.redirect(page_path(survivor), 301)
    return visit.answer(
        lambda: _about(visit, iri), media_type=HTML, headers=page_links(iri, offers_of(iri))
    )


def results(request: Request) -> Response:
    """Show what is called so; the address of a thing goes straight to its page."""
    visit = Visit(request)
    hits = _hits(visit)
    if hits and hits[0].match == "address":
        return visit.redirect(path_of(hits[0].thing.iri), 303)
    return visit.answer(lambda: render("search.html", _results(visit, hits)), media_type=HTML)


def results_as_json(request: Request) -> Response:
    """Give the rows of the same search to programs."""
    visit = Visit(request)
    offset = visit.number("offset", most=_MOST_HITS)
    return visit.answer(
        lambda: as_json(found(visit, _question(visit), limit=_HITS_A_PAGE, offset=offset)),
        media_type=JSON,
    )


router = APIRouter(include_in_schema=False)
router.add_route("/", start)
router.add_route("/page/{place:path}", about)
router.add_route("/search", results)
router.add_route("/search.json", results_as_json)


def _start(visit: Visit) -> StartPage:
    composer = Composer(visit.labels, visit.language)
    found = survey(visit.graph, visit.labels)
    example = _example()
    return StartPage(
        frame=frame(visit, "ClusterGraph"),
        statements=found.statements,
        numbers=tuple(
            Number(name=replace(composer.titled(kind), href=_list_of(visit, kind)), total=total)
            for kind, total in found.kinds
            if kind.iri not in _COUNTED_APART
        ),
        documents=tuple(_document_row(entry, composer) for entry in found.documents),
        question=example.question if example else "",
        query=query_address(example.name) if example else "",
    )


def _example() -> NamedQuery | None:
    """Choose the first of the competency questions that needs no parameter."""
    numbered = [query for query in catalogue().values() if query.number and not query.parameters]
    return min(numbered, key=lambda query: query.number or 0, default=None)


def _document_row(entry: DocumentEntry, composer: Composer) -> DocumentRow:
    return DocumentRow(
        title=composer.link(entry.document),
        publisher=entry.publisher,
        issued=entry.issued,
        language=entry.language,
        passages=entry.passages,
    )


def _list_of(visit: Visit, kind: Thing) -> str:
    """Return the address of the list of all things of a class; empty where there is none."""
    if kind.iri not in KINDS.values():
        return ""
    language = visit.word("lang")
    parameters = {"type": kind.iri.local, **({"lang": language} if language else {})}
    return f"/search?{urlencode(parameters)}"


def _about(visit: Visit, iri: Iri) -> str:
    if "/doc/" in iri:
        return render("document.html", _document(visit, iri))
    if "/ev/" in iri:
        return render("passage.html", _passage(visit, iri))
    return render("entity.html", _entity(visit, iri))


def _entity(visit: Visit, iri: Iri) -> EntityPage:
    composer = Composer(visit.labels, visit.language)
    description = describe(visit.graph, iri, visit.labels)
    thing = description.thing
    return EntityPage(
        frame=frame(
            visit,
            thing.label.text,
            languages={name.language for name in description.names},
            iri=iri,
            offers=offers_of(iri),
        ),
        iri=iri,
        label=words(thing.label),
        kind=composer.titled(description.kind) if description.kind else None,
        list=_list_of(visit, description.kind) if description.kind else "",
        facts=composer.facts(description),
        relations=composer.relations(description),
        incoming=composer.incoming(description),
        consequences=composer.consequences(description),
        names=name_rows(description.names),
        documents=tuple(composer.link(document) for document in description.documents),
        passages=composer.cited(),
        query=query_address("stated-of", entity=iri),
        api=f"/api/entities/{iri.local}" if "/id/" in iri else "",
    )


def _document(visit: Visit, iri: Iri) -> DocumentPage:
    composer = Composer(visit.labels, visit.language)
    description = describe(visit.graph, iri, visit.labels)
    first = visit.number("from", most=_LONGEST_DOCUMENT)
    passages, following = passages_in(visit.graph, visit.labels, iri, first)
    title = description.thing.label
    return DocumentPage(
        frame=frame(visit, title.text, iri=iri, offers=offers_of(iri)),
        iri=iri,
        title=words(title),
        facts=composer.facts(description),
        passages=tuple(composer.passage(each, at) for at, each in enumerate(passages, start=1)),
        more=(
            Link(text="What it says next", href=visit.address(**{"from": following}))
            if following is not None
            else None
        ),
    )


def _passage(visit: Visit, iri: Iri) -> PassagePage:
    composer = Composer(visit.labels, visit.language)
    found = passage(visit.graph, visit.labels, iri)
    return PassagePage(
        frame=frame(visit, f"“{found.quote.text[:60]}”", iri=iri, offers=offers_of(iri)),
        iri=iri,
        passage=composer.passage(found, 1),
        facts=composer.provenance(found),
    )


def _question(visit: Visit) -> Question:
    kind = visit.word("type")
    return Question(text=visit.word("q"), kinds=kinds_named(kind) if kind else ())


def _hits(visit: Visit) -> list[Hit]:
    return search(
        visit.graph,
        visit.names,
        visit.labels,
        _question(visit),
        limit=_HITS_A_PAGE + 1,
        offset=visit.number("offset", most=_MOST_HITS),
    )


def _results(visit: Visit, hits: list[Hit]) -> SearchPage:
    composer = Composer(visit.labels, visit.language)
    text, kind = visit.word("q"), visit.word("type")
    following = visit.number("offset", most=_MOST_HITS) + _HITS_A_PAGE
    return SearchPage(
        frame=frame(visit, f"Search: {text}" if text else "Search"),
        query=text,
        kind=kind,
        kinds=tuple(KINDS),
        hits=tuple(_hit(visit, hit, composer) for hit in hits[:_HITS_A_PAGE]),
        next=visit.address(offset=following) if len(hits) > _HITS_A_PAGE else "",
        json=f"/search.json?{urlencode({'q': text, **({'type': kind} if kind else {})})}",
    )


def _hit(visit: Visit, hit: Hit, composer: Composer) -> HitView:
    kind = visit.labels.thing(hit.thing.kind).label.text if hit.thing.kind else ""
    is_other_name = hit.match != "listed" and hit.name != hit.thing.label.text
    return HitView(
        link=composer.link(hit.thing),
        kind=kind,
        found_as=words(Text(hit.name, hit.language)) if is_other_name else None,
    )
