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
    is_meeting_behind,
    is_name_behind,
    is_noun_behind,
    is_said_to_be,
    named_before,
)
from clustergraph.mapping.discourse.calendars import opens_calendar_line
from clustergraph.mapping.discourse.draft import Draft
from clustergraph.mapping.discourse.roster import Roster
from clustergraph.mapping.discourse.story_view import StoryView
from clustergraph.mapping.kinds import ACTIVITIES, FRAMES, GATHERINGS
from clustergraph.mapping.mentions.mention import Mention
from clustergraph.mapping.mentions.read_sentence import ReadSentence
from clustergraph.model import Span, ZoneKind
from clustergraph.vocab import CG

__all__ = ["Discourse"]


class Discourse:
    """Which entity each mention of a document speaks of."""

    def __init__(self) -> None:
        self.roster = Roster()
        self._of_span: dict[Span, Draft] = {}

    def of(self, mention: Mention) -> Draft:
        """Return the entity that a mention speaks of."""
        return self._of_span[mention.span]

    def speaks_of(self, mention: Mention, draft: Draft) -> None:
        """Note whom a mention speaks of that only a reader of relations has found."""
        self._of_span[mention.span] = draft

    def read_story(self, sentences: Sequence[ReadSentence]) -> StoryView:
        """Resolve the mentions of a story in order."""
        pack = sentences[0].scene.pack
        story = StoryView(
            distinct=pack.distinct_gatherings,
            catch_all=pack.any_gathering,
            consortia=pack.consortia,
        )
        lead: ReadSentence | None = None
        previous: ReadSentence | None = None
        for read in sentences:
            is_headline = lead is None and read.scene.is_heading
            lead = lead or (None if is_headline else read)
            before = None
            for mention in (_given(each, read) for each in read.mentions):
                draft = (
                    self._apposed(before, mention, read, story)
                    or self._said_after(previous, mention, read, story)
                    or self._plain(mention, story)
                )
                draft.mentions.add(mention.span)
                if is_headline:
                    story.title.add(mention.span)
                elif read is lead:
                    story.lead.add(mention.span)
                self._of_span[mention.span] = draft
                before = mention
            previous = read
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
        if is_meeting_behind(mention, read):
            return self._told_before(mention, read)
        if is_name_behind(before, mention, read) and not self.of(before).named:
            return self._christened(self.of(before), mention)
        named = named_before(mention, read)
        return self.of(named) if named else None

    def _told_before(self, mention: Mention, read: ReadSentence) -> Draft | None:
        """Return the meeting told of last in the sentence before the mention."""
        told = (self.of(m) for m in reversed(read.between(0, mention.span.start)))
        return next((d for d in told if d.kind in GATHERINGS and not d.plural), None)

    @staticmethod
    def _typed(draft: Draft, mention: Mention, story: StoryView) -> Draft:
        draft.kind, draft.head, draft.count = mention.kind, mention.head, mention.count
        story.activities.append(draft)
        return draft

    def _christened(self, draft: Draft, mention: Mention) -> Draft:
        draft.is_called(mention.names)
        self.roster.remember(draft)
        return draft

    def _said_after(
        self,
        previous: ReadSentence | None,
        mention: Mention,
        read: ReadSentence,
        story: StoryView,
    ) -> Draft | None:
        """Return what "the programme" says of which the sentence before told by an acronym.

        «PASRU met the clusters. This programme is funded by …»
        """
        is_single = mention.definite and not (mention.named or mention.plural)
        if not is_single or mention.kind not in FRAMES or not _opens(mention, read):
            return None
        told = previous.mentions if previous and story.about(FRAMES) is None else ()
        short = [m for m in told if m.named and m.names[0].isupper() and self.of(m).kind is None]
        return self._typed(self.of(short[0]), mention, story) if len(short) == 1 else None

    # -- By name or noun --------------------------------------------------------------------------

    def _plain(self, mention: Mention, story: StoryView) -> Draft:
        if mention.is_activity and not mention.named:
            return self._unnamed(mention, story)
        draft = self.roster.meant_by(mention) or self._named_late(mention, story)
        return self._enriched(draft or self.roster.add(mention), mention, story)

    def _unnamed(self, mention: Mention, story: StoryView) -> Draft:
        whole = story.whole_of(mention) if mention.sitting else None
        if whole is not None:
            return whole
        draft = story.meant_by(mention) or self._consortium(mention, story)
        if draft is None:
            draft = self.roster.add(mention)
            story.activities.append(draft)
            return draft
        draft.learn(mention.names if _tells(mention) else ())
        draft.ordinal = draft.ordinal or mention.ordinal
        return draft

    def _consortium(self, mention: Mention, story: StoryView) -> Draft | None:
        """Return the partnership that "the project" means: what its partners do together."""
        if mention.kind != CG.Project or mention.plural or not mention.definite:
            return None
        told = (d for d in reversed(self.roster.drafts) if d.named and d.head in story.consortia)
        draft = next((d for d in told if d.kind == CG.Organisation), None)
        return self._typed(draft, mention, story) if draft else None

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


def _opens(mention: Mention, read: ReadSentence) -> bool:
    """Tell whether only an article may stand before it in the sentence."""
    return len(read.scene.before(mention.span.start)) <= 1


def _given(mention: Mention, read: ReadSentence) -> Mention:
    """Take a bare noun for definite that opens a sentence: «Spotkanie poprowadził …».

    So is «мероприятие» anywhere, where the language has no articles. What opens a line of a
    calendar is always another meeting.
    """
    pack = read.scene.pack
    if opens_calendar_line(mention, read):
        return replace(mention, definite=False, indefinite=True)
    is_bare = mention.is_activity and not mention.named and " " not in mention.names[0]
    if not is_bare or read.sentence.kind is not ZoneKind.PARAGRAPH or mention.plural:
        return mention
    opens = mention.span.start == read.sentence.span.start
    is_told = not (pack.of_words or mention.indefinite) and mention.head in pack.any_gathering
    return replace(mention, definite=True) if opens or is_told else mention
