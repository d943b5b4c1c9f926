"""Relations from the cues of the language pack: words that carry a relation between two sides.

The interpreter is one for all languages; what a cue means and where its ends stand is the pack's.
"""

from clustergraph.mapping.discourse.draft import Draft
from clustergraph.mapping.mentions.mention import Mention
from clustergraph.mapping.relations.cue_matches import CueMatch
from clustergraph.mapping.relations.cue_objects import CueObject, find_objects
from clustergraph.mapping.relations.cue_subjects import Subject, find_subjects
from clustergraph.mapping.relations.meeting_places import (
    read_house,
    read_meeting_place,
    read_project_countries,
)
from clustergraph.mapping.relations.page import Page
from clustergraph.mapping.relations.passage import Passage
from clustergraph.mapping.relations.venues import read_venues
from clustergraph.model import Iri, Span, ZoneKind
from clustergraph.vocab import CG

__all__ = ["read_cues"]

_ZONE_WEIGHTS = {ZoneKind.TITLE: 0.9, ZoneKind.HEADING: 0.9}


def read_cues(page: Page) -> None:
    """Note the facts that the cues of a sentence carry, and in whose house something is held."""
    owners: dict[Span, Mention | None] = {}
    for match in page.cues:
        if _is_outdone(match, page):
            continue
        for subject in find_subjects(match, page, owners):
            if subject.span:
                owners.pop(subject.span, None)  # what has a clause of its own keeps what follows
            for value in find_objects(match, page.cues, page):
                if _note(match, subject, value, page) and value.span:
                    owners.setdefault(value.span, subject.mention)
    read_venues(page)
    read_house(page)
    read_meeting_place(page)
    read_project_countries(page)


def _is_outdone(match: CueMatch, page: Page) -> bool:
    """Tell whether another says more closely of whom it is: «held by the Agency based | in»."""
    alike = (other for other in page.cues if other.cue.relation == match.cue.relation)
    nearer = (m for m in alike if m.span.end == match.span.end and m.span.start > match.span.start)
    return any(other.cue.subjects.isdisjoint(match.cue.subjects) for other in nearer)


def _note(match: CueMatch, subject: Subject, value: CueObject, page: Page) -> bool:
    weight = subject.weight * _ZONE_WEIGHTS.get(page.read.sentence.kind, 1.0)
    passage = Passage(
        read=page.read,
        span=match.span.hull(value.span) if value.span else match.span,
        rule=match.cue.id,
        confidence=match.cue.prior * weight,
        subject=subject.span,
        object=value.span,
        role=_role(match, subject, value, page),
    )
    return page.book.add(subject.draft, _relation(match, subject, value), value.value, passage)


def _relation(match: CueMatch, subject: Subject, value: CueObject) -> Iri:
    """Return the cue's relation; who leads a meeting that is no training speaks there."""
    is_person = isinstance(value.value, Draft) and value.value.kind == CG.Person
    is_meeting = subject.draft.kind == CG.Event and match.cue.relation == CG.taughtBy
    return CG.speaker if is_person and is_meeting else match.cue.relation


def _role(match: CueMatch, subject: Subject, value: CueObject, page: Page) -> str:
    """Return the position that the cue tells of, or that stands between it and one of its ends."""
    if match.cue.relation != CG.affiliatedWith:
        return ""
    ends = [end for end in (subject.span, value.span) if end is not None]
    stretch = match.span
    for end in ends:
        stretch = stretch.hull(end)
    roles = [role for role in page.read.roles if stretch.covers(role.span)]
    return roles[0].text if len(roles) == 1 else ""
