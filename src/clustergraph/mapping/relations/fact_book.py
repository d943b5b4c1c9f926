"""The facts of a document while they are collected: checked against the ontology, each once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from clustergraph.mapping.discourse.discourse import Discourse
from clustergraph.mapping.discourse.draft import Draft
from clustergraph.mapping.kinds import WORTH_NOTING
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

__all__ = ["ONE_DAY", "FactBook"]

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
    CG.sector: CG.Sector,
    CG.speaker: CG.Person,
    CG.taughtBy: CG.Organisation,
}
"""What an unknown name is when it fills the object of a relation."""

ONE_DAY = "one day"
"""The rule by which what begins on a day and lasts no longer also ends on it."""


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

    def tells(self, subject: Draft, relation: Iri) -> bool:
        """Tell whether a fact of that relation is known of the entity."""
        return any((of, said) == (subject.id, relation) for of, said, _ in self._facts)

    def relates(self, subject: Draft, value: Draft) -> bool:
        """Tell whether a fact leads from the one entity to the other."""
        return any((of, to) == (subject.id, value.id) for of, _, to in self._facts)

    def graph(self) -> DocumentGraph:
        """Return the graph: all facts, and the entities that are named or that a fact speaks of."""
        facts = tuple(self._finished())
        ends = {end for fact in facts for end in (fact.subject, fact.object)}
        return DocumentGraph(
            document=self.document, entities=tuple(self._entities(ends)), facts=facts
        )

    def _finished(self) -> Iterator[Fact]:
        """Yield the facts, without ends that only a beginning implies where the text tells one."""
        ending = {subject for (subject, p, _), told in self._facts.items() if _tells_end(p, told)}
        for (subject, relation, value), evidence in self._facts.items():
            if relation == CG.endDate and subject in ending and not _tells_end(relation, evidence):
                continue
            ordered = tuple(sorted(evidence, key=lambda one: (one.span, one.rule)))
            yield Fact(subject=subject, predicate=relation, object=value, evidence=ordered)

    def _entities(self, ends: set[Value]) -> Iterator[Entity]:
        for draft in self.discourse.roster.drafts:
            if draft.id in ends or (draft.named and draft.kind in WORTH_NOTING):
                yield draft.as_entity(self.document.language)


def _tells_end(relation: Iri, evidence: Iterable[Evidence]) -> bool:
    return relation == CG.endDate and any(one.rule != ONE_DAY for one in evidence)


def _allows(relation: Iri, subject: Draft, value: Draft | Literal) -> bool:
    """Tell whether the ontology allows the fact; ends of unknown kind become what they must be."""
    signature = SIGNATURES[relation]
    if subject.kind is None and CG.Organisation in signature.domain:
        subject.kind = CG.Organisation
    if subject.kind is None and signature.domain == {CG.Person}:
        subject.kind = CG.Person
    if subject.kind not in signature.domain or subject is value:
        return False
    if not isinstance(value, Draft):
        return True
    value.kind = value.kind or _DEFAULT_KINDS.get(relation)
    return value.kind in signature.range
