"""Which places of a graph are surely those that the gazetteer knows by their keys.

The mappers take the likeliest place of a name. That is good enough to read by, and too little for
saying that a thing is the same as something elsewhere.
"""

from collections import defaultdict
from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from clustergraph.languages import load_gazetteer
from clustergraph.model import Iri, ResolvedEntity, ResolvedGraph
from clustergraph.vocab import CG

__all__ = ["KnownPlaces"]


class KnownPlaces:
    """Tells which of a graph's places are certain."""

    def __init__(self, graph: ResolvedGraph) -> None:
        self._gazetteer = load_gazetteer()
        self._around = _around(graph)

    def is_certain(self, entity: ResolvedEntity) -> bool:
        """Tell whether it was found in the gazetteer, and could be no other place of it."""
        return bool(entity.gazetteer) and self.only_key(entity) == entity.gazetteer

    def only_key(self, entity: ResolvedEntity) -> str:
        """Return the key of the one place that bears its names and lies where it lies, or nothing.

        Where documents say in which country a place lies, those of its name elsewhere do not count.
        The class counts too, since a person may have corrected it.
        """
        around = self._around.get(entity.iri, frozenset())
        meant = {
            place.key: place.kind
            for name in (*entity.labels, *entity.alternatives)
            for place in self._gazetteer.places(name.text, name.language)
            if around <= set(self._gazetteer.around(place.key))
        }
        return next(iter(meant)) if list(meant.values()) == [entity.kind] else ""


def _around(graph: ResolvedGraph) -> Mapping[Iri, AbstractSet[str]]:
    """Return the gazetteer's keys of the places in which documents say that something lies."""
    keys = {entity.iri: entity.gazetteer for entity in graph.entities if entity.gazetteer}
    around: defaultdict[Iri, set[str]] = defaultdict(set)
    for statement in graph.statements:
        is_place = statement.predicate == CG.locatedIn and statement.is_asserted
        if is_place and isinstance(statement.object, Iri) and statement.object in keys:
            around[statement.subject].add(keys[statement.object])
    return around
