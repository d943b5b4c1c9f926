"""Positions, each with whose it is: «director of the Wood Agency», «Waldverband-Präsident»."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from clustergraph.mapping.kinds import BODIES
from clustergraph.mapping.mentions.mention import Mention
from clustergraph.mapping.mentions.nouns import noun
from clustergraph.mapping.mentions.roles import Role
from clustergraph.mapping.relations.bodies_meant import body_in_compound, body_meant, without_body
from clustergraph.mapping.relations.page import Page
from clustergraph.mapping.text.tokens import Token, span_of
from clustergraph.model import Span
from clustergraph.vocab import CG

__all__ = ["Post", "find_posts"]

_DASHES = frozenset("–—-")
_FIELD_SIGNS = frozenset({",", ":", "&"})
_LONGEST_FIELD = 9
"""Tokens of what a position is for."""
_WIDEST = 4
"""Tokens between two neighbours of a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A position with whose it is; ``of`` is None where the text does not say, or not there.

    ``span`` reaches from the position to the end of the name, with its place or short name.
    """

    role: Role
    of: Mention | None
    span: Span


def find_posts(page: Page) -> tuple[Post, ...]:
    """Return the positions of the sentence with whom they are held in, in order."""
    return tuple(_post(role, page) for role in _joined_roles(page))


# -- Positions ------------------------------------------------------------------------------------


def _joined_roles(page: Page) -> Iterator[Role]:
    """Yield the roles, those joined by "and" as one: «founder and director of»."""
    last: Role | None = None
    for role in page.read.roles:
        if last is not None and _are_joined(last, role, page):
            span = last.span.hull(role.span)
            last = replace(last, span=span, text=page.scene.phrase(span))
            continue
        if last is not None:
            yield last
        last = role
    if last is not None:
        yield last


def _are_joined(left: Role, right: Role, page: Page) -> bool:
    between = page.scene.between(left.span.end, right.span.start)
    return len(between) == 1 and between[0].lower in page.pack.conjunctions


def _post(role: Role, page: Page) -> Post:
    """Return the position with whose it is: told by a compound, a common noun or a name."""
    part = body_in_compound(role, page)
    if part is not None:
        return Post(role=_behind_hyphen(role, part, page), of=part, span=role.span)
    meant = body_meant(role, page)
    if meant is not None:
        own = without_body(role, meant, page)
        return Post(role=own, of=meant, span=role.span.hull(meant.span))
    return _post_by_name(role, page) or Post(role=role, of=None, span=role.span)


def _post_by_name(role: Role, page: Page) -> Post | None:
    """Return the position with the name behind it; units are part of the position."""
    of = next((m for m in page.mentions if m.span.end > role.span.end), None)
    own = _without_noun(role, of, page) if of is not None else None
    if of is None or own is None:
        return None
    if not _is_held_in(own, of, page) and not _ends_aside(own, of, page):
        return None
    whole = _whole(of, page)
    if whole is not of:
        with_unit = own.span.hull(of.span)
        own = replace(own, span=with_unit, text=page.scene.phrase(with_unit))
    end = _end_of_name(whole, page)
    return Post(role=own, of=whole, span=own.span.hull(Span(whole.span.start, end)))


def _ends_aside(role: Role, mention: Mention, page: Page) -> bool:
    """Tell whether it is the body in «Ann Lee – director, Wood Agency, …»."""
    before = page.scene.token_before(role.span.start)
    if before is None or before.text not in _DASHES or page.kind(mention) not in {None, *BODIES}:
        return False
    beside = [m for m in page.mentions if m.span.end <= before.span.start]
    is_hers = bool(beside) and page.kind(beside[-1]) == CG.Person
    return is_hers and page.scene.gap(role.span.end, mention.span.start) == ","


def _whole(unit: Mention, page: Page) -> Mention:
    """Return the institution that a unit is one of: «Wood Directorate, Ministry of Economy»."""
    following = next((m for m in page.mentions if m.span.start >= unit.span.end), None)
    if following is None or page.kind(following) not in BODIES or following.qualifier:
        return unit
    between = page.scene.between(unit.span.end, following.span.start)
    if _is_at(between, page):
        return following
    if [token.text for token in between] != [","]:
        return unit
    is_whole = following.gazetteer or following.head in page.pack.institutions
    return _whole(following, page) if is_whole else _unit_before(unit, following, page)


def _is_at(between: Sequence[Token], page: Page) -> bool:
    """Tell whether it is the "at the" of «the Wood Unit at the Ministry»."""
    small = page.pack.articles | page.pack.elisions
    words = [token for token in between if token.lower not in small]
    return len(words) == 1 and words[0].lower in page.pack.place_prepositions


def _unit_before(unit: Mention, following: Mention, page: Page) -> Mention:
    """Return the institution behind a second unit, if there is one, else the unit."""
    whole = _whole(following, page)
    return unit if whole is following else whole


def _behind_hyphen(role: Role, body: Mention, page: Page) -> Role:
    """Return the position in «Waldverband-Präsident»."""
    span = Span(body.span.end + 1, role.span.end)
    return replace(role, span=span, text=page.scene.phrase(span))


def _without_noun(role: Role, of: Mention, page: Page) -> Role | None:
    """Leave out the noun that types the name behind it: «présidente | du cluster Alpha».

    None where nothing is left of the role.
    """
    if of.span.start > role.span.end + 1:
        return role
    kept = list(page.scene.inside(role.span))
    while kept and (kept[-1].span.end > of.span.start or _may_introduce(kept[-1], page)):
        kept.pop()
    if not kept:
        return None
    span = span_of(kept)
    return replace(role, span=span, text=page.scene.phrase(span))


def _is_held_in(role: Role, mention: Mention, page: Page) -> bool:
    """Tell whether the position is one in what follows it; the bare genitive needs no word."""
    between = page.scene.between(role.span.end, mention.span.start)
    if page.kind(mention) == CG.Person:
        return False
    if _is_field(between, page) and page.kind(mention) in BODIES:
        return True
    words = _without_adjectives(between, page)
    if len(words) > _WIDEST or not all(_may_introduce(token, page) for token in words):
        return False
    return bool(between) or not page.pack.of_words or page.opens_in_genitive(mention)


def _without_adjectives(between: Sequence[Token], page: Page) -> Sequence[Token]:
    """Leave out adjectives of the position, and what stands in the genitive before the name.

    «director general interino | de Alfa», «руководитель лесного инновационного | кластера Альфа».
    """
    pack = page.pack
    if not pack.of_words:
        is_one_phrase = len(between) < _WIDEST and all(_is_common(word, page) for word in between)
        return () if is_one_phrase else between
    of = pack.of_words | pack.plain_of
    is_followed = len(between) > 1 and between[1].lower in of and pack.head_first
    return between[1:] if is_followed and _is_common(between[0], page) else between


def _is_common(word: Token, page: Page) -> bool:
    """Tell whether it may be an adjective: in lower case, and neither small nor a verb."""
    pack = page.pack
    is_small = word.lower in pack.function_words or pack.verbal.fullmatch(word.lower)
    return word.is_word and not word.is_capital and not is_small


def _is_field(between: Sequence[Token], page: Page) -> bool:
    """Tell whether it is what the position is for: «Coordinator | of Wood Policy, | …»."""
    pack = page.pack
    small = pack.of_words | pack.articles | pack.conjunctions | _FIELD_SIGNS
    words = [token for token in between if token.lower not in small]
    if not words or len(between) > _LONGEST_FIELD or pack.capitalises_nouns:
        return False
    is_closed = between[-1].text == "," or between[-1].lower in pack.place_prepositions
    return is_closed and all(t.is_capital or t is between[-1] for t in words)


def _may_introduce(token: Token, page: Page) -> bool:
    pack = page.pack
    if token.lower in pack.of_words | pack.articles | pack.elisions | pack.plain_of:
        return True
    if token.lower in pack.place_prepositions | pack.origin_words:
        return True
    head = noun(token, pack)  # «présidente du cluster Alpha», whose name is Alpha
    return head is not None and head.kind in BODIES


def _end_of_name(name: Mention, page: Page) -> int:
    """Return where the name ends together with its place or its short name in brackets."""
    end = name.span.end
    for mention in page.mentions:
        if mention.span.start >= end and _belongs(mention, end, page):
            end = mention.span.end
    after = page.scene.token_after(end)
    is_closed = after is not None and after.text == ")"
    return after.span.end if is_closed and after is not None else end


def _belongs(mention: Mention, end: int, page: Page) -> bool:
    """Tell whether it is the place or the short name of what ends there."""
    between = page.scene.between(end, mention.span.start)
    if [token.text for token in between] == ["("]:
        return mention.is_place or mention.names[0].isupper()
    links = page.pack.place_prepositions | page.pack.of_words | page.pack.articles
    return bool(between) and mention.is_place and all(t.lower in links for t in between)


# -- Rows -----------------------------------------------------------------------------------------
