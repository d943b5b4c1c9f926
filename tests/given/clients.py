"""The service asked as a browser and as programs do, and what they make of its answers."""

from collections.abc import Iterator
from contextlib import contextmanager

import rdflib
from fastapi import FastAPI
from starlette.testclient import TestClient

from clustergraph.operations.dataset import Dataset
from clustergraph.sparql.gate import Limits
from clustergraph.store.readers.pool import ReaderPool
from clustergraph.store.versions import Home
from clustergraph.web.app import create_app
from clustergraph.web.writing.options import Writing

__all__ = ["BROWSER", "FORMATS", "application_of", "client_of", "graph_of"]

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
"""What a browser accepts."""
FORMATS = {
    "ttl": ("text/turtle", "turtle"),
    "nt": ("application/n-triples", "nt"),
    "jsonld": ("application/ld+json", "json-ld"),
    "rdf": ("application/rdf+xml", "xml"),
    "trig": ("application/trig", "trig"),
    "nq": ("application/n-quads", "nquads"),
}
"""The media type of each format, and what rdflib calls it."""


def application_of(home: Home, *, writing: Writing | None = None) -> FastAPI:
    """Make the service of a home; it is only read where nothing is said of writing."""
    return create_app(
        Dataset(home),
        ReaderPool(readers=1, queue_length=4, memory_bytes=2**30),
        limits=Limits(),
        seconds=10,
        cache_bytes=0,
        writing=writing,
    )


@contextmanager
def client_of(home: Home, *, writing: Writing | None = None) -> Iterator[TestClient]:
    """Serve a home in this process, and ask it."""
    app = application_of(home, writing=writing)
    with TestClient(app, follow_redirects=False) as client:
        yield client


def graph_of(content: bytes, syntax: str) -> rdflib.Graph:
    """Read an answer with rdflib, its graphs as one."""
    graph, dataset = rdflib.Graph(), rdflib.Dataset()
    dataset.parse(data=content, format=syntax)
    for subject, predicate, value, _ in dataset.quads():
        graph.add((subject, predicate, value))
    return graph
