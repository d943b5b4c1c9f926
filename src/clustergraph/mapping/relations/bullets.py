"""Bullets under a line that says what they are: «The partners are seven clusters:»."""

from dataclasses import replace
from itertools import chain

import regex

from clustergraph.languages import Cue
from clustergraph.mapping.discourse.draft import Draft
from clustergraph.mapping.kinds import BODIES
from clustergraph.mapping.mentions.activity_phrases import is_plural_noun
from clustergraph.mapping.mentions.nouns import head_of, noun
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.relations.cue_matches import CueMatch
from clustergraph.mapping.relations.cue_objects import find_objects
from clustergraph.mapping.relations.cue_subjects import domain_of
from clustergraph.mapping.relations.page import Page
from clustergraph.mapping.relations.passage import Passage
from clustergraph.mapping.text.numerals import number_of
from clustergraph.mapping.text.tokens import in_one_line
from clustergraph.model import Iri, LangString, Literal, Span, ZoneKind
from clustergraph.vocab import CG

__all__ = ["read_bullet"]

_ITEM_END = regex.compile(r"\s*[,(:;]|\s[–—-]\s|\.\s|$")
_BEFORE_SEAT = frozenset({",", "(", "–", "—", "-"})
_OF_ITEMS = frozenset({CG.holds})
"""Relations that a line may say of each item below it."""
_LONGEST_ITEM = 80
_LONGEST_TOPIC = 120
_COUNT_REACH = 3
"""Tokens between a number and the noun that it counts."""


def read_bullet(page: Page) -> None:
    """Note what the line above a list says of the item that the page holds."""
    if page.lead_in is None or page.read.sentence.kind is not ZoneKind.BULLET:
        return
    for match in page.lead_in.cues:
        if match.cue.relation in _OF_ITEMS and _is_of_several(match, page.lead_in):
            _note_of_item(match, page, page.lead_in)
        elif match.cue.object == "text":
            _note_topic(match, page, page.lead_in)
        elif match.cue.object == "right" and not _has_object(match, page.lead_in):
            _note_item(match, page, page.lead_in)


def _has_object(match: CueMatch, lead_in: Page) -> bool:
    behind = (m for m in lead_in.mentions if m.span.start >= match.span.end)
    return any(mention.kind in match.cue.kinds for mention in behind)


def _is_of_several(match: CueMatch, lead_in: Page) -> bool:
    """Tell whether the line names no subject of the cue but announces them: «these clusters:»."""
    if not lead_in.read.sentence.text.rstrip().endswith(":"):
        return False
    named = (m for m in lead_in.mentions if m.named and not m.qualifier and not m.plural)
    if any(lead_in.kind(mention) in match.cue.subjects & BODIES for mention in named):
        return False
    heads = (noun(token, lead_in.pack) for token in lead_in.scene.tokens)
    return any(head is not None and head.kind in match.cue.subjects & BODIES for head in heads)


def _note_of_item(match: CueMatch, page: Page, lead_in: Page) -> None:
    """Note of the item what the line says: «These clusters hold the Gold Label:»."""
    item = _item(replace(match.cue, kinds=match.cue.subjects), page, lead_in)
    if item is None:
        return
    for value in find_objects(match, lead_in.cues, lead_in):
        passage = Passage(
            read=page.read,
            span=lead_in.read.sentence.span.hull(item[1]),
            rule=f"{match.cue.id} list",
            confidence=match.cue.prior,
            subject=item[1],
            object=value.span,
        )
        page.book.add(item[0], match.cue.relation, value.value, passage)


def _note_topic(match: CueMatch, page: Page, lead_in: Page) -> None:
    """Note each bullet under «The seminar focused on:» as a topic."""
    text = in_one_line(page.read.sentence.text).rstrip(".;,")
    if lead_in.read.sentence.text.endswith(":") and len(text) <= _LONGEST_TOPIC:
        topic = LangString(text, page.pack.code)
        _note(match, topic, page.read.sentence.span, page, lead_in)


def _note_item(match: CueMatch, page: Page, lead_in: Page) -> None:
    item = _item(match.cue, page, lead_in)
    if item is not None:
        _note(match, *item, page, lead_in)
        _note_seat(*item, page)
        _note_part(*item, page, lead_in)


def _note_part(item: Draft, span: Span, page: Page, lead_in: Page) -> None:
    """Note what the bullet itself says of its item: «Alpha Institute (Spain) – coordinator»."""
    for own in page.cues:
        is_of_frame = domain_of(own.cue) == own.cue.subjects  # else it is but a person's position
        is_behind = own.cue.object == "left" and own.span.start >= span.end
        if is_of_frame and is_behind and not own.cue.many:
            _note(own, item, span, page, lead_in)


def _note_seat(item: Draft, span: Span, page: Page) -> None:
    """Note the place that ends the bullet: «Alpha Institute – Tirana, Albania»."""
    place = next((m for m in page.mentions if m.span.start >= span.end), None)
    is_seat = place is not None and place.is_place and item.kind in BODIES
    if (
        place is None
        or not is_seat
        or page.scene.gap(span.end, place.span.start) not in _BEFORE_SEAT
    ):
        return
    passage = Passage(
        read=page.read,
        span=span.hull(place.span),
        rule="place behind an item",
        confidence=0.75,
        subject=span,
        object=place.span,
    )
    page.book.add(item, CG.locatedIn, page.of(place), passage)


def _note(match: CueMatch, value: Draft | Literal, at: Span, page: Page, lead_in: Page) -> None:
    subject = _subject(match, lead_in)
    if subject is None:
        return
    passage = Passage(
        read=page.read,
        span=lead_in.read.sentence.span.hull(at),
        rule=f"{match.cue.id} list",
        confidence=match.cue.prior,
        object=at,
    )
    page.book.add(subject, match.cue.relation, value, passage)


def _subject(match: CueMatch, lead_in: Page) -> Draft | None:
    """Return the first that the line names before the cue, else behind it, else the story's."""
    domain = domain_of(match.cue)
    single = [m for m in lead_in.mentions if not m.qualifier and not m.plural]
    fitting = [m for m in single if lead_in.kind(m) in domain]
    before = (m for m in fitting if m.span.end <= match.span.start)
    after = (m for m in fitting if m.span.start >= match.span.end)
    chosen = next(chain(before, after), None)
    if chosen is None and CG.Project in domain:
        consortia = (lead_in.frame_of(mention) for mention in lead_in.mentions)
        return next(filter(None, consortia), None) or lead_in.story.about(domain)
    return lead_in.of(chosen) if chosen else lead_in.story.about(domain)


# -- What the item is ----------------------------------------------------------------------------


def _item(cue: Cue, page: Page, lead_in: Page) -> tuple[Draft, Span] | None:
    """Return the first mention of the item where it opens it, else its first words."""
    first = next(iter(page.mentions), None)
    if first is None or first.span.start > page.read.sentence.span.start + 1:
        return _worded_item(cue, page, lead_in)
    draft = page.of(first)
    draft.kind = draft.kind or _kind_of_items(cue, lead_in)
    if draft.kind in cue.kinds or draft.kind is None:
        return draft, first.span
    is_part_of_name = draft.kind == CG.Person or first.is_place
    return _worded_item(cue, page, lead_in) if is_part_of_name else None


def _worded_item(cue: Cue, page: Page, lead_in: Page) -> tuple[Draft, Span] | None:
    """Return the words of the item up to the first comma, bracket or word of origin."""
    span = _first_words(page.scene)
    if span is None:
        return None
    name = page.scene.phrase(span).rstrip(".")
    known = page.roster.named(name)
    if known is not None:
        known.mentions.add(span)
        return known, span
    if not name[:1].isupper() and not name[:1].isdigit():
        return None
    head = head_of(page.scene.inside(span), page.pack)
    kind = head.kind if head and head.kind in cue.kinds else _kind_of_items(cue, lead_in)
    return page.roster.new(kind, (name,), span, named=True), span


def _first_words(scene: Scene) -> Span | None:
    start, text = scene.sentence.span.start, scene.sentence.text
    origins = (t.span.start - start for t in scene.tokens if t.lower in scene.pack.origin_words)
    match = _ITEM_END.search(text)
    stop = min((*origins, match.start() if match else len(text)))
    length = len(text[:stop].rstrip())
    return Span(start, start + length) if 1 < length <= _LONGEST_ITEM else None


def _kind_of_items(cue: Cue, lead_in: Page) -> Iri | None:
    """Return what «The partners are seven clusters:» says of the items."""
    tokens, pack = lead_in.scene.tokens, lead_in.pack
    for index, token in enumerate(tokens):
        head = noun(token, pack)
        before = tokens[max(0, index - _COUNT_REACH) : index]
        is_several = is_plural_noun(token, pack) or any(number_of(t, pack) for t in before)
        if head and head.kind in cue.kinds and is_several:
            return head.kind
    return None
