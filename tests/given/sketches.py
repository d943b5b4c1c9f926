"""Graphs of documents drawn by hand, for tests: what a test does not say is as plain as can be.

>>> sketch = Sketch("EFCE is in Barcelona.")
>>> efce = sketch.entity(CG.Organisation, "EFCE")
>>> sketch.fact(efce, CG.locatedIn, sketch.entity(CG.City, "Barcelona"))
>>> len(sketch.graph.facts)
1
"""

import re

from clustergraph.model import (
    DocumentGraph,
    Entity,
    EntityId,
    Evidence,
    Fact,
    Iri,
    LangString,
    ResolvedEntity,
    ResolvedGraph,
    Span,
    Value,
)
from clustergraph.vocab import CG
from given.strategies import document_of

__all__ = ["CG", "Sketch", "entity_called"]


class Sketch:
    """A document of this text, and what it says."""

    def __init__(self, text: str, *, language: str = "en", name: str = "document.txt") -> None:
        self.document = document_of(text, language=language, name=name)
        self.entities: list[Entity] = []
        self.facts: list[Fact] = []

    @property
    def graph(self) -> DocumentGraph:
        """What was drawn so far."""
        return DocumentGraph(
            document=self.document, entities=tuple(self.entities), facts=tuple(self.facts)
        )

    def entity(
        self, kind: Iri, *names: str, at: str = "", named: bool = True, gazetteer: str = ""
    ) -> EntityId:
        """Add an entity, mentioned wherever one of its names (or ``at``) stands in the text."""
        spans = {span for name in ([at] if at else names) for span in self.spans(name)}
        entity = Entity(
            id=EntityId(f"e{len(self.entities) + 1}"),
            kind=kind,
            names=tuple(LangString(name, self.document.language) for name in names),
            named=named,
            mentions=tuple(sorted(spans)),
            gazetteer=gazetteer,
        )
        self.entities.append(entity)
        return entity.id

    def fact(
        self, subject: EntityId, predicate: Iri, value: Value, *, quote: str = "", **rest: object
    ) -> None:
        """Add a fact, carried by the quote or else by the whole text."""
        (span, *_) = self.spans(quote) if quote else [Span(0, len(self.document.text))]
        evidence = Evidence.of(self.document, span, **{"rule": "drawn", "confidence": 0.9, **rest})
        fact = Fact(subject=subject, predicate=predicate, object=value, evidence=(evidence,))
        self.facts.append(fact)

    def spans(self, words: str) -> list[Span]:
        """Return where the words stand in the text."""
        return [Span(*match.span()) for match in re.finditer(re.escape(words), self.document.text)]


def entity_called(name: str, graph: ResolvedGraph) -> ResolvedEntity:
    """Return the one entity of the graph that has this label."""
    (entity,) = (
        entity for entity in graph.entities if name in {label.text for label in entity.labels}
    )
    return entity
