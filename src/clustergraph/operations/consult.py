"""Run a query of the catalogue by its name, and get rows of plain values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from pyoxigraph import Literal, NamedNode

from clustergraph.model import Iri
from clustergraph.sparql.catalogue import NamedQuery, find_query
from clustergraph.store.graph import GraphStore, Term
from clustergraph.vocab import XSD

__all__ = ["INTEGER", "Row", "Text", "consult", "consult_about", "term_of", "told", "value_of"]

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
        """Return the literal's characters, or an empty string where there is none."""
        value = self.get(variable)
        return value.text if isinstance(value, Text) else ""

    def number(self, variable: str) -> int:
        """Return the literal as a whole number."""
        return int(self.text(variable).text)


def consult(graph: GraphStore, name: str, **bindings: Iri | Text) -> list[Row]:
    """Run the query of that name with its parameters bound; it bounds the number of rows itself.

    A row comes once, also where a triple stands in two graphs since somebody wrote it. One with
    something that can't be told (see ``told``) is left out.
    """
    return _rows(graph, find_query(name), bindings)


def consult_about(graph: GraphStore, name: str, **values: Iri | Text) -> list[Row]:
    """Run a query that asks of everything, and get the rows with these values of its variables.

    What is read of the graph is what these need, so that one thing costs little.
    """
    query = replace(find_query(name), parameters=dict.fromkeys(values, "the only one wanted"))
    return _rows(graph, query, values)


def _rows(graph: GraphStore, query: NamedQuery, bindings: Mapping[str, Iri | Text]) -> list[Row]:
    terms = {variable: term_of(value) for variable, value in bindings.items()}
    found = dict.fromkeys(tuple(row.items()) for row in graph.select(query, **terms))
    return [row for each in found if (row := _row(each)) is not None]


def _row(terms: Iterable[tuple[str, Term]]) -> Row | None:
    row = Row()
    for variable, term in terms:
        value = told(term)
        if value is None:
            return None
        row[variable] = value
    return row


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
        TypeError: for one that can't be told.
    """
    value = told(term)
    if value is None:
        message = f"the queries of this package give IRIs and literals, not {term}"
        raise TypeError(message)
    return value


def told(term: object) -> Iri | Text | None:
    """Return a term as a plain value; None where there is none.

    That is so of blank nodes, of triples, and of IRIs that ``Iri`` refuses: people may write them.
    """
    try:
        if isinstance(term, NamedNode):
            return Iri(term.value)
        if isinstance(term, Literal):
            return Text(term.value, term.language or "", Iri(term.datatype.value))
    except ValueError:
        return None
    return None
