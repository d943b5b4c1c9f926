"""rdflib-endpoint on the graph of `corpus.py`, as `uvicorn` starts it."""

import os

from fastapi import FastAPI
from rdflib import Graph
from rdflib_endpoint import SparqlEndpoint

from bench.query_speed.corpus import triples

__all__ = ["app"]


def app() -> FastAPI:
    """Read as many clusters as the environment says, and serve them."""
    graph = Graph()
    graph.parse(data="".join(triples(int(os.environ["CLUSTERS"]))), format="nt")
    endpoint: FastAPI = SparqlEndpoint(graph=graph, path="/")
    return endpoint
