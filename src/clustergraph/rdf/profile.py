"""Tells what in an ontology is outside OWL 2 RL, the profile that rules alone can realise.

The tables follow OWL 2 Profiles (second edition), section 4.2: which expressions may stand on which
side of which axiom, and which datatypes there are. What is outside would be stated and never
inferred, so it is refused. Annotations have no logical force and are not looked at.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from clustergraph.rdf.prefixes import PREFIXES, expand, shorten

__all__ = ["Outside", "outside_owl_2_rl"]

Node: TypeAlias = NamedNode | BlankNode | Literal | Triple


@dataclass(frozen=True, slots=True, order=True)
class Outside:
    """What stands outside the profile: the term it is said of, and what to do about it."""

    term: str
    reason: str


class _Place(StrEnum):
    """Where a class expression stands; the values end the sentence "… may not stand …"."""

    LEFT = "on the left of an axiom"
    RIGHT = "on the right of an axiom"
    BOTH = "in an equivalence"


def _named(prefix: str, names: str) -> frozenset[str]:
    return frozenset(PREFIXES[prefix] + name for name in names.split())


def _owl(names: str) -> frozenset[str]:
    return _named("owl", names)


_OWL: Final = PREFIXES["owl"]
_RDFS: Final = PREFIXES["rdfs"]
_TYPE: Final = expand("rdf:type")
_THING: Final = f"{_OWL}Thing"

_DATATYPES: Final = (
    _named("rdf", "PlainLiteral XMLLiteral")
    | _named("rdfs", "Literal")
    | _named(
        "xsd",
        "decimal integer nonNegativeInteger nonPositiveInteger positiveInteger negativeInteger "
        "long int short byte unsignedLong unsignedInt unsignedShort unsignedByte float double "
        "string normalizedString token language Name NCName NMTOKEN boolean hexBinary base64Binary "
        "anyURI dateTime dateTimeStamp",
    )
)
"""The datatypes of the profile (section 4.2.1): neither xsd:date nor its parts are among them."""

_MAKERS: Final[Mapping[_Place, Mapping[str, _Place | None]]] = {
    _Place.LEFT: {
        f"{_OWL}intersectionOf": _Place.LEFT,
        f"{_OWL}unionOf": _Place.LEFT,
        f"{_OWL}someValuesFrom": _Place.LEFT,
        f"{_OWL}oneOf": None,
        f"{_OWL}hasValue": None,
    },
    _Place.RIGHT: {
        f"{_OWL}intersectionOf": _Place.RIGHT,
        f"{_OWL}complementOf": _Place.LEFT,
        f"{_OWL}allValuesFrom": _Place.RIGHT,
        f"{_OWL}hasValue": None,
        f"{_OWL}maxCardinality": None,
        f"{_OWL}maxQualifiedCardinality": None,
    },
    _Place.BOTH: {f"{_OWL}intersectionOf": _Place.BOTH, f"{_OWL}hasValue": None},
}
"""What may make a class where (section 4.2.3), and where in turn its parts stand."""

_ALL_MAKERS: Final = _owl(
    "intersectionOf unionOf complementOf oneOf someValuesFrom allValuesFrom hasValue hasSelf "
    "minCardinality maxCardinality cardinality minQualifiedCardinality maxQualifiedCardinality "
    "qualifiedCardinality datatypeComplementOf onDatatype"
)
_LISTS: Final = _owl("intersectionOf unionOf")
_MAX: Final = _owl("maxCardinality maxQualifiedCardinality")

_SIDES: Final[Mapping[str, tuple[_Place | None, _Place | None]]] = {
    f"{_RDFS}subClassOf": (_Place.LEFT, _Place.RIGHT),
    f"{_RDFS}domain": (None, _Place.RIGHT),
    f"{_RDFS}range": (None, _Place.RIGHT),
    f"{_OWL}equivalentClass": (_Place.BOTH, _Place.BOTH),
    f"{_OWL}disjointWith": (_Place.LEFT, _Place.LEFT),
    f"{_OWL}hasKey": (_Place.LEFT, None),
    _TYPE: (None, _Place.RIGHT),
}
"""Where the two sides of an axiom are class expressions (section 4.2.5)."""

_TYPES: Final = (
    _named("rdf", "List")
    | _named("rdfs", "Datatype")
    | _owl(
        "Ontology Class ObjectProperty DatatypeProperty AnnotationProperty NamedIndividual "
        "FunctionalProperty InverseFunctionalProperty SymmetricProperty AsymmetricProperty "
        "IrreflexiveProperty TransitiveProperty Restriction AllDisjointClasses "
        "AllDisjointProperties AllDifferent NegativePropertyAssertion Axiom Annotation"
    )
)
_PREDICATES: Final = (
    _ALL_MAKERS
    | _SIDES.keys()
    | _named("rdfs", "label comment seeAlso isDefinedBy subPropertyOf")
    | _owl(
        "versionIRI versionInfo priorVersion backwardCompatibleWith incompatibleWith imports "
        "deprecated equivalentProperty propertyDisjointWith inverseOf propertyChainAxiom sameAs "
        "differentFrom members distinctMembers onProperty onClass onDataRange sourceIndividual "
        "assertionProperty targetIndividual targetValue annotatedSource annotatedProperty "
        "annotatedTarget"
    )
)
"""The words of OWL and RDFS that the profile knows (sections 4.2.2 and 4.2.5)."""

_OF_OBJECTS: Final = _owl(
    "InverseFunctionalProperty SymmetricProperty AsymmetricProperty IrreflexiveProperty "
    "TransitiveProperty"
)
_OF_SIMPLE: Final = _owl(
    "FunctionalProperty InverseFunctionalProperty AsymmetricProperty IrreflexiveProperty"
)
_CURES: Final = {
    f"{_OWL}unionOf": "list the classes by schema:domainIncludes or schema:rangeIncludes, or give "
    "them one class above",
    f"{_OWL}complementOf": "say owl:disjointWith",
    f"{_OWL}oneOf": "make the values concepts of a vocabulary",
}
_SHAPE: Final = "let a shape ask for it"


def outside_owl_2_rl(triples: Iterable[Triple], known: Iterable[Triple] = ()) -> list[Outside]:
    """Return what of an ontology is outside the profile, sorted; nothing where all is within.

    ``known`` is what else is said of the terms, say in other files; it is not judged itself.
    """
    judged = tuple(triples)
    return sorted(set(_Ontology((*judged, *known)).outside(judged)))


class _Ontology:
    def __init__(self, triples: Iterable[Triple]) -> None:
        self._said: dict[Node, dict[str, list[Node]]] = defaultdict(lambda: defaultdict(list))
        for triple in triples:
            self._said[triple.subject][triple.predicate.value].append(triple.object)

    def outside(self, triples: Iterable[Triple]) -> Iterator[Outside]:
        for triple in triples:
            subject, predicate, object_ = triple.subject, triple.predicate.value, triple.object
            term = self._term(subject, object_)
            reasons = [
                *_word(predicate, _PREDICATES),
                *self._axiom(subject, predicate, object_),
                *(self._property(subject, object_) if predicate == _TYPE else ()),
            ]
            yield from (Outside(term, reason) for reason in reasons)

    def _term(self, *sides: Node) -> str:
        """Name what is spoken of: an axiom about an unnamed class is about its other side."""
        nodes = (*sides, *self._items(sides[-1]))
        named = (shorten(node.value) for node in nodes if isinstance(node, NamedNode))
        return next(named, "an unnamed class")

    def _axiom(self, subject: Node, predicate: str, object_: Node) -> Iterator[str]:
        left, right = _SIDES.get(predicate, (None, None))
        if left is not None:
            yield from self._class(subject, left)
        if predicate == _TYPE and _is_word(object_):
            yield from _word(_iri(object_), _TYPES)
        elif right is not None:
            yield from self._class(object_, right)
        if predicate == f"{_OWL}members" and self._is_a(subject, "AllDisjointClasses"):
            for member in self._items(object_):
                yield from self._class(member, _Place.LEFT)

    def _class(self, node: Node, place: _Place, *, thing: bool = False) -> Iterator[str]:
        if _iri(node) == _THING and not thing:
            yield f"owl:Thing may not stand {place} in OWL 2 RL; leave the axiom out"
        elif self._is_datatype(node):
            yield from self._data_range(node)
        elif isinstance(node, BlankNode):
            for maker in sorted(_ALL_MAKERS & self._said[node].keys()):
                yield from self._made(node, maker, place)

    def _made(self, node: Node, maker: str, place: _Place) -> Iterator[str]:
        """Check an unnamed class that is made of others."""
        makers = _MAKERS[place]
        if maker not in makers:
            cure = _CURES.get(maker, _SHAPE)
            yield f"{shorten(maker)} may not stand {place} in OWL 2 RL; {cure}"
        elif inner := makers[maker]:
            thing = maker == f"{_OWL}someValuesFrom"
            for part in self._parts(node, maker):
                yield from self._class(part, inner, thing=thing)
        elif maker in _MAX:
            yield from self._at_most(node, maker)

    def _at_most(self, node: Node, maker: str) -> Iterator[str]:
        if any(_value(limit) not in {"0", "1"} for limit in self._said[node][maker]):
            yield f"{shorten(maker)} may be only 0 or 1 in OWL 2 RL; {_SHAPE}"
        for class_ in self._said[node][f"{_OWL}onClass"]:
            yield from self._class(class_, _Place.LEFT, thing=True)

    def _data_range(self, node: Node) -> Iterator[str]:
        if isinstance(node, BlankNode):
            for maker in sorted(_ALL_MAKERS & self._said[node].keys()):
                if maker != f"{_OWL}intersectionOf":
                    yield f"{shorten(maker)} makes no datatype in OWL 2 RL; {_SHAPE}"
        elif _iri(node) not in _DATATYPES and not self._is_a(node, "Datatype", _RDFS):
            yield (
                f"{shorten(_iri(node))} is no datatype of OWL 2 RL; say it by "
                f"schema:rangeIncludes, and {_SHAPE}"
            )

    def _property(self, subject: Node, sort: Node) -> Iterator[str]:
        """Check what sort of property it is (OWL 2 Structural Specification, section 11.2)."""
        name = shorten(_iri(sort))
        if _iri(sort) in _OF_OBJECTS and self._is_a(subject, "DatatypeProperty"):
            yield f"a property with literals is no {name}; {_SHAPE}"
        if _iri(sort) in _OF_SIMPLE and subject in self._composite:
            yield f"a property that follows from chains of others is no {name}; {_SHAPE}"

    @cached_property
    def _composite(self) -> frozenset[Node]:
        """The properties that are transitive or have chains, those above, and their inverses."""
        found = {
            node
            for node, said in self._said.items()
            if f"{_OWL}propertyChainAxiom" in said or self._is_a(node, "TransitiveProperty")
        }
        steps = {f"{_RDFS}subPropertyOf", f"{_OWL}inverseOf", f"{_OWL}equivalentProperty"}
        waiting = list(found)
        while waiting:
            said = self._said[waiting.pop()]
            new = {node for step in steps & said.keys() for node in said[step]} - found
            found |= new
            waiting.extend(new)
        return frozenset(found)

    def _is_a(self, node: Node, name: str, namespace: str = _OWL) -> bool:
        return NamedNode(namespace + name) in self._said.get(node, {}).get(_TYPE, ())

    def _is_datatype(self, node: Node) -> bool:
        known = _iri(node) in _DATATYPES or _iri(node).startswith(
            (PREFIXES["xsd"], PREFIXES["rdf"])
        )
        return known or self._is_a(node, "Datatype", _RDFS)

    def _parts(self, node: Node, maker: str) -> Iterator[Node]:
        for value in self._said[node][maker]:
            yield from self._items(value) if maker in _LISTS else (value,)

    def _items(self, cell: Node) -> Iterator[Node]:
        said = self._said.get(cell, {})
        yield from said.get(expand("rdf:first"), ())
        for rest in said.get(expand("rdf:rest"), ()):
            yield from self._items(rest)


def _word(iri: str, known: frozenset[str]) -> Iterator[str]:
    """Check that a word of OWL or RDFS is one that the profile knows."""
    if iri.startswith((_OWL, _RDFS)) and iri not in known:
        yield f"{shorten(iri)} is no word of OWL 2 RL; {_SHAPE}"


def _is_word(node: Node) -> bool:
    return _iri(node).startswith((_OWL, _RDFS, PREFIXES["rdf"]))


def _iri(node: Node) -> str:
    return node.value if isinstance(node, NamedNode) else ""


def _value(node: Node) -> str:
    return node.value if isinstance(node, Literal) else ""
