"""Say what a class means, in a sentence; all that there is to say of it is ``ontology_guide``'s."""

from clustergraph.model import Iri
from clustergraph.operations.consult import consult
from clustergraph.operations.labels import Label, choose_text
from clustergraph.store.graph import GraphStore

__all__ = ["define"]


def define(graph: GraphStore, kind: Iri, language: str) -> Label | None:
    """Return the definition of a class for a reader of the language; None where it has none."""
    rows = consult(graph, "definitions-of", **{"class": kind})
    return choose_text((row.text("definition") for row in rows), language)
