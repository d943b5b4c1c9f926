"""Reads the concepts of a vocabulary, for others to compare names with."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, TypeAlias

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from clustergraph.locations import ONTOLOGY
from clustergraph.model import Concept, Iri, LangString
from clustergraph.rdf.prefixes import PREFIXES

__all__ = ["read_concepts"]

Values: TypeAlias = Mapping[NamedNode, list[object]]
"""What is said of one subject, by predicate."""


def _skos(name: str) -> NamedNode:
    return NamedNode(PREFIXES["skos"] + name)


_PREF_LABEL: Final = _skos("prefLabel")
_ALT_LABEL: Final = _skos("altLabel")
_HIDDEN_LABEL: Final = _skos("hiddenLabel")
_BROADER: Final = _skos("broader")
_IN_SCHEME: Final = _skos("inScheme")


def read_concepts(scheme: str, folder: Path = ONTOLOGY) -> tuple[Concept, ...]:
    """Return the concepts of ``vocabularies/{scheme}.ttl``, sorted by IRI.

    Hidden labels are taken as names of something narrower.
    """
    path = folder / "vocabularies" / f"{scheme}.ttl"
    said: dict[Iri, dict[NamedNode, list[object]]] = defaultdict(lambda: defaultdict(list))
    for quad in parse(path=path, format=RdfFormat.TURTLE):
        said[_iri(quad.subject)][quad.predicate].append(quad.object)
    return tuple(_concept(iri, said[iri]) for iri in sorted(said) if _IN_SCHEME in said[iri])


def _concept(iri: Iri, values: Values) -> Concept:
    return Concept(
        iri=iri,
        names=_labels(values, _PREF_LABEL, _ALT_LABEL),
        narrower_names=_labels(values, _HIDDEN_LABEL),
        broader=tuple(sorted(map(_iri, values.get(_BROADER, ())))),
    )


def _labels(values: Values, *predicates: NamedNode) -> tuple[LangString, ...]:
    literals: Iterable[object] = (v for predicate in predicates for v in values.get(predicate, ()))
    return tuple(
        sorted(
            LangString(label.value, label.language)
            for label in literals
            if isinstance(label, Literal) and label.language
        )
    )


def _iri(term: object) -> Iri:
    if not isinstance(term, NamedNode):
        message = f"a vocabulary names everything: {term}"
        raise TypeError(message)
    return Iri(term.value)
