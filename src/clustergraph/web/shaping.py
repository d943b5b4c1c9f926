"""Shape what was found as the lookup API's JSON."""

from collections.abc import Collection, Iterable
from typing import Any

from pydantic import BaseModel

from clustergraph.operations.describe import Description, Group, Relation
from clustergraph.operations.disagree import Disagreement, Side
from clustergraph.operations.labels import Thing
from clustergraph.operations.look_up import Hit, Question, search
from clustergraph.operations.quote import Passage
from clustergraph.rdf.prefixes import shorten
from clustergraph.rdf.sssom import Match
from clustergraph.web.addresses import path_of
from clustergraph.web.schemas import (
    DisagreementShape,
    ElsewhereShape,
    EntityAnswer,
    EntityShape,
    EvidenceShape,
    FactShape,
    GroupShape,
    NameShape,
    RelationShape,
    ResultShape,
    SearchAnswer,
    SideShape,
)
from clustergraph.web.visit import Visit

__all__ = ["INCLUDABLE", "as_json", "entity_answer", "found"]

INCLUDABLE = (
    *("names", "relations", "incoming", "consequences", "documents", "same_as", "evidence"),
)
"""What ``include`` may ask for beside the facts."""


def entity_answer(description: Description, include: Collection[str] = INCLUDABLE) -> EntityAnswer:
    """Shape a description, with those of its parts that are wanted."""
    quoted = "evidence" in include
    parts: dict[str, Any] = {
        "names": [
            NameShape(text=name.text, language=name.language, preferred=name.preferred)
            for name in description.names
        ],
        "relations": _groups(description.relations, quoted=quoted),
        "incoming": _groups(description.incoming, quoted=quoted),
        "consequences": _groups(description.consequences, quoted=quoted),
        "documents": [EntityShape(**_thing(document)) for document in description.documents],
        "same_as": [_elsewhere(each) for each in description.elsewhere],
    }
    facts = [
        FactShape(
            property=shorten(fact.property.iri),
            value=fact.value.text,
            language=fact.value.language,
            datatype=shorten(fact.value.datatype),
            **_evidence(fact.passages, quoted=quoted),
        )
        for fact in description.facts
    ]
    wanted = {name: part for name, part in parts.items() if name in include}
    iri = description.thing.iri
    if description.disagreements:
        wanted["disagreements"] = [_disagreement(each) for each in description.disagreements]
    return EntityAnswer(**_thing(description.thing), url=path_of(iri), facts=facts, **wanted)


def as_json(shape: BaseModel) -> bytes:
    """Write a shape down, without the parts that were left out."""
    return shape.model_dump_json(exclude_unset=True).encode()


def found(visit: Visit, question: Question, *, limit: int, offset: int) -> SearchAnswer:
    """Search, and shape what was found; one more is looked for, to know whether more follows."""
    hits = search(visit.graph, visit.names, visit.labels, question, limit=limit + 1, offset=offset)
    return SearchAnswer(
        query=question.text,
        results=[_result(hit) for hit in hits[:limit]],
        next=visit.address(offset=offset + limit) if len(hits) > limit else None,
    )


def _result(hit: Hit) -> ResultShape:
    return ResultShape(
        **_thing(hit.thing),
        url=path_of(hit.thing.iri),
        name=hit.name,
        name_language=hit.language,
        match=hit.match,
    )


def _thing(thing: Thing) -> dict[str, Any]:
    return {
        "iri": thing.iri,
        "label": thing.label.text,
        "language": thing.label.language,
        "type": thing.kind.local if thing.kind else None,
    }


def _groups(groups: Iterable[Group], *, quoted: bool) -> list[GroupShape]:
    return [
        GroupShape(
            property=shorten(group.property.iri),
            type=group.kind.iri.local if group.kind else None,
            total=group.total,
            results=[_relation(each, quoted=quoted) for each in group.relations],
        )
        for group in groups
    ]


def _relation(relation: Relation, *, quoted: bool) -> RelationShape:
    evidence = _evidence(relation.passages, quoted=quoted)
    return RelationShape(**_thing(relation.other), **evidence)


def _evidence(passages: Iterable[Passage], *, quoted: bool) -> dict[str, Any]:
    return {"evidence": [_passage(each) for each in passages]} if quoted else {}


def _disagreement(found: Disagreement) -> DisagreementShape:
    return DisagreementShape(
        subject=found.subject.iri,
        property=shorten(found.property.iri),
        about=found.ground,
        one=_side(found.one),
        other=_side(found.other),
    )


def _side(side: Side) -> SideShape:
    said = side.value
    return SideShape(
        value=said.label.text if isinstance(said, Thing) else said.text,
        iri=said.iri if isinstance(said, Thing) else None,
        documents=len(side.documents),
        evidence=[_passage(each) for each in side.passages],
    )


def _elsewhere(match: Match) -> ElsewhereShape:
    return ElsewhereShape(
        relation=shorten(match.relation),
        iri=match.object,
        label=match.object_label,
        justification=match.justification,
        confidence=match.confidence,
        comment=match.comment,
        tool=match.tool,
        author=match.author,
        date=match.on,
    )


def _passage(passage: Passage) -> EvidenceShape:
    return EvidenceShape(
        iri=passage.iri,
        document=passage.document.iri,
        quote=passage.quote.text,
        language=passage.quote.language,
        start=passage.start,
        end=passage.end,
        confidence=float(passage.confidence) if passage.confidence else None,
        modality=passage.modality.iri.local if passage.modality else "fact",
        role=passage.role.text if passage.role else "",
        former=passage.former,
        at_least=passage.at_least,
        rule=passage.rule,
        status=passage.status.iri.local if passage.status else "machine",
        reviewed_by=passage.reviewed_by,
        reviewed_on=passage.reviewed_on,
        review_note=passage.review_note,
    )
