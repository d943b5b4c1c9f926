"""Statements that somebody writes together with the words of a document that say so."""

from typing import Final

from clustergraph.iris import BASE
from clustergraph.model import Iri

__all__ = ["BIRCH_CITY", "PLACE", "PREFIXES", "QUOTE", "insert_of", "passage_of"]

PREFIXES: Final = f"""
PREFIX cg: <{BASE}ns#>
PREFIX doc: <{BASE}doc/>
PREFIX ev: <{BASE}ev/>
PREFIX id: <{BASE}id/>
PREFIX modality: <{BASE}voc/modality/>
PREFIX status: <{BASE}voc/review-status/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
BIRCH_CITY: Final = "id:birch-cluster-bbbbbbbb cg:locatedIn id:karaganda-aaaaaaah"
"""A statement that no document of the small graph makes."""
QUOTE: Final = "Karanganda hosts the 4th training week"
PLACE: Final = 0
"""Where the quote stands in the text of ``doc:71fb2550c3039bbf``."""


def passage_of(
    statement: str,
    *,
    node: str = "ev:by-maria",
    quote: str = QUOTE,
    start: int = PLACE,
    document: str = "doc:71fb2550c3039bbf",
) -> str:
    """Write a passage that carries a statement of three terms."""
    subject, predicate, value = statement.split()
    return f"""
    {node} a cg:Evidence ; rdf:reifies <<( {statement} )>> ;
      rdf:subject {subject} ; rdf:predicate {predicate} ; rdf:object {value} ;
      cg:inDocument {document} ; cg:modality modality:fact ; cg:rule "curation" ;
      cg:quote "{quote}"@en ; cg:quoteStart {start} ; cg:quoteEnd {start + len(quote)} ;
      cg:reviewStatus status:added ; cg:reviewedBy "Maria" ;
      cg:reviewedOn "2026-11-22"^^xsd:date .
    """


def insert_of(triples: str, *, graph: str = "https://example.org/notes") -> str:
    """Write an update that adds triples to a graph; an empty name is the default graph."""
    where = f"GRAPH <{Iri(graph)}> {{ {triples} }}" if graph else triples
    return f"{PREFIXES} INSERT DATA {{ {where} }}"
