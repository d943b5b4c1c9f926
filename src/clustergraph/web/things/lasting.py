"""Whether an activity is still to come, goes on or is over, where its dates tell.

They are held against the day on which the version was published, so that a version always says the
same. Nothing is guessed: without an end nobody knows whether it goes on.
"""

from collections.abc import Iterable
from datetime import date

from clustergraph.model import Iri, PartialDate
from clustergraph.operations.describing.describe import Description, Fact
from clustergraph.vocab import CG
from clustergraph.web.wording import Wording

__all__ = ["lasting"]

_FACT = "fact"


def lasting(description: Description, on: date, wording: Wording) -> str:
    """Say whether it is planned, running or ended on a day; nothing where dates don't tell."""
    start, end = _days(description, CG.startDate), _days(description, CG.endDate)
    if end and end.last_day < on:
        return wording.gettext("Ended") if _happened(description, CG.endDate) else ""
    if start and start.first_day > on:
        return wording.gettext("Planned")
    if start and end and start.last_day <= on <= end.first_day:
        return wording.gettext("Running") if _happened(description, CG.startDate) else ""
    return ""


def _days(description: Description, property_: Iri) -> PartialDate | None:
    """Return the only date that is told; none where there are several, or one without a year."""
    texts = {fact.value.text for fact in description.facts if fact.property.iri == property_}
    if len(texts) != 1:
        return None
    try:
        return PartialDate.parse(texts.pop())
    except ValueError:
        return None


def _happened(description: Description, property_: Iri) -> bool:
    """Tell whether a past date is more than a plan, of which nobody said what became."""
    facts = (fact for fact in description.facts if fact.property.iri == property_)
    return not _are_plans(facts)


def _are_plans(facts: Iterable[Fact]) -> bool:
    modalities = [
        passage.modality.iri.local
        for fact in facts
        for passage in fact.passages
        if passage.modality
    ]
    return bool(modalities) and _FACT not in modalities
