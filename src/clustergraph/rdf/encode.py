"""The resolved graph as quads, each triple in exactly one graph, without blank nodes.

==================  =============================================================================
``graph/asserted``  the entities with class and names, and each statement that holds, once
``graph/doc/{id}``  the document, what it mentions, and its evidence, also for what a person
                    rejected; evidence points at its statement in two ways: by ``rdf:reifies``
                    (RDF 1.2) and by ``rdf:subject``, ``rdf:predicate`` and ``rdf:object`` (RDF 1.1)
``graph/redirects`` what became of IRIs that are no longer used
``graph/meta``      the run that made all this
==================  =============================================================================
"""

from collections.abc import Iterator
from functools import cache
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad, Triple

from clustergraph.iris import concept_iri, document_iri, graph_iri
from clustergraph.model import (
    Document,
    Iri,
    LangString,
    PartialDate,
    ResolvedEntity,
    ResolvedGraph,
    Review,
    Statement,
    StatementEvidence,
    YearlessDate,
)
from clustergraph.rdf.prefixes import expand
from clustergraph.vocab import CG, SIGNATURES, XSD

__all__ = ["encode"]

Term = NamedNode | Literal | Triple
Description = Iterator[tuple[NamedNode, Term]]
"""Predicates and objects of one subject."""

_INTEGERS: Final = (XSD.positiveInteger, XSD.nonNegativeInteger)
_CONFIDENCE_DIGITS: Final = 4


@cache
def _term(name: str) -> NamedNode:
    return NamedNode(expand(name))


_TYPE: Final = _term("rdf:type")
_INTEGER: Final = _term("xsd:integer")
_DATE_TYPES: Final = (XSD.gYear, XSD.gYearMonth, XSD.date)
"""By how many parts of a date are known."""


def encode(graph: ResolvedGraph, *, run: Iri) -> Iterator[Quad]:
    """Yield the quads of the graph; ``run`` names the build, a hash of what went into it.

    Order: asserted, documents, redirects, meta. The same graph gives the same quads.
    """
    asserted = NamedNode(graph_iri("asserted"))
    for entity in graph.entities:
        yield from _quads(entity.iri, _entity(entity), asserted)
    for statement in graph.statements:
        if statement.is_asserted:
            yield Quad(*_ends(statement), asserted)
    yield from _documents(graph, run)
    yield from _redirects(graph)
    yield from _quads(run, _run(graph), NamedNode(graph_iri("meta")))


def _quads(subject: Iri, description: Description, graph: NamedNode) -> Iterator[Quad]:
    for predicate, value in description:
        yield Quad(NamedNode(subject), predicate, value, graph)


def _entity(entity: ResolvedEntity) -> Description:
    yield _TYPE, NamedNode(entity.kind)
    for label in entity.labels:
        yield _term("skos:prefLabel"), _lang_string(label)
        yield _term("rdfs:label"), _lang_string(label)
    for name in entity.alternatives:
        yield _term("skos:altLabel"), _lang_string(name)


def _documents(graph: ResolvedGraph, run: Iri) -> Iterator[Quad]:
    languages = {document.id: document.language for document in graph.documents}
    for document in graph.documents:
        yield from _quads(document_iri(document.id), _document(document), _graph_of(document.id))
    for entity in graph.entities:
        for id_ in sorted({mention.document for mention in entity.mentions}):
            mentioned = _mentioned(document_iri(id_))
            yield from _quads(entity.iri, mentioned, _graph_of(id_))
    for statement in graph.statements:
        for passage in statement.evidence:
            language = languages[passage.document]
            description = _evidence(statement, passage, language, run)
            yield from _quads(passage.iri, description, _graph_of(passage.document))


def _graph_of(document: str) -> NamedNode:
    return NamedNode(graph_iri(f"doc/{document}"))


def _document(document: Document) -> Description:
    yield _TYPE, NamedNode(CG.Document)
    yield _term("dcterms:identifier"), Literal(document.name)
    yield _term("dcterms:language"), Literal(document.language)
    if document.title:
        yield _term("dcterms:title"), Literal(document.title, language=document.language)
    if document.published:
        yield _term("dcterms:issued"), _date(document.published)
    if document.publisher:
        yield _term("dcterms:publisher"), Literal(document.publisher)
    if document.source:
        yield _term("dcterms:source"), Literal(document.source)
    yield NamedNode(CG.sha256), Literal(document.sha256)
    yield NamedNode(CG.characterCount), _integer(CG.characterCount, len(document.text))


def _mentioned(document: Iri) -> Description:
    yield NamedNode(CG.mentionedIn), NamedNode(document)


def _evidence(
    statement: Statement, passage: StatementEvidence, language: str, run: Iri
) -> Description:
    subject, predicate, value = _ends(statement)
    yield _TYPE, NamedNode(CG.Evidence)
    yield _term("rdf:reifies"), Triple(subject, predicate, value)
    yield _term("rdf:subject"), subject
    yield _term("rdf:predicate"), predicate
    yield _term("rdf:object"), value
    yield NamedNode(CG.inDocument), NamedNode(document_iri(passage.document))
    yield from _passage(passage, language)
    yield (
        NamedNode(CG.reviewStatus),
        NamedNode(concept_iri("review-status", passage.evidence.status)),
    )
    yield from _review(passage.evidence.review)
    yield _term("prov:wasGeneratedBy"), NamedNode(run)


def _passage(passage: StatementEvidence, language: str) -> Description:
    evidence = passage.evidence
    yield NamedNode(CG.quote), Literal(evidence.quote, language=language)
    yield NamedNode(CG.quoteStart), _integer(CG.quoteStart, evidence.span.start)
    yield NamedNode(CG.quoteEnd), _integer(CG.quoteEnd, evidence.span.end)
    if evidence.role:
        yield NamedNode(CG.roleAsWritten), Literal(evidence.role, language=language)
    if evidence.former:
        yield NamedNode(CG.former), Literal(True)
    if evidence.at_least:
        yield NamedNode(CG.atLeast), Literal(True)
    yield NamedNode(CG.modality), NamedNode(concept_iri("modality", evidence.modality))
    yield NamedNode(CG.confidence), _decimal(evidence.confidence)
    yield NamedNode(CG.rule), Literal(evidence.rule)


def _review(review: Review | None) -> Description:
    if review is None:
        return
    yield NamedNode(CG.reviewedBy), Literal(review.by)
    yield NamedNode(CG.reviewedOn), Literal(review.on.isoformat(), datatype=NamedNode(XSD.date))
    if review.note:
        yield NamedNode(CG.reviewNote), Literal(review.note)


def _redirects(graph: ResolvedGraph) -> Iterator[Quad]:
    redirects = NamedNode(graph_iri("redirects"))
    for old in sorted([*(old for old, _ in graph.redirects), *graph.gone]):
        yield Quad(NamedNode(old), _term("owl:deprecated"), Literal(True), redirects)
    for old, new in graph.redirects:
        yield Quad(NamedNode(old), _term("dcterms:isReplacedBy"), NamedNode(new), redirects)


def _run(graph: ResolvedGraph) -> Description:
    yield _TYPE, _term("prov:Activity")
    for document in graph.documents:
        yield _term("prov:used"), NamedNode(document_iri(document.id))


def _ends(statement: Statement) -> tuple[NamedNode, NamedNode, NamedNode | Literal]:
    return NamedNode(statement.subject), NamedNode(statement.predicate), _value(statement)


def _value(statement: Statement) -> NamedNode | Literal:
    match statement.object:
        case Iri() as iri:
            return NamedNode(iri)
        case LangString() as text:
            return _lang_string(text)
        case PartialDate() as date:
            return _date(date)
        case YearlessDate() as day:
            return Literal(str(day), datatype=NamedNode(XSD.gMonthDay))
        case number:
            return _integer(statement.predicate, number)


def _lang_string(text: LangString) -> Literal:
    return Literal(text.text, language=text.language)


def _date(date: PartialDate) -> Literal:
    """Type a date by its precision: a year, a month or a day."""
    known = sum(part is not None for part in (date.month, date.day))
    return Literal(str(date), datatype=NamedNode(_DATE_TYPES[known]))


def _integer(predicate: Iri, number: int) -> Literal:
    """Type a number by its property's range. Oxigraph itself gives all of them as xsd:integer."""
    allowed = SIGNATURES[predicate].range
    datatype = next((NamedNode(each) for each in _INTEGERS if each in allowed), _INTEGER)
    return Literal(str(number), datatype=datatype)


def _decimal(probability: float) -> Literal:
    digits = f"{probability:.{_CONFIDENCE_DIGITS}f}".rstrip("0").rstrip(".")
    return Literal(digits, datatype=NamedNode(XSD.decimal))
