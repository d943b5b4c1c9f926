"""Groups whose members a place tells apart: «meetings in Brest and Minsk», «two clusters from …».

The text names no member; each place makes one, called by the noun of the group and its place.
"""

from collections.abc import Sequence
from functools import partial

from clustergraph.languages import Head
from clustergraph.mapping.discourse.draft import Draft
from clustergraph.mapping.kinds import FRAMES
from clustergraph.mapping.mentions.mention import Mention
from clustergraph.mapping.relations.cue_subjects import find_subjects
from clustergraph.mapping.relations.page import Page
from clustergraph.mapping.relations.passage import Passage
from clustergraph.mapping.relations.place_lists import places_behind, places_of_group
from clustergraph.mapping.relations.several_bodies import number_before, several_bodies
from clustergraph.model import Iri, Span
from clustergraph.vocab import CG

__all__ = ["read_groups"]

_ASIDE_REACH = 4
"""Tokens of «, one each» between the noun and the places."""
_CUE_REACH = 6
"""Tokens between a cue and the noun of its object."""


def read_groups(page: Page) -> None:
    """Note a gathering, or a body, for each place of a group."""
    for mention in page.mentions:
        _note_gatherings(mention, places_of_group(mention, page), page)
    for index, head in several_bodies(page):
        _note_bodies(index, head, page)


# -- Gatherings ----------------------------------------------------------------------------------


def _note_gatherings(group: Mention, places: Sequence[Mention], page: Page) -> None:
    whole = page.story.about(FRAMES)
    word = _preposition(places[0], page) if places else ""
    for place in places:
        draft = _member(group.kind, group.head, place, word, page)
        page.story.activities.append(draft)
        span = group.span.hull(place.span)
        passage = partial(Passage, read=page.read, span=span, subject=place.span)
        here = passage(rule="group by place", confidence=0.8, object=place.span)
        page.book.add(draft, CG.locatedIn, page.of(place), here)
        if whole is not None:
            page.book.add(draft, CG.partOf, whole, passage(rule="group by place", confidence=0.6))


# -- Bodies --------------------------------------------------------------------------------------


def _note_bodies(index: int, head: Head, page: Page) -> None:
    tokens, places = page.scene.tokens, _places_of_bodies(index, page)
    if len(places) < 2 or number_before(index, page) != len(places):
        return
    word = _preposition(places[0], page)
    for place in places:
        body = _member(head.kind, head.word, place, word, page)
        span = tokens[index].span.hull(place.span)
        passage = partial(Passage, read=page.read, span=span, rule="group by place")
        here = passage(confidence=0.8, subject=place.span, object=place.span)
        page.book.add(body, CG.locatedIn, page.of(place), here)
        _note_cues(body, tokens[index].span, passage(confidence=0.7, object=place.span), page)


def _places_of_bodies(index: int, page: Page) -> Sequence[Mention]:
    for token in page.scene.tokens[index : index + _ASIDE_REACH]:
        places = places_behind(token.span.end, page)
        if places:
            return places
    return ()


def _note_cues(body: Draft, noun_span: Span, passage: Passage, page: Page) -> None:
    """Note for the body what a cue right before the group says of it."""
    for match in page.cues:
        near = len(page.scene.between(match.span.end, noun_span.start)) <= _CUE_REACH
        is_before = match.span.end <= noun_span.start and match.cue.object == "right"
        if is_before and near and body.kind in match.cue.kinds:
            for subject in find_subjects(match, page, {}):
                page.book.add(subject.draft, match.cue.relation, body, passage)


def _member(kind: Iri | None, head: str, place: Mention, word: str, page: Page) -> Draft:
    """Return the member of the group at a place: «meeting in Brest»."""
    name = " ".join((head, word, page.scene.phrase(place.span)))
    known = page.roster.named(name)
    return known or page.roster.new(kind, (name,), place.span, named=False)


def _preposition(place: Mention, page: Page) -> str:
    """Return the word before the first place, which all of its list share."""
    before = page.scene.token_before(place.span.start)
    return before.lower if before else ""
