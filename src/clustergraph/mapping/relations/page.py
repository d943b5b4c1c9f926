"""A sentence as the readers of relations see it: with its story and the book of facts."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from clustergraph.languages import LanguagePack, Place
from clustergraph.mapping.discourse.draft import Draft
from clustergraph.mapping.discourse.roster import Roster
from clustergraph.mapping.discourse.story_view import StoryView
from clustergraph.mapping.kinds import FRAMES
from clustergraph.mapping.mentions.mention import Mention
from clustergraph.mapping.mentions.read_sentence import ReadSentence
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.relations.cue_matches import CueMatch
from clustergraph.mapping.relations.fact_book import FactBook
from clustergraph.mapping.relations.passage import Passage
from clustergraph.mapping.text.tokens import Token
from clustergraph.model import Iri, Span
from clustergraph.vocab import CG

__all__ = ["Page"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A sentence that facts are read from.

    ``cues`` are those of the sentence, in order. ``lead_in`` is the line above it where it is the
    item of a list, ``before`` the sentence before it in its paragraph, ``year`` the one that its
    dates mean when they give none.
    """

    read: ReadSentence
    story: StoryView
    book: FactBook
    cues: tuple[CueMatch, ...] = ()
    lead_in: "Page | None" = None
    before: "Page | None" = None
    year: int | None = None

    @property
    def scene(self) -> Scene:
        """The sentence with what is needed to read it."""
        return self.read.scene

    @property
    def pack(self) -> LanguagePack:
        """The words of its language."""
        return self.read.scene.pack

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """What it mentions, in order."""
        return self.read.mentions

    @property
    def roster(self) -> Roster:
        """All that the document speaks of."""
        return self.book.discourse.roster

    def of(self, mention: Mention) -> Draft:
        """Return the entity that a mention speaks of."""
        return self.book.discourse.of(mention)

    def kind(self, mention: Mention) -> Iri | None:
        """Return what kind of entity the mention speaks of, as far as it is known by now."""
        return self.of(mention).kind

    def looks_like_a_person(self, mention: Mention) -> bool:
        """Tell whether a name of unknown kind has the form of a person's: two or three words."""
        words = mention.names[0].split()
        is_name = all(word[:1].isupper() and not word.isupper() for word in words)
        return self.kind(mention) is None and mention.named and 2 <= len(words) <= 3 and is_name

    def assumed(
        self, kinds: AbstractSet[Iri], *, sooner: AbstractSet[Iri] = frozenset()
    ) -> Draft | None:
        """Return the activity that a clause without one speaks of; ``sooner`` are preferred kinds.

        It is one of those that the sentence before, or the line above the list, spoke of, else what
        the story is about. What is named there first is spoken of; a programme behind it only pays.
        """
        before = self.before or self.lead_in
        for wanted in (kinds & sooner, kinds):
            is_frame = wanted <= FRAMES and wanted != kinds
            main = self.story.central(wanted) if is_frame else self.story.about(wanted)
            told = before.single_activities(wanted) if before else ()
            if main is not None:
                is_main = main in told and not _is_named_frame(told[0])
                return main if is_main else next(iter(told), main)
        return None

    def single_activities(self, kinds: AbstractSet[Iri]) -> tuple[Draft, ...]:
        """Return the single activities of these kinds that the sentence mentions."""
        drafts = (self.of(m) for m in self.mentions if not self.only_qualifies(m))
        return tuple(d for d in drafts if d.is_activity and d.kind in kinds and not d.plural)

    def only_qualifies(self, mention: Mention) -> bool:
        """Tell whether a bare noun only says of what kind the next word is: «project financing»."""
        bare = not (mention.named or mention.definite or mention.indefinite)
        after = self.scene.token_after(mention.span.end)
        if (
            not bare
            or after is None
            or self.pack.head_first
            or " " in self.scene.text(mention.span)
        ):
            return False
        is_joined = after.span.start == mention.span.end + 1 and after.is_word
        return is_joined and not after.is_capital and not self._may_be_verb(after)

    def _may_be_verb(self, token: Token) -> bool:
        if token.lower in self.pack.function_words:
            return True
        is_verbal = self.pack.verbal.fullmatch(token.lower) is not None
        return is_verbal and not token.lower.endswith("ing")

    def is_of(self, left: Mention, right: Mention) -> bool:
        """Tell whether only "of" and articles stand between; the genitive alone needs no word."""
        words = {token.lower for token in self.scene.between(left.span.end, right.span.start)}
        is_genitive = not self.pack.of_words or self.opens_in_genitive(right)
        return (bool(words) or is_genitive) and words <= self.pack.of_words | self.pack.articles

    def opens_in_genitive(self, mention: Mention) -> bool:
        """Tell whether the first word of a name is a genitive, as far as the pack can tell."""
        first = self.scene.token_after(mention.span.start)
        return first is not None and self.pack.genitive.fullmatch(first.lower) is not None

    def head_of(self, mention: Mention) -> Mention:
        """Return the activity of which it only says more: the course of «course of the project»."""
        before = [m for m in self.mentions if m.span.end <= mention.span.start]
        head = mention
        for other in reversed(before):
            if not (other.is_activity and head.is_activity and self.is_of(other, head)):
                break
            head = other
        return head

    def frame_of(self, mention: Mention) -> Draft | None:
        """Return the project that a consortium of its partners stands for: «consortium Alpha».

        Whoever speaks of the partners of a consortium means the project, and so does the graph.
        """
        draft = self.of(mention)
        if draft.kind != CG.Organisation or draft.head not in self.pack.consortia:
            return None
        draft.kind = CG.Project
        self.story.activities.append(draft)
        return draft

    def note(
        self, subject: Mention, relation: Iri, value: Mention, *, rule: str, confidence: float
    ) -> None:
        """Note a fact that two mentions carry by how they stand to each other."""
        passage = Passage(
            read=self.read,
            span=subject.span.hull(value.span),
            rule=rule,
            confidence=confidence,
            subject=subject.span,
            object=value.span,
        )
        self.book.add(self.of(subject), relation, self.of(value), passage)

    def note_seat(
        self, mention: Mention, place: Place, at: Span, *, rule: str, confidence: float
    ) -> None:
        """Note where somebody is seated as an adjective or a part of the name tells."""
        passage = Passage(
            read=self.read,
            span=mention.span.hull(at),
            rule=rule,
            confidence=confidence,
            subject=mention.span,
            object=at,
        )
        town = self.roster.place(place, at, self.pack.code)
        self.book.add(self.of(mention), CG.locatedIn, town, passage)


def _is_named_frame(draft: Draft) -> bool:
    return draft.named and draft.kind in FRAMES
