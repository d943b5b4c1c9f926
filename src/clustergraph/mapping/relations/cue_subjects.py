"""Of whom a cue speaks: a mention beside it, or what the story is about."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import regex

from clustergraph.languages import Cue
from clustergraph.mapping.discourse.draft import Draft
from clustergraph.mapping.kinds import BODIES, FRAMES, GATHERINGS, PERSONS
from clustergraph.mapping.mentions.mention import Mention
from clustergraph.mapping.mentions.nouns import noun
from clustergraph.mapping.relations.coordination import are_coordinated
from clustergraph.mapping.relations.cue_matches import CueMatch
from clustergraph.mapping.relations.page import Page
from clustergraph.mapping.text.articles import without_articles
from clustergraph.mapping.text.tokens import Token
from clustergraph.model import Iri, Span
from clustergraph.vocab import CG

__all__ = ["Owners", "Subject", "domain_of", "find_subjects"]

_EXPLICIT, _ASSUMED = 1.0, 0.8
"""How much a fact is worth whose subject is named, and one whose subject the story is about."""

_SOONER: Mapping[Iri, frozenset[Iri]] = {
    **dict.fromkeys((CG.speaker, CG.attendedBy, CG.hostedBy, CG.topic), GATHERINGS),
    **dict.fromkeys((CG.locatedIn, CG.organisedBy), GATHERINGS),
    CG.taughtBy: frozenset({CG.Training}),
    **dict.fromkeys((CG.accountableBody, CG.coordinatedBy, CG.implementedBy, CG.partner), FRAMES),
}
"""Of what a relation sooner speaks: people speak at a meeting, and a project has partners."""

_OF_FRAMES = frozenset({CG.coordinatedBy, CG.partner})
"""Relations whose words often name the project themselves."""
_DOING = frozenset({CG.coordinatedBy, CG.implementedBy, CG.organisedBy})
"""Relations whose active words tell what somebody does."""
_ALSO_OF_BODIES = frozenset(
    {CG.coordinatedBy, CG.fundedBy, CG.implementedBy, CG.organisedBy, CG.partner}
)
"""Relations whose words are as well said of bodies, of which the graph does not hold them."""
_LONGEST_DESCRIPTION = 8
"""Tokens of «, a private firm» between a body and what is said of it."""
_LONGEST_OPENING = 12
"""Words before a participle of the clause that opens a sentence."""
_LONGEST_LINK = 3
"""Words of «which has been» between a body and what is said of it."""
_LIST_SIGNS = frozenset({",", ";", "(", ".", ")"})
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
    mention = _within(match, page) or _behind_opening(match, page, owners) or _mention(match, page)
    if mention and mention.span in owners and _goes_to_owner(mention, match, page):
        owner = owners[mention.span]  # "X, paid by P jointly with R": R goes with X, not with P
        may_be = owner is None or page.kind(owner) in match.cue.subjects
        mention = owner if may_be else mention
    if mention:
        meeting = _whole_meeting(mention, match, page)
        return meeting or Subject(draft=page.of(mention), mention=mention)
    if match.cue.subject == "right" and match.cue.object == "left" and match.cue.kinds != PERSONS:
        return None  # what somebody does needs an object: «the Agency funds» says nothing
    if _is_of_another(match, page, owners):
        return None
    done = _done_together(match, page)
    if done is not None:
        return Subject(draft=page.of(done), mention=done)
    domain = domain_of(match.cue)
    sooner = _SOONER.get(match.cue.relation, frozenset())
    wanted = domain & sooner if match.cue.relation in _ONLY_AT_GATHERINGS else domain
    is_narrowed = not domain >= match.cue.subjects
    draft = page.story.central(domain) if is_narrowed else page.assumed(wanted, sooner=sooner)
    return Subject(draft=draft) if draft else None


def _whole_meeting(mention: Mention, match: CueMatch, page: Page) -> Subject | None:
    """Return the meeting at which «lectures led by Ann Lee» were given."""
    is_series = mention.plural and not mention.named and page.kind(mention) == CG.Event
    told = page.story.about(GATHERINGS) if is_series and match.cue.relation == CG.taughtBy else None
    return Subject(draft=told) if told else None


def _done_together(match: CueMatch, page: Page) -> Mention | None:
    """Return what somebody does with others: «A, together with B, organised a meeting»."""
    if match.cue.relation != CG.partner or match.cue.subject != "left":
        return None
    active = (m for m in page.cues if m.cue.relation in _DOING and m.cue.object == "left")
    done = (_mention(other, page) for other in active if other.cue.subject == "right")
    return next((m for m in done if m and page.kind(m) in match.cue.subjects), None)


def _goes_to_owner(mention: Mention, match: CueMatch, page: Page) -> bool:
    """Tell whether the cue speaks of what the mention is an object of.

    «Held within project P in cooperation with R»: R takes part in what is held, adjacent or not.
    """
    is_with = match.cue.relation == CG.partner and page.of(mention).kind in FRAMES
    return is_with or not _is_adjacent(mention, match, page)


def _is_adjacent(mention: Mention, match: CueMatch, page: Page) -> bool:
    gap = page.scene.gap(mention.span.end, match.span.start)
    return _ASIDE.sub("", gap).strip() in {"", ","} or _is_described(mention, match, page)


def _is_described(mention: Mention, match: CueMatch, page: Page) -> bool:
    """Tell whether only what the body is stands between: «Alpha, a private firm based in»."""
    between = page.scene.between(mention.span.end, match.span.start)
    if not 2 < len(between) <= _LONGEST_DESCRIPTION or between[0].text != ",":
        return False
    words = between[1:]
    heads = (noun(token, page.pack) for token in words)
    is_body = any(head is not None and head.kind in BODIES for head in heads)
    return is_body and all(word.is_word for word in words)


def _mention(match: CueMatch, page: Page) -> Mention | None:
    """Return the nearest that fits on the cue's side, else on the other if no object is there."""
    fitting = [m for m in _likely(match, page) if _may_be_subject(m, match, page)]
    before = [m for m in fitting if m.span.end <= match.span.start]
    left = page.head_of(before[-1]) if before else None
    if match.cue.subject == "left":
        return left
    if match.cue.subject != "right":
        return None
    right = next((m for m in fitting if m.span.start >= match.span.end), None)
    return right or (left if match.cue.object == "right" else None)


def _likely(match: CueMatch, page: Page) -> Sequence[Mention]:
    """Return the mentions without the programmes and projects, where a meeting is told of.

    «The launch of project Alpha took place in Turin», «the partners of Alpha met at the Agency»:
    these say where the meeting was.
    """
    is_of_meetings = match.cue.relation in _ONLY_AT_GATHERINGS
    if not is_of_meetings or page.story.about(GATHERINGS) is None:
        return page.mentions
    return [mention for mention in page.mentions if page.kind(mention) not in FRAMES]


def _within(match: CueMatch, page: Page) -> Mention | None:
    """Return what the words of the cue themselves name: «the partners of the project Alpha are»."""
    if match.cue.subject != "story" and match.cue.relation not in _OF_FRAMES:
        return None
    named = (m for m in page.mentions if m.named and match.span.covers(m.span))
    domain = domain_of(match.cue)
    return next((m for m in named if m.is_activity and page.kind(m) in domain), None)


def _behind_opening(match: CueMatch, page: Page, owners: Owners) -> Mention | None:
    """Return whom a participle that opens the sentence speaks of: «Led by A, the project …»."""
    before = [m for m in page.mentions if m.span.end <= match.span.start]
    if match.cue.subject != "left" or not all(m.span in owners for m in before):
        return None
    words = [t for t in page.scene.before(match.span.start) if t.is_word]
    if len(words) > _LONGEST_OPENING:
        return None
    behind = (m for m in page.mentions if m.span.start >= match.span.end)
    fitting = (m for m in behind if _may_be_subject(m, match, page) and not m.plural)
    return next((m for m in fitting if _opens_main_clause(m, match, page)), None)


def _opens_main_clause(mention: Mention, match: CueMatch, page: Page) -> bool:
    """Tell whether a comma stands before it, and none or "and" behind, which a list would have."""
    between = page.scene.between(match.span.end, mention.span.start)
    before = without_articles(between, page.pack)
    after = page.scene.token_after(mention.span.end)
    goes_on = after is None or after.text in _LIST_SIGNS or after.lower in page.pack.conjunctions
    is_activity = page.kind(mention) is not None and page.kind(mention) not in match.cue.kinds
    return bool(before) and before[-1].text == "," and (is_activity or not goes_on)


def _is_of_another(match: CueMatch, page: Page, owners: Owners) -> bool:
    """Tell whether the cue is what is said of a body or a person right before it.

    «The Agency, which is supported by B»: no activity is. An object of an earlier cue is no such
    body: «organised by the Agency and funded by B».
    """
    left = next((m for m in reversed(page.mentions) if m.span.end <= match.span.start), None)
    if match.cue.relation not in _ALSO_OF_BODIES or match.cue.subject != "left":
        return False
    if left is None or left.span in owners:
        return False
    if left.qualifier or page.kind(left) not in BODIES | {CG.Person}:
        return False
    pack, between = page.pack, page.scene.between(left.span.end, match.span.start)
    words = [token.lower for token in between if token.is_word]
    if len(words) > _LONGEST_LINK:
        return False
    if pack.relative.search(page.scene.gap(left.span.end, match.span.start)):
        return True
    first = page.scene.inside(match.span)[:1]
    is_said = any(_is_verb(token, page) for token in first)
    return (is_said and not words) or not pack.copulas.isdisjoint(words)


def _is_verb(token: Token, page: Page) -> bool:
    pack = page.pack
    if token.lower in pack.copulas:
        return True
    return token.lower not in pack.function_words and bool(pack.verbal.fullmatch(token.lower))


def _may_be_subject(mention: Mention, match: CueMatch, page: Page) -> bool:
    """Tell whether it fits; a name of unknown kind may be a body if the relation is of bodies."""
    if mention.qualifier or mention.span.overlaps(match.span):
        return False
    if page.only_qualifies(mention):
        return False
    kind, domain = page.kind(mention), domain_of(match.cue)
    if kind is None and domain == PERSONS:
        return page.looks_like_a_person(mention)
    return kind in domain or (kind is None and mention.named and CG.Organisation in domain)


def domain_of(cue: Cue) -> AbstractSet[Iri]:
    """Return of what the cue speaks: a «project manager» behind a name leads no meeting.

    Who leads a training may as well lead a meeting, and speaks there.
    """
    if cue.relation == CG.taughtBy and CG.Person in cue.kinds:
        return cue.subjects | GATHERINGS
    is_post = cue.subject == "right" and cue.object == "left" and cue.kinds == PERSONS
    return cue.subjects & FRAMES if is_post and cue.relation == CG.coordinatedBy else cue.subjects
