"""What to call things in a reader's language, and what kind of thing each is."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from clustergraph.model import Iri
from clustergraph.names import DEFAULT_LANGUAGE, Card, Label, call
from clustergraph.operations.consult import Text
from clustergraph.operations.glance import iris_said, texts_said
from clustergraph.rdf.prefixes import expand
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG, SUPERCLASSES

__all__ = [
    "CALLED",
    "DEFAULT_LANGUAGE",
    "Label",
    "Labels",
    "Thing",
    "choose_text",
    "leaf",
    "thing_of",
]

_NAMESPACE = CG.Cluster.removesuffix("Cluster")
_TYPE = expand("rdf:type")
CALLED = tuple(map(expand, ("skos:prefLabel", "rdfs:label", "dcterms:title", "dcterms:identifier")))
"""What may say how a thing is called; the first that does is heard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Something with an IRI, its label and its leaf class (None where the graph names no class)."""

    iri: Iri
    label: Label
    kind: Iri | None = None


def thing_of(card: Card, language: str) -> Thing:
    """Return what the index of names keeps the card of."""
    return Thing(iri=card.iri, label=card.label(language), kind=card.cls)


class Labels:
    """Finds what things are called in one language, each thing once."""

    def __init__(self, graph: GraphStore, language: str | None = None) -> None:
        self._graph = graph
        self.language = language or DEFAULT_LANGUAGE
        self._known: dict[Iri, Thing] = {}

    def thing(self, iri: Iri) -> Thing:
        """Return the thing; where the graph has no label, the end of its IRI is the label.

        That of a foreign term is parted into words: ``inScheme`` is called "in scheme". One without
        letters tells nobody anything, such as the number of a class in NACE: it is called by all
        that stands after the scheme.
        """
        if iri not in self._known:
            self._known[iri] = self._find(iri)
        return self._known[iri]

    def _find(self, iri: Iri) -> Thing:
        said = (texts_said(self._graph, iri, property_) for property_ in CALLED)
        label = choose_text(next(filter(None, said), ()), self.language)
        kind = leaf(iris_said(self._graph, iri, _TYPE))
        return Thing(iri=iri, label=label or Label(text=_end_of(iri)), kind=kind)


def choose_text(texts: Iterable[Text], language: str) -> Label | None:
    """Choose a text for a reader: in the language, in none, in the default language, in any.

    >>> choose_text([Text("Bułgaria", "pl"), Text("Bulgaria", "en")], "bg")
    Label(text='Bulgaria', language='en', fell_back=True)
    """
    by_language: dict[str, str] = {}
    for text in texts:
        by_language.setdefault(text.language, text.text)
    return call(by_language, language)


def _end_of(iri: Iri) -> str:
    if not any(map(str.isalpha, iri.local)):
        return iri.partition("://")[2]
    return _words(iri.local)


def _words(name: str) -> str:
    return re.sub(r"(?<=[a-z])[A-Z]", lambda capital: f" {capital[0].lower()}", name)


def leaf(kinds: Iterable[Iri]) -> Iri | None:
    """Return the most special class, one of ours before others."""
    known = sorted(kinds, key=lambda kind: (not kind.startswith(_NAMESPACE), kind))
    general = {above for kind in known for above in SUPERCLASSES.get(kind, ())}
    return next((kind for kind in known if kind not in general), None)
