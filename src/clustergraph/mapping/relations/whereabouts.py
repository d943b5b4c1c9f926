"""Where things are, as the order of words tells: «Lyon, France», «Alpha (Spain)»."""

from collections.abc import Iterator

from clustergraph.languages import Place
from clustergraph.mapping.kinds import BODIES
from clustergraph.mapping.mentions.mention import Mention
from clustergraph.mapping.mentions.places import place_at
from clustergraph.mapping.relations.page import Page
from clustergraph.mapping.relations.passage import Passage
from clustergraph.mapping.text.tokens import Token
from clustergraph.model import Span, ZoneKind
from clustergraph.vocab import CG

__all__ = [
    "read_containment",
    "read_place_in_name",
    "read_seat_by_demonym",
    "read_shared_containment",
    "read_situation",
]

_BREADTH = {CG.Venue: 0, CG.City: 1, CG.Place: 1, CG.Region: 2, CG.Country: 3}
_SIGNS = frozenset({",", "(", ",("})
_MOST_ADJECTIVES = 4


def read_containment(left: Mention, right: Mention, page: Page) -> None:
    """Note «Lyon, France», «Bari (Italy)»."""
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
    if whole.gazetteer in _keys_around(page.scene.gazetteer.place(first.gazetteer), page):
        page.note(first, CG.locatedIn, whole, rule="places in a place", confidence=0.9)


def read_situation(left: Mention, right: Mention, page: Page) -> None:
    """Note «a conference in Lyon», «Alpha from Italy», «Alpha (Spain)»."""
    if not right.is_place or left.is_place or left.kind == CG.Person:
        return
    between = page.scene.between(left.span.end, right.span.start)
    words = [t.lower for t in between if t.lower not in page.pack.articles and t.text != "."]
    rule, confidence = _situation(left, right, words[0], page) if len(words) == 1 else ("", 0)
    if rule:
        page.note(left, CG.locatedIn, right, rule=rule, confidence=confidence)


def read_seat_by_demonym(mention: Mention, page: Page) -> None:
    """Note «the Austrian organisation Alpha»: an adjective before the noun before the name."""
    if not mention.named or page.kind(mention) not in BODIES:
        return
    for token in _words_before(mention, page):
        key = page.pack.demonym(token.lower, token.base)
        if key:
            place = page.scene.gazetteer.place(key)
            whole = token.span.hull(mention.span)
            _note(mention, place, token.span, page, rule="demonym", span=whole, confidence=0.7)
            return


def read_place_in_name(mention: Mention, page: Page) -> None:
    """Note «Growing toys in Central Asia»: the name of the activity says where."""
    if not mention.named or not mention.is_activity:
        return
    tokens = page.scene.inside(mention.core or mention.span)
    for index, token in enumerate(tokens[:-1], start=1):
        is_in = token.lower in page.pack.place_prepositions
        found = place_at(tokens[index:], page.scene) if is_in else None
        if found:
            rule = "place in the name"
            _note(mention, *found, page, rule=rule, span=mention.span, confidence=0.8)


# -- What the words between tell -----------------------------------------------------------------


def _are_joined(left: Mention, right: Mention, page: Page) -> bool:
    """Tell whether a blank, a comma or a bracket stands between, and no more."""
    gap = page.scene.gap(left.span.end, right.span.start)
    return "".join(gap.split()) in _SIGNS if gap else right.span.start - left.span.end <= 1


def _may_lie_in(left: Mention, right: Mention, page: Page) -> bool:
    """Tell whether the gazetteer knows that the one lies in the other, or does not know better."""
    if not left.gazetteer or not right.gazetteer:
        return True
    place = page.scene.gazetteer.place(left.gazetteer)
    if not place.within:
        return place.kind != CG.Country
    return right.gazetteer in _keys_around(place, page)


def _keys_around(place: Place, page: Page) -> Iterator[str]:
    while place.within:
        yield place.within
        place = page.scene.gazetteer.place(place.within)


def _situation(left: Mention, right: Mention, word: str, page: Page) -> tuple[str, float]:
    """Return the rule by which a word or sign puts something in a place, and how sure it is."""
    pack, is_body = page.pack, page.kind(left) in BODIES
    if word in pack.place_prepositions and (left.is_activity or is_body):
        return "in a place", 0.85
    if is_body and word in pack.origin_words | pack.of_words | {"("}:
        return "of a place", 0.75
    if is_body and word == "," and _ends_bullet(right, page):
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


def _note(
    mention: Mention,
    place: Place,
    at: Span,
    page: Page,
    *,
    rule: str,
    span: Span,
    confidence: float,
) -> None:
    passage = Passage(
        read=page.read,
        span=span,
        rule=rule,
        confidence=confidence,
        subject=mention.span,
        object=at,
    )
    draft = page.roster.place(place, at, page.pack.code)
    page.book.add(page.of(mention), CG.locatedIn, draft, passage)
