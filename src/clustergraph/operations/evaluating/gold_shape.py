"""Graphs of documents in the shape of the gold annotations: JSON of one document by itself.

The gold knows ten types and twenty-two relations (``tests/gold/README.md``); what is finer is told
by its nearest ancestor among them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from clustergraph.model import (
    DocumentGraph,
    Entity,
    EntityId,
    Evidence,
    Fact,
    Iri,
    LangString,
    PartialDate,
    Value,
    YearlessDate,
)
from clustergraph.vocab import CG, SUPERCLASSES, SUPERPROPERTIES

__all__ = ["GOLD_PREDICATES", "GOLD_TYPES", "Json", "gold_predicate", "gold_type", "to_gold"]

GOLD_TYPES: Final = frozenset(
    {
        *(CG.Cluster, CG.Organisation, CG.Person),
        *(CG.Programme, CG.Project, CG.Training, CG.Event),
        *(CG.Place, CG.Sector, CG.Qualification),
    }
)
GOLD_PREDICATES: Final = frozenset(
    {
        *(CG.partOf, CG.basedOn, CG.locatedIn, CG.sector, CG.topic),
        *(CG.fundedBy, CG.organisedBy, CG.coordinatedBy, CG.partner, CG.hostedBy),
        *(CG.taughtBy, CG.speaker, CG.attendedBy, CG.affiliatedWith),
        *(CG.awards, CG.holds, CG.issuedBy),
        *(CG.startDate, CG.endDate),
        *(CG.participantCount, CG.sequenceNumber, CG.moduleCount),
    }
)

Tree = Mapping[Iri, tuple[Iri, ...]]
Json = dict[str, Any]


def to_gold(graph: DocumentGraph, *, everything: bool = False) -> Json:
    """Return the graph of a document as the gold would have it.

    Finer types and relations are mapped up; what has no ancestor in the gold is left out, or kept
    under its own name if ``everything`` is wanted. Of several passages the best is given.
    """
    document = graph.document
    names = _Names(everything=everything)
    types = {entity.id: names.of_type(entity.kind) for entity in graph.entities}
    return {
        "doc": document.id,
        "file": document.name,
        "language": document.language,
        "title": document.title,
        "date": str(document.published) if document.published else None,
        "entities": [
            _entity(entity, type_) for entity in graph.entities if (type_ := types[entity.id])
        ],
        "relations": _relations(graph.facts, types, names),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    """The gold's words for terms; empty where it has none and not everything is wanted."""

    everything: bool

    def of_type(self, kind: Iri) -> str:
        return gold_type(kind) or self._itself(kind)

    def of_predicate(self, predicate: Iri) -> str:
        return gold_predicate(predicate) or self._itself(predicate)

    def _itself(self, term: Iri) -> str:
        return term.local if self.everything else ""


def gold_type(kind: Iri) -> str:
    """Return the gold's word for a class, or an empty string."""
    return _nearest(kind, GOLD_TYPES, SUPERCLASSES)


def gold_predicate(predicate: Iri) -> str:
    """Return the gold's word for a relation, or an empty string."""
    return _nearest(predicate, GOLD_PREDICATES, SUPERPROPERTIES)


def _nearest(term: Iri, known: frozenset[Iri], parents: Tree) -> str:
    """Name the nearest ancestor that the gold knows, the term itself first of all."""
    level: Iterable[Iri] = [term]
    while level:
        if found := sorted(known.intersection(level)):
            return found[0].local
        level = [parent for each in level for parent in parents.get(each, ())]
    return ""


def _entity(entity: Entity, type_: str) -> Json:
    return {
        "id": entity.id,
        "type": type_,
        "names": [name.text for name in entity.names],
        "named": entity.named,
    }


def _relations(facts: Iterable[Fact], types: Mapping[EntityId, str], names: _Names) -> list[Json]:
    """Return the relations, each once; of facts that map up to one the surest is given."""
    found: dict[tuple[str, str, str], Json] = {}
    for fact in sorted(facts, key=lambda fact: -fact.confidence):
        predicate = names.of_predicate(fact.predicate)
        ends = [fact.subject, *([fact.object] if isinstance(fact.object, EntityId) else [])]
        if predicate and all(types[end] for end in ends):
            value = _value(fact.object)
            key = (fact.subject, predicate, str(value))
            found.setdefault(key, _relation(fact, predicate, value))
    return list(found.values())


def _relation(fact: Fact, predicate: str, value: Json) -> Json:
    best = min(fact.evidence, key=lambda evidence: (-evidence.confidence, evidence.span))
    role = _role(best, fact.evidence)
    return {
        "s": fact.subject,
        "p": predicate,
        **value,
        **({"role": role} if role else {}),
        "evidence": {"quote": best.quote, "start": best.span.start, "end": best.span.end},
        "confidence": fact.confidence,
        "rule": best.rule,
    }


def _role(best: Evidence, all_: Iterable[Evidence]) -> str:
    """The role as the best passage has it, or else the first that has one."""
    return best.role or next((evidence.role for evidence in all_ if evidence.role), "")


def _value(value: Value) -> Json:
    match value:
        case EntityId():
            return {"o": value}
        case LangString():
            return {"v": value.text}
        case PartialDate() | YearlessDate() | Iri():
            return {"v": str(value)}
        case number:
            return {"v": number}
