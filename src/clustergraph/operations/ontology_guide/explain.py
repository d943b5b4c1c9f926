"""Explain the terms of the ontology, as its own graph defines them."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from clustergraph.errors import NotFound
from clustergraph.model import Iri
from clustergraph.operations.consult import Text
from clustergraph.operations.labels import Label, Labels, Thing, choose_text
from clustergraph.operations.ontology_guide.definitions import Definitions, is_ours, named
from clustergraph.vocab import CG

__all__ = ["Alignment", "Character", "Ends", "Term", "all_terms", "explain"]

_DOMAIN = named("rdfs:domain", "schema:domainIncludes")
_RANGE = named("rdfs:range", "schema:rangeIncludes")
_ABOVE = named("rdfs:subClassOf", "rdfs:subPropertyOf")
_ALIGNED = (
    *named("owl:equivalentClass", "owl:equivalentProperty", "rdfs:subClassOf"),
    *named("rdfs:subPropertyOf", "skos:exactMatch", "skos:closeMatch", "skos:broadMatch"),
    *named("skos:narrowMatch", "skos:relatedMatch", "rdfs:seeAlso"),
)
(_TYPE, _CLASS, _LABEL, _COMMENT, _EXAMPLE, _STATUS) = named(
    "rdf:type", "owl:Class", "rdfs:label", "rdfs:comment", "skos:example", "vs:term_status"
)
_NOTES = named("skos:scopeNote", "skos:editorialNote")
(_INVERSE, _DISJOINT, _CHAIN, _DEPRECATED, _REPLACED) = named(
    "owl:inverseOf",
    "owl:disjointWith",
    "owl:propertyChainAxiom",
    "owl:deprecated",
    "dcterms:isReplacedBy",
)
_CHANGES = named("skos:historyNote", "skos:changeNote")


class Character(StrEnum):
    """What OWL says of a property as a whole."""

    FUNCTIONAL = "FunctionalProperty"
    INVERSE_FUNCTIONAL = "InverseFunctionalProperty"
    TRANSITIVE = "TransitiveProperty"
    SYMMETRIC = "SymmetricProperty"
    ASYMMETRIC = "AsymmetricProperty"
    IRREFLEXIVE = "IrreflexiveProperty"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
    """What stands at one end of a property: classes or datatypes.

    Where ``is_open``, any one of them may, and nothing follows of what does
    (``schema:domainIncludes``); else whatever stands there is of each of them (``rdfs:domain``).
    """

    things: tuple[Thing, ...]
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Terms of others that one of ours stands to in the same relation, such as a close match."""

    relation: Iri
    terms: tuple[Iri, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A class or a property, and what the ontology says of it.

    ``definition`` is in the reader's language, ``definitions`` are in all. ``above`` are the terms
    of ours that it specialises, ``below`` those that specialise it. ``leads_from`` and ``leads_to``
    are the properties that may have a class at their one end or the other; of those in
    ``domain_of`` and ``range_of`` that follows. Each of ``chains`` is a way of steps from which a
    statement follows. ``inferred`` is true of a property whose statements only ever follow from
    others. ``status`` is a word for how firm the term is; ``replaced_by`` stands in for a
    deprecated one.
    """

    thing: Thing
    is_class: bool
    definition: Label | None
    definitions: tuple[Text, ...]
    labels: tuple[Text, ...]
    notes: tuple[Text, ...]
    examples: tuple[Text, ...]
    above: tuple[Thing, ...]
    below: tuple[Thing, ...]
    domain: Ends
    range: Ends
    inverse: tuple[Thing, ...]
    disjoint: tuple[Thing, ...]
    chains: tuple[tuple[Thing, ...], ...]
    characters: tuple[Character, ...]
    alignments: tuple[Alignment, ...]
    leads_from: tuple[Thing, ...]
    leads_to: tuple[Thing, ...]
    domain_of: tuple[Thing, ...]
    range_of: tuple[Thing, ...]
    inferred: bool
    status: str
    is_deprecated: bool
    replaced_by: tuple[Thing, ...]
    changes: tuple[Text, ...]


def all_terms(definitions: Definitions, labels: Labels, language: str) -> list[Term]:
    """Explain every term of our namespace, sorted by IRI."""
    return [explain(definitions, labels, language, term) for term in definitions.terms()]


def explain(definitions: Definitions, labels: Labels, language: str, term: Iri) -> Term:
    """Explain one term.

    Raises:
        NotFound: when the ontology has no such term.
    """
    kinds = definitions.iris(term, _TYPE)
    if not kinds or not is_ours(term):
        raise NotFound(term)

    things = partial(_things, labels)
    chains = [definitions.members(chain) for chain in definitions.iris(term, _CHAIN)]
    return Term(
        thing=labels.thing(term),
        is_class=_CLASS in kinds,
        definition=choose_text(definitions.texts(term, _COMMENT), language),
        definitions=definitions.texts(term, _COMMENT),
        labels=definitions.texts(term, _LABEL),
        notes=definitions.texts(term, *_NOTES),
        examples=definitions.texts(term, _EXAMPLE),
        above=things(filter(is_ours, definitions.iris(term, *_ABOVE))),
        below=things(definitions.subjects(term, *_ABOVE)),
        domain=_ends(definitions, labels, term, _DOMAIN),
        range=_ends(definitions, labels, term, _RANGE),
        inverse=things(_both_ways(definitions, term, _INVERSE)),
        disjoint=things(_both_ways(definitions, term, _DISJOINT)),
        chains=tuple(sorted(map(things, chains), key=lambda way: [step.iri for step in way])),
        characters=tuple(each for each in Character if f"owl:{each}" in _shortened(kinds)),
        alignments=tuple(_alignments(definitions, term)),
        leads_from=things(definitions.subjects(term, *_DOMAIN)),
        leads_to=things(definitions.subjects(term, *_RANGE)),
        domain_of=things(definitions.subjects(term, _DOMAIN[0])),
        range_of=things(definitions.subjects(term, _RANGE[0])),
        inferred=_is_true(definitions, term, CG.inferredOnly),
        status=next((text.text for text in definitions.texts(term, _STATUS)), ""),
        is_deprecated=_is_true(definitions, term, _DEPRECATED),
        replaced_by=things(definitions.iris(term, _REPLACED)),
        changes=definitions.texts(term, *_CHANGES),
    )


def _things(labels: Labels, iris: Iterable[Iri]) -> tuple[Thing, ...]:
    return tuple(labels.thing(iri) for iri in dict.fromkeys(iris))


def _ends(definitions: Definitions, labels: Labels, term: Iri, said: Iterable[Iri]) -> Ends:
    certain, possible = (definitions.iris(term, property_) for property_ in said)
    return Ends(things=_things(labels, (*certain, *possible)), is_open=bool(possible))


def _both_ways(definitions: Definitions, term: Iri, relation: Iri) -> list[Iri]:
    """Return what stands in a symmetric relation to the term, whichever way it is written."""
    return sorted({*definitions.iris(term, relation), *definitions.subjects(term, relation)})


def _alignments(definitions: Definitions, term: Iri) -> Iterable[Alignment]:
    for relation in _ALIGNED:
        foreign = [iri for iri in definitions.iris(term, relation) if not is_ours(iri)]
        if foreign:
            yield Alignment(relation=relation, terms=tuple(foreign))


def _shortened(iris: Iterable[Iri]) -> set[str]:
    return {f"owl:{iri.local}" for iri in iris if iri.startswith(_CLASS.removesuffix("Class"))}


def _is_true(definitions: Definitions, term: Iri, property_: Iri) -> bool:
    return any(text.text == "true" for text in definitions.texts(term, property_))
