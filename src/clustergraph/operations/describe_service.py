"""Describe the SPARQL service itself in RDF (SPARQL 1.1 Service Description).

What its dataset holds, is called and may be used for is said at ``/dataset``.
"""

from collections.abc import Iterator
from urllib.parse import quote

from pyoxigraph import NamedNode, Quad

from clustergraph.iris import dataset_iri
from clustergraph.rdf.formats import RDF_FORMATS, RESULT_FORMATS, Format
from clustergraph.rdf.write import write_quads
from clustergraph.store.graph import GraphStore

__all__ = ["describe_service"]

_SD = "http://www.w3.org/ns/sparql-service-description#"
_SEE_ALSO = "http://www.w3.org/2000/01/rdf-schema#seeAlso"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def describe_service(graph: GraphStore, endpoint: str, format_: Format) -> bytes:
    """Write what the service at that address can do, and which graphs it holds."""
    return write_quads(
        (
            Quad(NamedNode(subject), NamedNode(predicate), NamedNode(value))
            for subject, predicate, value in (*_service(endpoint), *_dataset(graph, endpoint))
        ),
        format_,
    )


def _service(endpoint: str) -> Iterator[tuple[str, str, str]]:
    yield endpoint, _TYPE, f"{_SD}Service"
    yield endpoint, f"{_SD}endpoint", endpoint
    yield endpoint, f"{_SD}supportedLanguage", f"{_SD}SPARQL11Query"
    yield endpoint, f"{_SD}feature", f"{_SD}UnionDefaultGraph"
    for format_ in (*RESULT_FORMATS, *RDF_FORMATS):
        yield endpoint, f"{_SD}resultFormat", format_.iri


def _dataset(graph: GraphStore, endpoint: str) -> Iterator[tuple[str, str, str]]:
    dataset, default = dataset_iri(), f"{endpoint}#default-graph"
    yield endpoint, f"{_SD}defaultDataset", dataset
    yield dataset, _SEE_ALSO, f"{endpoint.removesuffix('sparql')}dataset"
    yield dataset, _TYPE, f"{_SD}Dataset"
    yield dataset, f"{_SD}defaultGraph", default
    yield default, _TYPE, f"{_SD}Graph"
    for name in graph.graph_names():
        named = f"{endpoint}#{quote(name, safe='')}"
        yield dataset, f"{_SD}namedGraph", named
        yield named, _TYPE, f"{_SD}NamedGraph"
        yield named, f"{_SD}name", name
