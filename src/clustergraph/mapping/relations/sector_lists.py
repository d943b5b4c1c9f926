"""Enumerations of initiatives by sector and place: «13 clusters in sectors as A in P and B in Q».

The text names no initiative; each pair of a sector and a place is one. They may also stand in
bullets under a line that announces clusters: «Laos: coffee, rice».
"""

import re
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from clustergraph.mapping.discourse.draft import Draft
from clustergraph.mapping.kinds import FRAMES
from clustergraph.mapping.mentions.activity_phrases import is_plural_noun
from clustergraph.mapping.mentions.mention import Mention
from clustergraph.mapping.mentions.nouns import noun
from clustergraph.mapping.relations.page import Page
from clustergraph.mapping.relations.passage import Passage
from clustergraph.model import Span, ZoneKind
from clustergraph.vocab import CG

__all__ = ["read_sector_bullet", "read_sector_list"]

_LEAST_ITEMS = 3
_MOST_WORDS = 5
"""Words of a sector's name in a bullet."""
_SECTORS = re.compile(r"\s*[:–—-]\s*(?P<sectors>[^:.()]+)\.?$")
_LONGEST_LABEL = 80


class _Item(NamedTuple):
    sector: Span
    place: Mention


def read_sector_list(page: Page) -> None:
    """Note an initiative for each sector and place of a list."""
    match = page.pack.sector_list.search(page.read.sentence.text)
    if match is None:
        return
    items = list(_items(page, match.end() + page.read.sentence.span.start))
    if len(items) < _LEAST_ITEMS:
        return
    whole = page.story.about(FRAMES)
    for item in items:
        _note_initiative(item, whole, page)


def read_sector_bullet(page: Page) -> None:
    """Note an initiative for each sector behind the place that opens a bullet."""
    place = next(iter(page.mentions), None)
    if place is None or not place.is_place or not _stands_under_clusters(page):
        return
    start = page.read.sentence.span.start
    match = _SECTORS.match(page.scene.text_after(place.span.end))
    if match is None or page.scene.before(place.span.start):
        return
    begin = start + page.read.sentence.text.index(match.group(), place.span.end - start)
    for sector in _sectors(match.group("sectors"), begin + match.start("sectors")):
        _note_initiative(_Item(sector, place), None, page)


def _stands_under_clusters(page: Page) -> bool:
    """Tell whether it is a bullet under a line that ends with a colon and speaks of clusters."""
    above = page.lead_in
    if above is None or page.read.sentence.kind is not ZoneKind.BULLET:
        return False
    if not above.read.sentence.text.rstrip().endswith(":"):
        return False
    nouns = (t for t in above.scene.tokens if is_plural_noun(t, above.pack))
    return any((head := noun(t, above.pack)) and head.kind == CG.Cluster for t in nouns)


def _sectors(text: str, offset: int) -> Iterator[Span]:
    for part in text.split(","):
        name = part.strip(" .;")
        if name and len(name.split()) <= _MOST_WORDS:
            at = offset + text.index(name)
            yield Span(at, at + len(name))


def _items(page: Page, start: int) -> Iterator[_Item]:
    """Pair each place that "in" introduces with the words before it.

    «Textiles in P and in Q» repeats the sector.
    """
    sector: Span | None = None
    position = start
    for place in (m for m in page.mentions if m.is_place and m.span.start >= start):
        before = page.scene.token_before(place.span.start)
        is_in = before is not None and before.lower in page.pack.place_prepositions
        if is_in and before is not None and before.span.start >= position:
            sector = _sector_span(page, position, place.span.start) or sector
            if sector is not None:
                yield _Item(sector, place)
        position = place.span.end


def _sector_span(page: Page, start: int, end: int) -> Span | None:
    """Return where the sector's name stands between the place before and the preposition."""
    tokens = page.scene.between(start, end)[:-1]
    words = [token for token in tokens if token.is_word]
    if words and words[0].lower in page.pack.conjunctions:
        words = words[1:]
    return words[0].span.hull(tokens[-1].span) if words else None


# -- Facts ---------------------------------------------------------------------------------------


def _note_initiative(item: _Item, whole: Draft | None, page: Page) -> None:
    here = item.sector.hull(item.place.span)
    sector = _sector(page.scene.phrase(item.sector), item.sector, page)
    town = page.of(item.place)
    names = _names(sector.names[0], town.names[0], here, page)
    cluster = page.roster.new(CG.Cluster, names, here, named=False)
    evidence = partial(Passage, read=page.read, span=here, rule="sector list", subject=here)
    in_sector = evidence(confidence=0.85, object=item.sector)
    in_town = evidence(confidence=0.85, object=item.place.span)
    page.book.add(cluster, CG.sector, sector, in_sector)
    page.book.add(cluster, CG.locatedIn, town, in_town)
    if whole is not None:
        page.book.add(cluster, CG.partOf, whole, evidence(confidence=0.7))


def _names(sector: str, town: str, here: Span, page: Page) -> tuple[str, str]:
    """Describe the initiative in the language of the text, and as the text itself does."""
    label = page.pack.initiative.format(sector=sector, place=town)
    is_short = here.end - here.start < _LONGEST_LABEL
    return label, page.scene.phrase(here) if is_short else sector


def _sector(name: str, span: Span, page: Page) -> Draft:
    sectors = (draft for draft in page.roster.drafts if draft.kind == CG.Sector)
    known = next((sector for sector in sectors if sector.names[0] == name), None)
    if known is None:
        return page.roster.new(CG.Sector, (name,), span, named=True)
    known.mentions.add(span)
    return known
