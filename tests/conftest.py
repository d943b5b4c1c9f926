"""What several folders of tests share: a small graph by hand, and the graph of our documents."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from pyoxigraph import Quad, RdfFormat, parse

from clustergraph.locations import DOCUMENTS
from clustergraph.names import NameIndex
from clustergraph.operations.build import build
from clustergraph.operations.building.inputs import default_registry
from clustergraph.rdf.ontology import ontology_quads
from clustergraph.store.graph import GraphStore
from clustergraph.store.remote.address import EngineAddress
from clustergraph.store.versions import Home
from given.engines import ENGINES, clear, oxigraph, why_without
from given.forgetful import Forgetful, forget_somebody
from given.homes import publish_quads
from given.made_once import made_once
from given.running import Service, serve

settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")  # a machine may be busy, and time is never asserted

SMALL_GRAPH = Path(__file__).parent / "given" / "small_graph.trig"
SMALL_TEXTS = Path(__file__).parent / "given" / "small_texts"
"""The text of one of its two documents: a version may keep none."""


def _quads() -> Iterator[Quad]:
    yield from parse(path=SMALL_GRAPH, format=RdfFormat.TRIG)
    yield from ontology_quads()


@pytest.fixture(scope="session")
def small_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home with one version: the small graph, what follows from it, and its names."""
    home = Home(tmp_path_factory.mktemp("home"))
    texts = [(path.stem, path.read_text("utf-8")) for path in SMALL_TEXTS.iterdir()]
    publish_quads(home, _quads(), texts=texts)
    return home


@pytest.fixture(scope="session")
def small_graph(small_home: Home) -> GraphStore:
    return GraphStore.open(small_home.current().store_path)


@pytest.fixture(scope="session")
def small_names(small_home: Home) -> NameIndex:
    return NameIndex.open(small_home.current().names_path)


@pytest.fixture(scope="session")
def small_service(small_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A running service of the small graph, which takes no long bodies."""
    log = tmp_path_factory.mktemp("small_service") / "log"
    with serve(small_home.path, log, readers="2", request_bytes="100000") as service:
        yield service


@pytest.fixture(scope="session")
def forgetful(tmp_path_factory: pytest.TempPathFactory) -> Forgetful:
    """A home in which a person of three documents was forgotten."""
    return made_once(tmp_path_factory, "forgetful", forget_somebody)[1]


@pytest.fixture(scope="session")
def our_place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where our five documents were built, with the registry of that build."""
    return made_once(tmp_path_factory, "ours", _build_ours)[0]


def _build_ours(folder: Path) -> None:
    registry = folder / "registry.tsv"
    shutil.copy(default_registry(DOCUMENTS), registry)
    build(DOCUMENTS, registry, Home(folder / "home"), today=date(2100, 1, 1))


@pytest.fixture(scope="session")
def our_registry(our_place: Path) -> Path:
    """The registry in the repository, with the rows that the build of ``our_home`` added."""
    return our_place / "registry.tsv"


@pytest.fixture(scope="session")
def our_home(our_place: Path) -> Home:
    """A home with what the mappers find in our five documents."""
    return Home(our_place / "home")


@pytest.fixture(scope="session")
def our_version(our_home: Home) -> Path:
    return our_home.current().path


@pytest.fixture(scope="session")
def our_graph(our_home: Home) -> GraphStore:
    return GraphStore.open(our_home.current().store_path)


@pytest.fixture(scope="session")
def our_service(our_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """Our documents served by two workers; the server tells where."""
    log = tmp_path_factory.mktemp("our_service") / "log"
    with serve(our_home.path, log, workers=2) as service:
        yield service
        assert service.address in log.read_text()


@pytest.fixture(scope="session")
def served(our_service: Service) -> str:
    """The address of our documents."""
    return our_service.address


@pytest.fixture(scope="session", params=sorted(ENGINES))
def running_engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[EngineAddress]:
    """Another SPARQL engine, each that can be run here; it may hold what tests sent there."""
    if reason := why_without(request.param):
        pytest.skip(reason)
    with ENGINES[request.param](tmp_path_factory.mktemp(request.param)) as engine:
        yield engine


@pytest.fixture
def engine(running_engine: EngineAddress) -> Iterator[EngineAddress]:
    """Another SPARQL engine that holds nothing of ours."""
    yield running_engine
    clear(running_engine)


@pytest.fixture
def oxigraph_engine(tmp_path: Path) -> Iterator[EngineAddress]:
    """An engine of its own for one test, which may break it."""
    with oxigraph(tmp_path) as engine:
        yield engine
