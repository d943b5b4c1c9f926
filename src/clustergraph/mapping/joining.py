"""A document cut into parts that are read each by itself, and what they give, joined to one graph.

A part is what is in one language, and of a book one stretch. What bears the same name in two parts,
or is the same in the gazetteer, is one entity. Activities without a name stay apart: each part
tells its own.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby

from clustergraph.folding import fold
from clustergraph.mapping.kinds import BODIES
from clustergraph.model import Document, DocumentGraph, Entity, EntityId, Fact, Iri, Value

__all__ = ["cut_into_parts", "join_parts"]

_LONGEST_PART = 100_000
"""Characters: what one part takes grows faster than its length."""

Key = tuple[str, Iri | None]
"""A folded name and the class, None for all bodies; or a gazetteer's key."""


def cut_into_parts(document: Document) -> Iterator[Document]:
    """Yield the document's text in each of its languages; of a long one stretch by stretch."""
    for language in document.languages:
        part = document.part_in(language)
        by_stretch = groupby(part.zones, lambda zone: zone.span.start // _LONGEST_PART)
        stretches = [tuple(zones) for _, zones in by_stretch] or [()]
        yield from (replace(part, zones=stretch) for stretch in stretches)


def join_parts(document: Document, parts: Iterable[DocumentGraph]) -> DocumentGraph:
    """Return the graph of the whole document, whose parts have been mapped each by itself."""
    joint = _Joint()
    for part in parts:
        joint.add(part)
    return DocumentGraph(
        document=document,
        entities=tuple(joint.entities.values()),
        facts=tuple(_once(joint.facts)),
    )


@dataclass(slots=True)
class _Joint:
    """The entities and facts of the parts so far, and what the entities are known by."""

    entities: dict[EntityId, Entity] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)
    _bearers: dict[Key, EntityId] = field(default_factory=dict)

    def add(self, part: DocumentGraph) -> None:
        """Add a part; its own entities stay apart from each other."""
        ids = {entity.id: self._entered(entity) for entity in part.entities}
        for entity in part.entities:
            self._bearers |= dict.fromkeys(_keys(entity), ids[entity.id])
        self.facts += (_renamed(fact, ids) for fact in part.facts)

    def _entered(self, entity: Entity) -> EntityId:
        """Note an entity, and return its id in the whole document."""
        known = next((self._bearers[key] for key in _keys(entity) if key in self._bearers), None)
        if known:
            self.entities[known] = _merged(self.entities[known], entity)
            return known
        id_ = EntityId(f"e{len(self.entities) + 1}")
        self.entities[id_] = replace(entity, id=id_)
        return id_


def _keys(entity: Entity) -> list[Key]:
    """Return what another part may know the entity by; nothing where it has no name."""
    if not entity.named:
        return []
    kind = None if entity.kind in BODIES else entity.kind
    keys: list[Key] = [(fold(name.text) or name.text, kind) for name in entity.names]
    return [*keys, (entity.gazetteer, None)] if entity.gazetteer else keys


def _merged(first: Entity, second: Entity) -> Entity:
    return replace(
        first,
        names=tuple(dict.fromkeys((*first.names, *second.names))),
        mentions=tuple(sorted({*first.mentions, *second.mentions})),
    )


def _renamed(fact: Fact, ids: Mapping[EntityId, EntityId]) -> Fact:
    value = ids[fact.object] if isinstance(fact.object, EntityId) else fact.object
    return replace(fact, subject=ids[fact.subject], object=value)


def _once(facts: Iterable[Fact]) -> Iterable[Fact]:
    """Join facts that both parts tell: the passages of both carry them."""
    told: dict[tuple[EntityId, Iri, Value], Fact] = {}
    for fact in facts:
        key = (fact.subject, fact.predicate, fact.object)
        before = told[key].evidence if key in told else ()
        told[key] = replace(fact, evidence=(*before, *fact.evidence))
    return told.values()
