"""What several folders of tests share: a small graph by hand, and the graph of our documents."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pyoxigraph import Quad, RdfFormat, parse

from clustergraph.locations import DOCUMENTS
from clustergraph.names import NameIndex, build_names
from clustergraph.operations.build import build, default_registry
from clustergraph.operations.look_up import cards
from clustergraph.rdf.ontology import ontology_quads
from clustergraph.store.graph import GraphStore
from clustergraph.store.integrity import content_hash
from clustergraph.store.versions import Home, drafting
from clustergraph.store.writing import write_store
from forgetful import Forgetful, forget_somebody

SMALL_GRAPH = Path(__file__).parent / "small_graph.trig"
SMALL_TEXTS = Path(__file__).parent / "small_texts"
"""The text of one of its two documents: a version may keep none."""


def _quads() -> Iterator[Quad]:
    yield from parse(path=SMALL_GRAPH, format=RdfFormat.TRIG)
    yield from ontology_quads()


@pytest.fixture(scope="session")
def small_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home with one version: the small graph, what follows from it, and its names."""
    home = Home(tmp_path_factory.mktemp("home"))
    with drafting(home) as draft:
        write_store(draft.store_path, _quads())
        draft.keep_texts((path.stem, path.read_text("utf-8")) for path in SMALL_TEXTS.iterdir())
        graph = GraphStore.open(draft.store_path)
        build_names(draft.names_path, cards(graph))
        draft.publish(content_hash(graph))
    return home


@pytest.fixture(scope="session")
def small_graph(small_home: Home) -> GraphStore:
    return GraphStore.open(small_home.current().store_path)


@pytest.fixture(scope="session")
def small_names(small_home: Home) -> NameIndex:
    return NameIndex.open(small_home.current().names_path)


@pytest.fixture(scope="session")
def forgetful(tmp_path_factory: pytest.TempPathFactory) -> Forgetful:
    """A home in which a person of three documents was forgotten."""
    return forget_somebody(tmp_path_factory.mktemp("forgetful"))


@pytest.fixture(scope="session")
def our_registry(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the registry in the repository; the build of ``our_version`` may add rows to it."""
    path = tmp_path_factory.mktemp("data") / "registry.tsv"
    shutil.copy(default_registry(DOCUMENTS), path)
    return path


@pytest.fixture(scope="session")
def our_home(tmp_path_factory: pytest.TempPathFactory, our_registry: Path) -> Home:
    """A home with what the mappers find in our five documents."""
    home = Home(tmp_path_factory.mktemp("ours"))
    build(DOCUMENTS, our_registry, home, today=date(2100, 1, 1))
    return home


@pytest.fixture(scope="session")
def our_version(our_home: Home) -> Path:
    return our_home.current().path


@pytest.fixture(scope="session")
def our_graph(our_home: Home) -> GraphStore:
    return GraphStore.open(our_home.current().store_path)


@pytest.fixture(scope="session")
def served(our_home: Home) -> Iterator[str]:
    """Serve our documents with two workers; gives the address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "clustergraph", "serve", "--workers", "2"]
    process = subprocess.Popen(
        [*command, "--home", str(our_home.path), "--port", str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_until_ready(address)
        yield address
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        output, _ = process.communicate(timeout=20)
    assert address.encode() in output


def _wait_until_ready(address: str) -> None:
    for _ in range(200):
        try:
            with urllib.request.urlopen(f"{address}/health/ready"):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    pytest.fail("the server does not become ready")
