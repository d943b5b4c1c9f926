"""A validation as SHACL reports it (section 3.6): the report, its results and their paths, in RDF.

What is found, and what a person is told of it, is not decided here.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple
from rdflib import SH

from clustergraph.iris import graph_iri, node_iri, skolem_iri
from clustergraph.rdf.formats import TURTLE
from clustergraph.rdf.nameless import without_names
from clustergraph.rdf.prefixes import expand
from clustergraph.rdf.property_paths import path_triples
from clustergraph.rdf.shacl_core import Breach, Term
from clustergraph.rdf.write import write_quads
from clustergraph.vocab import XSD

__all__ = ["report_quads", "report_turtle"]

_META: Final = NamedNode(graph_iri("meta"))
_REPORT: Final = NamedNode(skolem_iri("validation"))
_TYPE: Final = NamedNode(expand("rdf:type"))


def _shacl(word: str) -> NamedNode:
    """Return a word of SHACL; there is an error for what is none."""
    return NamedNode(str(SH[word]))


def report_quads(breaches: Iterable[Breach]) -> list[Quad]:
    """Return the report for ``graph/meta``, each quad once.

    No node is without a name: the report has always the same, each result one that follows from
    what it says, so the same findings give the same quads.
    """
    triples = dict.fromkeys(_triples(list(breaches)))
    return [Quad(each.subject, each.predicate, each.object, _META) for each in triples]


def report_turtle(breaches: Iterable[Breach]) -> bytes:
    """Write the report as SHACL prescribes it, where paths are nodes without a name."""
    return write_quads(map(without_names, report_quads(breaches)), TURTLE)


def _triples(breaches: list[Breach]) -> Iterator[Triple]:
    conforms = Literal(str(not breaches).lower(), datatype=NamedNode(XSD.boolean))
    yield Triple(_REPORT, _TYPE, _shacl("ValidationReport"))
    yield Triple(_REPORT, _shacl("conforms"), conforms)
    results = {NamedNode(_result_iri(breach)): breach for breach in breaches}
    yield from (Triple(_REPORT, _shacl("result"), result) for result in results)
    for result, breach in results.items():
        yield from (Triple(result, word, value) for word, value in _said(breach))
        if breach.path:
            path, triples = path_triples(breach.path)
            yield Triple(result, _shacl("resultPath"), path)
            yield from triples


def _said(breach: Breach) -> Iterator[tuple[NamedNode, Term]]:
    yield _TYPE, _shacl("ValidationResult")
    yield _shacl("resultSeverity"), NamedNode(breach.severity.iri)
    yield _shacl("focusNode"), _named(breach.focus)
    yield _shacl("sourceShape"), NamedNode(breach.shape)
    yield _shacl("sourceConstraintComponent"), NamedNode(breach.component)
    yield _shacl("resultMessage"), Literal(breach.message, language="en")
    if breach.value is not None:
        yield _shacl("value"), _named(breach.value)


def _result_iri(breach: Breach) -> str:
    said = (breach.severity, breach.shape, breach.focus, breach.path, breach.value, breach.message)
    return node_iri("validation result", *map(str, said))


def _named(term: Term) -> Term:
    return NamedNode(skolem_iri(term.value)) if isinstance(term, BlankNode) else term
