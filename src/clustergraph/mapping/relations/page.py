"""A sentence as the readers of relations see it: with its story and the book of facts."""

from dataclasses import dataclass

from clustergraph.languages import LanguagePack
from clustergraph.mapping.discourse.draft import Draft
from clustergraph.mapping.discourse.roster import Roster
from clustergraph.mapping.discourse.story_view import StoryView
from clustergraph.mapping.mentions.mention import Mention
from clustergraph.mapping.mentions.read_sentence import ReadSentence
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.relations.fact_book import FactBook
from clustergraph.mapping.relations.passage import Passage
from clustergraph.model import Iri

__all__ = ["Page"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A sentence that facts are read from.

    ``lead_in`` is the line above it where it is the item of a list, ``year`` the one that its dates
    mean when they give none.
    """

    read: ReadSentence
    story: StoryView
    book: FactBook
    lead_in: "Page | None" = None
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

    def is_of(self, left: Mention, right: Mention) -> bool:
        """Tell whether only "of" and articles stand between, and something does."""
        words = {token.lower for token in self.scene.between(left.span.end, right.span.start)}
        return bool(words) and words <= self.pack.of_words | self.pack.articles

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
