"""An ontology in memory: what it says of each subject, by property; now, or as it was once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from clustergraph.iris import BASE, graph_iri
from clustergraph.model import Iri
from clustergraph.operations.consult import Text, value_of
from clustergraph.rdf.prefixes import PREFIXES, expand
from clustergraph.store.graph import GraphStore

__all__ = ["ONTOLOGY_IRI", "Definitions", "is_ours", "named"]

ONTOLOGY_IRI = Iri(f"{BASE}ns")

_NIL = expand("rdf:nil")


def named(*names: str) -> tuple[Iri, ...]:
    """Return the IRIs of terms that are written with their prefixes.

    >>> named("rdf:nil")
    ('http://www.w3.org/1999/02/22-rdf-syntax-ns#nil',)
    """
    return tuple(map(expand, names))


def is_ours(term: str) -> bool:
    """Tell whether a term is one of this ontology."""
    return term.startswith(PREFIXES["cg"])


@dataclass(frozen=True, slots=True)
class Definitions:
    """All that is said, by subject and property; values in a fixed order.

    ``pointing`` holds the subjects of which a property gives an IRI.
    """

    said: Mapping[Iri, Mapping[Iri, list[Iri | Text]]]
    pointing: Mapping[tuple[Iri, Iri], list[Iri]]

    @classmethod
    def read(cls, graph: GraphStore) -> "Definitions":
        """Take the ontology of a version; linear in it."""
        return cls.of(graph.quads(graph=NamedNode(graph_iri("ontology"))))

    @classmethod
    def of(cls, quads: Iterable[Quad]) -> "Definitions":
        """Take the ontology that the quads hold, which name everything."""
        said: dict[Iri, dict[Iri, list[Iri | Text]]] = defaultdict(lambda: defaultdict(list))
        pointing: dict[tuple[Iri, Iri], list[Iri]] = defaultdict(list)
        for quad in sorted(quads, key=str):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
                subject, property_ = Iri(quad.subject.value), Iri(quad.predicate.value)
                value = value_of(quad.object)
                said[subject][property_].append(value)
                if isinstance(value, Iri):
                    pointing[property_, value].append(subject)
        return cls({subject: dict(values) for subject, values in said.items()}, dict(pointing))

    def terms(self) -> list[Iri]:
        """List the terms of our namespace that the ontology defines, sorted."""
        (is_defined_by,) = named("rdfs:isDefinedBy")
        return sorted(term for term, said in self.said.items() if is_defined_by in said)

    def iris(self, subject: Iri, *properties: Iri) -> tuple[Iri, ...]:
        """Return the IRIs that the properties give, sorted within each property."""
        values = (value for each in properties for value in self._values(subject, each))
        return tuple(value for value in values if isinstance(value, Iri))

    def texts(self, subject: Iri, *properties: Iri) -> tuple[Text, ...]:
        """Return the literals that the properties give, by language and text."""
        values = (value for each in properties for value in self._values(subject, each))
        texts = (value for value in values if isinstance(value, Text))
        return tuple(sorted(texts, key=lambda text: (text.language, text.text)))

    def subjects(self, value: Iri, *properties: Iri) -> tuple[Iri, ...]:
        """Return those of our terms of which the properties give the value, sorted."""
        found = (it for each in properties for it in self.pointing.get((each, value), ()))
        return tuple(sorted(set(filter(is_ours, found))))

    def members(self, collection: Iri) -> Iterator[Iri]:
        """Yield the members of an RDF list."""
        first, rest = named("rdf:first", "rdf:rest")
        while collection != _NIL:
            yield from self.iris(collection, first)
            (collection,) = self.iris(collection, rest)

    def _values(self, subject: Iri, property_: Iri) -> list[Iri | Text]:
        return self.said[subject].get(property_, []) if subject in self.said else []
