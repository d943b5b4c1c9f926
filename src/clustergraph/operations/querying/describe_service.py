"""Describe the SPARQL service itself in RDF (SPARQL 1.1 Service Description).

What its dataset holds, is called and may be used for is said at ``/dataset``. Of SPARQL 1.2 nothing
is claimed while it is a draft. Where the graph may be written to, that is a service of its own,
beside the one that answers queries: it has another address, and other graphs are its default.
"""

from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import quote

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from clustergraph.iris import dataset_iri, graph_iri, is_of_build
from clustergraph.model import Iri
from clustergraph.operations.consult import consult
from clustergraph.rdf.formats import RDF_FORMATS, RESULT_FORMATS, Format
from clustergraph.rdf.write import write_quads
from clustergraph.store.graph import GraphStore

__all__ = ["EXTENSION_FUNCTIONS", "count_graphs", "count_written", "describe_service"]

_SD: Final = "http://www.w3.org/ns/sparql-service-description#"
_RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
_TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_TRIPLES: Final = "http://rdfs.org/ns/void#triples"
_CONFORMS_TO: Final = "http://purl.org/dc/terms/conformsTo"
_PROTOCOL: Final = "https://www.w3.org/TR/sparql11-protocol/"
_SIMPLE_ENTAILMENT: Final = "http://www.w3.org/ns/entailment/Simple"
_GEOSPARQL: Final = "http://www.opengis.net/def/function/geosparql/"
_XSD: Final = "http://www.w3.org/2001/XMLSchema#"

_ON_GEOMETRIES: Final = (
    *("sfEquals", "sfDisjoint", "sfIntersects", "sfTouches", "sfCrosses", "sfWithin"),
    *("sfContains", "sfOverlaps", "ehEquals", "ehDisjoint", "ehMeet", "ehOverlap", "ehCovers"),
    *("ehCoveredBy", "ehInside", "ehContains", "rcc8eq", "rcc8dc", "rcc8ec", "rcc8po", "rcc8tppi"),
    *("rcc8tpp", "rcc8ntpp", "rcc8ntppi", "relate", "union", "intersection", "difference"),
    *("symDifference", "distance", "length", "perimeter", "envelope", "convexHull", "centroid"),
    *("isEmpty", "isSimple", "dimension", "coordinateDimension", "spatialDimension", "getSRID"),
    "asGeoJSON",
)
_CASTS: Final = (
    *("date", "time", "duration", "dayTimeDuration", "yearMonthDuration"),
    *("gYear", "gYearMonth", "gMonth", "gMonthDay", "gDay"),
)
"""Beside those of SPARQL 1.1 Query, section 17.5."""
EXTENSION_FUNCTIONS: Final = (
    *(f"{_GEOSPARQL}{name}" for name in _ON_GEOMETRIES),
    *(f"{_XSD}{name}" for name in _CASTS),
)
"""The functions that the engine has beside those of SPARQL 1.1; the tests call each."""

_ABOUT_DEFAULT_GRAPH: Final = (
    "All graphs as one, for a query that names no dataset of its own. The build puts no triple "
    "into two of them; one that somebody wrote into another graph, too, counts there as well."
)
_ABOUT_INFERRED: Final = (
    "What follows from the other graphs by the rules of the ontology. It was worked out when the "
    "version was built, so that a query finds it without any reasoning."
)
_LOG: Final = graph_iri("writes")
"""The one graph of the build's that every write adds to."""

Said = tuple[str, str, NamedNode | Literal]


def count_graphs(graph: GraphStore) -> Mapping[Iri | None, int]:
    """Count the triples of each graph, the default graph's under None.

    Takes about two seconds for two million.
    """
    counted: dict[Iri | None, int] = {}
    for row in consult(graph, "default-graph-size"):
        counted[None] = row.number("total")
    for row in consult(graph, "graph-sizes"):
        counted[row.iri("graph")] = row.number("total")
    return counted


def count_written(graph: GraphStore, counted: Mapping[Iri | None, int]) -> Mapping[Iri | None, int]:
    """Count again what people write to, given what was counted in another version of the build.

    Linear in what they wrote.
    """
    told: dict[Iri | None, int] = {None: sum(1 for _ in graph.quads(graph=DefaultGraph()))}
    told |= {name: total for name, total in counted.items() if name and _only_built(name)}
    for name in graph.graph_names():
        if not _only_built(name) and (total := sum(1 for _ in graph.quads(graph=NamedNode(name)))):
            told[name] = total
    return told


def _only_built(name: Iri) -> bool:
    return is_of_build(name) and name != _LOG


def describe_service(
    graph: GraphStore,
    endpoint: str,
    format_: Format,
    *,
    totals: Mapping[Iri | None, int] | None = None,
    update_endpoint: str = "",
    is_plain: bool = False,
) -> bytes:
    """Write what the service at that address can do, and which graphs it holds.

    Args:
        graph: what it answers from.
        endpoint: the address.
        format_: an RDF format.
        totals: what ``count_graphs`` says, where it was asked already.
        update_endpoint: where the graph may be written to; empty where nowhere.
        is_plain: whether queries see the default graph alone where they name none, and no union.
    """
    counted = count_graphs(graph) if totals is None else totals
    said = [*_service(endpoint, is_plain=is_plain), *_dataset(counted, endpoint, is_plain=is_plain)]
    if update_endpoint:
        said += _update_service(update_endpoint)
    said.sort(key=lambda each: (each[0] != endpoint, each[0]))
    return write_quads((Quad(NamedNode(s), NamedNode(p), o) for s, p, o in said), format_)


def _service(endpoint: str, *, is_plain: bool) -> Iterator[Said]:
    yield endpoint, _TYPE, _sd("Service")
    yield endpoint, f"{_SD}endpoint", NamedNode(endpoint)
    yield endpoint, _CONFORMS_TO, NamedNode(_PROTOCOL)
    yield endpoint, f"{_SD}supportedLanguage", _sd("SPARQL11Query")
    if not is_plain:
        yield endpoint, f"{_SD}feature", _sd("UnionDefaultGraph")
    yield endpoint, f"{_SD}defaultEntailmentRegime", NamedNode(_SIMPLE_ENTAILMENT)
    yield endpoint, f"{_SD}defaultDataset", NamedNode(dataset_iri())
    for format_ in (*RESULT_FORMATS, *RDF_FORMATS):
        yield endpoint, f"{_SD}resultFormat", NamedNode(format_.iri)
    for function in EXTENSION_FUNCTIONS:
        yield endpoint, f"{_SD}extensionFunction", NamedNode(function)
        yield function, _TYPE, _sd("Function")


def _update_service(endpoint: str) -> Iterator[Said]:
    yield endpoint, _TYPE, _sd("Service")
    yield endpoint, f"{_SD}endpoint", NamedNode(endpoint)
    yield endpoint, _CONFORMS_TO, NamedNode(_PROTOCOL)
    yield endpoint, f"{_SD}supportedLanguage", _sd("SPARQL11Update")
    yield endpoint, f"{_SD}defaultEntailmentRegime", NamedNode(_SIMPLE_ENTAILMENT)
    for format_ in RDF_FORMATS:
        yield endpoint, f"{_SD}inputFormat", NamedNode(format_.iri)


def _dataset(totals: Mapping[Iri | None, int], endpoint: str, *, is_plain: bool) -> Iterator[Said]:
    dataset, default = dataset_iri(), f"{endpoint}#default-graph"
    yield dataset, _TYPE, _sd("Dataset")
    yield dataset, f"{_RDFS}seeAlso", NamedNode(f"{endpoint.removesuffix('sparql')}dataset")
    yield dataset, f"{_SD}defaultGraph", NamedNode(default)
    if is_plain:
        yield from _graph(default, totals.get(None, 0), "")
    else:
        yield from _graph(default, sum(totals.values()), _ABOUT_DEFAULT_GRAPH)
    for name, total in totals.items():
        if name is None:
            continue
        named = f"{endpoint}#{quote(name, safe='')}"
        yield dataset, f"{_SD}namedGraph", NamedNode(named)
        yield named, _TYPE, _sd("NamedGraph")
        yield named, f"{_SD}name", NamedNode(name)
        yield named, f"{_SD}graph", NamedNode(name)
        yield from _graph(name, total, _ABOUT_INFERRED if name == graph_iri("inferred") else "")


def _graph(iri: str, total: int, comment: str) -> Iterator[Said]:
    yield iri, _TYPE, _sd("Graph")
    yield iri, _TRIPLES, Literal(total)
    if comment:
        yield iri, f"{_RDFS}comment", Literal(comment, language="en")


def _sd(name: str) -> NamedNode:
    return NamedNode(f"{_SD}{name}")
