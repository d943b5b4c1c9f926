"""Where something is that no cue puts there: «The Club welcomed guests to its congress in Lyon»."""

from collections.abc import Sequence

from clustergraph.mapping.discourse.draft import Draft
from clustergraph.mapping.kinds import BODIES, FRAMES, GATHERINGS, PLACES
from clustergraph.mapping.mentions.mention import Mention
from clustergraph.mapping.relations.page import Page
from clustergraph.mapping.relations.passage import Passage
from clustergraph.mapping.relations.place_lists import enumerated_places
from clustergraph.mapping.text.articles import without_articles
from clustergraph.model import Iri
from clustergraph.vocab import CG

__all__ = ["read_house", "read_meeting_place", "read_project_countries"]

_NARROW = PLACES - {CG.Country, CG.Region}
"""Where a meeting is; that it is in a country says little."""
_FEWEST_COUNTRIES = 3
_FROM_A_POST = 3
"""Words of «of Spain in» between a position and its place."""
_CONFIDENCE = 0.65
_BEFORE_A_LIST = frozenset({":", "(", "–", "—", "-"})
_LONGEST_GROUP = 3
"""Words of «four countries of Europe» between "in" and the sign that opens their list."""


def read_meeting_place(page: Page) -> None:
    """Note the only town of a sentence that is nobody's seat, for the only meeting it tells of."""
    places = [m for m in page.mentions if m.kind in _NARROW and _is_in(m, page)]
    meeting = _meeting(page)
    if len(places) != 1 or meeting is None or page.book.tells(meeting, CG.locatedIn):
        return
    listed = [m for m in enumerated_places(places[0].span.start, page) if m.kind in _NARROW]
    is_other = _is_somebodys(places[0], page) or _is_of_a_post(places[0], page)
    if len(listed) <= 1 and not is_other:
        _note(meeting, places[0], CG.locatedIn, "place of the meeting told of", page)


def read_house(page: Page) -> None:
    """Note the only body that a dated sentence about a meeting puts behind "in"."""
    held = any(m.cue.relation == CG.locatedIn and m.cue.subjects & GATHERINGS for m in page.cues)
    meeting = _meeting(page) if page.read.dates or held else None
    if meeting is None or page.book.tells(meeting, CG.hostedBy):
        return
    bodies = [m for m in page.mentions if m.named and page.kind(m) in BODIES and _is_in(m, page)]
    if len(bodies) == 1 and not bodies[0].gazetteer and not _has_a_part(bodies[0], page):
        _note(meeting, bodies[0], CG.hostedBy, "house of the meeting told of", page)


def _has_a_part(body: Mention, page: Page) -> bool:
    """Tell whether the sentence gives the body a part of its own, or somebody a post in it."""
    draft = page.of(body)
    others = [page.of(mention) for mention in page.mentions]
    return any(page.book.relates(other, draft) for other in others) or _is_of_a_post(body, page)


def read_project_countries(page: Page) -> None:
    """Note the countries in which a project works: «in four countries – A, B, C and D»."""
    first = next((m for m in page.mentions if m.kind == CG.Country), None)
    if first is None or not (_is_in(first, page) or _opens_list(first, page)):
        return
    countries = [m for m in enumerated_places(first.span.start, page) if m.kind == CG.Country]
    frame = _frame(first, page)
    if len(countries) < _FEWEST_COUNTRIES or frame is None:
        return
    for country in countries:
        if not _is_somebodys(country, page):
            _note(frame, country, CG.locatedIn, "countries of a project", page)


def _note(subject: Draft, place: Mention, relation: Iri, rule: str, page: Page) -> None:
    passage = Passage(
        read=page.read, span=place.span, rule=rule, confidence=_CONFIDENCE, object=place.span
    )
    page.book.add(subject, relation, page.of(place), passage)


def _is_in(place: Mention, page: Page) -> bool:
    before = without_articles(page.scene.before(place.span.start)[-_LONGEST_GROUP:], page.pack)
    return bool(before) and before[-1].lower in page.pack.place_prepositions


def _is_of_a_post(place: Mention, page: Page) -> bool:
    """Tell whether a position stands right before: «the consul general of Spain in Lyon»."""
    start = place.span.start
    ends = [role.span.end for role in page.read.roles if role.span.end <= start]
    return bool(ends) and len(page.scene.between(ends[-1], start)) <= _FROM_A_POST


def _opens_list(place: Mention, page: Page) -> bool:
    """Tell whether a sign stands before it, and "in" and few words before that."""
    before = page.scene.before(place.span.start)[-_LONGEST_GROUP - 2 :]
    if not before or before[-1].text not in _BEFORE_A_LIST:
        return False
    return any(token.lower in page.pack.place_prepositions for token in before)


def _is_somebodys(place: Mention, page: Page) -> bool:
    """Tell whether something the sentence names is there already."""
    here = page.of(place)
    return any(page.book.relates(page.of(mention), here) for mention in page.mentions)


def _meeting(page: Page) -> Draft | None:
    """Return the only meeting that the sentence names, or that a dated one speaks of."""
    named = _of_kind(page, GATHERINGS)
    if named:
        return named[0] if len(named) == 1 else None
    is_news = any(m.span in page.story.lead for m in page.mentions)
    is_told = is_news or (page.read.dates and not _of_kind(page, FRAMES))
    return page.story.about(GATHERINGS) if is_told else None


def _frame(place: Mention, page: Page) -> Draft | None:
    """Return the project named last before the countries."""
    before = [m for m in page.mentions if m.span.end <= place.span.start]
    frames = [m for m in before if page.kind(m) in FRAMES and not page.only_qualifies(m)]
    singular = [m for m in frames if not m.plural]
    return page.of(singular[-1]) if singular else None


def _of_kind(page: Page, kinds: frozenset[object]) -> Sequence[Draft]:
    told = [m for m in page.mentions if page.kind(m) in kinds and not page.only_qualifies(m)]
    return list({page.of(m).id: page.of(m) for m in told if not m.plural}.values())
