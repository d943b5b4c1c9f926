"""Put the service together: parts in, application out.

Which parts the settings ask for is in ``configured``.
"""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress
from types import ModuleType

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Lifespan, Receive, Scope, Send

from clustergraph import __version__
from clustergraph.errors import ClusterGraphError
from clustergraph.operations.dataset import Dataset
from clustergraph.operations.querying.answer import Answers
from clustergraph.operations.serving.follow import follow
from clustergraph.sparql.gate import Limits
from clustergraph.store.readers.pool import ReaderPool
from clustergraph.store.remote.readers import RemoteReaders
from clustergraph.web import pages, resources
from clustergraph.web.api import routes as api_routes
from clustergraph.web.asset_files import AssetFiles
from clustergraph.web.citing import routes as citing_routes
from clustergraph.web.dataset import routes as dataset_routes
from clustergraph.web.exchange.compression import Compression
from clustergraph.web.exchange.headers import CommonHeaders
from clustergraph.web.exchange.kept_replies import KeepReplies, KeptReplies
from clustergraph.web.exchange.methods import AllMethods
from clustergraph.web.exchange.root_path import path_below_root
from clustergraph.web.exchange.tidying import TidyAddresses
from clustergraph.web.framing import style_sheet
from clustergraph.web.limiting.addresses import ReadableAddresses
from clustergraph.web.limiting.batches import Batches
from clustergraph.web.limiting.bodies import LimitBodies
from clustergraph.web.limiting.holding import HoldQueries, HoldRequests
from clustergraph.web.limiting.options import LimitOptions
from clustergraph.web.linked_data import linksets, sitemap
from clustergraph.web.listing import routes as listing_routes
from clustergraph.web.ontology import routes as ontology_routes
from clustergraph.web.operating import routes as operating_routes
from clustergraph.web.operating.counting import CountRequests, RequestCount
from clustergraph.web.operating.metrics import Metrics
from clustergraph.web.operating.operators import OperatorOptions, Operators
from clustergraph.web.pictures import map_routes, network_routes
from clustergraph.web.problems import type_pages
from clustergraph.web.problems.telling import NoBugEscapes, install
from clustergraph.web.reconcile import routes as reconcile_routes
from clustergraph.web.related import routes as related_routes
from clustergraph.web.reporting import routes as reporting_routes
from clustergraph.web.serving.at_once import AtOnce
from clustergraph.web.serving.stopping import end_with_parent
from clustergraph.web.sparql import completion
from clustergraph.web.sparql.endpoint import SparqlEndpoint
from clustergraph.web.why import routes as why_routes
from clustergraph.web.writing import reading, store, update
from clustergraph.web.writing.options import Writes, Writing

__all__ = ["create_app"]

_QUERIES = ("/sparql", "/sparql/")
_PARTS = (
    *(api_routes, listing_routes, reconcile_routes, related_routes),
    *(resources, linksets, sitemap, type_pages),
    *(ontology_routes, dataset_routes, pages, why_routes, reporting_routes, citing_routes),
    *(map_routes, network_routes, completion, operating_routes),
    reading,
)
"""All that has addresses: lookups and lists, linked data, pages, and what pages are made with."""
_WRITING_PARTS = (update, store)
"""What there is only for those who may write."""
_PREPARED_AFTER_SECONDS = 3.0
"""A service that is stopped again before has no process that writes, unless somebody wrote."""
_REPLIES_SHARE = 4
"""What part of the memory for kept answers is for those that are no answers to queries."""


def create_app(
    dataset: Dataset,
    readers: ReaderPool,
    *,
    limits: Limits,
    seconds: float,
    cache_bytes: int,
    shows_whole_texts: bool = True,
    report_address: str = "",
    operating: OperatorOptions | None = None,
    limiting: LimitOptions | None = None,
    writing: Writing | None = None,
    engine: RemoteReaders | None = None,
) -> FastAPI:
    """Make the application of one server process.

    Long because it takes its parts one by one, and tells of each.

    Args:
        dataset: what is served; it may be empty still, and then everything answers 503.
        readers: run the public queries; the application starts and ends them.
        limits: how large a public query may be.
        seconds: how long it may run, or a batch of lookups be worked on.
        cache_bytes: how much memory kept answers may take.
        shows_whole_texts: whether pages show documents in full, or only what stands round quotes.
        report_address: where errors are reported, with ``{subject}`` and ``{body}``; or nothing.
        operating: what operators chose.
        limiting: what one client may ask; by default as often as it likes.
        writing: how the graph is written to; by default it is only read.
        engine: runs the public queries elsewhere; by default the readers do.
    """
    operators = Operators(dataset, operating or OperatorOptions())
    readers.observer = operators.metrics
    for_replies = cache_bytes // _REPLIES_SHARE
    answers = Answers(
        dataset,
        readers,
        limits=limits,
        seconds=seconds,
        cache_bytes=cache_bytes - for_replies,
        engine=engine,
    )
    app = _empty(lambda _: _running(dataset, readers, operators, writing, engine))
    app.state.dataset = dataset
    app.state.shows_whole_texts = shows_whole_texts
    app.state.report_address = report_address
    app.state.operators = operators
    app.state.writing = writing
    app.state.batches = Batches(seconds=seconds)
    app.state.answers = answers
    app.queries = SparqlEndpoint(
        dataset,
        answers,
        characters=limits.characters,
        record_query=operators.record_query,
        takes_updates=writing is not None,
    )
    _route(app, (*_PARTS, *(_WRITING_PARTS if writing else ())))
    install(app)
    replies = KeptReplies(dataset, limit_bytes=for_replies)
    _surround(app, limiting or LimitOptions(), operators.metrics, replies)
    return app


@asynccontextmanager
async def _running(
    dataset: Dataset,
    readers: ReaderPool,
    operators: Operators,
    writing: Writing | None,
    engine: RemoteReaders | None,
) -> AsyncIterator[None]:
    """Follow the dataset while the application runs, and end the readers with it."""
    with suppress(ClusterGraphError):  # readiness tells
        readers.prefer(dataset.current().version.store_path)
    end_with_parent()
    running: list[asyncio.Task[None]] = [asyncio.create_task(follow(dataset, readers))]
    if writing:
        running.append(asyncio.create_task(_prepare(writing.writer)))
    with operators.duty.until_signal(readers.end):
        yield
    for task in running:
        task.cancel()
    if writing:
        await writing.writer.close()
    if engine:
        await engine.close()
    await readers.close()


async def _prepare(writer: Writes) -> None:
    """Have it ready to write soon, but only when those who read are served already."""
    await asyncio.sleep(_PREPARED_AFTER_SECONDS)
    await writer.prepare()


def _empty(lifespan: Lifespan[FastAPI]) -> "_Service":
    """Make the application before it has any part; what the framework offers itself is off."""
    return _Service(
        title="ClusterGraph",
        version=__version__,
        openapi_url=None,  # ``openapi.docs_page`` has both, with examples
        redirect_slashes=False,  # ``TidyAddresses`` does, with the address of this host only
        docs_url=None,  # these pages would load scripts from another host
        redoc_url=None,
        lifespan=lifespan,
    )


def _route(app: FastAPI, parts: Iterable[ModuleType]) -> None:
    """Lead every address to the part that answers it; of two that match, the first one does."""
    for part in parts:
        app.include_router(part.router)
    app.router.routes += (Route("/favicon.ico", _icon), style_sheet.route)
    app.mount("/assets", AssetFiles())


def _surround(
    app: "_Service", limiting: LimitOptions, metrics: Metrics, replies: KeptReplies
) -> None:
    """Put the middleware round an application; what is added last stands outermost."""
    at_requests, at_queries = limiting.doorkeepers(metrics.request_refused)
    if at_queries:
        app.queries = HoldQueries(app.queries, doorkeeper=at_queries)
    app.add_middleware(TidyAddresses)
    app.add_middleware(LimitBodies, limit_bytes=limiting.body_bytes)
    app.add_middleware(ReadableAddresses)
    app.add_middleware(NoBugEscapes)
    for middleware in (AllMethods, Compression, CommonHeaders):
        app.add_middleware(middleware)
    app.add_middleware(KeepReplies, replies=replies)
    if at_requests:
        app.add_middleware(HoldRequests, doorkeeper=at_requests)
    count = RequestCount(metrics)
    app.add_middleware(CountRequests, count=count)
    app.at_once = AtOnce(replies, doorkeeper=at_requests, count=count)


class _Service(FastAPI):
    """The application; queries and what is kept go past its middleware, which takes its time."""

    queries: ASGIApp
    at_once: AtOnce

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        is_http = scope["type"] == "http"
        if is_http and path_below_root(scope) in _QUERIES:
            await self.queries(scope, receive, send)
        elif not (is_http and await self.at_once.gives(scope, send)):
            await super().__call__(scope, receive, send)


def _icon(_: Request) -> Response:
    """Lead to the icon, for which browsers look here beside what is no page."""
    return RedirectResponse("/assets/icon.svg", status_code=308)
