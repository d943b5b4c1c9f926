"""Explain the ontology: its terms, as its own graph defines them."""

from collections.abc import Iterator
from dataclasses import dataclass

from clustergraph.errors import NotFound
from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.consult import Row, Text, consult
from clustergraph.operations.labels import Label, Labels, Thing, choose
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG

__all__ = ["Ontology", "Term", "all_terms", "explain", "ontology", "uses"]

_ONTOLOGY = Iri(f"{BASE}ns")
_DCTERMS = "http://purl.org/dc/terms/"
_OWL = "http://www.w3.org/2002/07/owl#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_SCHEMA = "https://schema.org/"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_ABOVE = (f"{_RDFS}subClassOf", f"{_RDFS}subPropertyOf")
_ALIGNED = (
    f"{_OWL}equivalentClass",
    f"{_OWL}equivalentProperty",
    f"{_RDFS}seeAlso",
    *(f"{_SKOS}{kind}Match" for kind in ("exact", "close", "broad", "narrow", "related")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A class or a property, and what the ontology says of it.

    ``above`` are the terms of ours that it specialises, ``see_also`` those of others that it is
    aligned with. ``domain`` and ``range`` hold classes or datatypes.
    ``inferred`` is true of a property whose statements follow from others by the rules.
    """

    thing: Thing
    is_class: bool
    definition: Label | None
    labels: tuple[Text, ...]
    examples: tuple[Text, ...]
    above: tuple[Thing, ...]
    domain: tuple[Thing, ...]
    range: tuple[Thing, ...]
    inverse: tuple[Thing, ...]
    see_also: tuple[Thing, ...]
    inferred: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontology:
    """The ontology's own title, description, version and licence."""

    title: Label
    description: Label | None
    version: str
    licence: Iri | None


def ontology(graph: GraphStore, language: str) -> Ontology:
    """Return what the ontology says of itself."""
    said = _Said(consult(graph, "term-details", term=_ONTOLOGY))
    version = said.texts(f"{_OWL}versionInfo")
    return Ontology(
        title=choose(said.texts(f"{_DCTERMS}title"), language) or Label(text="Ontology"),
        description=choose(said.texts(f"{_DCTERMS}description"), language),
        version=version[0].text if version else "",
        licence=next(said.iris(f"{_DCTERMS}license"), None),
    )


def all_terms(graph: GraphStore, labels: Labels, language: str) -> list[Term]:
    """Explain every term of our namespace, sorted by IRI."""
    names = dict.fromkeys(row.iri("term") for row in consult(graph, "terms"))
    return [explain(graph, labels, language, term) for term in names]


def explain(graph: GraphStore, labels: Labels, language: str, term: Iri) -> Term:
    """Explain one term.

    Raises:
        NotFound: when the ontology has no such term.
    """
    said = _Said(consult(graph, "term-details", term=term))
    kinds = set(said.iris(f"{_RDF}type"))
    if not kinds:
        raise NotFound(term)
    things = {
        name: tuple(labels.thing(iri) for property_ in properties for iri in said.iris(property_))
        for name, properties in {
            "above": _ABOVE,
            "domain": (f"{_RDFS}domain", f"{_SCHEMA}domainIncludes"),
            "range": (f"{_RDFS}range", f"{_SCHEMA}rangeIncludes"),
            "inverse": (f"{_OWL}inverseOf",),
            "see_also": (*_ABOVE, *_ALIGNED),
        }.items()
    }
    things["above"] = tuple(each for each in things["above"] if _is_ours(each))
    things["see_also"] = tuple(each for each in things["see_also"] if not _is_ours(each))
    return Term(
        thing=labels.thing(term),
        is_class=f"{_OWL}Class" in kinds,
        definition=choose(said.texts(f"{_RDFS}comment"), language),
        labels=tuple(said.texts(f"{_RDFS}label")),
        examples=tuple(said.texts(f"{_SKOS}example")),
        inferred=bool(said.texts(CG.inferredOnly)),
        **things,
    )


def uses(graph: GraphStore, term: Term) -> int:
    """Count the things of a class, or the statements that use a property; linear in them."""
    iri = term.thing.iri
    if term.is_class:
        rows = consult(graph, "uses-of-class", **{"class": iri})
    else:
        rows = consult(graph, "uses-of-property", property=iri)
    return rows[0].number("total") if rows else 0


def _is_ours(thing: Thing) -> bool:
    return thing.iri.startswith(BASE)


class _Said:
    """What the ontology says of one of its subjects, by property."""

    def __init__(self, rows: list[Row]) -> None:
        self._rows = rows

    def texts(self, property_: str) -> list[Text]:
        values = [row["value"] for row in self._rows if row["property"] == property_]
        texts = [value for value in values if isinstance(value, Text)]
        return sorted(texts, key=lambda text: (text.language, text.text))

    def iris(self, property_: str) -> Iterator[Iri]:
        values = [row["value"] for row in self._rows if row["property"] == property_]
        return iter(sorted(value for value in values if isinstance(value, Iri)))
