"""Shape what became of a name or an identifier that was looked up."""

from typing import Any

from clustergraph.operations.look_up.batch import Outcome, Possible
from clustergraph.rdf.prefixes import shorten
from clustergraph.web.api.finding import result
from clustergraph.web.api.shapes.batch import CandidateShape, IdentifierShape

__all__ = ["outcome_parts"]


def outcome_parts(outcome: Outcome) -> dict[str, Any]:
    """Return the parts of an ``OutcomeShape``, but for what was asked."""
    identified = outcome.identified
    parts: dict[str, Any] = {
        "status": outcome.status.value,
        "via": identified.via.value if identified else "name",
    }
    if outcome.hit is not None:
        parts["entity"] = result(outcome.hit, explained=False)
    if outcome.candidates:
        parts["candidates"] = [_candidate(each) for each in outcome.candidates]
    if identified and identified.scheme:
        parts["identifier"] = IdentifierShape(scheme=identified.scheme, value=identified.value)
    if identified and identified.was not in {None, identified.iri}:
        parts["was"] = identified.was
    if outcome.why:
        parts["detail"] = outcome.why
    return parts


def _candidate(possible: Possible) -> CandidateShape:
    parts = result(possible.hit, explained=bool(possible.hit.features)).model_dump(
        exclude_unset=True
    )
    if possible.relation is not None:
        parts["relation"] = shorten(possible.relation)
    return CandidateShape(**parts)
