"""What a mapper finds in one document: entities, and facts with the words that carry them.

``DocumentGraph`` is the one border of the house: left of it the code knows language and no RDF,
right of it RDF and no language.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NoReturn, Self

from clustergraph.errors import InconsistentGraph
from clustergraph.model.document import Document
from clustergraph.model.review import Review, ReviewStatus
from clustergraph.model.values import Iri, LangString, PartialDate, Span, YearlessDate

__all__ = [
    "DocumentGraph",
    "Entity",
    "EntityId",
    "Evidence",
    "Fact",
    "Literal",
    "Modality",
    "Value",
]


class EntityId(str):
    """The name of an entity inside one document, such as ``e7``; means nothing outside it."""

    __slots__ = ()


Literal = LangString | PartialDate | YearlessDate | int
Value = EntityId | Iri | Literal
"""What a fact says of its subject: another entity, a concept of a vocabulary, or a literal."""


class Modality(StrEnum):
    """How the passage stands to what it says; the values are slugs of the modality vocabulary."""

    FACT = "fact"
    PLANNED = "planned"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Something that one document speaks of.

    ``kind`` is a leaf class of the ontology. ``names`` begins with the label (the base form), then
    the forms in the text. ``named`` is false for "the 4th training week". ``mentions`` are sorted.
    ``gazetteer`` is the gazetteer's key where the entity was looked up there, such as
    ``country:KZ``.

    Raises:
        ValueError: when it has no name or no mention, or its mentions are out of order.
    """

    id: EntityId
    kind: Iri
    names: tuple[LangString, ...]
    named: bool = True
    mentions: tuple[Span, ...]
    gazetteer: str = ""

    def __post_init__(self) -> None:
        if not self.names:
            raise ValueError("an entity needs a name")
        if list(self.mentions) != sorted(set(self.mentions)) or not self.mentions:
            raise ValueError("an entity needs mentions, sorted and each once")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One passage that carries a fact.

    ``quote`` equals the document's text at ``span``. ``subject`` and ``object`` are the mentions
    that the passage was read with (None where the fact speaks of what the whole story is about).
    ``rule`` names the rule that found it, ``confidence`` is its probability of being right, 0 to 1.
    ``role`` is a position in the words of the text, ``former`` is true where the text says that it
    no longer holds, ``at_least`` where a number is a lower bound. ``review`` is what a person
    decided about it, None as long as nobody did.

    Raises:
        ValueError: when the quote is blank or the confidence no probability.
    """

    span: Span
    quote: str
    rule: str
    confidence: float
    subject: Span | None = None
    object: Span | None = None
    role: str = ""
    former: bool = False
    modality: Modality = Modality.FACT
    at_least: bool = False
    review: Review | None = None

    def __post_init__(self) -> None:
        if not 0 < self.confidence <= 1:
            message = f"a confidence lies in (0, 1]: {self.confidence}"
            raise ValueError(message)
        if not self.quote.strip():
            raise ValueError("evidence needs a quote")

    @property
    def status(self) -> ReviewStatus:
        """Whether a person has looked at it, and with what outcome."""
        return self.review.status if self.review else ReviewStatus.MACHINE

    @property
    def is_rejected(self) -> bool:
        """Whether a person found that the passage does not say it."""
        return self.status is ReviewStatus.REJECTED

    @property
    def is_disputed(self) -> bool:
        """Whether people disagree on what the passage says."""
        return self.status is ReviewStatus.DISPUTED

    @classmethod
    def of(cls, document: Document, span: Span, **rest: Any) -> Self:
        """Quote the document at the span; ``rest`` are the other fields."""
        return cls(span=span, quote=document[span], **rest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One statement of one document, with the passages that carry it."""

    subject: EntityId
    predicate: Iri
    object: Value
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError("a fact needs evidence")

    @property
    def confidence(self) -> float:
        """The confidence of its best passage."""
        return max(evidence.confidence for evidence in self.evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentGraph:
    """All that a mapper found in one document.

    Raises:
        InconsistentGraph: when two entities share an id, a fact names an unknown entity, a quote is
            not what the text holds at its span, or a mention lies outside the text.
    """

    document: Document
    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...]

    def __post_init__(self) -> None:
        known = {entity.id for entity in self.entities}
        if len(known) != len(self.entities):
            self._refuse("two entities share an id")
        for entity in self.entities:
            if max(mention.end for mention in entity.mentions) > len(self.document.text):
                self._refuse(f"{entity.id} is mentioned outside the text")
        for fact in self.facts:
            self._check_ends(fact, known)
            for evidence in fact.evidence:
                self._check_quote(evidence)

    def _check_ends(self, fact: Fact, known: Collection[EntityId]) -> None:
        for end in (fact.subject, fact.object):
            if isinstance(end, EntityId) and end not in known:
                self._refuse(f"{fact.predicate.local} names unknown {end}")

    def _check_quote(self, evidence: Evidence) -> None:
        if self.document[evidence.span] != evidence.quote:
            where = f"{evidence.span.start}..{evidence.span.end}"
            self._refuse(
                f"{evidence.rule} quotes {evidence.quote[:60]!r}, which is not the text at {where}"
            )

    def _refuse(self, reason: str) -> NoReturn:
        message = f"{self.document.name}: {reason}"
        raise InconsistentGraph(message)

    def entity(self, id_: EntityId) -> Entity:
        """Return the entity of that id; linear in the number of entities."""
        return next(entity for entity in self.entities if entity.id == id_)
