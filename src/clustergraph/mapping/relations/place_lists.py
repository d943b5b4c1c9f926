"""Several places in one breath: «in Brest, Minsk and Gomel», «in Lyon, France, and in Turin»."""

from collections.abc import Iterator, Sequence

from clustergraph.mapping.kinds import GATHERINGS
from clustergraph.mapping.mentions.mention import Mention, Sign
from clustergraph.mapping.relations.page import Page
from clustergraph.mapping.text.tokens import Token
from clustergraph.vocab import CG

__all__ = ["enumerated_places", "lies_within", "places_behind", "places_of_group"]

_SIGNS = frozenset(",;()")


_MOST_OF_ONE = 2
"""No meeting is held in more places than these, whatever the form of its noun."""


def places_of_group(mention: Mention, page: Page) -> Sequence[Mention]:
    """Return the places that tell several gatherings apart: «meetings in Brest and Minsk»."""
    if mention.named or mention.kind not in GATHERINGS:
        return ()
    places = places_behind(mention.span.end, page)
    is_group = len(places) > 1 if mention.plural else len(places) > _MOST_OF_ONE
    return places if is_group and mention.count in {None, len(places)} else ()


def places_behind(position: int, page: Page) -> Sequence[Mention]:
    """Return the places that a preposition right behind the position introduces.

    A country behind its town («Lyon, France») is no item of the list.
    """
    after = page.scene.after(position)
    return enumerated_places(position, page) if after and _introduces(after[0], page) else ()


def enumerated_places(position: int, page: Page) -> Sequence[Mention]:
    """Return the places of the list that begins at the position."""
    listed = list(_listed([m for m in page.mentions if m.span.start >= position], position, page))
    while listed and not listed[-1].is_place:
        listed.pop()
    for mention in listed:
        draft = page.of(mention)
        draft.kind = draft.kind or CG.City  # an unknown name between towns is a town
    return tuple(listed)


def _introduces(token: Token, page: Page) -> bool:
    return token.lower in page.pack.place_prepositions | page.pack.origin_words


def _listed(mentions: Sequence[Mention], position: int, page: Page) -> Iterator[Mention]:
    last: Mention | None = None
    for mention in mentions:
        start = last.span.end if last else position
        between = page.scene.between(start, mention.span.start)
        if not (mention.is_place or _may_be_place(mention, page)):
            return
        if not all(_may_part(token, page) for token in between):
            return
        if last is None or not lies_within(last, mention, page):
            yield mention
        last = mention


def _may_part(token: Token, page: Page) -> bool:
    is_joint = token.text in _SIGNS or token.lower in page.pack.conjunctions
    return is_joint or _introduces(token, page) or token.lower in page.pack.articles


def _may_be_place(mention: Mention, page: Page) -> bool:
    return page.kind(mention) in {None, CG.City} and mention.sign is Sign.CAPITALS


def lies_within(place: Mention, other: Mention, page: Page) -> bool:
    """Tell whether the gazetteer knows that the place lies in the other, which stands behind it."""
    if not place.gazetteer or not other.gazetteer or not (place.is_place and other.is_place):
        return False
    return other.gazetteer in page.scene.gazetteer.around(place.gazetteer)
