"""Decisions of people, drawn for tests: what a test does not say is as plain as can be."""

from dataclasses import replace
from datetime import date

from clustergraph.decisions import Curation, Identity, Verdict
from clustergraph.decisions.decision import (
    EntityDecision,
    EntityVerdict,
    IdentityDecision,
    StatementDecision,
)
from clustergraph.model import DocumentGraph, Iri, Review, ReviewStatus
from clustergraph.resolving import Registry
from clustergraph.resolving.curation import LocalIds, curate
from clustergraph.resolving.curation.curate import Curated

__all__ = ["ADA", "carry_out", "entity", "identity", "statement"]

ADA = Review(status=ReviewStatus.CONFIRMED, by="Ada", on=date(2026, 11, 22))
_STATEMENT = StatementDecision(
    location="statements.tsv:2",
    verdict=Verdict.ADD,
    document="document.txt",
    subject="",
    predicate=Iri("https://example.org/none"),
    object="",
    quote="",
    role="",
    modality=None,
    former=False,
    at_least=False,
    review=ADA,
)
_ENTITY = EntityDecision(
    location="entities.tsv:2",
    verdict=EntityVerdict.ADD,
    document="document.txt",
    entity="",
    kind=None,
    names=(),
    dropped_names=(),
    named=True,
    quote="",
)
_STATUS = {
    Verdict.CONFIRM: ReviewStatus.CONFIRMED,
    Verdict.ADD: ReviewStatus.ADDED,
    Verdict.REJECT: ReviewStatus.REJECTED,
    Verdict.DISPUTE: ReviewStatus.DISPUTED,
}


def statement(
    verdict: Verdict, subject: str, predicate: Iri, value: str, quote: str, **rest: object
) -> StatementDecision:
    """Decide on a statement."""
    return replace(
        _STATEMENT,
        verdict=verdict,
        subject=subject,
        predicate=predicate,
        object=value,
        quote=quote,
        review=replace(ADA, status=_STATUS[verdict]),
        **rest,  # type: ignore[arg-type]
    )


def entity(verdict: EntityVerdict, name: str, **rest: object) -> EntityDecision:
    """Decide on an entity."""
    return replace(_ENTITY, verdict=verdict, entity=name, **rest)  # type: ignore[arg-type]


def identity(
    which: Identity, one: str, other: str, *, kind: Iri | None = None, line: int = 2
) -> IdentityDecision:
    """Decide on who is who."""
    return IdentityDecision(
        location=f"identities.tsv:{line}",
        identity=which,
        kind=kind,
        one=one,
        other=other,
    )


def carry_out(
    graph: DocumentGraph,
    *decisions: StatementDecision | EntityDecision,
    registry: Registry | None = None,
) -> Curated:
    """Carry out decisions on one graph."""
    curation = Curation(
        statements=tuple(each for each in decisions if isinstance(each, StatementDecision)),
        entities=tuple(each for each in decisions if isinstance(each, EntityDecision)),
    )
    return curate([graph], curation, LocalIds(registry or Registry()))
