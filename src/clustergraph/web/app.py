"""Put the service together: parts in, application out."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from clustergraph import __version__
from clustergraph.errors import ClusterGraphError
from clustergraph.logs import configure_logging
from clustergraph.operations.answer import Answers
from clustergraph.operations.dataset import Dataset
from clustergraph.operations.follow import follow
from clustergraph.settings import load_settings, shared_metrics
from clustergraph.sparql.gate import Limits
from clustergraph.store.readers.pool import ReaderPool
from clustergraph.store.versions import Home
from clustergraph.web import pages, resources, style_sheet
from clustergraph.web.api import routes as api_routes
from clustergraph.web.compression import Compression
from clustergraph.web.dataset import routes as dataset_routes
from clustergraph.web.headers import CommonHeaders
from clustergraph.web.limiting.addresses import ReadableAddresses
from clustergraph.web.limiting.batches import Batches
from clustergraph.web.limiting.bodies import LimitBodies
from clustergraph.web.limiting.holding import HoldQueries, HoldRequests
from clustergraph.web.limiting.options import LimitOptions
from clustergraph.web.methods import AllMethods
from clustergraph.web.ontology import routes as ontology_routes
from clustergraph.web.operating import routes as operating_routes
from clustergraph.web.operating.counting import CountRequests
from clustergraph.web.operating.metrics import Metrics
from clustergraph.web.operating.operators import OperatorOptions, Operators
from clustergraph.web.problems import NoBugEscapes, install
from clustergraph.web.reconcile import routes as reconcile_routes
from clustergraph.web.root_path import UnderRootPath, path_below_root
from clustergraph.web.serving.stopping import end_with_parent
from clustergraph.web.sparql import completion
from clustergraph.web.sparql.endpoint import SparqlEndpoint
from clustergraph.web.why import routes as why_routes

__all__ = ["app_from_environment", "create_app"]

_QUERIES = ("/sparql", "/sparql/")


def create_app(
    dataset: Dataset,
    readers: ReaderPool,
    *,
    limits: Limits,
    seconds: float,
    cache_bytes: int,
    shows_whole_texts: bool = True,
    operating: OperatorOptions | None = None,
    limiting: LimitOptions | None = None,
) -> FastAPI:
    """Make the application of one server process.

    Args:
        dataset: what is served; it may be empty still, and then everything answers 503.
        readers: run the public queries; the application starts and ends them.
        limits: how large a public query may be.
        seconds: how long it may run, or a batch of lookups be worked on.
        cache_bytes: how much memory kept answers may take.
        shows_whole_texts: whether pages show documents in full, or only what stands round quotes.
        operating: what operators chose.
        limiting: what one client may ask; by default as often as it likes.
    """
    operators = Operators(dataset, operating or OperatorOptions())
    readers.observer = operators.metrics

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        with suppress(ClusterGraphError):  # readiness tells
            readers.prefer(dataset.current().version.store_path)
        end_with_parent()
        following = asyncio.create_task(follow(dataset, readers))
        with operators.duty.until_signal(readers.close):
            yield
        following.cancel()
        await readers.close()

    app = _Service(
        title="ClusterGraph",
        version=__version__,
        openapi_url=None,  # ``api.docs_page`` has both, with examples
        docs_url=None,  # these pages would load scripts from another host
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.dataset = dataset
    app.state.shows_whole_texts = shows_whole_texts
    app.state.operators = operators
    app.state.batches = Batches(seconds=seconds)
    app.state.answers = Answers(
        dataset, readers, limits=limits, seconds=seconds, cache_bytes=cache_bytes
    )
    app.queries = SparqlEndpoint(
        dataset,
        app.state.answers,
        characters=limits.characters,
        record_query=operators.record_query,
    )
    app.router.routes.append(Route("/favicon.ico", _icon))
    pages_and_data = (resources, ontology_routes, dataset_routes, pages, why_routes)
    for part in (api_routes, reconcile_routes, *pages_and_data, completion):
        app.include_router(part.router)
    app.include_router(operating_routes.router)
    app.router.routes.append(style_sheet.route)
    app.mount("/assets", StaticFiles(packages=[("clustergraph.web", "assets")]))
    install(app)
    _surround(app, limiting or LimitOptions(), operators.metrics)
    return app


def _surround(app: "_Service", limiting: LimitOptions, metrics: Metrics) -> None:
    """Put the middleware round an application; what is added last stands outermost."""
    at_requests, at_queries = limiting.doorkeepers(metrics.request_refused)
    if at_queries:
        app.queries = HoldQueries(app.queries, doorkeeper=at_queries)
    app.add_middleware(LimitBodies, limit_bytes=limiting.body_bytes)
    app.add_middleware(ReadableAddresses)
    app.add_middleware(NoBugEscapes)
    if at_requests:
        app.add_middleware(HoldRequests, doorkeeper=at_requests)
    for middleware in (AllMethods, Compression, CommonHeaders):
        app.add_middleware(middleware)
    app.add_middleware(CountRequests, metrics=metrics)


class _Service(FastAPI):
    """The application; queries go past its middleware, which has no time for them."""

    queries: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http" and path_below_root(scope) in _QUERIES:
            await self.queries(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)


def app_from_environment() -> ASGIApp:
    """Make the application that the settings describe; what ``uvicorn --factory`` calls."""
    settings = load_settings()
    configure_logging(settings.log_format, settings.log_level)
    readers = ReaderPool(
        readers=settings.readers,
        queue_length=settings.queue_length,
        memory_bytes=settings.query_memory_bytes,
        answer_bytes=settings.answer_bytes,
    )
    app = create_app(
        Dataset(Home(settings.home)),
        readers,
        limits=Limits(characters=settings.query_characters),
        seconds=settings.query_timeout_seconds,
        cache_bytes=settings.cache_bytes,
        shows_whole_texts=settings.document_texts == "full",
        operating=OperatorOptions(
            readers=settings.readers,
            slow_query_seconds=settings.slow_query_seconds,
            drain_seconds=settings.drain_seconds,
            metrics_for=settings.metrics,
            metrics_folder=shared_metrics(),
        ),
        limiting=LimitOptions(
            request_rate=settings.request_rate,
            query_rate=settings.query_rate,
            proxies=settings.trusted_proxies,
            body_bytes=settings.request_bytes,
        ),
    )
    return UnderRootPath(app, settings.root_path) if settings.root_path else app


def _icon(_: Request) -> Response:
    """Lead to the icon, for which browsers look here beside what is no page."""
    return RedirectResponse("/assets/icon.svg", status_code=308)
