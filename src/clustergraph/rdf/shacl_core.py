"""What is not as shapes want it, and what pyshacl finds of that in some quads.

pyshacl answers for SHACL Core alone: a query within a shape it would ask of each node in turn,
which takes 40 s for our documents where one query for all takes 0.1 s.
"""

import logging
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Final, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple
from rdflib import SH, BNode, Graph, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.term import Node

from clustergraph.errors import OntologyError
from clustergraph.model import Iri
from clustergraph.rdf.property_paths import PropertyPath, read_path
from clustergraph.rdf.shapes import Severity, Shapes, to_rdflib

__all__ = ["SPARQL_COMPONENT", "Breach", "Term", "core_breaches"]

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple

SPARQL_COMPONENT: Final = Iri(str(SH.SPARQLConstraintComponent))
"""What a constraint by a query is to SHACL."""

_SEVERITIES: Final = {severity.iri: severity for severity in Severity}


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """One thing that is not as a shape wants it: SHACL's validation result.

    ``path`` and ``value`` are None where the node itself is at fault. ``component`` is the sort of
    constraint; one thing is told once, whichever of a shape's constraints it does not satisfy.
    """

    severity: Severity
    shape: Iri
    focus: Term
    path: PropertyPath | None = None
    value: Term | None = None
    message: str
    component: Iri = field(compare=False)


def core_breaches(shapes: Shapes, quads: Iterable[Quad]) -> Iterator[Breach]:
    """Yield what SHACL Core finds in these quads, taken as one graph; the order is not fixed.

    Those with ``rdfs:subClassOf`` must be among them, since nothing is inferred. Triple terms, of
    which rdflib knows nothing, are passed over.

    Raises:
        OntologyError: when a shape is not SHACL, with its file and line.
    """
    with _quiet():
        report = _answered(shapes, _data(quads))
    for result in report.objects(None, SH.result):
        yield _breach(shapes.core, report, result)


def _answered(shapes: Shapes, data: Graph) -> Graph:
    try:
        return _report(shapes.core, data)
    except _refusals() as error:
        raise _located(shapes, data, error) from error


def _report(shapes: Graph, data: Graph) -> Graph:
    from pyshacl import validate  # noqa: PLC0415 - slow to load, and only this needs it

    _, report, _ = validate(data, shacl_graph=shapes, inplace=True)
    if not isinstance(report, Graph):
        raise report
    return report


# -- A shape that is not SHACL ---------------------------------------------------------------------


def _refusals() -> tuple[type[Exception], ...]:
    """Return how pyshacl refuses a shape; for a pattern it leaves that to the regular expression.

    It tells which shape it was only to the log.
    """
    from pyshacl.errors import ReportableRuntimeError, ValidationFailure  # noqa: PLC0415 - as above

    return (ReportableRuntimeError, ValidationFailure, re.error)


def _located(shapes: Shapes, data: Graph, error: Exception) -> OntologyError:
    """Try the shapes one by one, to tell which of them is refused."""
    for shape in shapes.names:
        try:
            _report(_described(shapes.core, shape), data)
        except _refusals() as refusal:
            return OntologyError(shapes.location(shape), _reason(refusal))
    return OntologyError(str(next(iter(shapes.files.values())).parent), _reason(error))


def _described(shapes: Graph, shape: URIRef) -> Graph:
    """Return what is said of one shape, and of the nodes without a name below it."""
    found = Graph()
    waiting: list[Node] = [shape]
    while waiting:
        for triple in shapes.triples((waiting.pop(), None, None)):
            found.add(triple)
            waiting += [triple[2]] if isinstance(triple[2], BNode) else []
    return found


def _reason(error: Exception) -> str:
    said = str(error).partition("\n")[0].rstrip(".")
    return f"this shape is not SHACL ({said}); mend it."


# -- The data --------------------------------------------------------------------------------------


def _data(quads: Iterable[Quad]) -> Graph:
    data = Graph()
    node = cache(to_rdflib)
    for quad in quads:
        if not isinstance(quad.subject, Triple) and not isinstance(quad.object, Triple):
            data.add((node(quad.subject), node(quad.predicate), node(quad.object)))
    return data


@contextmanager
def _quiet() -> Iterator[None]:
    """Let nobody log what is answered here: an ill-formed literal, a shape that is refused."""
    loggers = [logging.getLogger(name) for name in ("rdflib.term", "pyshacl-validate")]
    before = [logger.disabled for logger in loggers]
    for logger in loggers:
        logger.disabled = True
    try:
        yield
    finally:
        for logger, disabled in zip(loggers, before, strict=True):
            logger.disabled = disabled


# -- The results -----------------------------------------------------------------------------------


def _breach(shapes: Graph, report: Graph, result: Node) -> Breach:
    shape = report.value(result, SH.sourceShape)
    path = shapes.value(shape, SH.path)
    value = report.value(result, SH.value)
    return Breach(
        severity=_SEVERITIES[_iri(report.value(result, SH.resultSeverity))],
        shape=_iri(shape),
        focus=_term(report.value(result, SH.focusNode)),
        path=None if path is None else read_path(shapes, path),
        value=None if value is None else _term(value),
        message=str(report.value(result, SH.resultMessage)),
        component=_iri(report.value(result, SH.sourceConstraintComponent)),
    )


def _iri(node: Node | None) -> Iri:
    return Iri(str(node))


def _term(node: Node | None) -> Term:
    if isinstance(node, BNode):
        return BlankNode(node)
    if isinstance(node, RdfLiteral):
        datatype = NamedNode(node.datatype) if node.datatype and not node.language else None
        return Literal(str(node), datatype=datatype, language=node.language)
    return NamedNode(str(node))
