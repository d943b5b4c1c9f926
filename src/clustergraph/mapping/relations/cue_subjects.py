"""Of whom a cue speaks: a mention beside it, or what the story is about."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import regex

from clustergraph.mapping.discourse.draft import Draft
from clustergraph.mapping.kinds import FRAMES, GATHERINGS
from clustergraph.mapping.mentions.mention import Mention
from clustergraph.mapping.relations.coordination import are_coordinated
from clustergraph.mapping.relations.cue_matches import CueMatch
from clustergraph.mapping.relations.page import Page
from clustergraph.model import Iri, Span
from clustergraph.vocab import CG

__all__ = ["Owners", "Subject", "find_subjects"]

_EXPLICIT, _ASSUMED = 1.0, 0.8
"""How much a fact is worth whose subject is named, and one whose subject the story is about."""

_SOONER: Mapping[Iri, frozenset[Iri]] = {
    **dict.fromkeys((CG.speaker, CG.attendedBy, CG.hostedBy, CG.topic), GATHERINGS),
    **dict.fromkeys((CG.locatedIn, CG.organisedBy), GATHERINGS),
    CG.taughtBy: frozenset({CG.Training}),
    **dict.fromkeys((CG.accountableBody, CG.coordinatedBy, CG.implementedBy, CG.partner), FRAMES),
}
"""Of what a relation sooner speaks: people speak at a meeting, and a project has partners."""

_PERSONS = frozenset({CG.Person})
_ASIDE = regex.compile(r"\([^()]*\)")
_ONLY_AT_GATHERINGS = frozenset({CG.speaker, CG.attendedBy, CG.hostedBy, CG.locatedIn})
"""What is assumed of nothing else where the sentence does not say of what it speaks."""

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
    listed = [nearest, *_listed_beside(nearest, match, page)]
    kind = next((subject.draft.kind for subject in listed if subject.draft.kind), None)
    for subject in listed:
        subject.draft.kind = subject.draft.kind or kind  # who stands in one list is of one kind
    return tuple(listed)


def _listed_beside(nearest: Subject, match: CueMatch, page: Page) -> Iterator[Subject]:
    """Yield the others of the list that the subject stands in, away from the cue."""
    last = nearest.mention
    if last is None:
        return
    for mention in _away_from(last, match, page):
        start, end = sorted((mention.span, last.span))
        if not _may_be_subject(mention, match, page) or mention.plural:
            continue
        if not are_coordinated(start.end, end.start, page):
            return
        yield Subject(draft=page.of(mention), mention=mention)
        last = mention


def _away_from(first: Mention, match: CueMatch, page: Page) -> Sequence[Mention]:
    """Return the mentions on the other side of the first than the cue, the nearest first."""
    if first.span.end <= match.span.start:
        return [m for m in reversed(page.mentions) if m.span.end <= first.span.start]
    return [m for m in page.mentions if m.span.start >= first.span.end]


def _subject(match: CueMatch, page: Page, owners: Owners) -> Subject | None:
    mention = _mention(match, page)
    if mention and mention.span in owners and _goes_to_owner(mention, match, page):
        owner = owners[mention.span]  # "X, paid by P jointly with R": R goes with X, not with P
        may_be = owner is None or page.kind(owner) in match.cue.subjects
        mention = owner if may_be else mention
    if mention:
        return Subject(draft=page.of(mention), mention=mention)
    if match.cue.subject == "right" and match.cue.object == "left" and match.cue.kinds != _PERSONS:
        return None  # what somebody does needs an object: «the Agency funds» says nothing
    domain = match.cue.subjects
    sooner = _SOONER.get(match.cue.relation, frozenset())
    wanted = domain & sooner if match.cue.relation in _ONLY_AT_GATHERINGS else domain
    draft = page.assumed(wanted, sooner=sooner)
    return Subject(draft=draft) if draft else None


def _goes_to_owner(mention: Mention, match: CueMatch, page: Page) -> bool:
    """Tell whether the cue speaks of what the mention is an object of.

    «Held within project P in cooperation with R»: R takes part in what is held, adjacent or not.
    """
    is_with = match.cue.relation == CG.partner and page.of(mention).kind in FRAMES
    return is_with or not _is_adjacent(mention, match, page)


def _is_adjacent(mention: Mention, match: CueMatch, page: Page) -> bool:
    gap = page.scene.gap(mention.span.end, match.span.start)
    return _ASIDE.sub("", gap).strip() in {"", ","}


def _mention(match: CueMatch, page: Page) -> Mention | None:
    """Return the nearest that fits on the cue's side, else on the other if no object is there."""
    fitting = [mention for mention in page.mentions if _may_be_subject(mention, match, page)]
    before = [m for m in fitting if m.span.end <= match.span.start]
    left = page.head_of(before[-1]) if before else None
    if match.cue.subject == "left":
        return left
    if match.cue.subject != "right":
        return None
    right = next((m for m in fitting if m.span.start >= match.span.end), None)
    return right or (left if match.cue.object == "right" else None)


def _may_be_subject(mention: Mention, match: CueMatch, page: Page) -> bool:
    """Tell whether it fits; a name of unknown kind may be a body if the relation is of bodies."""
    if mention.qualifier or mention.span.overlaps(match.span):
        return False
    if page.only_qualifies(mention):
        return False
    kind, domain = page.kind(mention), match.cue.subjects
    if kind is None and domain == _PERSONS:
        return page.looks_like_a_person(mention)
    return kind in domain or (kind is None and mention.named and CG.Organisation in domain)
