"""Find what stands against a statement: other values, other states, and what people decided.

What counts as a disagreement is ``disagree``'s; here only the sides against one statement are kept.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from clustergraph.model import Iri
from clustergraph.operations.consult import Text, consult
from clustergraph.operations.describing.disagree import (
    COMPARED,
    Claim,
    Disagreement,
    Ground,
    Side,
    disagreements,
    is_between_documents,
)
from clustergraph.operations.labels import Labels, Thing
from clustergraph.operations.quote import Passage, passage, passages_for
from clustergraph.store.graph import GraphStore

__all__ = ["Objection", "Objects", "objections", "rejected_passages"]

_MOST_RIVALS = 20
"""How many other values are looked at; a date or a number seldom has more than two."""


class Objects(StrEnum):
    """Why something stands against a statement."""

    VALUE = "value"
    FORMER = "former"
    PLANNED = "planned"
    DISPUTED = "disputed"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """What some passages say against a statement.

    ``value`` is what they give instead where they give another one, else the statement's own.
    ``is_between_documents`` is false where one document says both.
    """

    ground: Objects
    value: Thing | Text
    passages: tuple[Passage, ...]
    is_between_documents: bool = True


def objections(graph: GraphStore, labels: Labels, claim: Claim) -> tuple[Objection, ...]:
    """Return what stands against a statement, other values first, then what people decided."""
    claims = [claim, *_rivals(graph, labels, claim)]
    found = (_against(claim, each) for each in disagreements(claims))
    disputed = tuple(each for each in claim.passages if each.is_disputed)
    rejected = rejected_passages(
        graph, labels, claim.subject.iri, claim.property.iri, _plain(claim.value)
    )
    decided = ((Objects.DISPUTED, disputed), (Objects.REJECTED, rejected))
    return (
        *(each for each in found if each),
        *(
            Objection(ground=ground, value=claim.value, passages=passages)
            for ground, passages in decided
            if passages
        ),
    )


def rejected_passages(
    graph: GraphStore, labels: Labels, subject: Iri, predicate: Iri, value: Iri | Text
) -> tuple[Passage, ...]:
    """Return the passages of which a person found that they don't carry the statement."""
    rows = consult(graph, "rejected", subject=subject, predicate=predicate, object=value)
    return tuple(passage(graph, labels, row.iri("evidence")) for row in rows)


def _rivals(graph: GraphStore, labels: Labels, claim: Claim) -> Iterator[Claim]:
    """Yield the other values of a date or a number, which can have but one."""
    if claim.property.iri not in COMPARED:
        return
    subject, predicate = claim.subject.iri, claim.property.iri
    for row in consult(graph, "values-of", entity=subject, property=predicate)[:_MOST_RIVALS]:
        value = row["value"]
        if isinstance(value, Text) and value != claim.value:
            passages = passages_for(graph, labels, subject, predicate, value)
            yield Claim(
                subject=claim.subject, property=claim.property, value=value, passages=passages
            )


def _against(claim: Claim, found: Disagreement) -> Objection | None:
    """Return the side that stands against the statement; None where it is about two others."""
    sides: tuple[Side, ...] = (found.one, found.other)
    if found.ground is Ground.VALUE:
        sides = tuple(side for side in sides if side.value != claim.value)
        if len(sides) > 1:
            return None
    return Objection(
        ground=Objects(found.ground.value),
        value=sides[0].value,
        passages=sides[0].passages,
        is_between_documents=is_between_documents(found),
    )


def _plain(value: Thing | Text) -> Iri | Text:
    return value.iri if isinstance(value, Thing) else value
