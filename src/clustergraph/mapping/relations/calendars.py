"""What a line of a calendar says of its meeting: «Kick-off meeting – Linz, 3 March 2012»."""

from dataclasses import replace

from clustergraph.mapping.discourse.calendars import opens_calendar_line
from clustergraph.mapping.kinds import FRAMES, PLACES
from clustergraph.mapping.mentions.mention import Mention
from clustergraph.mapping.relations.page import Page
from clustergraph.mapping.relations.passage import Passage
from clustergraph.vocab import CG

__all__ = ["read_calendar_line"]

_PLACE = 0.75
_WHOLE = 0.6


def read_calendar_line(page: Page) -> None:
    """Note the place that follows the meeting, and the project that the story is about."""
    if not page.mentions or not opens_calendar_line(page.mentions[0], page.read):
        return
    meeting, *others = page.mentions
    line = Passage(
        read=page.read,
        span=meeting.span,
        rule="place in a calendar",
        confidence=_PLACE,
        subject=meeting.span,
    )
    if others and page.kind(others[0]) in PLACES and _follows(meeting, others[0], page):
        place = replace(line, object=others[0].span)
        page.book.add(page.of(meeting), CG.locatedIn, page.of(others[0]), place)
    project = page.story.central(FRAMES)
    if project is not None and project.named:
        of_project = replace(line, rule="calendar of a project", confidence=_WHOLE)
        page.book.add(page.of(meeting), CG.partOf, project, of_project)


def _follows(meeting: Mention, place: Mention, page: Page) -> bool:
    """Tell whether only signs and "in" stand between."""
    between = page.scene.between(meeting.span.end, place.span.start)
    return all(not t.is_word or t.lower in page.pack.place_prepositions for t in between)
