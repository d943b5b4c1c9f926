"""Make the application that the settings describe; how parts become one is in ``assembling``."""

from collections.abc import Iterator

from starlette.types import ASGIApp

from clustergraph.logs import configure_logging
from clustergraph.operations.dataset import Dataset
from clustergraph.operations.engine.mirror import mirror_of
from clustergraph.operations.writing.options import WriteOptions
from clustergraph.operations.writing.order import OPERATOR
from clustergraph.operations.writing.writer import Writer
from clustergraph.settings import Settings, load_settings, shared_metrics
from clustergraph.sparql.gate import Limits
from clustergraph.store.readers.pool import ReaderPool
from clustergraph.store.remote.readers import RemoteReaders
from clustergraph.store.versions import Home
from clustergraph.web.app.assembling import create_app
from clustergraph.web.exchange.root_path import UnderRootPath
from clustergraph.web.limiting.options import LimitOptions
from clustergraph.web.operating.operators import OperatorOptions
from clustergraph.web.writing.options import Writing
from clustergraph.web.writing.tokens import UNCHECKED, WRITE, Token, Tokens, digest_of

__all__ = ["app_from_environment"]


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
        report_address=settings.report_address,
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
        writing=_writing(settings),
        engine=_engine(settings),
    )
    return UnderRootPath(app, settings.root_path) if settings.root_path else app


def _writing(settings: Settings) -> Writing | None:
    """Make what the addresses for writing need; None where nobody may write."""
    tokens = Tokens(_tokens(settings))
    if not tokens:
        return None
    home = Home(settings.home)
    options = WriteOptions(
        wait_seconds=settings.write_wait_seconds, kept_writes=settings.kept_writes
    )
    return Writing(
        tokens=tokens,
        writer=Writer(
            home,
            options=options,
            seconds=settings.write_timeout_seconds,
            mirror=mirror_of(settings.engine_address),
        ),
        home=home,
        most_bytes=settings.write_bytes,
    )


def _engine(settings: Settings) -> RemoteReaders | None:
    """Make what runs the public queries on another engine; None where none is set."""
    if settings.engine_address is None:
        return None
    return RemoteReaders(
        settings.engine_address,
        places=settings.readers,
        queue_length=settings.queue_length,
        answer_bytes=settings.answer_bytes,
        is_shared=settings.engine_shared,
    )


def _tokens(settings: Settings) -> Iterator[Token]:
    if secret := settings.token.get_secret_value():
        scopes = frozenset((WRITE, UNCHECKED))
        yield Token(name=OPERATOR, digest=digest_of(secret.encode()), scopes=scopes)
    for name, given in settings.tokens.items():
        scopes = frozenset(given.scopes)
        yield Token(name=name, digest=given.sha256, scopes=scopes, graphs=given.graphs)
