"""Enumerations: which mentions stand in one list, joined by commas and "and"."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from clustergraph.mapping.kinds import BODIES
from clustergraph.mapping.mentions.nouns import noun
from clustergraph.mapping.relations.page import Page
from clustergraph.mapping.text.tokens import Token
from clustergraph.vocab import CG

__all__ = ["are_coordinated"]

_LONGEST_FIRST = (3, 2)
"""Words of a conjunction."""
_JOINING_SIGNS = frozenset(",;/")
_EXPLAINING_SIGNS = frozenset("(–—-")
_LONGEST_EXPLANATION = 30
"""Tokens between two persons of a list."""
_HARMLESS_SIGNS = frozenset("()–-•.")


def are_coordinated(start: int, end: int, page: Page) -> bool:
    """Tell whether what stands between two names joins them.

    There may be articles, titles, positions and what these belong to, but at least one sign or
    word that joins.
    """
    if _are_listed_people(start, end, page):
        return True
    outside = list(_in_short(_outside_brackets(page.scene.between(start, end)), page))
    between = [t for part in _parts(outside) if not _is_description(part, page) for t in part]
    joining = [token for token in between if _joins(token, page)]
    opening = _preposition_before(start, page)
    return bool(joining) and all(_joins(t, page) or _belongs(t, opening, page) for t in between)


def _are_listed_people(start: int, end: int, page: Page) -> bool:
    """Tell whether only what explains the first person stands between two: «X – head of A, Y»."""
    ends = {m.span.end: m for m in page.mentions}, {m.span.start: m for m in page.mentions}
    people = [side.get(at) for side, at in zip(ends, (start, end), strict=True)]
    if any(one is None or page.kind(one) != CG.Person for one in people):
        return False
    between = list(page.scene.between(start, end))
    while between and _is_courtesy(between[-1], page):
        between.pop()
    if not between or len(between) > _LONGEST_EXPLANATION or not _joins(between[-1], page):
        return False
    explaining = between[:-1]
    return not explaining or all(_explains(part, page) for part in _parts(explaining) if part)


def _is_courtesy(token: Token, page: Page) -> bool:
    """Tell whether it may stand right before a name: a title, an article, a position."""
    if token.text == "." or page.pack.is_title(token.text) or token.lower in page.pack.articles:
        return True
    return page.scene.is_position(token)


def _explains(part: Sequence[Token], page: Page) -> bool:
    """Tell whether the words up to a comma say who somebody is, or go on with that."""
    words = [t for t in part if t.text not in {",", ";"}]
    if not words or words[0].text in _EXPLAINING_SIGNS:
        return True
    text = page.scene.text(words[0].span.hull(words[-1].span))
    is_relative = part[0].text == "," and page.pack.relative.match(text)
    if is_relative or page.pack.saying.search(text):
        return False
    small = page.pack.articles | page.pack.of_words | page.pack.origin_words
    first = next((t for t in words if t.lower not in small), words[0])
    return first.is_capital or _is_seen(first, page)


def _introduces_place(token: Token, page: Page) -> bool:
    """Tell whether it is the "in" of «the University in Brno and the Cluster»."""
    following = page.scene.token_after(token.span.end)
    if following is None or token.lower not in page.pack.place_prepositions:
        return False
    return any(m.is_place and m.span.start == following.span.start for m in page.mentions)


def _tells_a_seat(token: Token, page: Page) -> bool:
    """Tell whether it is one of the words of «the Agency based in Lyon and the Cluster»."""
    seats = (m for m in page.cues if m.cue.relation == CG.locatedIn and BODIES & m.cue.subjects)
    return any(match.span.covers(token.span) for match in seats)


def _preposition_before(end: int, page: Page) -> str:
    """Return the word before the mention that ends there: «*by* the Agency A, by the Agency B»."""
    mention = next((m for m in page.mentions if m.span.end == end), None)
    before = page.scene.before(mention.span.start) if mention else ()
    words = (t.lower for t in reversed(before) if t.lower not in page.pack.articles)
    word = next(words, "")
    return word if word in page.pack.function_words else ""


def _outside_brackets(tokens: Iterable[Token]) -> Iterator[Token]:
    """Leave out «(Toy Agency)» behind a name, but not a bracket that stays open."""
    inside: list[Token] = []
    for token in tokens:
        if inside or token.text == "(":
            inside.append(token)
        else:
            yield token
        if inside and token.text == ")":
            inside.clear()
    yield from inside


def _in_short(tokens: Iterable[Token], page: Page) -> Iterator[Token]:
    """Yield one word for each conjunction of several: «together with»."""
    left = list(tokens)
    while left:
        length = next((n for n in _LONGEST_FIRST if _words(left[:n]) in page.pack.conjunctions), 1)
        yield left[0] if length == 1 else replace(left[0], text=_words(left[:length]))
        del left[:length]


def _words(tokens: Sequence[Token]) -> str:
    return " ".join(token.lower for token in tokens)


def _parts(tokens: Iterable[Token]) -> Iterator[Sequence[Token]]:
    """Yield the stretches between commas; each begins with its comma."""
    part: list[Token] = []
    for token in tokens:
        if token.text == ",":
            yield part
            part = []
        part.append(token)
    yield part


def _is_description(part: Sequence[Token], page: Page) -> bool:
    """Tell whether it says what the name before it is: «Alpha, a Danish institute, and»."""
    if len(part) < 3 or part[1].lower not in page.pack.indefinite | page.pack.definite:
        return False
    return any((head := noun(token, page.pack)) and head.kind in BODIES for token in part)


def _joins(token: Token, page: Page) -> bool:
    return token.text in _JOINING_SIGNS or token.lower in page.pack.conjunctions


def _belongs(token: Token, opening: str, page: Page) -> bool:
    pack = page.pack
    if token.text in _HARMLESS_SIGNS or pack.is_title(token.text):
        return True
    if token.lower in pack.articles | pack.of_words | pack.origin_words:
        return True
    if token.lower == opening or _introduces_place(token, page) or _tells_a_seat(token, page):
        return True
    return _is_seen(token, page)


def _is_seen(token: Token, page: Page) -> bool:
    """Tell whether it is part of a position or of a mention."""
    return page.scene.is_position(token) or any(m.span.covers(token.span) for m in page.mentions)
