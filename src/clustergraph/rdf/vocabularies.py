"""Reads the concepts of a vocabulary, for others to compare names with."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Final, TypeAlias

from pyoxigraph import Literal, NamedNode

from clustergraph.errors import OntologyError
from clustergraph.locations import ONTOLOGY
from clustergraph.model import Concept, Iri, LangString
from clustergraph.rdf.prefixes import expand
from clustergraph.rdf.turtle import read_turtle

__all__ = ["read_concepts"]

Values: TypeAlias = Mapping[NamedNode, list[NamedNode | Literal]]
"""What is said of one subject, by predicate."""


def _skos(name: str) -> NamedNode:
    return NamedNode(expand(f"skos:{name}"))


_PREF_LABEL: Final = _skos("prefLabel")
_ALT_LABEL: Final = _skos("altLabel")
_HIDDEN_LABEL: Final = _skos("hiddenLabel")
_BROADER: Final = _skos("broader")
_IN_SCHEME: Final = _skos("inScheme")


def read_concepts(scheme: str, folder: Path = ONTOLOGY) -> tuple[Concept, ...]:
    """Return the concepts of ``vocabularies/{scheme}.ttl``, sorted by IRI.

    Hidden labels are taken as names of something narrower.

    Raises:
        OntologyError: when the file is no Turtle, with the line, or something in it has no IRI.
    """
    path = folder / "vocabularies" / f"{scheme}.ttl"
    said: dict[Iri, dict[NamedNode, list[NamedNode | Literal]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for subject, predicate, object_ in _named_triples(path):
        said[Iri(subject.value)][predicate].append(object_)
    return tuple(_concept(iri, said[iri]) for iri in sorted(said) if _IN_SCHEME in said[iri])


def _named_triples(path: Path) -> list[tuple[NamedNode, NamedNode, NamedNode | Literal]]:
    triples = [(triple.subject, triple.predicate, triple.object) for triple in read_turtle(path)]
    named = [
        (s, p, o)
        for s, p, o in triples
        if isinstance(s, NamedNode) and isinstance(o, NamedNode | Literal)
    ]
    if len(named) < len(triples):
        message = "a vocabulary names everything, and here a node has no IRI; give it one."
        raise OntologyError(str(path), message)
    return named


def _concept(iri: Iri, values: Values) -> Concept:
    return Concept(
        iri=iri,
        names=_labels(values, _PREF_LABEL, _ALT_LABEL),
        narrower_names=_labels(values, _HIDDEN_LABEL),
        broader=tuple(sorted(Iri(concept.value) for concept in values.get(_BROADER, ()))),
    )


def _labels(values: Values, *predicates: NamedNode) -> tuple[LangString, ...]:
    literals = (v for predicate in predicates for v in values.get(predicate, ()))
    return tuple(
        sorted(
            LangString(label.value, label.language)
            for label in literals
            if isinstance(label, Literal) and label.language
        )
    )
