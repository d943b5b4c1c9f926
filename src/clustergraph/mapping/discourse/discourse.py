"""Who is who in a document: mentions to entities, and above all which activity a story is about.

Half of all facts hang off one activity, so this is decided before any relation is read. Names are
followed through the whole document (``roster``); unnamed activities and definite nouns ("the
project") only through their story (``story_view``).

Of what kind an activity is, where several would do:

- It is what the document calls it: the noun in its name, beside it or, where it bears none, of the
  phrase that explains it («Alpha, a European programme»). What is called by two nouns of one
  family keeps the first: an initiative that is later "the project" stays a Programme.
- A Programme runs for long and pays for, or is a series of, other activities (a course series too);
  a Project is done once by partners, and a consortium that has partners stands for its project.
- A Training is where people are taught (course, workshop, seminar, module), an Event where they
  meet otherwise; "the event", "the meeting" may mean a training that was told of before.
- Ordinals, years and places keep activities apart: the 3rd conference is not the 4th, and meetings
  in three towns are three.
"""

from collections.abc import Sequence
from dataclasses import replace

from clustergraph.mapping.discourse.apposed import (
    is_name_behind,
    is_noun_behind,
    is_said_to_be,
    named_before,
)
from clustergraph.mapping.discourse.draft import Draft
from clustergraph.mapping.discourse.roster import Roster
from clustergraph.mapping.discourse.story_view import StoryView
from clustergraph.mapping.kinds import ACTIVITIES
from clustergraph.mapping.mentions.mention import Mention
from clustergraph.mapping.mentions.read_sentence import ReadSentence
from clustergraph.model import Span, ZoneKind

__all__ = ["Discourse"]

_HEADLINES = frozenset({ZoneKind.TITLE, ZoneKind.HEADING})


class Discourse:
    """Which entity each mention of a document speaks of."""

    def __init__(self) -> None:
        self.roster = Roster()
        self._of_span: dict[Span, Draft] = {}

    def of(self, mention: Mention) -> Draft:
        """Return the entity that a mention speaks of."""
        return self._of_span[mention.span]

    def read_story(self, sentences: Sequence[ReadSentence]) -> StoryView:
        """Resolve the mentions of a story in order."""
        pack = sentences[0].scene.pack
        story = StoryView(distinct=pack.distinct_gatherings, catch_all=pack.any_gathering)
        lead: ReadSentence | None = None
        for read in sentences:
            is_headline = lead is None and read.sentence.kind in _HEADLINES
            lead = lead or (None if is_headline else read)
            before = None
            for mention in (_given(each, read) for each in read.mentions):
                draft = self._apposed(before, mention, read, story) or self._plain(mention, story)
                draft.mentions.add(mention.span)
                if is_headline:
                    story.title.add(mention.span)
                elif read is lead:
                    story.lead.add(mention.span)
                self._of_span[mention.span] = draft
                before = mention
        return story

    # -- Behind a comma ---------------------------------------------------------------------------

    def _apposed(
        self, before: Mention | None, mention: Mention, read: ReadSentence, story: StoryView
    ) -> Draft | None:
        """Return whom a mention behind a comma speaks of: what stands before the comma."""
        if before is None:
            return None
        if is_noun_behind(before, mention, read):
            return self._typed(self.of(before), mention, story)
        if is_said_to_be(before, mention, read) and self.of(before).kind in {None, *ACTIVITIES}:
            draft = self.of(before)
            return draft if draft.kind else self._typed(draft, mention, story)
        if is_name_behind(before, mention, read) and not self.of(before).named:
            return self._christened(self.of(before), mention)
        named = named_before(mention, read)
        return self.of(named) if named else None

    @staticmethod
    def _typed(draft: Draft, mention: Mention, story: StoryView) -> Draft:
        draft.kind, draft.head, draft.count = mention.kind, mention.head, mention.count
        story.activities.append(draft)
        return draft

    def _christened(self, draft: Draft, mention: Mention) -> Draft:
        draft.is_called(mention.names)
        self.roster.remember(draft)
        return draft

    # -- By name or noun --------------------------------------------------------------------------

    def _plain(self, mention: Mention, story: StoryView) -> Draft:
        if mention.is_activity and not mention.named:
            return self._unnamed(mention, story)
        draft = self.roster.meant_by(mention) or self._named_late(mention, story)
        return self._enriched(draft or self.roster.add(mention), mention, story)

    def _unnamed(self, mention: Mention, story: StoryView) -> Draft:
        draft = story.meant_by(mention)
        if draft is None:
            draft = self.roster.add(mention)
            story.activities.append(draft)
            return draft
        draft.learn(mention.names if _tells(mention) else ())
        draft.ordinal = draft.ordinal or mention.ordinal
        return draft

    @staticmethod
    def _named_late(mention: Mention, story: StoryView) -> Draft | None:
        draft = story.unnamed(mention) if mention.is_activity else None
        if draft is not None:
            draft.is_called(mention.names)
        return draft

    def _enriched(self, draft: Draft, mention: Mention, story: StoryView) -> Draft:
        draft.learn(mention.names)
        draft.kind = draft.kind or mention.kind
        draft.head = draft.head or mention.head
        self.roster.remember(draft)
        if draft.is_activity and draft not in story.activities:
            story.activities.append(draft)
        return draft


def _tells(mention: Mention) -> bool:
    """Tell whether the phrase says more than its bare noun."""
    return mention.ordinal is not None or len(mention.names) > 1


def _given(mention: Mention, read: ReadSentence) -> Mention:
    """Take the bare noun that opens a sentence for definite: «Spotkanie poprowadził …»."""
    opens = mention.span.start == read.sentence.span.start
    is_bare = mention.is_activity and not mention.named and " " not in mention.names[0]
    if opens and is_bare and read.sentence.kind is ZoneKind.PARAGRAPH and not mention.plural:
        return replace(mention, definite=True)
    return mention
