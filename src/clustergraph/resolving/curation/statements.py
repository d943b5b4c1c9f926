"""Carries out decisions on the statements of a document: confirm, reject, dispute, add."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from clustergraph.decisions.decision import StatementDecision, Verdict
from clustergraph.errors import CurationError, StaleDecision
from clustergraph.iris import concept_iri
from clustergraph.model import (
    EntityId,
    Evidence,
    Iri,
    LangString,
    Literal,
    Modality,
    PartialDate,
    Review,
    ReviewStatus,
    Span,
    Value,
    YearlessDate,
)
from clustergraph.resolving.curation.draft import Claim, Draft
from clustergraph.resolving.curation.references import LocalIds, entity_named
from clustergraph.vocab import RDF, SIGNATURES, SKOS, XSD

__all__ = ["RULE", "decide_statement"]

RULE: Final = "curation"
"""What stands for a mapper's rule where a person made the statement."""
_DATES: Final = frozenset({XSD.date, XSD.gYear, XSD.gYearMonth, XSD.gMonthDay})
_JUDGED: Final = frozenset({Verdict.REJECT, Verdict.DISPUTE})
"""Decisions on words in which a statement was read, that add nothing."""
_LITERALS: Final = _DATES | {
    *(XSD.positiveInteger, XSD.nonNegativeInteger),
    *(RDF.langString, SKOS.Concept),
}
"""What is written as it is; all else is named."""


def decide_statement(decision: StatementDecision, draft: Draft, ids: LocalIds) -> None:
    """Carry out a decision on a statement.

    Raises:
        StaleDecision: when mappers no longer say what was confirmed (it is kept), rejected or
            disputed.
        CurationError: when the words are not in the document, or it can't be said like this.
    """
    places = draft.occurrences(decision.quote)
    if not places:
        reason = (
            f"{draft.document.name} does not hold the words {decision.quote!r}; "
            "copy them exactly as they stand there."
        )
        raise CurationError(decision.location, reason)
    claim = _claim(decision, draft, ids)
    if decision.verdict in _JUDGED:
        _judge(decision, claim, places, draft)
    else:
        _affirm(decision, claim, places, draft)


def _claim(decision: StatementDecision, draft: Draft, ids: LocalIds) -> Claim:
    subject = entity_named(decision.subject, draft, ids, decision.location)
    signature = SIGNATURES[decision.predicate]
    if subject.kind not in signature.domain:
        raise _refusal(decision, f"is nothing that a {subject.kind.local} has")
    return subject.id, decision.predicate, _value(decision, signature.range, draft, ids)


def _value(
    decision: StatementDecision, allowed: frozenset[Iri], draft: Draft, ids: LocalIds
) -> Value:
    """Read the object as what the relation leads to."""
    if not allowed & _LITERALS:
        return _entity(decision, allowed, draft, ids)
    try:
        return _literal(decision.object, allowed, draft.document.language)
    except ValueError:
        wanted = "a date" if allowed & _DATES else "a number"
        raise _refusal(decision, f"needs {wanted}, not {decision.object!r}") from None


def _entity(
    decision: StatementDecision, allowed: frozenset[Iri], draft: Draft, ids: LocalIds
) -> EntityId:
    entity = entity_named(decision.object, draft, ids, decision.location)
    if entity.kind not in allowed:
        raise _refusal(decision, f"does not lead to a {entity.kind.local}")
    return entity.id


def _literal(text: str, allowed: frozenset[Iri], language: str) -> Iri | Literal:
    if SKOS.Concept in allowed:
        scheme, _, concept = text.partition("/")
        return concept_iri(scheme, concept)
    if RDF.langString in allowed:
        return LangString(text, language)
    if allowed & _DATES:
        return YearlessDate.parse(text) if text.startswith("--") else PartialDate.parse(text)
    return int(text)


def _refusal(decision: StatementDecision, reason: str) -> CurationError:
    message = f"{decision.predicate.local} {reason}; correct the row."
    return CurationError(decision.location, message)


def _judge(decision: StatementDecision, claim: Claim, places: Sequence[Span], draft: Draft) -> None:
    """Reject or dispute the passages that the words overlap.

    A rejected statement may still stand on others; a disputed one stays, and shows the dispute.
    """
    passages = draft.evidence.get(claim, [])
    if not any(_overlaps(passage, places) for passage in passages):
        reason = f"{draft.document.name} no longer says this in these words; drop the row."
        raise StaleDecision(decision.location, reason)
    draft.evidence[claim] = [
        replace(each, review=decision.review) if _overlaps(each, places) else each
        for each in passages
    ]


def _affirm(
    decision: StatementDecision, claim: Claim, places: Sequence[Span], draft: Draft
) -> None:
    """Confirm the passages that a mapper read, or add the passage where it read none."""
    passages = draft.evidence.get(claim, [])
    if any(each.is_disputed and _overlaps(each, places) for each in passages):
        return  # that somebody agrees ends no dispute
    read = [each for each in passages if _overlaps(each, places) and each.review is None]
    if read:
        review = replace(decision.review, status=ReviewStatus.CONFIRMED)
        draft.evidence[claim] = [
            _completed(each, decision, review) if each in read else each for each in passages
        ]
        return
    draft.evidence[claim] = [*passages, _added(decision, places, draft)]
    if decision.verdict is Verdict.CONFIRM:
        reason = "no mapper says this in these words any more; it is kept as added by a person."
        raise StaleDecision(decision.location, reason)


def _overlaps(passage: Evidence, places: Sequence[Span]) -> bool:
    return any(passage.span.overlaps(place) for place in places)


def _completed(passage: Evidence, decision: StatementDecision, review: Review) -> Evidence:
    """Put in what the person says of the passage, where the mapper said otherwise or nothing."""
    return replace(
        passage,
        role=decision.role or passage.role,
        modality=decision.modality or passage.modality,
        former=decision.former or passage.former,
        at_least=decision.at_least or passage.at_least,
        review=review,
    )


def _added(decision: StatementDecision, places: Sequence[Span], draft: Draft) -> Evidence:
    if len(places) > 1:
        reason = f"the words {decision.quote!r} stand {len(places)} times; quote more of them."
        raise CurationError(decision.location, reason)
    return Evidence.of(
        draft.document,
        places[0],
        rule=RULE,
        confidence=1.0,
        role=decision.role,
        modality=decision.modality or Modality.FACT,
        former=decision.former,
        at_least=decision.at_least,
        review=replace(decision.review, status=ReviewStatus.ADDED),
    )
