"""Where the news comes from: «Karachi: thirty people …» tells of a meeting in Karachi.

Said by itself this is weak, so it counts only where the text says no other place of the meeting.
"""

from collections.abc import Sequence

from clustergraph.mapping.kinds import GATHERINGS
from clustergraph.mapping.mentions.mention import Mention
from clustergraph.mapping.relations.page import Page
from clustergraph.mapping.relations.passage import Passage
from clustergraph.model import ZoneKind
from clustergraph.vocab import CG

__all__ = ["read_dateline"]

_TOWNS = frozenset({CG.City, CG.Place})
_SIGNS = (":", "–", "—", "-")


def read_dateline(pages: Sequence[Page]) -> None:
    """Note for the story's meeting the town with which a paragraph of it opens."""
    for page in pages:
        town = _town(page)
        meeting = page.assumed(GATHERINGS) if town else None
        if town is None or meeting is None or page.book.tells(meeting, CG.locatedIn):
            continue
        passage = Passage(
            read=page.read,
            span=town.span,
            rule="dateline",
            confidence=0.6,
            object=town.span,
        )
        page.book.add(meeting, CG.locatedIn, page.of(town), passage)
        return


def _town(page: Page) -> Mention | None:
    """Return the town before a colon or dash, or before the date that ends the line."""
    first = next(iter(page.mentions), None)
    is_body = page.read.sentence.kind is ZoneKind.PARAGRAPH
    if (
        not is_body
        or first is None
        or first.kind not in _TOWNS
        or not page.scene.opens(first.span.start)
    ):
        return None
    after = page.scene.text_after(first.span.end)
    return first if after.startswith(_SIGNS) or _only_a_date(first, page) else None


def _only_a_date(town: Mention, page: Page) -> bool:
    date = next(iter(page.read.dates), None)
    if date is None or page.scene.gap(town.span.end, date.span.start) != ",":
        return False
    rest = page.scene.text_after(date.span.end)
    return rest in {"", "."} or rest.startswith(_SIGNS)
