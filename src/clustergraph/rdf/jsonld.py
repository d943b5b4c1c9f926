"""Write triples as compact JSON-LD 1.1: one node a subject, our terms by their bare names.

The engine writes the expanded form, which is for machines alone. The context stands in the
document, so that nobody has to fetch one.
"""

import json
from collections.abc import Iterable
from typing import TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from clustergraph.rdf.prefixes import PREFIXES, shorten
from clustergraph.vocab import SIGNATURES, XSD

__all__ = ["to_jsonld"]

Json: TypeAlias = "str | int | float | list[Json] | dict[str, Json]"

_TYPE = "rdf:type"
_OURS = "cg:"
_DATATYPES = (PREFIXES["xsd"], PREFIXES["rdf"])
_PROPERTIES_OF_THINGS = {
    property_.local
    for property_, signature in SIGNATURES.items()
    if not any(kind.startswith(_DATATYPES) for kind in signature.range)
}


def to_jsonld(triples: Iterable[Triple], *, indent: int | None = 1) -> bytes:
    """Write the triples, which hold no triple terms, as a UTF-8 document.

    Without ``indent`` it is one line.
    """
    nodes: dict[str, dict[str, list[Json]]] = {}
    for triple in triples:
        node = nodes.setdefault(_short(triple.subject), {})
        key = shorten(triple.predicate.value)
        if key == _TYPE and not isinstance(triple.object, Literal):
            node.setdefault("@type", []).append(_short(triple.object).removeprefix(_OURS))
        else:
            term = key.removeprefix(_OURS)
            node.setdefault(term, []).append(_value(term, triple.object))
    graph: list[Json] = [{"@id": iri, **_unwrapped(node)} for iri, node in nodes.items()]
    used = {key for node in nodes.values() for key in node}
    document: Json = {"@context": _context(used, json.dumps(graph)), "@graph": graph}
    return json.dumps(document, ensure_ascii=False, indent=indent).encode()


def _short(term: object) -> str:
    if isinstance(term, BlankNode):
        return str(term)
    if not isinstance(term, NamedNode):
        message = f"JSON-LD holds no triple term: {term}"
        raise TypeError(message)
    return shorten(term.value)


def _value(term: str, value: object) -> Json:
    if not isinstance(value, Literal):
        iri = _short(value)
        return iri if term in _PROPERTIES_OF_THINGS else {"@id": iri}
    if value.language:
        direction = {"@direction": str(value.direction)} if value.direction else {}
        return {"@value": value.value, "@language": value.language, **direction}
    if value.datatype.value != XSD.string:
        return {"@value": value.value, "@type": shorten(value.datatype.value)}
    return {"@value": value.value} if term in _PROPERTIES_OF_THINGS else value.value


def _unwrapped(node: dict[str, list[Json]]) -> dict[str, Json]:
    """Write a single value without the list round it."""
    return {key: values[0] if len(values) == 1 else values for key, values in node.items()}


def _context(used: set[str], graph: str) -> Json:
    """Say what bare names mean, which prefixes the graph uses, and which properties give IRIs."""
    prefixes = {name: iri for name, iri in PREFIXES.items() if f'"{name}:' in graph}
    things: dict[str, Json] = {
        term: {"@type": "@id"} for term in sorted(used & _PROPERTIES_OF_THINGS)
    }
    return {"@version": 1.1, "@vocab": PREFIXES["cg"], **prefixes, **things}
