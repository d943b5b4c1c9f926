"""Run a query of the catalogue by its name, and get rows of plain values."""

from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from clustergraph.model import Iri
from clustergraph.sparql.catalogue import find_query
from clustergraph.store.graph import GraphStore, Term
from clustergraph.vocab import XSD

__all__ = ["INTEGER", "Row", "Text", "consult", "term_of", "value_of"]

INTEGER = Iri("http://www.w3.org/2001/XMLSchema#integer")
"""How the store types every whole number."""


@dataclass(frozen=True, slots=True)
class Text:
    """A literal: its characters, its language or an empty string, and its datatype."""

    text: str
    language: str = ""
    datatype: Iri = XSD.string


class Row(dict[str, Iri | Text]):
    """One row of a result: values by variable. What is unbound is missing."""

    def iri(self, variable: str) -> Iri:
        """Return the value, which is an IRI."""
        value = self[variable]
        if not isinstance(value, Iri):
            message = f"?{variable} is no IRI: {value}"
            raise TypeError(message)
        return value

    def text(self, variable: str) -> Text:
        """Return the value, which is a literal."""
        value = self[variable]
        if isinstance(value, Iri):
            message = f"?{variable} is no literal: {value}"
            raise TypeError(message)
        return value

    def words(self, variable: str) -> str:
        """Return the literal's characters, or an empty string where it is unbound."""
        return self.text(variable).text if variable in self else ""

    def number(self, variable: str) -> int:
        """Return the literal as a whole number."""
        return int(self.text(variable).text)


def consult(graph: GraphStore, name: str, **bindings: Iri | Text) -> list[Row]:
    """Run the query of that name with its parameters bound; it bounds the number of rows itself."""
    terms = {variable: term_of(value) for variable, value in bindings.items()}
    return [
        Row({variable: value_of(term) for variable, term in row.items()})
        for row in graph.select(find_query(name), **terms)
    ]


def term_of(value: Iri | Text) -> NamedNode | Literal:
    """Return a plain value as a term of the store; its text is a term of SPARQL."""
    if isinstance(value, Iri):
        return NamedNode(value)
    if value.language:
        return Literal(value.text, language=value.language)
    return Literal(value.text, datatype=NamedNode(value.datatype))


def value_of(term: Term) -> Iri | Text:
    """Return a term of the store as a plain value.

    Raises:
        TypeError: for a blank node or a triple.
    """
    if isinstance(term, NamedNode):
        return Iri(term.value)
    if isinstance(term, Literal):
        return Text(term.value, term.language or "", Iri(term.datatype.value))
    message = f"the queries of this package give IRIs and literals, not {term}"
    raise TypeError(message)
