"""The types and properties of the service: the ontology's, by short identifiers and with names.

How many things have them is counted in ``suggesting``; what their values are is read in ``values``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from clustergraph.errors import InvalidParameter
from clustergraph.model import Iri
from clustergraph.operations.consult import Text
from clustergraph.operations.dataset import OpenVersion
from clustergraph.operations.labels import choose_text
from clustergraph.operations.look_up import KINDS, kinds_named
from clustergraph.operations.ontology_guide.definitions import Definitions, named
from clustergraph.rdf.prefixes import short_name
from clustergraph.vocab import RDF, SIGNATURES, SUPERCLASSES, SUPERPROPERTIES, XSD

__all__ = ["EXACT_MATCH", "EntityType", "Property", "Schema", "Takes", "Term", "schema_of"]

_LABEL, _COMMENT, _TYPE, _TRANSITIVE = named(
    "rdfs:label", "rdfs:comment", "rdf:type", "owl:TransitiveProperty"
)
_PREFERRED, _ALTERNATIVE, EXACT_MATCH = named("skos:prefLabel", "skos:altLabel", "skos:exactMatch")
_BORROWED = {
    _PREFERRED: {"en": "name", "pl": "nazwa", "bg": "наименование"},
    _ALTERNATIVE: {"en": "other name", "pl": "inna nazwa", "bg": "друго наименование"},
    EXACT_MATCH: {
        "en": "identifier elsewhere",
        "pl": "identyfikator w innym rejestrze",
        "bg": "идентификатор в друг регистър",
    },
}
"""Properties of SKOS that our things have, and what people call them."""
_NUMBERS = {XSD.nonNegativeInteger, XSD.positiveInteger, XSD.decimal}
_DATES = {XSD.date, XSD.gYearMonth, XSD.gYear, XSD.gMonthDay}
_TEXTS = {XSD.string, RDF.langString}


class Takes(StrEnum):
    """What the values of a property are."""

    THING = "thing"
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    IDENTIFIER = "identifier"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A type or a property; ``names`` and ``comments`` are in the ontology's languages."""

    iri: Iri
    id: str
    names: tuple[Text, ...]
    comments: tuple[Text, ...] = ()

    def name(self, language: str) -> str:
        """Return what to call it in a reader's language."""
        label = choose_text(self.names, language)
        return label.text if label else self.id

    def comment(self, language: str) -> str:
        """Return what it means in a sentence; empty where nobody said."""
        label = choose_text(self.comments, language)
        return label.text if label else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityType(Term):
    """A class; ``below`` holds it and all its subclasses, ``broader`` names those just above."""

    broader: tuple[str, ...] = ()
    below: frozenset[Iri] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Property(Term):
    """Something that things have values of.

    ``domain`` are the leaf classes that may have it, all where empty. ``values`` are the types of
    its values, where these are things. ``wider`` is the transitive property that holds wherever
    this one does, such as being in a place at any depth.
    """

    takes: Takes
    domain: frozenset[Iri] = frozenset()
    values: tuple[Iri, ...] = ()
    wider: Iri | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """All types and all properties, by identifier, in the order in which people see them."""

    types: Mapping[str, EntityType]
    properties: Mapping[str, Property]

    def type(self, name: str, where: str = "type") -> EntityType:
        """Return the type of that identifier; its IRI and its name with a prefix will do too.

        Raises:
            InvalidParameter: when there is none.
        """
        if (found := self.types.get(short_name(name))) is None:
            raise InvalidParameter(where, name, f"one of {', '.join(self.types)}")
        return found

    def property(self, name: str, where: str = "property") -> Property:
        """Return the property of that identifier; its IRI and its name with a prefix will do too.

        Raises:
            InvalidParameter: when there is none.
        """
        if (found := self.properties.get(short_name(name))) is None:
            raise InvalidParameter(where, name, f"one of {', '.join(self.properties)}")
        return found

    def type_of(self, kind: Iri | None) -> EntityType | None:
        """Return the type that a class is; None where it is none of ours."""
        return self.types.get(short_name(kind)) if kind else None


def schema_of(opened: OpenVersion) -> Schema:
    """Return the types and properties of a version, with what its ontology calls them."""
    return opened.findings.get("reconciliation schema", lambda: _schema(opened))


def _schema(opened: OpenVersion) -> Schema:
    definitions = opened.findings.get("definitions", lambda: Definitions.read(opened.graph))
    types = [_type(definitions, kind) for kind in KINDS.values()]
    properties = [_property(definitions, iri) for iri in _property_iris()]
    return Schema(
        types={type_.id: type_ for type_ in types},
        properties={property_.id: property_ for property_ in properties},
    )


def _property_iris() -> Iterable[Iri]:
    """Yield the properties that things of our types have."""
    yield from _BORROWED
    kinds = set(KINDS.values())
    yield from sorted(iri for iri, signature in SIGNATURES.items() if signature.domain & kinds)


def _type(definitions: Definitions, kind: Iri) -> EntityType:
    return EntityType(
        iri=kind,
        id=short_name(kind),
        names=definitions.texts(kind, _LABEL),
        comments=definitions.texts(kind, _COMMENT),
        broader=tuple(short_name(above) for above in SUPERCLASSES.get(kind, ()) if above in _KNOWN),
        below=kinds_named(kind.local),
    )


_KNOWN = frozenset(KINDS.values())


def _property(definitions: Definitions, iri: Iri) -> Property:
    if iri in _BORROWED:
        return _borrowed(iri)
    signature = SIGNATURES[iri]
    wider = [above for above in SUPERPROPERTIES.get(iri, ()) if _is_transitive(definitions, above)]
    return Property(
        iri=iri,
        id=short_name(iri),
        names=definitions.texts(iri, _LABEL),
        comments=definitions.texts(iri, _COMMENT),
        takes=_takes(signature.range),
        domain=signature.domain & _KNOWN,
        values=tuple(sorted(signature.range & _KNOWN)),
        wider=wider[0] if wider else None,
    )


def _borrowed(iri: Iri) -> Property:
    return Property(
        iri=iri,
        id=short_name(iri),
        names=tuple(Text(name, language) for language, name in _BORROWED[iri].items()),
        takes=Takes.IDENTIFIER if iri == EXACT_MATCH else Takes.TEXT,
    )


def _takes(range_: frozenset[Iri]) -> Takes:
    by_datatypes = ((_NUMBERS, Takes.NUMBER), (_DATES, Takes.DATE), (_TEXTS, Takes.TEXT))
    return next((takes for datatypes, takes in by_datatypes if range_ & datatypes), Takes.THING)


def _is_transitive(definitions: Definitions, property_: Iri) -> bool:
    return _TRANSITIVE in definitions.iris(property_, _TYPE)
