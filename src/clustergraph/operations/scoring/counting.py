"""What counts as right, wrong or missed in one document."""

from collections.abc import Iterator, Mapping
from typing import Any

from clustergraph.operations.scoring.alignment import Alignment, align, type_credit
from clustergraph.operations.scoring.annotations import (
    AnnotatedEntity,
    AnnotatedRelation,
    Annotation,
)
from clustergraph.operations.scoring.judgements import Judgement, Verdict
from clustergraph.operations.scoring.judging import Judge
from clustergraph.operations.scoring.likeness import DATES, normalise, role_agrees
from clustergraph.operations.scoring.matching import evidence_is_valid, match_relations
from clustergraph.operations.scoring.scores import Score, Tally

__all__ = ["count"]

_HALF_OR_MISSED = {True: Verdict.HALF, False: Verdict.MISSED}


def count(gold: Annotation, system: Annotation, text: str | None = None) -> Tally:
    """Count one document; without its text evidence is not judged.

    Raises:
        MissingExtra: when scipy is not installed.
    """
    tally = Tally()
    alignment = align(gold, system)
    _count_gold_entities(tally, gold, system, alignment)
    _count_left_over_entities(tally, system, alignment)
    _count_relations(tally, gold, system, alignment)
    tally.others["duplicates"] += len(alignment.restated)
    if text is not None:
        quotes = [relation.raw.get("evidence") for relation in system.relations]
        tally.others["evidence"] += len(quotes)
        tally.others["evidence_valid"] += sum(evidence_is_valid(quote, text) for quote in quotes)
    return tally


def _count_gold_entities(
    tally: Tally, gold: Annotation, system: Annotation, alignment: Alignment
) -> None:
    found = {gold_id: system_id for system_id, gold_id in alignment.aligned.items()}
    for entity in gold.entities.values():
        if entity.optional:
            continue
        match = system.entities[found[entity.id]] if entity.id in found else None
        credit = type_credit(entity, match) if match else 0.0
        tally.add(_tables(entity), Score(credit, int(match is not None), 1))
        if credit < 1:
            tally.judgements.append(_of_entity(gold, entity, _HALF_OR_MISSED[bool(credit)]))


def _count_left_over_entities(tally: Tally, system: Annotation, alignment: Alignment) -> None:
    for entity in system.entities.values():
        if entity.id not in alignment.known:
            tally.add(_tables(entity), Score(system=1))
            tally.judgements.append(_of_entity(system, entity, Verdict.WRONG))


def _tables(entity: AnnotatedEntity) -> Iterator[str]:
    yield "entity"
    yield f"type:{entity.type}"
    if not entity.named:
        yield "unnamed"


def _count_relations(
    tally: Tally, gold: Annotation, system: Annotation, alignment: Alignment
) -> None:
    matches = match_relations(gold, system, alignment.known)
    judge = Judge(gold, system, alignment, matches)
    for position, relation in enumerate(gold.relations):
        if relation.optional:
            continue
        found = position in matches.pairs
        tally.add(_relation_tables(relation), Score(int(found), int(found), 1))
        if found:
            _count_details(tally, relation.raw, matches.distinct[matches.pairs[position]].raw)
        else:
            tally.judgements.append(judge.of_missed(relation))
    for position, relation in enumerate(matches.distinct):
        judgement = judge.of_said(position)
        tally.judgements.append(judgement)
        if judgement.verdict is Verdict.WRONG:
            tally.add(_relation_tables(relation), Score(system=1))
    tally.others["neutral_relations"] += len(matches.neutral)


def _of_entity(side: Annotation, entity: AnnotatedEntity, verdict: Verdict) -> Judgement:
    return Judgement(
        is_relation=False,
        verdict=verdict,
        what=entity.type,
        words=side.describe(entity.id),
        raw={"id": entity.id},
    )


def _relation_tables(relation: AnnotatedRelation) -> Iterator[str]:
    yield "relation"
    yield f"predicate:{relation.raw['p']}"


def _count_details(tally: Tally, gold: Mapping[str, Any], system: Mapping[str, Any]) -> None:
    """Count how precise a date is, and whether a role is the one the gold has."""
    if gold["p"] in DATES:
        tally.others["dates"] += 1
        tally.others["dates_exact"] += int(str(system.get("v"))[:10] == gold["v"])
    if gold["p"] != "affiliatedWith":
        return
    role = normalise(system.get("role") or "")
    wanted = [gold.get("role", ""), *gold.get("roleAccept", ())]
    if wanted[0]:
        tally.others["roles"] += 1
        tally.others["roles_right"] += any(role_agrees(normalise(each), role) for each in wanted)
    else:
        tally.others["roles_spurious"] += int(bool(role))
