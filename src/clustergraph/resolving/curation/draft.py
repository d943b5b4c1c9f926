"""The graph of one document while decisions are carried out on it."""

import re
from dataclasses import replace
from itertools import count

from clustergraph.model import (
    HIDDEN,
    DocumentGraph,
    Entity,
    EntityId,
    Evidence,
    Fact,
    Iri,
    Span,
    Value,
)

__all__ = ["Claim", "Draft"]

Claim = tuple[EntityId, Iri, Value]
"""Subject, predicate and object of a fact."""


class Draft:
    """Entities by id and passages by fact, in the order in which the mappers gave them."""

    def __init__(self, graph: DocumentGraph) -> None:
        self.document = graph.document
        self.entities = {entity.id: entity for entity in graph.entities}
        self.evidence: dict[Claim, list[Evidence]] = {}
        self._new_ids = (EntityId(f"c{number}") for number in count(1))
        for fact in graph.facts:
            claim = (fact.subject, fact.predicate, fact.object)
            self.evidence.setdefault(claim, []).extend(fact.evidence)

    @property
    def graph(self) -> DocumentGraph:
        """The document's graph as it stands."""
        return DocumentGraph(
            document=self.document,
            entities=tuple(self.entities.values()),
            facts=tuple(
                Fact(subject=subject, predicate=predicate, object=value, evidence=tuple(passages))
                for (subject, predicate, value), passages in self.evidence.items()
            ),
        )

    def occurrences(self, words: str) -> list[Span]:
        """Return where the words stand in the text, exactly as they are.

        A character that is hidden in what is published, from where words are copied, may be any.
        """
        if not words:
            return []
        exact = re.escape(words).replace(HIDDEN, ".")
        found = re.finditer(f"(?={exact})", self.document.text, re.DOTALL)
        return [Span(match.start(), match.start() + len(words)) for match in found]

    def put(self, entity: Entity) -> None:
        """Add an entity, or replace the one of that id."""
        self.entities[entity.id] = entity

    def new_id(self) -> EntityId:
        """Return an id that no entity of the document bears or bore."""
        return next(self._new_ids)

    def drop(self, entity: Entity) -> None:
        """Remove an entity and all facts that speak of it."""
        del self.entities[entity.id]
        for claim in [claim for claim in self.evidence if entity.id in (claim[0], claim[2])]:
            del self.evidence[claim]

    def mention(self, entity: Entity, span: Span) -> None:
        """Note one more mention of an entity."""
        mentions = tuple(sorted({*entity.mentions, span}))
        self.put(replace(entity, mentions=mentions))
