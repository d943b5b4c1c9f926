"""What a story is about: its activities, and which of them a clause means that names none."""

from collections.abc import Collection
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from clustergraph.mapping.discourse.draft import Draft
from clustergraph.mapping.kinds import FRAMES, GATHERINGS
from clustergraph.mapping.mentions.mention import Mention, Sign
from clustergraph.model import Iri, Span

__all__ = ["StoryView"]

_TITLE, _LEAD, _NAMED = 3, 2, 1
"""How much more it tells to stand in the headline, or to bear a name, than to be told of again."""
_OFTEN = 4
"""Mentions; more of them say no more."""


@dataclass(slots=True, kw_only=True)
class StoryView:
    """The activities of one story in the order of their first mention.

    ``title`` holds the mentions in its headline, ``lead`` those in the first sentence of its text.
    ``distinct`` are nouns of gatherings that mean no gathering with another noun, ``catch_all``
    those that may mean any; ``consortia`` are nouns of bodies that stand for their project.
    """

    distinct: AbstractSet[str] = frozenset()
    catch_all: AbstractSet[str] = frozenset()
    consortia: AbstractSet[str] = frozenset()

    activities: list[Draft] = field(default_factory=list)
    title: set[Span] = field(default_factory=set)
    lead: set[Span] = field(default_factory=set)

    @property
    def anchor(self) -> Draft | None:
        """The first single activity: what the story is about."""
        return next((draft for draft in self.activities if not draft.plural), None)

    def about(self, kinds: Collection[Iri]) -> Draft | None:
        """Return the single activity of these kinds that the story is most about.

        The headline and the first sentence say what the news is, and what is news is spoken of
        again; of two that are equal it is the first.
        """
        fitting = (draft for draft in self.activities if not draft.plural and draft.kind in kinds)
        return max(fitting, key=self._prominence, default=None)

    def central(self, kinds: Collection[Iri]) -> Draft | None:
        """Return what ``about`` does, if the story tells of it more than once or at its top.

        A programme that is only named as who pays is none of what the story is about.
        """
        draft = self.about(kinds)
        return draft if draft and self._prominence(draft) > _NAMED + 1 else None

    def _prominence(self, draft: Draft) -> int:
        in_title = not draft.mentions.isdisjoint(self.title)
        in_lead = not draft.mentions.isdisjoint(self.lead)
        again = min(len(draft.mentions), _OFTEN)
        return _TITLE * in_title + _LEAD * in_lead + _NAMED * draft.named + again

    def is_only_in_title(self, draft: Draft) -> bool:
        """Tell whether only the headline has spoken of the activity so far."""
        return draft in self.activities and draft.mentions <= self.title

    def meant_by(self, mention: Mention) -> Draft | None:
        """Return the activity that a mention without a name speaks of; None for a new one.

        Ordinals keep activities apart: «the second training» is not «the first training». What is
        introduced as new («a conference») was at most announced by the headline.
        """
        alike = [d for d in self.activities if (d.kind, d.plural) == (mention.kind, mention.plural)]
        if mention.ordinal is not None:
            same = (d for d in reversed(alike) if d.ordinal == mention.ordinal)
            return next(same, None) or self._announced(alike, mention)
        if mention.plural:
            return next((d for d in reversed(alike) if _is_group(d, mention)), None)
        if mention.indefinite:
            announced = next((d for d in alike if self.is_only_in_title(d)), None)
            return announced or self._headlined(mention)
        alike = [draft for draft in alike if self._may_be_called(draft, mention.head)]
        if alike:
            return self._latest(alike, mention.head)
        return self._frame(mention) or self._gathering(mention) or self._headlined(mention)

    def _announced(self, alike: list[Draft], mention: Mention) -> Draft | None:
        """Return what the headline announces without saying the how manieth it is."""
        is_any = mention.head in self.catch_all
        same = (d for d in alike if d.ordinal is None)
        fitting = (d for d in same if is_any or (d.head == mention.head and not d.named))
        return next((draft for draft in fitting if self.is_only_in_title(draft)), None)

    def _headlined(self, mention: Mention) -> Draft | None:
        """Return the gathering of the headline that the text calls by another noun.

        «Training for clusters», it says, and the text tells of «a seminar» or «a meeting».
        """
        if mention.kind not in GATHERINGS:
            return None
        told = [d for d in self.activities if d.kind in GATHERINGS and not d.plural]
        if len(told) != 1 or not self.is_only_in_title(told[0]):
            return None
        is_any = mention.head in self.catch_all or not told[0].named
        return told[0] if is_any and self._may_be_called(told[0], mention.head) else None

    def whole_of(self, sitting: Mention) -> Draft | None:
        """Return the meeting that a session belongs to; None where the story tells of none."""
        alike = [d for d in self.activities if d.kind in GATHERINGS and not d.plural]
        if any(draft.head == sitting.head for draft in alike):
            return None  # the story is about sessions
        return max(alike, key=self._prominence, default=None)

    def unnamed(self, mention: Mention) -> Draft | None:
        """Return the activity that a name belongs to which comes after it was spoken of without.

        «A conference … the “X” conference»; or the headline's conference, which the text names.
        """
        first = next(iter(self.activities), None)
        if (
            first
            and not first.named
            and first.kind == mention.kind
            and self.is_only_in_title(first)
        ):
            return first
        if not mention.definite and mention.sign is not Sign.QUOTES:
            return None
        nameless = (d for d in reversed(self.activities) if not (d.named or d.plural))
        wanted = (mention.kind, mention.head)
        return next((draft for draft in nameless if (draft.kind, draft.head) == wanted), None)

    def _latest(self, alike: list[Draft], head: str) -> Draft:
        """Prefer the same noun, and then the anchor, to what was mentioned last."""
        best = [draft for draft in alike if draft.head == head] or alike
        return next((draft for draft in best if draft is self.anchor), best[-1])

    def _may_be_called(self, draft: Draft, head: str) -> bool:
        """Tell whether a noun may mean the activity: no visit is meant by «the ceremony»."""
        return draft.head == head or self.distinct.isdisjoint({draft.head, head})

    def _gathering(self, mention: Mention) -> Draft | None:
        """Find what «the event» means if it was introduced as a training."""
        if mention.head not in self.catch_all or not mention.definite:
            return None
        gatherings = (d for d in reversed(self.activities) if d.kind in GATHERINGS)
        return next((draft for draft in gatherings if not draft.plural), None)

    def _frame(self, mention: Mention) -> Draft | None:
        """Find what «the project» means if it was introduced as an initiative, or the reverse."""
        if mention.kind not in FRAMES:
            return None
        frames = (d for d in reversed(self.activities) if d.kind in FRAMES)
        return next((draft for draft in frames if draft.named and not draft.plural), None)


def _is_group(draft: Draft, mention: Mention) -> bool:
    """Tell whether «the two modules» may be these."""
    same = draft.head == mention.head and mention.definite
    return same and mention.count in {None, draft.count}
