"""Describe a version in VoID and DCAT, as far as it follows from what the version holds.

No clock and no address stands here, so that the same documents give the same description. What a
service adds, the version's name, its files and its endpoint, is in ``offer_dataset``.
"""

import hashlib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from clustergraph.iris import BASE, dataset_iri, graph_iri
from clustergraph.model import Iri
from clustergraph.operations.consult import INTEGER, Text
from clustergraph.operations.dataset_description.count_dataset import (
    DOCUMENT_GRAPHS,
    Counts,
    LinkCount,
    count_dataset,
)
from clustergraph.rdf.prefixes import expand, shorten
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import XSD

__all__ = ["Said", "count_quads", "dataset_quads", "meta_quad", "term", "texts_of_dataset"]

Said = Iterator[tuple[Iri, NamedNode, NamedNode | Literal]]
"""Triples."""

_ALWAYS_TRUE: Final = Path(__file__).with_name("dataset.ttl")
_DATASET: Final = dataset_iri()
_META: Final = NamedNode(graph_iri("meta"))
_NAMESPACE: Final = re.compile(r"[^:/#]+:(?!//[^/#]*$).*[/#]")
"""What an IRI begins with whose last part is a name in a vocabulary."""
_LANGUAGES: Final = "http://publications.europa.eu/resource/authority/language/"
_LANGUAGE_CODES: Final = {
    "bg": "BUL",
    "cs": "CES",
    "de": "DEU",
    "en": "ENG",
    "es": "SPA",
    "fr": "FRA",
    "it": "ITA",
    "pl": "POL",
    "ro": "RON",
    "ru": "RUS",
}
"""The codes of the European Union's authority table; another language is left out."""


def dataset_quads(graph: GraphStore) -> Iterator[Quad]:
    """Yield the description of what the store holds, for ``graph/meta``."""
    yield from count_quads(count_dataset(graph))


def count_quads(counts: Counts) -> Iterator[Quad]:
    """Yield the description of a version of which so much was counted."""
    for quad in _always_true():
        yield Quad(quad.subject, quad.predicate, quad.object, _META)
    for part in (_totals, _classes, _properties, _graphs, _links, _scope):
        for said in part(counts):
            yield meta_quad(*said)


def texts_of_dataset(property_: str) -> list[Text]:
    """Return what a property, such as ``dcterms:title``, says of the dataset in each language."""
    said = [quad for quad in _always_true() if quad.predicate == term(property_)]
    literals = [quad.object for quad in said if quad.subject == NamedNode(_DATASET)]
    return [Text(it.value, it.language or "") for it in literals if isinstance(it, Literal)]


def meta_quad(subject: Iri, predicate: NamedNode, value: NamedNode | Literal) -> Quad:
    """Return the triple as a quad of ``graph/meta``."""
    return Quad(NamedNode(subject), predicate, value, _META)


@cache
def _always_true() -> tuple[Quad, ...]:
    return tuple(parse(path=_ALWAYS_TRUE, format=RdfFormat.TURTLE))


def term(name: str) -> NamedNode:
    """Return the term of that short name, such as ``void:triples``."""
    return NamedNode(expand(name))


def _totals(counts: Counts) -> Said:
    totals = {
        "triples": counts.triples,
        "entities": counts.entities,
        "distinctSubjects": counts.subjects,
        "distinctObjects": counts.objects,
        "classes": len(counts.classes),
        "properties": len(counts.properties),
    }
    for name, total in totals.items():
        yield _DATASET, term(f"void:{name}"), _integer(total)


def _classes(counts: Counts) -> Said:
    for kind, total in counts.classes:
        part = _part("class", kind)
        yield _DATASET, term("void:classPartition"), NamedNode(part)
        yield part, term("rdf:type"), term("void:Dataset")
        yield part, term("void:class"), NamedNode(kind)
        yield part, term("void:entities"), _integer(total)


def _properties(counts: Counts) -> Said:
    for property_, total in counts.properties:
        part = _part("property", property_)
        yield _DATASET, term("void:propertyPartition"), NamedNode(part)
        yield part, term("rdf:type"), term("void:Dataset")
        yield part, term("void:property"), NamedNode(property_)
        yield part, term("void:triples"), _integer(total)
    used = [iri for iri, _ in (*counts.classes, *counts.properties)]
    found = (_NAMESPACE.match(iri) for iri in used)  # what was written may be in none, as urn:a
    for namespace in sorted({each[0] for each in found if each}):
        yield _DATASET, term("void:vocabulary"), NamedNode(namespace)


def _graphs(counts: Counts) -> Said:
    for name, total in counts.graphs:
        part = _part("graph", name)
        yield _DATASET, term("void:subset"), NamedNode(part)
        yield part, term("rdf:type"), term("void:Dataset")
        yield part, term("void:triples"), _integer(total)
        if name == DOCUMENT_GRAPHS:  # one for each document, described together
            yield part, term("dcterms:title"), Literal("The graphs of the documents", language="en")
        else:
            yield part, term("rdf:type"), term("sd:NamedGraph")
            yield part, term("sd:name"), NamedNode(name)


def _links(counts: Counts) -> Said:
    for link in counts.links:
        part = dataset_iri(f"links-{_short(link.property)}-{_name(link.target)}")
        yield _DATASET, term("void:subset"), NamedNode(part)
        yield part, term("rdf:type"), term("void:Linkset")
        yield part, term("void:linkPredicate"), NamedNode(link.property)
        yield part, term("void:subjectsTarget"), NamedNode(_DATASET)
        yield part, term("void:triples"), _integer(link.total)
        yield from _target(part, link)


def _target(part: Iri, link: LinkCount) -> Said:
    """Name what is linked to; our own vocabularies are in the dataset, another is only named."""
    if link.target.startswith(BASE):
        yield part, term("void:objectsTarget"), NamedNode(_DATASET)
        return
    target = dataset_iri(f"target-{_name(link.target)}")
    yield part, term("void:objectsTarget"), NamedNode(target)
    yield target, term("rdf:type"), term("void:Dataset")
    yield target, term("void:uriSpace"), Literal(link.target)


def _scope(counts: Counts) -> Said:
    for each in counts.languages:
        if each.language in _LANGUAGE_CODES:
            code = _LANGUAGES + _LANGUAGE_CODES[each.language]
            yield _DATASET, term("dcterms:language"), NamedNode(code)
    for country in counts.countries:
        yield _DATASET, term("dcterms:spatial"), NamedNode(country)
    for example in counts.examples:
        yield _DATASET, term("void:exampleResource"), NamedNode(example)
    if counts.first and counts.last:
        period = dataset_iri("period")
        yield _DATASET, term("dcterms:temporal"), NamedNode(period)
        yield period, term("rdf:type"), term("dcterms:PeriodOfTime")
        yield period, term("dcat:startDate"), _day(counts.first)
        yield period, term("dcat:endDate"), _day(counts.last)


def _part(kind: str, of: Iri) -> Iri:
    return dataset_iri(f"{kind}-{_short(of)}")


def _short(iri: Iri) -> str:
    """Name an IRI inside of a fragment: by its prefix, else by its end and a hash."""
    short = shorten(iri)
    return short.replace(":", "-") if short != iri else _name(iri)


def _name(iri: Iri) -> str:
    """Name an IRI by its last part and a hash.

    >>> _name(Iri("http://data.europa.eu/nuts/code/"))
    'code-8cd5a40b'
    """
    *_, last = re.findall(r"[A-Za-z0-9]+", iri)
    return f"{last}-{hashlib.sha256(iri.encode()).hexdigest()[:8]}"


def _integer(number: int) -> Literal:
    return Literal(str(number), datatype=NamedNode(INTEGER))


def _day(text: str) -> Literal:
    return Literal(text, datatype=NamedNode(XSD.date))
