"""What one document says of its entities, asked by entity."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from clustergraph.model import DocumentGraph, Entity, EntityId, Iri, Value
from clustergraph.vocab import CG

__all__ = ["Said"]

_COUNTRY_KEY: Final = "country:"


class Said:
    """The facts and entities of a document; each question is about linear in its answer."""

    def __init__(self, graph: DocumentGraph) -> None:
        self._entities = {entity.id: entity for entity in graph.entities}
        facts: dict[EntityId, dict[Iri, list[Value]]] = defaultdict(lambda: defaultdict(list))
        for fact in graph.facts:
            facts[fact.subject][fact.predicate].append(fact.object)
        self._facts = facts
        self._countries = {each.gazetteer for each in graph.entities if _is_country(each)}

    def about(self, id_: EntityId) -> Mapping[Iri, Sequence[Value]]:
        """Return the objects of its facts, by predicate."""
        return self._facts.get(id_, {})

    def others(self, id_: EntityId, predicate: Iri) -> Sequence[Entity]:
        """Return the entities that it stands in a relation to."""
        values = self.about(id_).get(predicate, ())
        return [self._entities[value] for value in values if isinstance(value, EntityId)]

    def countries(self, id_: EntityId) -> frozenset[str]:
        """Return the keys of the countries that it lies in, by the places that it lies in."""
        found: set[str] = set()
        waiting, seen = [id_], {id_}
        while waiting:
            for place in self.others(waiting.pop(), CG.locatedIn):
                if _is_country(place):
                    found.add(place.gazetteer)
                if place.id not in seen:
                    seen.add(place.id)
                    waiting.append(place.id)
        return frozenset(found)

    def settings(self, id_: EntityId) -> frozenset[str]:
        """Return the countries that it lies in or else the only one that the document names."""
        is_only = len(self._countries) == 1
        return self.countries(id_) or frozenset(self._countries if is_only else ())


def _is_country(entity: Entity) -> bool:
    return entity.gazetteer.startswith(_COUNTRY_KEY)
