"""Where things are, as the order of words tells: «Lyon, France», «Alpha (Spain)»."""

from collections.abc import Iterator

from clustergraph.mapping.kinds import BODIES, GATHERINGS
from clustergraph.mapping.mentions.mention import Mention
from clustergraph.mapping.mentions.places import place_at
from clustergraph.mapping.relations.page import Page
from clustergraph.mapping.relations.place_lists import enumerated_places, places_of_group
from clustergraph.mapping.text.tokens import Token
from clustergraph.model import ZoneKind
from clustergraph.vocab import CG

__all__ = [
    "read_containment",
    "read_opening_place",
    "read_place_in_name",
    "read_seat_by_demonym",
    "read_shared_containment",
    "read_situation",
]

_BREADTH = {CG.Venue: 0, CG.City: 1, CG.Place: 1, CG.Region: 2, CG.Country: 3}
_WIDE = frozenset({CG.Region, CG.Country})
"""Where projects are at home; in a town it is their meetings that are held."""
_SIGNS = frozenset({",", "(", ",("})
_BEFORE_A_SEAT = frozenset({",", "-", "–", "—"})
_MOST_ADJECTIVES = 4


def read_containment(left: Mention, right: Mention, page: Page) -> None:
    """Note «Lyon, France», «Bari (Italy)», «Cluj din România»."""
    if left.kind not in _BREADTH or right.kind not in _BREADTH:
        return
    if _BREADTH[left.kind] >= _BREADTH[right.kind] or not _are_joined(left, right, page):
        return
    if _may_lie_in(left, right, page):
        page.note(left, CG.locatedIn, right, rule="place in place", confidence=0.93)


def read_shared_containment(first: Mention, second: Mention, whole: Mention, page: Page) -> None:
    """Note the first of «Galicia and in Navarra (Spain)» too, where the gazetteer knows it."""
    if not (first.gazetteer and whole.gazetteer and second.is_place and whole.is_place):
        return
    if not first.is_place or not _are_joined(second, whole, page):
        return
    words = {t.lower for t in page.scene.between(first.span.end, second.span.start)}
    linking = page.pack.place_prepositions.union(page.pack.conjunctions)
    if not words.intersection(page.pack.conjunctions) or words - linking:
        return
    if whole.gazetteer in page.scene.gazetteer.around(first.gazetteer):
        page.note(first, CG.locatedIn, whole, rule="places in a place", confidence=0.9)


def read_situation(left: Mention, right: Mention, page: Page) -> None:
    """Note «a conference in Lyon», «Alpha from Italy», «Alpha (Spain)»."""
    if not right.is_place or left.is_place or left.kind == CG.Person:
        return
    if places_of_group(left, page):
        return  # each place has its own
    between = page.scene.between(left.span.end, right.span.start)
    words = [t.lower for t in between if t.lower not in page.pack.articles and t.text != "."]
    rule, confidence = _situation(left, right, words[0], page) if len(words) == 1 else ("", 0)
    if rule:
        thing = page.head_of(left) if right.kind not in _WIDE else left
        page.note(thing, CG.locatedIn, right, rule=rule, confidence=confidence)


def read_opening_place(place: Mention, page: Page) -> None:
    """Note «In Lyon, a conference began»: the place that opens it is where its gathering is."""
    if not place.is_place or not _opens_with(place, page):
        return
    gatherings = [m for m in page.mentions if page.kind(m) in GATHERINGS and not m.plural]
    behind = [m for m in gatherings if m.span.start > place.span.end]
    others = [m for m in page.mentions if m.is_place and not _is_nearby(place, m, page)]
    if len(gatherings) == 1 and behind and not others:
        page.note(behind[0], CG.locatedIn, place, rule="opening place", confidence=0.7)


def _opens_with(place: Mention, page: Page) -> bool:
    """Tell whether only dates and a preposition stand before the place."""
    before = page.scene.before(place.span.start)
    dates = [date.span for date in page.read.dates]
    rest = [t for t in before if t.is_word and not any(date.overlaps(t.span) for date in dates)]
    prepositions = page.pack.place_prepositions
    is_in = bool(before) and before[-1].lower in prepositions
    small = page.pack.function_words | prepositions | page.pack.year_signs
    return is_in and all(token.lower in small for token in rest)


def _is_nearby(place: Mention, other: Mention, page: Page) -> bool:
    return other is place or page.scene.gap(place.span.end, other.span.start) in _SIGNS


def read_seat_by_demonym(mention: Mention, page: Page) -> None:
    """Note «the Austrian organisation Alpha»: an adjective before the noun before the name."""
    if not mention.named or page.kind(mention) not in BODIES:
        return
    first = page.scene.token_after(mention.span.start)
    if first is not None and (key := _based(first, page)):
        place = page.scene.gazetteer.place(key)
        page.note_seat(mention, place, first.span, rule="seat before", confidence=0.7)
    for token in _words_before(mention, page):
        key = page.pack.demonym(token.lower, token.base) or _based(token, page)
        if key:
            place = page.scene.gazetteer.place(key)
            page.note_seat(mention, place, token.span, rule="demonym", confidence=0.7)
            return


def _based(token: Token, page: Page) -> str:
    """Return the gazetteer's key of the town in «Vienna-based»."""
    for ending in page.pack.seat_endings:
        if token.lower.endswith(ending) and token.is_capital:
            town = token.text[: -len(ending)]
            places = page.scene.gazetteer.places(town, page.pack.code)
            return places[0].key if places else ""
    return ""


def read_place_in_name(mention: Mention, page: Page) -> None:
    """Note «Growing toys in Central Asia»: the name of the activity says where."""
    if not mention.named or not mention.is_activity:
        return
    tokens = page.scene.inside(mention.core or mention.span)
    for index, token in enumerate(tokens[:-1], start=1):
        is_in = token.lower in page.pack.place_prepositions
        found = place_at(tokens[index:], page.scene) if is_in else None
        if found:
            page.note_seat(mention, *found, rule="place in the name", confidence=0.8)


# -- What the words between tell -----------------------------------------------------------------


def _are_joined(left: Mention, right: Mention, page: Page) -> bool:
    """Tell whether a blank, a comma or a bracket stands between, and no more.

    Between two known places a preposition says the same: «Cluj din România», "Lyon in France".
    """
    gap = page.scene.gap(left.span.end, right.span.start)
    if left.gazetteer and right.gazetteer and right.kind == CG.Country:
        between = page.scene.between(left.span.end, right.span.start)
        links = page.pack.place_prepositions | page.pack.origin_words
        if len(between) == 1 and between[0].lower in links:
            return True
    return "".join(gap.split()) in _SIGNS if gap else right.span.start - left.span.end <= 1


def _may_lie_in(left: Mention, right: Mention, page: Page) -> bool:
    """Tell whether the gazetteer knows that the one lies in the other, or does not know better."""
    if not left.gazetteer or not right.gazetteer:
        return not _is_item(left, right, page)
    place = page.scene.gazetteer.place(left.gazetteer)
    if not place.within:
        return place.kind != CG.Country
    return right.gazetteer in page.scene.gazetteer.around(left.gazetteer)


def _is_item(left: Mention, right: Mention, page: Page) -> bool:
    """Tell whether the two stand in a longer list: «Thatta, Larkana and Badin»."""
    behind = enumerated_places(left.span.start, page)
    return any(m.span.start > right.span.start for m in behind) or _follows_item(left, page)


def _follows_item(mention: Mention, page: Page) -> bool:
    before = [m for m in page.mentions if m.is_place and m.span.end <= mention.span.start]
    return bool(before) and page.scene.gap(before[-1].span.end, mention.span.start) == ","


def _situation(left: Mention, right: Mention, word: str, page: Page) -> tuple[str, float]:
    """Return the rule by which a word or sign puts something in a place, and how sure it is."""
    pack, is_body = page.pack, page.kind(left) in BODIES
    if word in pack.place_prepositions and (left.is_activity or is_body):
        return "in a place", 0.85
    if is_body and word in pack.origin_words | pack.of_words | {"("}:
        return "of a place", 0.75
    if is_body and word in _BEFORE_A_SEAT and _ends_bullet(right, page):
        return "place behind a name", 0.75
    return "", 0


def _ends_bullet(place: Mention, page: Page) -> bool:
    """Tell whether the place ends a bullet, as in «Alpha Institute, Spain»."""
    is_bullet = page.read.sentence.kind is ZoneKind.BULLET
    return is_bullet and page.scene.text_after(place.span.end) in {"", "."}


def _words_before(mention: Mention, page: Page) -> Iterator[Token]:
    for token in reversed(page.scene.before(mention.span.start)[-_MOST_ADJECTIVES:]):
        yield token
        if not token.is_word or token.lower in page.pack.function_words:
            return
