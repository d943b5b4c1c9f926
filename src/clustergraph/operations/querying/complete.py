"""Tell what a query may be completed with: classes and properties, how they are called and used.

Things are not listed here, since there are too many; the name index finds them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from clustergraph.model import Iri
from clustergraph.operations.consult import Row, Text, consult
from clustergraph.operations.ontology_guide.definitions import Definitions, named
from clustergraph.store.graph import GraphStore

__all__ = ["Completions", "KnownTerm", "complete"]

_KINDS = named("owl:Class", "rdfs:Class")
_TYPE = named("rdf:type")
_LABELS = named("rdfs:label", "skos:prefLabel")
_DEFINITIONS = named("skos:definition", "rdfs:comment")


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownTerm:
    """A class or a property; ``labels`` and ``definitions`` by language.

    ``total`` counts things of the class, or statements with the property.
    """

    iri: Iri
    labels: Mapping[str, str]
    definitions: Mapping[str, str]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Completions:
    """All terms that a version uses or its ontology defines, those used most first.

    ``uses`` tells by class how many statements with each property its things have.
    """

    classes: tuple[KnownTerm, ...]
    properties: tuple[KnownTerm, ...]
    uses: Mapping[Iri, Mapping[Iri, int]]


def complete(graph: GraphStore, definitions: Definitions) -> Completions:
    """Find out what a version can be asked with; takes some seconds for a million quads."""
    classes = {term for term in definitions.terms() if _is_class(definitions, term)}
    properties = set(definitions.terms()) - classes
    return Completions(
        classes=_known(definitions, classes, "class", consult(graph, "dataset-classes")),
        properties=_known(
            definitions, properties, "property", consult(graph, "dataset-properties")
        ),
        uses=_uses(consult(graph, "uses-by-class")),
    )


def _is_class(definitions: Definitions, term: Iri) -> bool:
    return not set(_KINDS).isdisjoint(definitions.iris(term, *_TYPE))


def _known(
    definitions: Definitions, defined: Iterable[Iri], variable: str, rows: Iterable[Row]
) -> tuple[KnownTerm, ...]:
    totals = dict.fromkeys(defined, 0)
    totals.update((row.iri(variable), row.number("total")) for row in rows)
    return tuple(
        KnownTerm(
            iri=term,
            labels=_by_language(definitions.texts(term, *_LABELS)),
            definitions=_by_language(definitions.texts(term, *_DEFINITIONS)),
            total=total,
        )
        for term, total in sorted(totals.items(), key=lambda item: (-item[1], item[0]))
    )


def _by_language(texts: Iterable[Text]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for text in texts:
        found.setdefault(text.language, text.text)
    return found


def _uses(rows: Iterable[Row]) -> Mapping[Iri, Mapping[Iri, int]]:
    uses: dict[Iri, dict[Iri, int]] = {}
    for row in rows:
        uses.setdefault(row.iri("class"), {})[row.iri("property")] = row.number("total")
    return uses
