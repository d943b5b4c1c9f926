"""Relations from the cues of the language pack: words that carry a relation between two sides.

The interpreter is one for all languages; what a cue means and where its ends stand is the pack's.
"""

from clustergraph.mapping.mentions.mention import Mention
from clustergraph.mapping.relations.cue_matches import CueMatch
from clustergraph.mapping.relations.cue_objects import CueObject, find_objects
from clustergraph.mapping.relations.cue_subjects import Subject, find_subjects
from clustergraph.mapping.relations.page import Page
from clustergraph.mapping.relations.passage import Passage
from clustergraph.model import Span, ZoneKind

__all__ = ["read_cues"]

_ZONE_WEIGHTS = {ZoneKind.TITLE: 0.9, ZoneKind.HEADING: 0.9}


def read_cues(page: Page) -> None:
    """Note the facts that the cues of a sentence carry."""
    owners: dict[Span, Mention | None] = {}
    for match in page.cues:
        for subject in find_subjects(match, page, owners):
            if subject.span:
                owners.pop(subject.span, None)  # what has a clause of its own keeps what follows
            for value in find_objects(match, page.cues, page):
                if _note(match, subject, value, page) and value.span:
                    owners.setdefault(value.span, subject.mention)


def _note(match: CueMatch, subject: Subject, value: CueObject, page: Page) -> bool:
    weight = subject.weight * _ZONE_WEIGHTS.get(page.read.sentence.kind, 1.0)
    passage = Passage(
        read=page.read,
        span=match.span.hull(value.span) if value.span else match.span,
        rule=match.cue.id,
        confidence=match.cue.prior * weight,
        subject=subject.span,
        object=value.span,
    )
    return page.book.add(subject.draft, match.cue.relation, value.value, passage)
