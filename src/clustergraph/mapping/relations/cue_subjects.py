"""Of whom a cue speaks: a mention beside it, or what the story is about."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from clustergraph.mapping.discourse.draft import Draft
from clustergraph.mapping.kinds import GATHERINGS
from clustergraph.mapping.mentions.mention import Mention
from clustergraph.mapping.relations.coordination import are_coordinated
from clustergraph.mapping.relations.cue_matches import CueMatch
from clustergraph.mapping.relations.page import Page
from clustergraph.model import Span
from clustergraph.vocab import CG

__all__ = ["Owners", "Subject", "find_subjects"]

_EXPLICIT, _ASSUMED = 1.0, 0.8
"""How much a fact is worth whose subject is named, and one whose subject the story is about."""

_OF_GATHERINGS = frozenset({CG.speaker, CG.attendedBy, CG.hostedBy, CG.taughtBy})
"""What happens at a meeting rather than in a project."""

Owners = Mapping[Span, Mention | None]
"""The objects that earlier cues of the sentence took, each with the subject it belongs to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The subject of a cue; ``mention`` is None where the sentence does not name it."""

    draft: Draft
    mention: Mention | None = None

    @property
    def span(self) -> Span | None:
        """Where it is mentioned."""
        return self.mention.span if self.mention else None

    @property
    def weight(self) -> float:
        """How much surer the fact is for it, a factor up to 1."""
        return _EXPLICIT if self.mention else _ASSUMED


def find_subjects(match: CueMatch, page: Page, owners: Owners) -> tuple[Subject, ...]:
    """Return the subjects of a cue: one, or all of a list of bodies («A, B and C hold the label»).

    There are none where the ontology allows none.
    """
    nearest = _subject(match, page, owners)
    if nearest is None:
        return ()
    listed = [nearest, *_listed_before(nearest, match, page)]
    kind = next((subject.draft.kind for subject in listed if subject.draft.kind), None)
    for subject in listed:
        subject.draft.kind = subject.draft.kind or kind  # who stands in one list is of one kind
    return tuple(listed)


def _listed_before(nearest: Subject, match: CueMatch, page: Page) -> Iterator[Subject]:
    if nearest.mention is None or match.cue.subject != "left" or nearest.draft.is_activity:
        return
    last = nearest.mention
    for mention in reversed(page.mentions):
        if mention.span.end > last.span.start or not _may_be_subject(mention, match, page):
            continue
        if not are_coordinated(mention.span.end, last.span.start, page):
            return
        yield Subject(draft=page.of(mention), mention=mention)
        last = mention


def _subject(match: CueMatch, page: Page, owners: Owners) -> Subject | None:
    mention = _mention(match, page)
    if mention and mention.span in owners and not _is_adjacent(mention, match, page):
        mention = owners[mention.span]  # "X, paid by P jointly with R": R goes with X, not with P
    if mention:
        return Subject(draft=page.of(mention), mention=mention)
    domain = match.cue.subjects
    is_at_a_gathering = match.cue.relation in _OF_GATHERINGS
    gathering = page.story.about(GATHERINGS & domain) if is_at_a_gathering else None
    draft = gathering or page.story.about(domain)
    return Subject(draft=draft) if draft else None


def _is_adjacent(mention: Mention, match: CueMatch, page: Page) -> bool:
    return page.scene.gap(mention.span.end, match.span.start) in {"", ","}


def _mention(match: CueMatch, page: Page) -> Mention | None:
    """Return the nearest that fits on the cue's side, else on the other if no object is there."""
    fitting = [mention for mention in page.mentions if _may_be_subject(mention, match, page)]
    left = _head([m for m in fitting if m.span.end <= match.span.start], page)
    if match.cue.subject == "left":
        return left
    if match.cue.subject != "right":
        return None
    right = next((m for m in fitting if m.span.start >= match.span.end), None)
    return right or (left if match.cue.object == "right" else None)


def _head(before: Sequence[Mention], page: Page) -> Mention | None:
    """The nearest, or what it only says more of: the course of «the course of the programme»."""
    head = before[-1] if before else None
    for mention in reversed(before[:-1]):
        if head is None or not (mention.is_activity and head.is_activity):
            break
        if not page.is_of(mention, head):
            break
        head = mention
    return head


def _may_be_subject(mention: Mention, match: CueMatch, page: Page) -> bool:
    """Tell whether it fits; a name of unknown kind may be a body if the relation is of bodies."""
    if mention.qualifier or mention.span.overlaps(match.span):
        return False
    kind, domain = page.kind(mention), match.cue.subjects
    return kind in domain or (kind is None and mention.named and CG.Organisation in domain)
