"""Put the service together: parts in, application out; beside that only what operators ask."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from fastapi import APIRouter, FastAPI
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.staticfiles import StaticFiles

from clustergraph import __version__
from clustergraph.errors import ClusterGraphError
from clustergraph.operations.answer import Answers
from clustergraph.operations.dataset import Dataset
from clustergraph.settings import load_settings
from clustergraph.sparql.gate import Limits
from clustergraph.store.readers.pool import ReaderPool
from clustergraph.store.versions import Home
from clustergraph.web import api, api_page, pages, resources
from clustergraph.web.dataset import routes as dataset_routes
from clustergraph.web.headers import CommonHeaders
from clustergraph.web.methods import AllMethods
from clustergraph.web.ontology import routes as ontology_routes
from clustergraph.web.problems import NoBugEscapes, install
from clustergraph.web.sparql.endpoint import SparqlEndpoint
from clustergraph.web.why import routes as why_routes

__all__ = ["app_from_environment", "create_app"]


def create_app(
    dataset: Dataset,
    readers: ReaderPool,
    *,
    limits: Limits,
    seconds: float,
    cache_bytes: int,
    shows_whole_texts: bool = True,
) -> FastAPI:
    """Make the application of one server process.

    Args:
        dataset: what is served; it may be empty still, and then everything answers 503.
        readers: run the public queries; the application starts and ends them.
        limits: how large a public query may be.
        seconds: how long it may run.
        cache_bytes: how much memory kept answers may take.
        shows_whole_texts: whether pages show documents in full, or only what stands round quotes.
    """

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        with suppress(ClusterGraphError):  # readiness tells
            readers.prefer(dataset.current().version.store_path)
        yield
        await readers.close()

    app = FastAPI(
        title="ClusterGraph",
        version=__version__,
        docs_url=None,  # these pages would load scripts from another host
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.dataset = dataset
    app.state.shows_whole_texts = shows_whole_texts
    app.state.answers = Answers(
        dataset, readers, limits=limits, seconds=seconds, cache_bytes=cache_bytes
    )
    endpoint = SparqlEndpoint(characters=limits.characters)
    app.router.routes.append(Route("/sparql", endpoint, methods=["GET", "POST"]))
    app.router.routes.append(Route("/favicon.ico", _icon))
    for part in (resources, ontology_routes, dataset_routes, pages, api_page, api, why_routes):
        app.include_router(part.router)
    app.include_router(_operators)
    app.mount("/assets", StaticFiles(packages=[("clustergraph.web", "assets")]))
    install(app)
    for middleware in (NoBugEscapes, AllMethods, CommonHeaders):  # the last one stands outermost
        app.add_middleware(middleware)
    return app


def app_from_environment() -> FastAPI:
    """Make the application that the settings describe; what ``uvicorn --factory`` calls."""
    settings = load_settings()
    readers = ReaderPool(
        readers=settings.readers,
        queue_length=settings.queue_length,
        memory_bytes=settings.query_memory_bytes,
    )
    return create_app(
        Dataset(Home(settings.home)),
        readers,
        limits=Limits(characters=settings.query_characters),
        seconds=settings.query_timeout_seconds,
        cache_bytes=settings.cache_bytes,
        shows_whole_texts=settings.document_texts == "full",
    )


_operators = APIRouter(prefix="/health", include_in_schema=False)


def _icon(_: Request) -> Response:
    """Lead to the icon, for which browsers look here beside what is no page."""
    return RedirectResponse("/assets/icon.svg", status_code=308)


@_operators.get("/live")
def live() -> Response:
    """Say that the process answers."""
    return PlainTextResponse("live\n")


@_operators.get("/ready")
async def ready(request: Request) -> Response:
    """Say which version answers queries, once a reader has answered one."""
    version = await request.app.state.answers.check()
    return JSONResponse({"version": version.id})
