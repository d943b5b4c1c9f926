"""Shape what the graph says of one thing as the lookup API's JSON."""

from collections.abc import Collection, Iterable
from typing import Any

from clustergraph.model import Iri
from clustergraph.operations.describing.describe import Description, Fact, Group, Relation
from clustergraph.operations.describing.disagree import Disagreement, Side
from clustergraph.operations.labels import Thing
from clustergraph.operations.quote import Passage
from clustergraph.rdf.prefixes import short_name, shorten
from clustergraph.rdf.sssom import Match
from clustergraph.web.addresses import path_of
from clustergraph.web.api.shapes.answers import EntityShape
from clustergraph.web.api.shapes.entities import (
    DisagreementShape,
    ElsewhereShape,
    EntityAnswer,
    EvidenceShape,
    FactShape,
    GroupShape,
    NameShape,
    RelationShape,
    SideShape,
)
from clustergraph.web.exchange.root_path import rooted_address

__all__ = [
    "INCLUDABLE",
    "entity_answer",
    "passage_shape",
    "thing_parts",
    "url_of",
    "written_parts",
]

INCLUDABLE = (
    *("names", "relations", "incoming", "consequences", "documents", "same_as", "evidence"),
)
"""What ``include`` may ask for beside the facts."""


def entity_answer(description: Description, include: Collection[str] = INCLUDABLE) -> EntityAnswer:
    """Shape a description, with those of its parts that are wanted."""
    quoted = "evidence" in include
    parts = _parts(description, quoted=quoted)
    wanted = {name: part for name, part in parts.items() if name in include}
    if description.disagreements:
        wanted["disagreements"] = [_disagreement(each) for each in description.disagreements]
    return EntityAnswer(
        **thing_parts(description.thing),
        url=url_of(description.thing.iri),
        facts=[_fact(fact, quoted=quoted) for fact in description.facts],
        **wanted,
    )


def passage_shape(passage: Passage) -> EvidenceShape:
    """Shape a passage."""
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
        **written_parts(passage.written),
    )


def thing_parts(named: Thing) -> dict[str, Any]:
    """Return the parts of an ``EntityShape``."""
    parts: dict[str, Any] = {
        "iri": named.iri,
        "label": named.label.text,
        "language": named.label.language,
    }
    return {**parts, "type": short_name(named.kind)} if named.kind else parts


def url_of(iri: Iri) -> str:
    """Return where a thing is answered on this host."""
    return rooted_address(path_of(iri))


def _parts(description: Description, *, quoted: bool) -> dict[str, Any]:
    return {
        "names": [
            NameShape(text=name.text, language=name.language, preferred=name.preferred)
            for name in description.names
        ],
        "relations": _groups(description.relations, quoted=quoted),
        "incoming": _groups(description.incoming, quoted=quoted),
        "consequences": _groups(description.consequences, quoted=quoted),
        "documents": [EntityShape(**thing_parts(document)) for document in description.documents],
        "same_as": [_elsewhere(each) for each in description.elsewhere],
    }


def _fact(fact: Fact, *, quoted: bool) -> FactShape:
    return FactShape(
        property=shorten(fact.property.iri),
        value=fact.value.text,
        language=fact.value.language,
        datatype=shorten(fact.value.datatype),
        **written_parts(fact.written),
        **_evidence(fact.passages, quoted=quoted),
    )


def _groups(groups: Iterable[Group], *, quoted: bool) -> list[GroupShape]:
    return [
        GroupShape(
            property=shorten(group.property.iri),
            **({"type": short_name(group.kind.iri)} if group.kind else {}),
            total=group.total,
            results=[_relation(each, quoted=quoted) for each in group.relations],
        )
        for group in groups
    ]


def _relation(relation: Relation, *, quoted: bool) -> RelationShape:
    evidence = _evidence(relation.passages, quoted=quoted)
    return RelationShape(
        **thing_parts(relation.other), **written_parts(relation.written), **evidence
    )


def _evidence(passages: Iterable[Passage], *, quoted: bool) -> dict[str, Any]:
    return {"evidence": [passage_shape(each) for each in passages]} if quoted else {}


def written_parts(graphs: tuple[str, ...]) -> dict[str, Any]:
    """Return the part that names the graphs into which people wrote; none where they did not."""
    return {"written": list(graphs)} if graphs else {}


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
        **({"iri": said.iri} if isinstance(said, Thing) else {}),
        documents=len(side.documents),
        evidence=[passage_shape(each) for each in side.passages],
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
