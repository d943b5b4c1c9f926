"""Calendars of meetings, a line each: «1st forum – Linz, 21 May», «Kick-off, Graz, 3 March»."""

from clustergraph.mapping.kinds import GATHERINGS
from clustergraph.mapping.mentions.mention import Mention
from clustergraph.mapping.mentions.read_sentence import ReadSentence
from clustergraph.model import ZoneKind

__all__ = ["opens_calendar_line"]

_BEHIND_A_MEETING = frozenset("–—-:,|(")
_LINES = frozenset({ZoneKind.BULLET, ZoneKind.HEADING})


def opens_calendar_line(mention: Mention, read: ReadSentence) -> bool:
    """Tell whether a meeting opens a dated line, with little but its place and date behind it."""
    if mention.kind not in GATHERINGS or mention.plural or read.sentence.kind not in _LINES:
        return False
    opens = not any(token.is_word for token in read.scene.before(mention.span.start))
    after = read.scene.token_after(mention.span.end)
    if not opens or after is None or not any(d.span.start > mention.span.end for d in read.dates):
        return False
    return after.text in _BEHIND_A_MEETING or after.lower in read.scene.pack.place_prepositions
