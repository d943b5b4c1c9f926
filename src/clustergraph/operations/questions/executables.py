"""The questions of the catalogue in RDF, as SHACL executables, for tools that list and run queries.

The convention is that of SHACL (https://www.w3.org/TR/shacl-af/#executables), with the endpoints as
collections of example queries name them. Which question is shown where is decided elsewhere.
"""

import re
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from clustergraph.iris import BASE, queries_iri, skolem_iri
from clustergraph.model import Iri
from clustergraph.operations.questions.questionnaire import federated_questions, questions
from clustergraph.rdf.prefixes import PREFIXES, expand
from clustergraph.sparql.catalogue import NamedQuery

__all__ = ["executables"]

_SH = PREFIXES["sh"]
_SCHEMA = PREFIXES["schema"]
_ANY_URI = NamedNode(expand("xsd:anyURI"))
_TYPE = expand("rdf:type")
_FEDERATES_WITH = "https://purl.expasy.org/sparql-examples/ontology#federatesWith"
_ENDPOINT = Iri(f"{BASE}sparql")
_HEADER = re.compile(r"\A(?:#.*\n)+")
_PREFIX = re.compile(r"^PREFIX (\w+): <(.+)>\n", re.MULTILINE)

_Statement = tuple[Iri, str, Iri | Literal]


def executables() -> list[Quad]:
    """Describe each question with its text, its prefixes apart, and the endpoints that it asks."""
    asked = [question for group in questions().values() for question in group]
    asked += federated_questions()
    statements = [*_declarations(asked), *(it for question in asked for it in _question(question))]
    return [
        Quad(
            NamedNode(subject),
            NamedNode(predicate),
            NamedNode(value) if isinstance(value, Iri) else value,
        )
        for subject, predicate, value in statements
    ]


def _declarations(asked: list[NamedQuery]) -> Iterator[_Statement]:
    """Declare the prefixes of all questions once; in all of them one prefix means one thing."""
    yield queries_iri(), _TYPE, expand("owl:Ontology")
    used = {match[1]: match[2] for question in asked for match in _PREFIX.finditer(question.text)}
    nodes = {name: skolem_iri(f"prefix-{name}") for name in sorted(used)}
    yield from ((queries_iri(), f"{_SH}declare", node) for node in nodes.values())
    for name, node in nodes.items():
        yield node, f"{_SH}prefix", Literal(name)
        yield node, f"{_SH}namespace", Literal(used[name], datatype=_ANY_URI)


def _question(question: NamedQuery) -> Iterator[_Statement]:
    iri = queries_iri(question.name)
    kind = question.form.title()
    yield iri, _TYPE, Iri(f"{_SH}SPARQLExecutable")
    yield iri, _TYPE, Iri(f"{_SH}SPARQL{kind}Executable")
    yield iri, expand("rdfs:comment"), Literal(question.question, language="en")
    yield iri, expand("dcterms:identifier"), Literal(question.name)
    yield iri, f"{_SCHEMA}keywords", Literal(question.asked_by, language="en")
    yield iri, f"{_SCHEMA}target", _ENDPOINT
    if question.endpoint:
        yield iri, _FEDERATES_WITH, Iri(question.endpoint)
    yield iri, f"{_SH}prefixes", queries_iri()
    yield iri, f"{_SH}{kind.lower()}", Literal(_body(question.text))


def _body(text: str) -> str:
    """Return the query without its header and its prefixes."""
    return _PREFIX.sub("", _HEADER.sub("", text)).strip() + "\n"
