"""The shapes of ``ontology/shapes``, which say what must hold of a graph, and what pyshacl finds.

pyshacl answers for SHACL Core. A ``sh:sparql`` constraint is read here as one query for all nodes
at once, to be asked of a store: pyshacl would ask it of each node in turn, which takes 40 s for our
documents where this takes 0.1 s. Which graph is looked at, and what follows, is not known here.
"""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple
from rdflib import RDF, RDFS, SH, BNode, Graph, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.collection import Collection
from rdflib.term import Identifier, Node

from clustergraph.locations import ONTOLOGY
from clustergraph.model import Iri
from clustergraph.rdf.prefixes import shorten
from clustergraph.vocab import XSD

__all__ = ["SHAPES", "Breach", "Severity", "Shapes", "SparqlConstraint", "core_breaches"]

SHAPES: Final = ONTOLOGY / "shapes"
"""The folder of the shapes."""


class Severity(StrEnum):
    """How much a breach matters, the gravest first: it stops a build, or stands in its report."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"


_SEVERITIES: Final = {
    SH.Violation: Severity.VIOLATION,
    SH.Warning: Severity.WARNING,
    SH.Info: Severity.INFO,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """One thing that is not as a shape wants it: SHACL's validation result.

    ``path`` is a property path with our prefixes; ``focus`` and ``value`` are an ``Iri``, or what a
    literal says. ``path`` and ``value`` are empty where the node itself is at fault.
    """

    severity: Severity
    shape: str
    focus: str
    path: str = ""
    value: str = ""
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SparqlConstraint:
    """A query whose rows are breaches: ``?this``, where there are ``?path`` and ``?value``.

    ``message`` may hold other variables of the row, as ``{?name}``.
    """

    shape: str
    severity: Severity
    message: str
    query: str


@dataclass(frozen=True, kw_only=True)
class Shapes:
    """The shapes as read: the graph of SHACL Core, and the rest as queries."""

    core: Graph
    queries: tuple[SparqlConstraint, ...]

    @classmethod
    def read(cls, folder: Path = SHAPES) -> "Shapes":
        """Read ``*.ttl`` of the folder."""
        graph = Graph()
        for path in sorted(folder.glob("*.ttl")):
            graph.parse(path, format="turtle")
        queries = sorted(_queries(graph), key=lambda query: query.shape)
        graph.remove((None, SH.sparql, None))
        return cls(core=graph, queries=tuple(queries))

    @cached_property
    def predicates(self) -> frozenset[Iri]:
        """The IRIs of which the shapes speak: triples with other predicates are of no matter."""
        named = {Iri(node) for node in self.core.objects() if isinstance(node, URIRef)}
        return frozenset(named | {Iri(RDF.type), Iri(RDFS.subClassOf)})


def core_breaches(shapes: Shapes, quads: Iterable[Quad]) -> Iterator[Breach]:
    """Yield what SHACL Core finds in these quads, taken as one graph; the order is not fixed.

    Those with ``rdfs:subClassOf`` must be among them, since nothing is inferred. Triple terms, of
    which rdflib knows nothing, are passed over.

    Raises:
        pyshacl.errors.ValidationFailure: when the shapes are not SHACL.
    """
    from pyshacl import validate  # noqa: PLC0415 - slow to load, and only this needs it

    with _quiet():
        _, report, _ = validate(_data(quads), shacl_graph=shapes.core, inplace=True)
    if isinstance(report, Exception):
        raise report
    for result in report.objects(None, SH.result):
        yield _breach(shapes.core, report, result)


# -- The data --------------------------------------------------------------------------------------


def _data(quads: Iterable[Quad]) -> Graph:
    data = Graph()
    node = cache(_node)
    for quad in quads:
        if not isinstance(quad.subject, Triple) and not isinstance(quad.object, Triple):
            data.add((node(quad.subject), node(quad.predicate), node(quad.object)))
    return data


def _node(term: NamedNode | BlankNode | Literal) -> Identifier:
    """Keep what the store holds, letter by letter: a year stays a year.

    A plain string has no datatype, as where rdflib reads one; it takes ``xsd:string`` for another.
    """
    match term:
        case Literal() if term.language or term.datatype.value == XSD.string:
            return RdfLiteral(term.value, lang=term.language)
        case Literal():
            return RdfLiteral(term.value, datatype=URIRef(term.datatype.value), normalize=False)
        case BlankNode():
            return BNode(term.value)
        case NamedNode():
            return URIRef(term.value)


@contextmanager
def _quiet() -> Iterator[None]:
    """Let rdflib not log an ill-formed literal with a traceback: here it becomes a breach."""
    logger = logging.getLogger("rdflib.term")
    before = logger.disabled
    logger.disabled = True
    try:
        yield
    finally:
        logger.disabled = before


# -- The results -----------------------------------------------------------------------------------


def _breach(shapes: Graph, report: Graph, result: Node) -> Breach:
    shape = report.value(result, SH.sourceShape)
    path = shapes.value(shape, SH.path)
    return Breach(
        severity=_SEVERITIES[URIRef(str(report.value(result, SH.resultSeverity)))],
        shape=_name(shape),
        focus=_plain(report.value(result, SH.focusNode)),
        path=_path(shapes, path) if path else "",
        value=_plain(report.value(result, SH.value)),
        message=str(report.value(result, SH.resultMessage)),
    )


def _plain(node: Node | None) -> str:
    if isinstance(node, URIRef):
        return Iri(node)
    return "" if node is None else str(node)


def _name(shape: object) -> str:
    return str(shape).rpartition("#")[2]


_SUFFIXES: Final = {SH.zeroOrMorePath: "*", SH.oneOrMorePath: "+", SH.zeroOrOnePath: "?"}


def _path(shapes: Graph, path: Node) -> str:
    """Write a path as SPARQL does, such as ``^cg:partOf/cg:periodEnd``."""
    if not isinstance(path, BNode):
        return shorten(str(path))
    if (path, RDF.first, None) in shapes:
        return "/".join(_path(shapes, step) for step in Collection(shapes, path))
    kind, inner = next((p, o) for p, o in shapes.predicate_objects(path) if p != RDF.type)
    if kind == SH.alternativePath:
        return "|".join(_path(shapes, choice) for choice in Collection(shapes, inner))
    if kind == SH.inversePath:
        return f"^{_path(shapes, inner)}"
    return f"({_path(shapes, inner)}){_SUFFIXES[URIRef(str(kind))]}"


# -- The queries -----------------------------------------------------------------------------------


def _queries(graph: Graph) -> Iterator[SparqlConstraint]:
    for shape, constraint in graph.subject_objects(SH.sparql):
        severity = graph.value(shape, SH.severity, default=SH.Violation)
        yield SparqlConstraint(
            shape=_name(shape),
            severity=_SEVERITIES[URIRef(str(severity))],
            message=str(graph.value(constraint, SH.message)),
            query=f"{_prologue(graph, constraint)}{graph.value(constraint, SH.select)}",
        )


def _prologue(graph: Graph, constraint: Node) -> str:
    declared = graph.objects(constraint, SH.prefixes / SH.declare)
    return "".join(
        sorted(
            f"PREFIX {graph.value(each, SH.prefix)}: <{graph.value(each, SH.namespace)}>\n"
            for each in declared
        )
    )
