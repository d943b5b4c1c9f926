"""The facts of a document while they are collected: checked against the ontology, each once."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from clustergraph.languages import Date, refines
from clustergraph.mapping.discourse.discourse import Discourse
from clustergraph.mapping.discourse.draft import Draft
from clustergraph.mapping.kinds import FRAMES, GATHERINGS, WORTH_NOTING
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

_OF_GATHERINGS = {
    CG.attendedBy: GATHERINGS | {CG.Programme},
    CG.hostedBy: GATHERINGS,
    CG.speaker: GATHERINGS,
}
"""What the ontology allows of all activities but people do at gatherings, or in a course series."""

_DATES = frozenset({CG.startDate, CG.endDate})

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
        relation = _relation_to(relation, subject, value)
        any_gathering = passage.read.scene.pack.any_gathering
        if _is_any(subject, relation, any_gathering) or not _allows(relation, subject, value):
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

    def values(self, subject: Draft, relation: Iri) -> Iterator[Value]:
        """Yield what is known of the entity by that relation."""
        return (value for of, said, value in self._facts if (of, said) == (subject.id, relation))

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
        """Yield the facts, without ends that only a beginning implies where the text tells one.

        Nor is a month told where the day is, or a day without a year where the year is.
        """
        ending = {subject for (subject, p, _), told in self._facts.items() if _tells_end(p, told)}
        for (subject, relation, value), evidence in self._facts.items():
            if relation == CG.endDate and subject in ending and not _tells_end(relation, evidence):
                continue
            if isinstance(value, Date) and self._tells_better(subject, relation, value):
                continue
            ordered = tuple(sorted(evidence, key=lambda one: (one.span, one.rule)))
            yield Fact(subject=subject, predicate=relation, object=value, evidence=ordered)

    def _tells_better(self, subject: EntityId, relation: Iri, date: Date) -> bool:
        told = (value for of, said, value in self._facts if (of, said) == (subject, relation))
        return any(refines(other, date) for other in told if isinstance(other, Date))

    def _entities(self, ends: set[Value]) -> Iterator[Entity]:
        for draft in self.discourse.roster.drafts:
            if draft.id in ends or (draft.named and draft.kind in WORTH_NOTING):
                yield draft.as_entity(self.document.language)


def _tells_end(relation: Iri, evidence: Iterable[Evidence]) -> bool:
    return relation == CG.endDate and any(one.rule != ONE_DAY for one in evidence)


def _relation_to(relation: Iri, subject: Draft, value: Draft | Literal) -> Iri:
    """Return what who leads a meeting is to it: a body organises it, a person speaks there."""
    if relation != CG.coordinatedBy or subject.kind not in GATHERINGS:
        return relation
    is_person = isinstance(value, Draft) and value.kind == CG.Person
    return CG.speaker if is_person else CG.organisedBy


def _is_any(draft: Draft, relation: Iri, any_gathering: AbstractSet[str]) -> bool:
    """Tell whether it stands for many of which none is told: «such events», «EU projects».

    Days may tell meetings apart: «the next meetings are on 3 and 4 May».
    """
    if not draft.is_activity or not draft.plural or draft.named or draft.count:
        return False
    return draft.kind in FRAMES or (draft.head in any_gathering and relation not in _DATES)


def _allows(relation: Iri, subject: Draft, value: Draft | Literal) -> bool:
    """Tell whether the ontology allows the fact; ends of unknown kind become what they must be."""
    signature = SIGNATURES[relation]
    if subject.kind is None and CG.Organisation in signature.domain:
        subject.kind = CG.Organisation
    if subject.kind is None and signature.domain == {CG.Person}:
        subject.kind = CG.Person
    if subject.kind not in signature.domain or subject is value:
        return False
    if subject.kind not in _OF_GATHERINGS.get(relation, signature.domain):
        return False
    if not isinstance(value, Draft):
        return True
    value.kind = value.kind or _DEFAULT_KINDS.get(relation)
    is_part_of_meeting = relation == CG.partOf and value.kind in GATHERINGS
    if is_part_of_meeting and subject.kind not in GATHERINGS:
        return False  # a project may be presented in the course of a meeting
    return value.kind in signature.range
