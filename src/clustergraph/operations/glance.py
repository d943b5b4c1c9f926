"""Read at a glance what is said of one thing by one property: some ten microseconds each.

A query of the catalogue takes ten times as long, since its text is read each time; what asks for
more than single statements stands there all the same (see ``consult``).
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from pyoxigraph import Literal, NamedNode, Triple

from clustergraph.iris import graph_iri
from clustergraph.model import Iri
from clustergraph.operations.consult import Row, Text, term_of, told
from clustergraph.rdf.prefixes import expand
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG

__all__ = ["evidence_of", "iris_said", "is_told", "passage_row", "stated_texts", "texts_said"]

_INFERRED = NamedNode(graph_iri("inferred"))
_REIFIES = NamedNode(expand("rdf:reifies"))
_PARTS_OF_A_PASSAGE: Mapping[str, str] = {
    **{expand(f"rdf:{name}"): name for name in ("subject", "predicate", "object")},
    CG.inDocument: "document",
    CG.quote: "quote",
    CG.quoteStart: "start",
    CG.quoteEnd: "end",
    CG.confidence: "confidence",
    CG.modality: "modality",
    CG.rule: "rule",
    CG.roleAsWritten: "role",
    CG.former: "former",
    CG.atLeast: "atLeast",
    CG.reviewStatus: "status",
    CG.reviewedBy: "reviewer",
    CG.reviewedOn: "reviewed",
    CG.reviewNote: "note",
}
"""What is told of a passage, by the names that the queries for passages give it."""
_THINGS = frozenset({"subject", "predicate", "document", "modality", "status"})
_OFFSET = re.compile(r"[0-9]{1,18}")
_NUMBERS = {"start": _OFFSET, "end": _OFFSET, "confidence": re.compile(r"[01](\.[0-9]{1,30})?")}
_NEEDED = ("subject", "predicate", "object", "document", "quote", "start", "end")


def iris_said(graph: GraphStore, thing: Iri, property_: Iri) -> Iterator[Iri]:
    """Yield the things that stand by a property, each once, in no order."""
    objects = {quad.object for quad in graph.quads(NamedNode(thing), _node(property_))}
    for each in objects:
        if isinstance(value := told(each), Iri):
            yield value


def texts_said(graph: GraphStore, thing: Iri, property_: Iri) -> list[Text]:
    """Return the texts that stand by a property, sorted."""
    quads = graph.quads(NamedNode(thing), _node(property_))
    return _sorted(quad.object for quad in quads if isinstance(quad.object, Literal))


def stated_texts(graph: GraphStore, thing: Iri, property_: Iri) -> list[Text]:
    """Return those of them that don't follow from something else."""
    quads = graph.quads(NamedNode(thing), _node(property_))
    return _sorted(
        quad.object
        for quad in quads
        if isinstance(quad.object, Literal) and quad.graph_name != _INFERRED
    )


def is_told(graph: GraphStore, thing: Iri, *properties: Iri) -> bool:
    """Tell whether anything stands by one of the properties."""
    node = NamedNode(thing)
    return any(next(graph.quads(node, _node(each)), None) for each in properties)


def evidence_of(
    graph: GraphStore, subject: Iri, predicate: Iri, value: Iri | Text
) -> Iterator[Iri]:
    """Yield the passages about a statement, rejected ones too, in no order."""
    statement = Triple(NamedNode(subject), NamedNode(predicate), term_of(value))
    for quad in graph.quads(None, _REIFIES, statement):
        if isinstance(evidence := told(quad.subject), Iri):
            yield evidence


def passage_row(graph: GraphStore, evidence: Iri) -> Row | None:
    """Return what is told of a passage, by the names of the queries for passages.

    Values of another kind than those of passages, which somebody may have written, are left out.
    None where it is no passage, or lacks what every passage has.
    """
    row = Row(evidence=evidence)
    for quad in graph.quads(NamedNode(evidence)):
        variable = _PARTS_OF_A_PASSAGE.get(quad.predicate.value)
        if variable is None or (value := told(quad.object)) is None:
            continue
        if _fits(variable, value):
            row[variable] = value
    return row if all(name in row for name in _NEEDED) else None


def _fits(variable: str, value: Iri | Text) -> bool:
    """Tell whether a value is of the kind that its variable has."""
    if variable == "object":
        return True
    if isinstance(value, Iri):
        return variable in _THINGS
    if variable in _NUMBERS:
        return _NUMBERS[variable].fullmatch(value.text) is not None
    return variable not in _THINGS


def _sorted(terms: Iterator[Literal]) -> list[Text]:
    texts = {text for term in terms if isinstance(text := told(term), Text)}
    return sorted(texts, key=lambda text: (_size(text.text), text.text, text.language))


def _size(text: str) -> int:
    """Let whole numbers stand in their own order: by their digits, since they may be thousands."""
    return len(text.lstrip("0")) if text.isascii() and text.isdigit() else 0


@lru_cache(maxsize=1024)  # the properties of a graph are few
def _node(property_: Iri) -> NamedNode:
    return NamedNode(property_)
