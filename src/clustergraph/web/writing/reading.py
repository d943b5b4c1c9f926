"""Graphs as they are read, by whoever likes: ``GET /store`` and ``/graph/…``.

The triples come from a reader that can be killed, as the answers to queries do, and pass on to the
client as they come. What builds make is RDF 1.1 for whoever asks for no more, as all linked data
here are; what people wrote is given as they wrote it.
"""

import asyncio
from typing import Final

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from clustergraph.coding import Coding, choose_coding
from clustergraph.errors import InvalidParameter, UnknownGraph
from clustergraph.iris import is_of_build
from clustergraph.model import Iri
from clustergraph.operations.dataset import Dataset
from clustergraph.operations.querying.answer import Answers, Asked, Prepared
from clustergraph.rdf.formats import RDF_FORMATS, TURTLE, Format, format_of, media_types
from clustergraph.sparql.catalogue import find_query
from clustergraph.sparql.gate import Form, Outline
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Version
from clustergraph.web.exchange.clients import client_of
from clustergraph.web.exchange.conditions import has, tags_in
from clustergraph.web.exchange.methods import IS_HEAD
from clustergraph.web.exchange.negotiation import accept_of, prefers_html
from clustergraph.web.linked_data.forms import is_rdf_1_2
from clustergraph.web.offers import HTML, Offer, choose_offer
from clustergraph.web.sparql.connection import WhileConnected
from clustergraph.web.sparql.delivery import Delivery, break_off_for
from clustergraph.web.visit import PageVisit
from clustergraph.web.writing.conditions import tag_of
from clustergraph.web.writing.graph_page import graph_page
from clustergraph.web.writing.graphs import STORE, target_of

__all__ = ["has_graph", "router"]


_CONTENT: Final = "graph-content"
_WITHOUT_TRIPLE_TERMS: Final = "graph-content-without-triple-terms"
_OUTLINE: Final = Outline(form=Form.CONSTRUCT, names_dataset=False, is_volatile=False)
_NO_GRAPH: Final = (
    "Say which graph is meant: ?default, or ?graph= and its IRI. "
    "The description of the service at /sparql lists those that there are."
)


async def read_graph(request: Request) -> Response:
    """Give a graph, in the format that the address or the Accept header names; people a page."""
    target = target_of(request)
    if target is None:
        raise HTTPException(400, _NO_GRAPH)
    if _is_for_people(request):
        return await asyncio.to_thread(_page, request, target.graph)
    form = _form(request)
    has_terms = is_rdf_1_2(request.query_params.get("rdf", ""), form)
    version = await _version_with(request, target.graph)
    is_whole = has_terms or version.is_plain or not is_of_build(target.graph or "")
    query = _CONTENT if is_whole else _WITHOUT_TRIPLE_TERMS
    prepared = await _prepared(request, version, target.graph, form, query)
    return _GraphAnswer(request, prepared, form.told(is_rdf_1_2=has_terms))


router = APIRouter(include_in_schema=False)
for _path in (STORE, f"{STORE}/{{name:path}}", "/graph/{name:path}"):
    router.add_route(_path, read_graph, methods=["GET"])


def _offer(format_: Format, media_type: str) -> Offer:
    return Offer(media_type=media_type, address="", name=format_.name, format=format_)


_OFFERS: Final = tuple(
    _offer(format_, media_type)
    for media_type in media_types(RDF_FORMATS)
    if (format_ := format_of(media_type, RDF_FORMATS))
)


def has_graph(graph: GraphStore, name: Iri | None) -> bool:
    """Tell whether there is a graph, if only an empty one; the default graph always is."""
    return name is None or graph.has_graph(name)


class _GraphAnswer(Response):
    """A graph on its way to its client."""

    def __init__(self, request: Request, prepared: Prepared, media_type: str) -> None:
        super().__init__()
        self._request = request
        self._prepared = prepared
        self._type = media_type

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it; what breaks off is left unended, which closes the connection."""
        delivery = self._delivery(send)
        try:
            with WhileConnected(receive):
                await self._deliver(delivery)
        except Exception as error:
            if not delivery.has_begun:
                raise
            break_off_for(error, scope)

    async def _deliver(self, delivery: Delivery) -> None:
        answers: Answers = self._request.app.state.answers
        known = tags_in(self._request.headers.get("if-none-match"))
        tag = self._tag
        if await delivery.deliver_at_once(answers, {tag} if has(known, tag) else set()) is None:
            await delivery.deliver(answers, client_of(self._request.scope))

    def _delivery(self, send: Send) -> Delivery:
        standing = [
            (b"vary", b"Accept, Accept-Encoding"),
            (b"dataset-version", self._prepared.version.id.encode()),
            (b"cache-control", b"no-cache"),
            (b"etag", self._tag.encode()),
        ]
        return Delivery(
            send,
            self._type,
            self._prepared,
            needs_body=not self._request.scope.get(IS_HEAD, False),
            standing=standing,
            tag=self._tag,
        )

    @property
    def _tag(self) -> str:
        """Name the version, and what else the bytes depend on."""
        question = self._prepared.question
        coding = () if question.coding is Coding.IDENTITY else (question.coding.value,)
        syntax = ("1.2",) if self._type.endswith("=1.2") else ()
        return tag_of(self._prepared.version.id, question.format, *syntax, *coding)


def _is_for_people(request: Request) -> bool:
    """Tell whether a browser asks, and for no format and no version that it names."""
    asked = request.query_params
    return not (asked.get("format") or asked.get("version")) and prefers_html(
        accept_of(request.headers)
    )


def _page(request: Request, graph: Iri | None) -> Response:
    visit = PageVisit(request)
    if not has_graph(visit.graph, graph):
        raise UnknownGraph(str(graph))
    return visit.answer(lambda: graph_page(visit, graph), media_type=HTML)


def _form(request: Request) -> Offer:
    """Choose the form; Turtle for people, where they ask for a version.

    Raises:
        InvalidParameter: when the address names a format that there is not.
        NotAcceptable: when nothing suits the client.
    """
    wanted, accept = request.query_params.get("format", ""), accept_of(request.headers)
    if not wanted and prefers_html(accept):
        return _offer(TURTLE, TURTLE.media_type)
    if not wanted:
        return choose_offer(accept, _OFFERS)
    format_ = format_of(wanted, RDF_FORMATS)
    if format_ is None:
        keys = ", ".join(format_.key for format_ in RDF_FORMATS)
        raise InvalidParameter("format", wanted, f"one of {keys}")
    return _offer(format_, format_.media_type)


async def _version_with(request: Request, graph: Iri | None) -> Version:
    """Return the version that is asked for, or the current one.

    Raises:
        NotFound: when it is not kept, or the graph is not in it (``UnknownGraph``).
        StoreError: when it can't be read.
    """
    dataset: Dataset = request.app.state.dataset
    wanted = request.query_params.get("version", "").strip()
    if wanted:
        version = dataset.version(wanted)
        is_there = await asyncio.to_thread(_is_in, version, graph)
    else:
        opened = await dataset.opened()
        version, is_there = opened.version, has_graph(opened.graph, graph)
    if not is_there:
        raise UnknownGraph(str(graph))
    return version


def _is_in(version: Version, graph: Iri | None) -> bool:
    return has_graph(GraphStore.open(version.store_path), graph)


async def _prepared(
    request: Request, version: Version, graph: Iri | None, form: Offer, query: str
) -> Prepared:
    answers: Answers = request.app.state.answers
    coding = choose_coding(", ".join(request.headers.getlist("accept-encoding")))
    asked = Asked(
        text=find_query(query).text,
        default_graphs=(str(graph),) if graph else (),
        sees_default=graph is None,
        version_id=version.id,
    )
    return await answers.prepare(asked, _OUTLINE, form.format or TURTLE, coding)
