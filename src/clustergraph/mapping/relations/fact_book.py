"""The facts of a document while they are collected: checked against the ontology, each once."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from clustergraph.mapping.discourse.discourse import Discourse
from clustergraph.mapping.discourse.draft import Draft
from clustergraph.mapping.kinds import ACTIVITIES, BODIES
from clustergraph.mapping.relations.passage import Passage
from clustergraph.model import (
    Document,
    DocumentGraph,
    Entity,
    EntityId,
    Evidence,
    Fact,
    Iri,
    Literal,
    Value,
)
from clustergraph.vocab import CG, SIGNATURES

__all__ = ["FactBook"]

_DEFAULT_KINDS = {
    CG.accountableBody: CG.Organisation,
    CG.affiliatedWith: CG.Organisation,
    CG.attendedBy: CG.Organisation,
    CG.awards: CG.PersonalQualification,
    CG.coordinatedBy: CG.Organisation,
    CG.fundedBy: CG.Organisation,
    CG.hostedBy: CG.Organisation,
    CG.implementedBy: CG.Organisation,
    CG.issuedBy: CG.Organisation,
    CG.locatedIn: CG.City,
    CG.maintainedBy: CG.Organisation,
    CG.memberOf: CG.Organisation,
    CG.organisedBy: CG.Organisation,
    CG.partOf: CG.Project,
    CG.partner: CG.Organisation,
    CG.speaker: CG.Person,
    CG.taughtBy: CG.Organisation,
}
"""What an unknown name is when it fills the object of a relation."""

_WORTH_NOTING = ACTIVITIES | BODIES | {CG.Person}
"""Kinds that are worth an entry by name alone; a place that no fact uses is not."""


@dataclass(slots=True, kw_only=True)
class FactBook:
    """Collects the facts of one document."""

    document: Document
    discourse: Discourse
    _facts: dict[tuple[EntityId, Iri, Value], list[Evidence]] = field(default_factory=dict)

    def add(self, subject: Draft, relation: Iri, value: Draft | Literal, passage: Passage) -> bool:
        """Note a fact; return False when the ontology does not allow it or it says nothing."""
        if not _allows(relation, subject, value):
            return False
        key = (subject.id, relation, value.id if isinstance(value, Draft) else value)
        passages = self._facts.setdefault(key, [])
        evidence = passage.evidence(self.document)
        if all(evidence.span != other.span for other in passages):
            passages.append(evidence)
        return True

    def graph(self) -> DocumentGraph:
        """Return the graph: all facts, and the entities that are named or that a fact speaks of."""
        facts = tuple(self._finished())
        ends = {end for fact in facts for end in (fact.subject, fact.object)}
        return DocumentGraph(
            document=self.document, entities=tuple(self._entities(ends)), facts=facts
        )

    def _finished(self) -> Iterator[Fact]:
        for (subject, relation, value), evidence in self._facts.items():
            ordered = tuple(sorted(evidence, key=lambda one: (one.span, one.rule)))
            yield Fact(subject=subject, predicate=relation, object=value, evidence=ordered)

    def _entities(self, ends: set[Value]) -> Iterator[Entity]:
        for draft in self.discourse.roster.drafts:
            if draft.id in ends or (draft.named and draft.kind in _WORTH_NOTING):
                yield draft.as_entity(self.document.language)


def _allows(relation: Iri, subject: Draft, value: Draft | Literal) -> bool:
    """Tell whether the ontology allows the fact; ends of unknown kind become what they must be."""
    signature = SIGNATURES[relation]
    if subject.kind is None and CG.Organisation in signature.domain:
        subject.kind = CG.Organisation
    if subject.kind not in signature.domain or subject is value:
        return False
    if not isinstance(value, Draft):
        return True
    value.kind = value.kind or _DEFAULT_KINDS.get(relation)
    return value.kind in signature.range
